using System.Globalization;
using System.Text;

namespace Loa.Documents.Blocks.Docx;

/// <summary>Numbers of automatic lists in the formats that Vietnamese documents use; any other is shown in Arabic digits.</summary>
internal static class NumberFormats
{
    private static readonly (int Value, string Digits)[] Roman =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    private static readonly string[] Words = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    public static string Format(int value, string format, string? pattern) => format switch
    {
        "upperRoman" => ToRoman(value),
        "lowerRoman" => ToRoman(value).ToLowerInvariant(),
        "upperLetter" => ToLetters(value, 'A'),
        "lowerLetter" => ToLetters(value, 'a'),
        "decimalZero" => value.ToString("00", CultureInfo.InvariantCulture),
        "vietnameseCounting" => ToWords(value),
        "none" => "",
        "custom" when pattern != null => ToCustom(value, pattern),
        "bullet" => "•",
        "ordinal" or "decimal" or _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string ToRoman(int value)
    {
        if (value is < 1 or > 3999)
            return value.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        foreach (var (step, digits) in Roman)
        {
            for (; value >= step; value -= step)
                text.Append(digits);
        }
        return text.ToString();
    }

    // Word repeats the letter: z, aa, bb, cc.
    private static string ToLetters(int value, char first) =>
        value is < 1 or > 780 ? value.ToString(CultureInfo.InvariantCulture) : new string((char)(first + ((value - 1) % 26)), ((value - 1) / 26) + 1);

    private static string ToWords(int value)
    {
        if (value is < 0 or > 99)
            return value.ToString(CultureInfo.InvariantCulture);
        if (value <= 10)
            return Words[value];
        var (tens, ones) = (value / 10, value % 10);
        var head = tens == 1 ? "mười" : Words[tens] + " mươi";
        return ones switch
        {
            0 => head,
            1 when tens > 1 => head + " mốt",
            5 => head + " lăm",
            _ => head + " " + Words[ones],
        };
    }

    // "001, 002, 003, …" counts with leading zeros.
    private static string ToCustom(int value, string pattern)
    {
        var digits = pattern.TakeWhile(char.IsAsciiDigit).Count();
        return value.ToString(CultureInfo.InvariantCulture).PadLeft(Math.Min(digits, 8), '0');
    }
}
