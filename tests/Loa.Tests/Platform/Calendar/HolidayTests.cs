using Loa.Platform;

namespace Loa.Tests.Platform.Calendars;

public sealed class HolidayTests
{
    private static readonly WorkingDays Days = new(HolidayTable.Shipped);

    [Fact]
    public void Shipped_CoversElevenYears_OnlyThePastAsDecreed()
    {
        HolidayTable.YearsShipped.ShouldBe(Enumerable.Range(2020, 11));
        HolidayTable.YearsShipped.Where(year => HolidayTable.Shipped.Of(year).All(day => day.Source == DaySource.Decreed)).ShouldBe(Enumerable.Range(2020, 7));
    }

    [Fact]
    public void Projected_FutureYearsInTheFile_AreWhatTheRuleGives()
    {
        foreach (var year in Enumerable.Range(2027, 4))
        {
            HolidayTable.Shipped.Of(year).ShouldBe(HolidayRules.Project(year), year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The rule knows nothing of swaps; all else that was decided from 2021 to 2026 it finds by itself.</summary>
    [Fact]
    public void Projected_PastYears_AreWhatWasDecreedButForSwaps()
    {
        foreach (var year in Enumerable.Range(2020, 7))
        {
            var decreed = HolidayTable.Shipped.Of(year).Where(day => day.Kind is DayKind.Holiday or DayKind.Compensation).Select(day => (day.Date, day.Kind));
            HolidayRules.Project(year).Select(day => (day.Date, day.Kind)).ShouldBe(decreed, year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-01-10", true)]
    [InlineData("2026-04-27", false)]
    [InlineData("2026-08-22", true)]
    [InlineData("2026-08-31", false)]
    [InlineData("2026-09-03", true)]
    [InlineData("2025-04-26", true)]
    [InlineData("2025-05-02", false)]
    [InlineData("2023-05-03", false)]
    [InlineData("2020-09-03", true)]
    public void IsWorkingDay_DecreedDays_AreAsDecreed(string day, bool works) =>
        Days.IsWorkingDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(works);

    [Fact]
    public void EveryYear_HasElevenHolidays_AndEveryLostOneIsMadeUp()
    {
        foreach (var year in Enumerable.Range(2021, 60))
        {
            var days = HolidayTable.Shipped.Of(year);
            var holidays = days.Where(day => day.Kind == DayKind.Holiday).ToList();
            holidays.Count.ShouldBe(11, $"{year}");
            days.Count(day => day.Kind == DayKind.Compensation).ShouldBe(holidays.Count(day => HolidayRules.IsWeekend(day.Date)), $"{year}");
            days.Count(day => day.Kind == DayKind.SwappedOff).ShouldBe(days.Count(day => day.Kind == DayKind.MakeUp), $"{year}");
            days.Where(day => day.Kind is DayKind.Compensation or DayKind.SwappedOff).ShouldAllBe(day => !HolidayRules.IsWeekend(day.Date));
            days.Where(day => day.Kind == DayKind.MakeUp).ShouldAllBe(day => HolidayRules.IsWeekend(day.Date));
        }
    }

    [Fact]
    public void With_AnAdministratorsDay_StandsInThePlaceOfTheShippedOne()
    {
        var table = HolidayTable.Shipped.With(
        [
            new SpecialDay(new DateOnly(2027, 9, 3), DayKind.Ordinary, null, DaySource.Administrator),
            new SpecialDay(new DateOnly(2027, 9, 1), DayKind.Holiday, Occasion.NationalDay, DaySource.Administrator),
            new SpecialDay(new DateOnly(2027, 11, 24), DayKind.Holiday, null, DaySource.Administrator, "Ngày Văn hóa"),
        ]);
        var days = new WorkingDays(table);

        days.IsWorkingDay(new DateOnly(2027, 9, 3)).ShouldBeTrue();
        days.IsWorkingDay(new DateOnly(2027, 9, 1)).ShouldBeFalse();
        days.IsWorkingDay(new DateOnly(2027, 11, 24)).ShouldBeFalse();
        Days.IsWorkingDay(new DateOnly(2027, 11, 24)).ShouldBeTrue("the shipped table is not changed");
    }
}
