using System.Globalization;
using System.Text.RegularExpressions;

namespace Loa.Platform.Ui;

/// <summary>Whole numbers as people type them: 1234, 1.234, 1 234; money also with "đ" or "đồng" behind it. A dot groups thousands and is never a decimal mark.</summary>
internal static partial class NumberText
{
    /// <summary>A thousand trillion đồng: more is a slip of the finger.</summary>
    public const long MoneyMost = 1_000_000_000_000_000;

    private static readonly string[] Units = ["đồng", "vnđ", "vnd", "đ"];

    /// <summary>Nothing typed is null; false for what is no whole number.</summary>
    public static bool TryWhole(string? text, out int? number)
    {
        var isNumber = TryLong(text, out var read) && read is null or <= int.MaxValue;
        number = isNumber ? (int?)read : null;
        return isNumber;
    }

    /// <summary>Whole đồng: "12.500.000", "4.500.000 đồng".</summary>
    public static bool TryMoney(string? text, out long? money)
    {
        var digits = (text ?? "").Trim();
        if (Array.Find(Units, unit => digits.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) is { } unit)
        {
            digits = digits[..^unit.Length].TrimEnd();
            if (digits.Length == 0)
            {
                money = null;
                return false;
            }
        }

        return TryLong(digits, out money) && money is null or <= MoneyMost;
    }

    private static bool TryLong(string? text, out long? number)
    {
        number = null;
        var typed = (text ?? "").Trim();
        if (typed.Length == 0)
        {
            return true;
        }

        var isNumber = Grouped().IsMatch(typed) & long.TryParse(typed.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var read);
        number = isNumber ? read : null;
        return isNumber;
    }

    /// <summary>Digits alone, or in threes behind the first one to three.</summary>
    [GeneratedRegex(@"^(\d+|\d{1,3}([. \u00A0]\d{3})+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Grouped();
}
