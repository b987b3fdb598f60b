namespace Loa.Documents.Vietnamese;

/// <summary>A half-open range of characters [Start, End) in the text given to a grammar.</summary>
public readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;
}
