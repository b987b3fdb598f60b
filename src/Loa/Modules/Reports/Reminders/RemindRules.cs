using Loa.Platform;

namespace Loa.Modules.Reports.Reminders;

/// <summary>When writers are reminded of a report that is not sent; how many days before and after is the period's own setting.</summary>
internal static class RemindRules
{
    /// <summary>Before the digest of the morning, which then holds it.</summary>
    public const int Hour = 6;

    /// <summary>After a stop of the servers the days that were missed are made up for, not more.</summary>
    public const int DaysMadeUp = 7;

    /// <summary>Whoever has not sent by then is not moved by one more message.</summary>
    public const int DaysAfterMost = 30;

    /// <summary>Calendar days in which the most working days before lie, with the longest stretch of days off (Tết) among them.</summary>
    public const int FarthestAhead = (ReportingPeriod.RemindMost * 7 / 5) + 20;

    /// <param name="before">Working days before the due day; 0: not before it.</param>
    /// <param name="after">Days between reminders once it is past; 0: not after it. Both 0: the period reminds nobody.</param>
    public static bool Falls(DateOnly day, DateOnly due, int before, int after, WorkingDays days)
    {
        if (before == 0 && after == 0)
        {
            return false;
        }

        var past = day.DayNumber - due.DayNumber;
        return past switch
        {
            0 => true,
            < 0 => before > 0 && days.Add(due, -before) == day,
            _ => after > 0 && past <= DaysAfterMost && past % after == 0,
        };
    }
}
