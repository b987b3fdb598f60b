using System.Globalization;
using Loa.Documents.Vietnamese;
using Microsoft.Extensions.Localization;

namespace Loa.Platform;

/// <summary>A stretch of the calendar with the name officers give it: week 12, quarter II, the first six months. Weeks are those of ISO 8601.</summary>
/// <param name="Every">How long it is: P1W, P2W, P1M … P1Y.</param>
/// <param name="Year">The year its name says; a week belongs to the year of its Thursday.</param>
/// <param name="Number">Which of that length in the year, from one.</param>
internal readonly record struct CalendarPeriod(CalendarInterval Every, int Year, int Number)
{
    /// <summary>The nine-month period of reports: January to September, once a year.</summary>
    public static readonly CalendarInterval NineMonths = new(9, CalendarUnit.Month);

    public bool IsWeeks => Every.Unit == CalendarUnit.Week;

    public DateOnly From => IsWeeks ? Monday(1 + (Number - 1) * Every.Count) : new DateOnly(Year, FirstMonth, 1);

    public DateOnly To => IsWeeks ? Monday(LastWeek).AddDays(6) : new DateOnly(Year, LastMonth, DateTime.DaysInMonth(Year, LastMonth));

    public int LastMonth => FirstMonth + Months(Every) - 1;

    private int FirstMonth => 1 + (Number - 1) * Months(Every);

    /// <summary>A year of 53 weeks ends with a shorter stretch, so that the next year's begins with week 1 again.</summary>
    private int LastWeek => Math.Min(Number * Every.Count, ISOWeek.GetWeeksInYear(Year));

    /// <summary>The period of that length a day belongs to; null only for the last quarter of a year under nine months.</summary>
    public static CalendarPeriod? Containing(DateOnly day, CalendarInterval every)
    {
        Check(every);
        if (every.Unit == CalendarUnit.Week)
        {
            var week = ISOWeek.GetWeekOfYear(day);
            return new CalendarPeriod(every, ISOWeek.GetYear(day), ((week - 1) / every.Count) + 1);
        }

        var number = ((day.Month - 1) / Months(every)) + 1;
        return every == NineMonths && number > 1 ? null : new CalendarPeriod(every, day.Year, number);
    }

    public CalendarPeriod Next()
    {
        var last = IsWeeks ? (ISOWeek.GetWeeksInYear(Year) + Every.Count - 1) / Every.Count : 12 / Months(Every);
        return Number < last ? this with { Number = Number + 1 } : new CalendarPeriod(Every, Year + 1, 1);
    }

    /// <summary>"tuần 12/2026", "tháng 3/2026", "quý II/2026", "6 tháng đầu năm 2026".</summary>
    public string Name(IStringLocalizer words)
    {
        if (IsWeeks)
        {
            var first = 1 + (Number - 1) * Every.Count;
            return first == LastWeek ? words["tuần {0}/{1}", first, Year] : words["tuần {0}–{1}/{2}", first, LastWeek, Year];
        }

        return (Months(Every), Number) switch
        {
            (1, _) => words["tháng {0}/{1}", Number, Year],
            (3, _) => words["quý {0}/{1}", Numerals.ToRoman(Number), Year],
            (6, 1) => words["6 tháng đầu năm {0}", Year],
            (6, _) => words["6 tháng cuối năm {0}", Year],
            (9, _) => words["9 tháng đầu năm {0}", Year],
            (12, _) => words["năm {0}", Year],
            _ => words["tháng {0}–{1}/{2}", FirstMonth, LastMonth, Year],
        };
    }

    /// <summary>Refuses lengths that do not divide a year: nobody could name their periods.</summary>
    public static void Check(CalendarInterval every)
    {
        if (every is not ({ Unit: CalendarUnit.Week, Count: 1 or 2 or 4 } or { Unit: CalendarUnit.Month, Count: 1 or 2 or 3 or 4 or 6 or 9 or 12 } or { Unit: CalendarUnit.Year, Count: 1 }))
        {
            throw new ArgumentOutOfRangeException(nameof(every), every, "Periods are of 1, 2 or 4 weeks, 1, 2, 3, 4, 6, 9 or 12 months, or a year.");
        }
    }

    private static int Months(CalendarInterval every) => every.Unit == CalendarUnit.Year ? 12 : every.Count;

    private DateOnly Monday(int week) => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, week, DayOfWeek.Monday));
}
