using Loa.Documents.Vietnamese;

namespace Loa.Platform;

/// <summary>From when to when the figures of a reporting period are counted, and when the report is due.</summary>
internal sealed record ReportingWindow(CalendarPeriod Period, DateOnly From, DateOnly To, Deadline? Due);

/// <summary>A rule of cut-offs: figures run from a day of the month before the period to a day of its last month.</summary>
/// <param name="OpensOn">Day of the month before the period begins.</param>
/// <param name="ClosesOn">Day of the period's last month.</param>
/// <param name="SendWithin">Working days after the closing day; null where a place names its own days.</param>
internal sealed record ReportingCutoff(CalendarInterval Every, int OpensOn, int ClosesOn, int? SendWithin = null)
{
    public ReportingWindow Of(CalendarPeriod period, WorkingDays days)
    {
        var before = new DateOnly(period.From.Year, period.From.Month, 1).AddMonths(-1);
        var last = new DateOnly(period.To.Year, period.To.Month, 1);
        var close = Clamp(last, ClosesOn);
        return new ReportingWindow(period, Clamp(before, OpensOn), close, SendWithin is { } within ? Deadlines.After(close, new DeadlineRule(within, TermUnit.WorkingDays), days) : null);
    }

    private static DateOnly Clamp(DateOnly month, int day) => month.AddDays(Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)) - 1);
}

/// <summary>
/// The cut-offs of the national reporting regime (Decree 09/2019/NĐ-CP, as provinces apply it): from the 15th of the month before to the 14th of
/// the last month. Places differ, so a plan or an agency may carry a rule of its own.
/// </summary>
internal static class ReportingCutoffs
{
    private const int Opens = 15;
    private const int Closes = 14;

    public static IReadOnlyList<ReportingCutoff> Decree09 { get; } =
    [
        new(new CalendarInterval(1, CalendarUnit.Month), Opens, Closes),
        new(new CalendarInterval(3, CalendarUnit.Month), Opens, Closes),
        new(new CalendarInterval(6, CalendarUnit.Month), Opens, Closes),
        new(CalendarPeriod.NineMonths, Opens, Closes),
        new(new CalendarInterval(1, CalendarUnit.Year), Opens, Closes),
    ];

    /// <summary>All periods of a year with their windows, shortest first.</summary>
    public static IEnumerable<ReportingWindow> Of(int year, IEnumerable<ReportingCutoff> rules, WorkingDays days) =>
        from rule in rules
        from occurrence in Recurrence.Within(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), rule.Every)
        select rule.Of(occurrence.Period, days);
}
