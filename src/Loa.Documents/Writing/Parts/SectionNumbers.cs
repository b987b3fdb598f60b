using System.Globalization;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Writing.Parts;

/// <summary>Counts titles and numbered paragraphs: a label starts again below each label of a higher level.</summary>
internal sealed class SectionNumbers
{
    /// <summary>The alphabet of points: no f, j, w, z.</summary>
    private const string Alphabet = "abcdđeghiklmnopqrstuvxy";

    private readonly int[] _counts = new int[5];

    public string Next(SectionLevel level)
    {
        var at = (int)level;
        var count = ++_counts[at];
        Array.Clear(_counts, at + 1, _counts.Length - at - 1);
        return level switch
        {
            SectionLevel.Part => $"Phần {Numerals.ToRoman(count)}",
            SectionLevel.Roman => $"{Numerals.ToRoman(count)}.",
            SectionLevel.Arabic => $"{count.ToString(CultureInfo.InvariantCulture)}.",
            SectionLevel.Letter => $"{Letters(count)})",
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
        };
    }

    /// <summary>a … y, then aa, bb …</summary>
    private static string Letters(int count) => new(Alphabet[(count - 1) % Alphabet.Length], 1 + ((count - 1) / Alphabet.Length));
}
