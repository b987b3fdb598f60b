using System.Globalization;
using System.Text.RegularExpressions;

namespace Loa.Platform.Ui;

/// <summary>A date as people type it: 25/5, 25-5-26, 25.5.2026, 25052026, also 2026-05-25. Without a year, the present one.</summary>
internal static partial class DateText
{
    public static bool TryParse(string? text, DateOnly today, out DateOnly date)
    {
        date = default;
        var trimmed = text?.Trim() ?? "";
        if (DateOnly.TryParseExact(trimmed, ["yyyy-MM-dd", "ddMMyyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            return true;
        }

        if (DayMonthYear().Match(trimmed) is not { Success: true } match)
        {
            return false;
        }

        var year = match.Groups["y"] is { Success: true } typed ? Number(typed) + (typed.Length == 2 ? 2000 : 0) : today.Year;
        return TryCreate(year, Number(match.Groups["m"]), Number(match.Groups["d"]), out date);
    }

    private static bool TryCreate(int year, int month, int day, out DateOnly date)
    {
        var exists = year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = exists ? new DateOnly(year, month, day) : default;
        return exists;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<d>\d{1,2})\s*[/.\-\s]\s*(?<m>\d{1,2})(\s*[/.\-\s]\s*(?<y>\d{4}|\d{2}))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex DayMonthYear();
}
