using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese;

/// <summary>Numbers in words and figures, and Roman numerals.</summary>
public static class Numerals
{
    private static readonly Phrases<int> Units = new(
        ("không", 0), ("một|mốt", 1), ("hai", 2), ("ba", 3), ("bốn|tư", 4), ("năm|lăm", 5), ("sáu", 6), ("bảy|bẩy", 7), ("tám", 8), ("chín", 9));

    private static readonly ulong Ten = WordKey.Of("mười");
    private static readonly ulong Tens = WordKey.Of("mươi");

    /// <summary>The value of a Roman numeral in capitals from I to CCC, or null.</summary>
    public static int? Roman(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 10)
            return null;
        var value = 0;
        var previous = int.MaxValue;
        foreach (var c in text)
        {
            var digit = c switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, _ => 0 };
            if (digit == 0)
                return null;
            value += digit > previous ? digit - (2 * previous) : digit;
            previous = digit;
        }

        return value is > 0 and <= 300 && text.SequenceEqual(ToRoman(value)) ? value : null;
    }

    public static string ToRoman(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 300);
        var result = new System.Text.StringBuilder();
        foreach (var (number, letters) in new (int, string)[] { (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I") })
        {
            for (; value >= number; value -= number)
                result.Append(letters);
        }

        return result.ToString();
    }

    /// <summary>The whole text as a number: "02", "10.000", "hai", "hai mươi", "mười lăm", "ba mươi mốt"; null when it is none.</summary>
    public static int? ReadNumber(string text)
    {
        var tokens = Tokens.Read(text);
        return Match(tokens, 0, out var value) is var length and > 0 && length == tokens.Count ? value : null;
    }

    /// <summary>How many tokens the number at <paramref name="index"/> takes; 0 when none stands there.</summary>
    internal static int Match(Tokens tokens, int index, out int value)
    {
        value = 0;
        ref readonly var first = ref tokens[index];
        if (first.Kind == TokenKind.Number)
            return Grouped(tokens, index, out value);
        if (first.Kind != TokenKind.Word)
            return 0;
        if (first.Is(Ten))
        {
            value = 10;
            return 1 + Unit(tokens, index + 1, ref value);
        }

        if (Units.Match(tokens, index, out value) == 0)
            return 0;
        if (!tokens[index + 1].Is(Tens))
            return 1;
        value *= 10;
        return 2 + Unit(tokens, index + 2, ref value);
    }

    /// <summary>"10.000": groups of three digits after dots without spaces.</summary>
    private static int Grouped(Tokens tokens, int index, out int value)
    {
        value = tokens[index].Value;
        var length = 1;
        if (tokens[index].Length <= 3)
        {
            while (length < 7 && tokens[index + length] is { Kind: TokenKind.Mark, Mark: '.', Glued: true } && tokens[index + length + 1] is { Kind: TokenKind.Number, Length: 3, Glued: true })
            {
                if (value > 999_999)
                {
                    value = -1;
                    return 0;
                }

                value = (value * 1000) + tokens[index + length + 1].Value;
                length += 2;
            }
        }

        return value < 0 ? 0 : length;
    }

    private static int Unit(Tokens tokens, int index, ref int value)
    {
        if (Units.Match(tokens, index, out var unit) == 0 || unit == 0)
            return 0;
        value += unit;
        return 1;
    }
}
