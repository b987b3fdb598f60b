namespace Loa.Documents.Plans;

/// <summary>A value, the passage that prints it, and how sure the reading is.</summary>
internal readonly record struct Fact(string Value, SourceText From, double Confidence)
{
    public static Fact Of(SourceText text, double confidence = 0.97) => new(text.Text, text, confidence);
}
