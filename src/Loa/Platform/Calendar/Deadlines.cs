namespace Loa.Platform;

internal enum TermUnit
{
    WorkingDays = 1,
    Days = 2,
    Weeks = 3,
    Months = 4,
    Years = 5,
}

/// <summary>What becomes of a due date that falls on a day off.</summary>
internal enum OffDayPolicy
{
    Keep = 1,

    /// <summary>The first working day after it: Civil Code 2015, art. 148(5), which holds unless a document says otherwise.</summary>
    Next = 2,

    /// <summary>The last working day before it: for what must be in by then.</summary>
    Previous = 3,
}

/// <summary>A term such as "3 working days" or "1 month", counted from the day after the event (Civil Code 2015, art. 147(2)).</summary>
internal sealed record DeadlineRule(int Count, TermUnit Unit, OffDayPolicy WhenOff = OffDayPolicy.Next)
{
    /// <summary>Past this nobody means a term, and no date is reached.</summary>
    public const int MaxCount = 3_000;
}

/// <summary>A due date and how it came about; <see cref="DeadlineWords"/> prints it.</summary>
/// <param name="Start">The day of the event, not counted; null for a date that was given outright.</param>
/// <param name="Nominal">Where the term ends before days off are looked at.</param>
/// <param name="Notable">The days on the way that were passed over, and make-up days that were counted although it was a weekend, in order.</param>
/// <param name="Clamped">The month of the end has no such day, so its last day counts (art. 148(4)).</param>
internal sealed record Deadline(DateOnly? Start, DeadlineRule Rule, DateOnly Nominal, DateOnly Due, IReadOnlyList<DayStatus> Notable, bool Clamped);

/// <summary>From a rule to a date, every step kept.</summary>
internal static class Deadlines
{
    public static Deadline After(DateOnly start, DeadlineRule rule, WorkingDays days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rule.Count, nameof(rule));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rule.Count, DeadlineRule.MaxCount, nameof(rule));
        if (rule.Unit == TermUnit.WorkingDays)
        {
            var due = days.Add(start, rule.Count);
            return new Deadline(start, rule, due, due, Notable(start.AddDays(1), due, days), Clamped: false);
        }

        var end = rule.Unit switch
        {
            TermUnit.Days => start.AddDays(rule.Count),
            TermUnit.Weeks => start.AddDays(7 * rule.Count),
            TermUnit.Months => start.AddMonths(rule.Count),
            _ => start.AddYears(rule.Count),
        };
        var clamped = rule.Unit is TermUnit.Months or TermUnit.Years && end.Day != start.Day;
        return Settle(start, rule, end, clamped, days);
    }

    /// <summary>A date that a document names; only the policy for days off is left to apply.</summary>
    public static Deadline On(DateOnly date, OffDayPolicy whenOff, WorkingDays days) =>
        Settle(null, new DeadlineRule(0, TermUnit.Days, whenOff), date, clamped: false, days);

    private static Deadline Settle(DateOnly? start, DeadlineRule rule, DateOnly end, bool clamped, WorkingDays days)
    {
        var due = rule.WhenOff switch
        {
            OffDayPolicy.Next => days.OnOrAfter(end),
            OffDayPolicy.Previous => days.OnOrBefore(end),
            _ => end,
        };
        var (from, to) = due > end ? (end, due) : (due, end);
        return new Deadline(start, rule, end, due, Notable(from, to, days).Where(day => !day.IsWorking).ToList(), clamped);
    }

    private static DayStatus[] Notable(DateOnly from, DateOnly to, WorkingDays days) =>
        [.. Enumerable.Range(from.DayNumber, to.DayNumber - from.DayNumber + 1).Select(day => days.Of(DateOnly.FromDayNumber(day))).Where(day => !day.IsWorking || day.Special?.Kind == DayKind.MakeUp)];
}
