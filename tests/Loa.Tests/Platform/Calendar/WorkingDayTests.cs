using FsCheck;
using FsCheck.Fluent;
using Loa.Platform;

namespace Loa.Tests.Platform.Calendars;

public sealed class WorkingDayTests
{
    private static readonly Gen<(DateOnly Day, int Count, WorkingDays Days)> Cases =
        from day in CalendarGenerators.Days
        from count in Gen.Choose(-200, 200)
        from days in CalendarGenerators.Tables
        select (day, count, days);

    [Fact]
    public void Count_UndoesAdd() => Cases.Check(c => c.Days.Count(c.Day, c.Days.Add(c.Day, c.Count)) == c.Count);

    [Fact]
    public void Add_OfWhatWasCounted_ReachesTheLastWorkingDay() => Cases.Check(c =>
    {
        var to = c.Day.AddDays(Math.Abs(c.Count) + 1);
        var count = c.Days.Count(c.Day, to);
        return count == 0 || c.Days.Add(c.Day, count) == c.Days.OnOrBefore(to);
    });

    [Fact]
    public void Add_IsMonotone_AndLandsOnWorkingDays() => Cases.Check(c =>
        c.Days.Add(c.Day, c.Count) < c.Days.Add(c.Day, c.Count + 1)
        && c.Days.Add(c.Day, c.Count) <= c.Days.Add(c.Day.AddDays(1), c.Count)
        && (c.Count == 0 || c.Days.IsWorkingDay(c.Days.Add(c.Day, c.Count))));

    [Fact]
    public void Count_OfTwoStretches_IsTheSum() => Cases.Check(c =>
    {
        var (middle, end) = (c.Day.AddDays(Math.Abs(c.Count) / 2), c.Day.AddDays(Math.Abs(c.Count) + 30));
        return c.Days.Count(c.Day, end) == c.Days.Count(c.Day, middle) + c.Days.Count(middle, end);
    });

    [Fact]
    public void NextAndPrevious_LeaveNoWorkingDayBetween() => Cases.Check(c =>
    {
        var next = c.Days.Next(c.Day);
        return next > c.Day && c.Days.Count(c.Day, next) == 1 && c.Days.Previous(next) <= c.Day && c.Days.Previous(c.Day) < c.Day;
    });

    [Fact]
    public void Add_FarTooMuch_IsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new WorkingDays(HolidayTable.Shipped).Add(new DateOnly(2026, 1, 1), int.MinValue));
}
