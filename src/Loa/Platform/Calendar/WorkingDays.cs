namespace Loa.Platform;

/// <summary>Why a day is worked or not.</summary>
internal readonly record struct DayStatus(DateOnly Date, bool IsWorking, SpecialDay? Special);

/// <summary>Working days from Monday to Friday, with the holidays and make-up days of the table. Saturday and Sunday are the weekly rest of the public service.</summary>
internal sealed class WorkingDays(HolidayTable table)
{
    /// <summary>Longer than any legal term; a larger number is a mistake of the caller.</summary>
    public const int MaxCount = 10_000;

    public HolidayTable Table => table;

    public DayStatus Of(DateOnly date)
    {
        var special = table.Find(date);
        var works = special?.Kind switch
        {
            null or DayKind.Ordinary => !HolidayRules.IsWeekend(date),
            DayKind.MakeUp => true,
            _ => false,
        };
        return new DayStatus(date, works, special);
    }

    public bool IsWorkingDay(DateOnly date) => Of(date).IsWorking;

    /// <summary>The first working day after the date.</summary>
    public DateOnly Next(DateOnly date) => OnOrAfter(date.AddDays(1));

    /// <summary>The last working day before the date.</summary>
    public DateOnly Previous(DateOnly date) => OnOrBefore(date.AddDays(-1));

    public DateOnly OnOrAfter(DateOnly date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    public DateOnly OnOrBefore(DateOnly date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.AddDays(-1);
        }

        return date;
    }

    /// <summary>The n-th working day after the date, or before it when n is negative; the date itself is not counted.</summary>
    public DateOnly Add(DateOnly date, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs((long)count), MaxCount, nameof(count));
        for (var left = Math.Abs(count); left > 0; left--)
        {
            date = count > 0 ? Next(date) : Previous(date);
        }

        return date;
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when <paramref name="to"/> lies before.</summary>
    public int Count(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            // What Add(from, -n) passes over: the days before from, down to and including to.
            return -Enumerable.Range(to.DayNumber, from.DayNumber - to.DayNumber).Count(day => IsWorkingDay(DateOnly.FromDayNumber(day)));
        }

        return Enumerable.Range(from.DayNumber + 1, to.DayNumber - from.DayNumber).Count(day => IsWorkingDay(DateOnly.FromDayNumber(day)));
    }
}
