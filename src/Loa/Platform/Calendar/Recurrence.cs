using Loa.Documents.Vietnamese;

namespace Loa.Platform;

/// <summary>When the thing of one period is due: on a day of the period's last month or of a month after it.</summary>
/// <param name="Day">31 means the last day of any month.</param>
/// <param name="MonthsAfter">0: within the period ("trước ngày 20 hằng tháng"); 1: in the month that follows.</param>
internal readonly record struct DueDay(int Day, int MonthsAfter = 0);

/// <summary>One period of a recurrence, cut to the interval in which it runs.</summary>
/// <param name="Due">The due day before days off are looked at: <see cref="Deadlines.On"/> settles it.</param>
internal sealed record Occurrence(CalendarPeriod Period, DateOnly From, DateOnly To, DateOnly Due)
{
    public bool IsPartial => From != Period.From || To != Period.To;
}

/// <summary>A rhythm such as P1W or P3M over an interval, as periods that follow one another without gap or overlap.</summary>
internal static class Recurrence
{
    /// <summary>
    /// The periods that touch the interval, in order, the first and last cut to it. Without <paramref name="due"/> each is due on its last
    /// day. Nine months (P9M) mean January to September of each year: what the reporting rules call so leaves the last quarter out.
    /// </summary>
    public static IEnumerable<Occurrence> Within(DateOnly from, DateOnly to, CalendarInterval every, DueDay? due = null)
    {
        CalendarPeriod.Check(every);
        if (due is { Day: < 1 or > 31 } or { MonthsAfter: < 0 or > 12 } || (due is not null && every.Unit == CalendarUnit.Week))
        {
            throw new ArgumentOutOfRangeException(nameof(due), due, "A due day is a day of a month, at most a year later; a week is due when it ends.");
        }

        return to < from ? [] : Walk(from, to, every, due);
    }

    private static IEnumerable<Occurrence> Walk(DateOnly from, DateOnly to, CalendarInterval every, DueDay? due)
    {
        var first = CalendarPeriod.Containing(from, every) ?? new CalendarPeriod(every, from.Year + 1, 1);
        for (var period = first; period.From <= to; period = period.Next())
        {
            var (start, end) = (period.From < from ? from : period.From, period.To > to ? to : period.To);
            var day = DueOf(period, due) ?? end;
            // A plan that begins on the 25th cannot owe what was due on the 20th: its first stretch is due when it ends.
            yield return new Occurrence(period, start, end, day < start ? end : day);
        }
    }

    private static DateOnly? DueOf(CalendarPeriod period, DueDay? due)
    {
        if (due is not { } rule)
        {
            return null;
        }

        var month = new DateOnly(period.To.Year, period.To.Month, 1).AddMonths(rule.MonthsAfter);
        return month.AddDays(Math.Min(rule.Day, DateTime.DaysInMonth(month.Year, month.Month)) - 1);
    }
}
