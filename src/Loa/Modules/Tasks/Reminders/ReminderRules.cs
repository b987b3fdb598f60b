using Loa.Platform;

namespace Loa.Modules.Tasks.Reminders;

/// <summary>When one is reminded of a due day. The same for every agency; there is no setting to search for when somebody asks why a reminder came.</summary>
internal static class ReminderRules
{
    /// <summary>So many working days before it; a day that is no working day is counted back from as the calendar does.</summary>
    public const int WorkingDaysBefore = 3;

    /// <summary>Before the digest of the morning, which then holds it.</summary>
    public const int Hour = 6;

    /// <summary>After a stop of the servers the days that were missed are made up for, not more.</summary>
    public const int DaysMadeUp = 7;

    /// <summary>Calendar days after it, while the work is still open.</summary>
    public static readonly IReadOnlyList<int> DaysAfter = [1, 7];

    /// <summary>The longest stretch of days off (Tết with its weekends) is well below this.</summary>
    private const int FarthestAhead = 30;

    /// <summary>Due days of which one is reminded on <paramref name="day"/>.</summary>
    public static IEnumerable<DateOnly> DueDays(DateOnly day, WorkingDays days) =>
        DaysAfter.Select(after => day.AddDays(-after)).Append(day)
            .Concat(Enumerable.Range(1, FarthestAhead).Select(ahead => day.AddDays(ahead)).Where(due => days.Add(due, -WorkingDaysBefore) == day));
}
