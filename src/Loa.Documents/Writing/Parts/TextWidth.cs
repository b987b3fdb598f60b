using System.Text;

namespace Loa.Documents.Writing.Parts;

/// <summary>
/// How wide a line in bold Times New Roman is, to give the rules under it their length. The widths are those of the font's
/// metric twin (Liberation Serif Bold), thousandths of the size, from the blank to the tilde.
/// </summary>
internal static class TextWidth
{
    private const int Unknown = 500;

    private static readonly short[] Widths =
    [
        250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500,
        930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
        333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
    ];

    /// <summary>The width of the longest line of <paramref name="text"/>, points.</summary>
    public static double Bold(string text, double size)
    {
        double longest = 0, line = 0;
        foreach (var c in XmlText.Clean(text).Normalize(NormalizationForm.FormD))
        {
            line = c == '\n' ? 0 : line + Of(c);
            longest = Math.Max(longest, line);
        }

        return longest * size / 1000;
    }

    private static int Of(char c) => c switch
    {
        >= ' ' and <= '~' => Widths[c - ' '],
        'Đ' => 722,
        'đ' => 556,
        '\u00A0' => 250,
        // The marks of decomposed letters stand over them.
        >= '\u0300' and <= '\u036F' => 0,
        _ => Unknown,
    };
}
