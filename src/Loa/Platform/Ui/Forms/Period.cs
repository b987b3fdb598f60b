using System.Globalization;
using System.Text.RegularExpressions;
using Loa.Documents.Vietnamese;

namespace Loa.Platform.Ui;

/// <summary>
/// A stretch of the calendar as officers name it: "tháng 5", "quý 3", "Q3/2026", "quý III năm 2026", "6 tháng đầu năm", "6 tháng cuối năm",
/// "9 tháng", "năm 2026", "2026". Without a year, the present one.
/// </summary>
internal readonly partial record struct Period(DateOnly Start, DateOnly End)
{
    public static bool TryParse(string? text, DateOnly today, out Period period)
    {
        period = default;
        var folded = Folding.Fold(text ?? "").Replace('-', '/').Trim();
        if (Pattern().Match(folded) is not { Success: true } match)
        {
            return false;
        }

        var year = match.Groups["year"] is { Success: true } typed ? int.Parse(typed.ValueSpan, CultureInfo.InvariantCulture) : today.Year;
        var (first, last) = Months(match);
        if (year is < 1900 or > 2200 || first is < 1 or > 12 || last > 12)
        {
            return false;
        }

        period = new Period(new DateOnly(year, first, 1), new DateOnly(year, last, DateTime.DaysInMonth(year, last)));
        return true;
    }

    /// <summary>As a person would type it, and <see cref="TryParse"/> reads it again: "quý 3/2026".</summary>
    public string Typed => (Start.Month, End.Month) switch
    {
        (1, 12) => $"năm {Start.Year}",
        (1, 9) => $"9 tháng/{Start.Year}",
        (1, 6) => $"6 tháng đầu năm {Start.Year}",
        (7, 12) => $"6 tháng cuối năm {Start.Year}",
        var (first, last) when last == first => $"tháng {first}/{Start.Year}",
        var (_, last) => $"quý {last / 3}/{Start.Year}",
    };

    /// <summary>01/07/2026 – 30/09/2026</summary>
    public override string ToString() => $"{Formats.Date(Start)} – {Formats.Date(End)}";

    private static (int First, int Last) Months(Match match)
    {
        if (match.Groups["month"] is { Success: true } month)
        {
            var number = Number(month.Value);
            return (number, number);
        }

        if (match.Groups["quarter"] is { Success: true } quarter)
        {
            var number = Number(quarter.Value);
            return number is >= 1 and <= 4 ? (number * 3 - 2, number * 3) : (0, 0);
        }

        if (match.Groups["half"].Success)
        {
            return match.Groups["late"].Success ? (7, 12) : (1, 6);
        }

        return match.Groups["nine"].Success ? (1, 9) : (1, 12);
    }

    private static int Number(string text) => text switch
    {
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        _ => int.Parse(text, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(
        @"^((thang|t)\s*(?<month>\d{1,2})|(quy|q)\s*(?<quarter>\d|iv|i{1,3})|(?<half>(6|sau) thang)( (dau|(?<late>cuoi))( nam)?)?|(?<nine>(9|chin) thang)( dau nam)?|(?<whole>ca nam|nam)|(?=\d{4}$))\s*[/,]?\s*(nam\s+)?(?<year>\d{4})?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Pattern();
}
