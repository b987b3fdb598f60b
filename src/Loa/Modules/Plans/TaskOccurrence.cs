using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Platform;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans;

/// <summary>One turn of a recurring task ("quý II/2026"), the same for every agency that has the task.</summary>
internal sealed class TaskOccurrence
{
    /// <summary>More turns than this are no plan (ten years of weeks).</summary>
    public const int Most = 530;

    public Guid PlanTaskId { get; set; }

    public int Ordinal { get; set; }

    public DateOnly From { get; set; }

    public DateOnly To { get; set; }

    public DateOnly DueOn { get; set; }

    /// <summary>
    /// The turns of a task that recurs within known days. What comes back once a year in its own month or by its own day ("Tháng 12 hằng năm",
    /// "Trước ngày 15/11 hằng năm") has a turn in every programme year.
    /// </summary>
    public static IEnumerable<TaskOccurrence> Of(PlanTask task, int? yearTo)
    {
        if (task is not { TimeframeKind: TimeframeKind.Recurring, Every: { } every, DueOn: { } last } || !TryRead(every, out var interval))
        {
            return [];
        }

        var turns = interval == new CalendarInterval(1, CalendarUnit.Year) && (task.From is null || last.DayNumber - task.From.Value.DayNumber < 300)
            ? Enumerable.Range(0, Math.Max(0, (yearTo ?? last.Year) - last.Year) + 1).Select(years => Turn((task.From ?? new DateOnly(last.Year, 1, 1)).AddYears(years), last.AddYears(years), last.AddYears(years)))
            : Recurrence.Within(task.From ?? new DateOnly(last.Year, 1, 1), last, interval).Select(occurrence => Turn(occurrence.From, occurrence.To, occurrence.Due));
        return turns.Take(Most).Select((turn, index) =>
        {
            (turn.PlanTaskId, turn.Ordinal) = (task.PlanTaskId, index + 1);
            return turn;
        });
    }

    /// <summary>
    /// The turn with which work begins that is given on <paramref name="day"/>: the first one whose due day is not past by then. Turns that were over before the
    /// plan was put into force here, whatever the date printed on it, were asked of nobody through Loa and would only stand there as overdue. Of a task whose turns are
    /// all over (an old plan kept for the record) the last one stands, so that the task does not vanish from its list. Null where the task does not recur.
    /// </summary>
    public static TaskOccurrence? FirstDemanded(IReadOnlyList<TaskOccurrence> turns, DateOnly day) =>
        turns.Count == 0 ? null : turns.FirstOrDefault(turn => turn.DueOn >= day) ?? turns[^1];

    /// <summary>The period in words, as an officer writes it.</summary>
    public string Name(IStringLocalizer words, string? every) =>
        every is not null && TryRead(every, out var interval) && CalendarPeriod.Containing(From, interval) is { } period && interval.Unit != CalendarUnit.Year
            ? period.Name(words)
            : words["năm {0}", DueOn.Year];

    /// <summary>False for a rhythm whose periods nobody could name, such as every five months.</summary>
    private static bool TryRead(string every, out CalendarInterval interval)
    {
        interval = CalendarInterval.Parse(every);
        try
        {
            CalendarPeriod.Check(interval);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private static TaskOccurrence Turn(DateOnly from, DateOnly to, DateOnly dueOn) => new() { From = from, To = to, DueOn = dueOn };
}
