using FsCheck;
using FsCheck.Fluent;
using Loa.Platform;

namespace Loa.Tests.Platform.Calendars;

public sealed class LunarCalendarTests
{
    /// <summary>First day of Tết as Vietnamese calendars printed it, 2000 to 2050 (2007 and 2030 differ from the Chinese).</summary>
    private static readonly string[] NewYears =
    [
        "2000-02-05", "2001-01-24", "2002-02-12", "2003-02-01", "2004-01-22", "2005-02-09", "2006-01-29", "2007-02-17", "2008-02-07", "2009-01-26",
        "2010-02-14", "2011-02-03", "2012-01-23", "2013-02-10", "2014-01-31", "2015-02-19", "2016-02-08", "2017-01-28", "2018-02-16", "2019-02-05",
        "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13",
        "2030-02-02", "2031-01-23", "2032-02-11", "2033-01-31", "2034-02-19", "2035-02-08", "2036-01-28", "2037-02-15", "2038-02-04", "2039-01-24",
        "2040-02-12", "2041-02-01", "2042-01-22", "2043-02-10", "2044-01-30", "2045-02-17", "2046-02-06", "2047-01-26", "2048-02-14", "2049-02-02",
        "2050-01-23",
    ];

    [Fact]
    public void NewYear_From2000To2050_IsAsPrinted() =>
        Enumerable.Range(2000, 51).Select(year => LunarCalendar.NewYear(year).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(NewYears);

    /// <summary>1985 is the year Viet Nam kept Tết a month before China.</summary>
    [Theory]
    [InlineData(1985, 1, 21)]
    [InlineData(1968, 1, 29)]
    public void NewYear_WhereTheMeridianMattersMost_IsTheVietnamese(int year, int month, int day) =>
        LunarCalendar.NewYear(year).ShouldBe(new DateOnly(year, month, day));

    [Theory]
    [InlineData("2026-04-26", 3, 10)]
    [InlineData("2025-04-07", 3, 10)]
    [InlineData("2024-04-18", 3, 10)]
    [InlineData("2026-02-16", 12, 29)]
    [InlineData("2020-01-24", 12, 30)]
    public void FromSolar_KnownDays_GivesMonthAndDay(string day, int month, int lunarDay)
    {
        var date = LunarCalendar.FromSolar(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        (date.Month, date.Day, date.IsLeapMonth).ShouldBe((month, lunarDay, false));
    }

    [Theory]
    [InlineData(2020, 4)]
    [InlineData(2023, 2)]
    [InlineData(2025, 6)]
    [InlineData(2028, 5)]
    [InlineData(2033, 11)]
    public void LeapMonths_AreThoseOfTheAlmanac(int year, int month)
    {
        var repeated = Enumerable.Range(new DateOnly(year, 1, 1).DayNumber, 420).Select(day => LunarCalendar.FromSolar(DateOnly.FromDayNumber(day)))
            .Where(date => date.IsLeapMonth && date.Year == year).Select(date => date.Month).Distinct();

        repeated.ShouldBe([month]);
    }

    [Fact]
    public void ToSolar_AfterFromSolar_GivesTheDayBack() => Prop.ForAll(
        ArbMap.Default.GeneratorFor<int>().Select(n => new DateOnly(1920, 1, 1).AddDays((int)(Math.Abs((long)n * 7919) % 80_000))).ToArbitrary(),
        day => LunarCalendar.ToSolar(LunarCalendar.FromSolar(day)) == day).QuickCheckThrowOnFailure();

    [Fact]
    public void DaysInARow_CountUpOrBeginAMonth()
    {
        var before = LunarCalendar.FromSolar(new DateOnly(1999, 12, 31));
        for (var day = new DateOnly(2000, 1, 1); day.Year < 2051; day = day.AddDays(1))
        {
            var date = LunarCalendar.FromSolar(day);
            (date == before with { Day = before.Day + 1 } || (date.Day == 1 && before.Day is 29 or 30)).ShouldBeTrue($"{day}: {before} then {date}");
            before = date;
        }
    }

    [Fact]
    public void ToSolar_OfALeapMonthThatIsNone_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => LunarCalendar.ToSolar(new LunarDate(2026, 3, 1, IsLeapMonth: true)));
        Should.Throw<ArgumentOutOfRangeException>(() => LunarCalendar.ToSolar(new LunarDate(2025, 3, 1, IsLeapMonth: true)));
    }
}
