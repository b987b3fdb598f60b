using Loa.Documents.Vietnamese;

namespace Loa.Platform.Search;

/// <summary>
/// A text as the bag of its folded words, to tell how much two have in common: Dice's coefficient, each word as often as it stands there,
/// 2·|both| / (|one| + |other|). Case, marks and punctuation do not matter.
/// </summary>
internal sealed class FoldedWords
{
    private readonly Dictionary<string, int> counts;
    private readonly int length;

    public FoldedWords(string text)
    {
        Folded = Folding.Fold(text);
        var words = Folded.Split([' ', ',', ';', '.', ':', '(', ')', '-', '–', '/', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries);
        length = words.Length;
        counts = words.CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    public string Folded { get; }

    /// <summary>0 to 1; two texts without words are the same.</summary>
    public double Share(FoldedWords other)
    {
        if (length + other.length == 0)
        {
            return 1;
        }

        var both = counts.Sum(word => Math.Min(word.Value, other.counts.GetValueOrDefault(word.Key)));
        return 2.0 * both / (length + other.length);
    }
}
