using System.Globalization;
using Loa.Modules.Activities;

namespace Loa.Modules.Dashboards;

/// <summary>Whole months one after another: what the sums of activities can be asked for.</summary>
/// <param name="From">The first of a month.</param>
/// <param name="To">The last of a month.</param>
internal readonly record struct MonthSpan(DateOnly From, DateOnly To)
{
    /// <summary>Longer spans are cut at their beginning: nobody compares more on one page.</summary>
    public const int MonthsMost = 36;

    private const int WeeksMost = 53;

    public int First => Activity.MonthOf(From);

    public int Last => Activity.MonthOf(To);

    public IEnumerable<DateOnly> Months
    {
        get
        {
            for (var month = From; month <= To; month = month.AddMonths(1))
            {
                yield return month;
            }
        }
    }

    /// <summary>Mondays of the weeks that lie in it, in whole or in part; the last year's worth of them.</summary>
    public IReadOnlyList<DateOnly> Weeks
    {
        get
        {
            var monday = From.AddDays(-(((int)From.DayOfWeek + 6) % 7));
            var all = new List<DateOnly>();
            for (; monday <= To; monday = monday.AddDays(7))
            {
                all.Add(monday);
            }

            return all.Count > WeeksMost ? all[^WeeksMost..] : all;
        }
    }

    public MonthSpan YearBefore => new(From.AddYears(-1), EndOf(To.AddYears(-1)));

    /// <summary>The same length just before or after.</summary>
    public MonthSpan Shifted(int times)
    {
        var months = Months.Count() * times;
        return new(From.AddMonths(months), EndOf(new DateOnly(To.Year, To.Month, 1).AddMonths(months)));
    }

    public static MonthSpan Covering(DateOnly from, DateOnly to)
    {
        var (first, last) = (new DateOnly(from.Year, from.Month, 1), EndOf(to < from ? from : to));
        return first.AddMonths(MonthsMost) > last ? new(first, last) : new(new DateOnly(last.Year, last.Month, 1).AddMonths(1 - MonthsMost), last);
    }

    /// <summary>"03/2026".</summary>
    public static string NameOf(DateOnly month) => month.ToString("MM'/'yyyy", CultureInfo.InvariantCulture);

    private static DateOnly EndOf(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
