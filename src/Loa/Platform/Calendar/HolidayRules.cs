namespace Loa.Platform;

/// <summary>
/// The holidays of a year nobody has decided on yet: Labour Code 2019, art. 112 (and art. 111(3): a holiday on a weekly day of rest is
/// made up on the next working day). Which days adjoin Tết and the National Day is decided each year; the choice made here is the one that
/// gives every decision from 2021 to 2026. Swapped working days cannot be foreseen.
/// </summary>
internal static class HolidayRules
{
    private const int TetDays = 5;

    public static IReadOnlyList<SpecialDay> Project(int year)
    {
        var holidays = new SortedDictionary<DateOnly, Occasion>
        {
            [new DateOnly(year, 1, 1)] = Occasion.NewYear,
            [LunarCalendar.ToSolar(new LunarDate(year, 3, 10))] = Occasion.HungKings,
            [new DateOnly(year, 4, 30)] = Occasion.Reunification,
            [new DateOnly(year, 5, 1)] = Occasion.Labour,
        };
        AddAll(holidays, Tet(LunarCalendar.NewYear(year)), Occasion.Tet);
        AddAll(holidays, NationalDay(year), Occasion.NationalDay);

        var days = holidays.Select(pair => new SpecialDay(pair.Key, DayKind.Holiday, pair.Value, DaySource.Projected)).ToDictionary(day => day.Date);
        foreach (var (date, occasion) in holidays.Where(pair => IsWeekend(pair.Key)))
        {
            var free = date.AddDays(1);
            while (IsWeekend(free) || days.ContainsKey(free))
            {
                free = free.AddDays(1);
            }

            days.Add(free, new SpecialDay(free, DayKind.Compensation, occasion, DaySource.Projected));
        }

        return [.. days.Values.OrderBy(day => day.Date)];
    }

    public static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Two days before the new year, unless one day before leaves fewer days to be made up.</summary>
    private static DateOnly[] Tet(DateOnly newYear)
    {
        DateOnly[] From(int before) => [.. Enumerable.Range(-before, TetDays).Select(newYear.AddDays)];
        return From(1).Count(IsWeekend) < From(2).Count(IsWeekend) ? From(1) : From(2);
    }

    /// <summary>2 September with the day before or after: fewest days to be made up, then the longer rest, then the day before.</summary>
    private static DateOnly[] NationalDay(int year)
    {
        var day = new DateOnly(year, 9, 2);
        if (year < 2021)
        {
            return [day]; // The second day came with the Labour Code of 2019.
        }

        DateOnly[] before = [day.AddDays(-1), day];
        DateOnly[] after = [day, day.AddDays(1)];
        DateOnly[][] choices = [before, after];
        return choices.OrderBy(choice => choice.Count(IsWeekend)).ThenByDescending(Rest).First();
    }

    /// <summary>How many days in a row are off, with the weekend before or behind.</summary>
    private static int Rest(DateOnly[] days)
    {
        var (first, last) = (days[0], days[^1]);
        while (IsWeekend(first.AddDays(-1)))
        {
            first = first.AddDays(-1);
        }

        while (IsWeekend(last.AddDays(1)))
        {
            last = last.AddDays(1);
        }

        return last.DayNumber - first.DayNumber + 1;
    }

    private static void AddAll(SortedDictionary<DateOnly, Occasion> holidays, IEnumerable<DateOnly> dates, Occasion occasion)
    {
        foreach (var date in dates)
        {
            holidays[date] = occasion;
        }
    }
}
