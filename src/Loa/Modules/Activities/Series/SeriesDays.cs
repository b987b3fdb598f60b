using Loa.Data;

namespace Loa.Modules.Activities.Series;

internal enum SeriesRhythm
{
    /// <summary>Every seven days from the first one.</summary>
    Weekly = 1,

    /// <summary>The same day of every month; its last day where the month has no such day.</summary>
    Monthly = 2,

    /// <summary>Every chosen day of the week.</summary>
    Weekdays = 3,
}

/// <summary>The days of a series.</summary>
internal static class SeriesDays
{
    /// <summary>More in one go is a slip of the finger; a year of working days is 250.</summary>
    public const int Most = 400;

    /// <summary>In order; one more than <see cref="Most"/> where there are more.</summary>
    public static IReadOnlyList<DateOnly> Between(DateOnly from, DateOnly to, SeriesRhythm rhythm, IReadOnlyCollection<DayOfWeek> weekdays) =>
        [.. (rhythm switch
        {
            SeriesRhythm.Weekly => Steps(from, to, step => from.AddDays(7 * step)),
            SeriesRhythm.Monthly => Steps(from, to, from.AddMonths),
            _ => Steps(from, to, from.AddDays).Where(day => weekdays.Contains(day.DayOfWeek)),
        }).Take(Most + 1)];

    /// <summary>The id of one day's activity follows from the form's and the day: pressing twice writes once.</summary>
    public static Guid IdOf(Guid formId, DateOnly day) => DerivedId.Of(formId, day.DayNumber);

    private static IEnumerable<DateOnly> Steps(DateOnly from, DateOnly to, Func<int, DateOnly> at)
    {
        for (var step = 0; at(step) is var day && day <= to; step++)
        {
            yield return day;
        }
    }
}
