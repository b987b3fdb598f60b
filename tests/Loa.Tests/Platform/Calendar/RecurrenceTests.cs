using FsCheck;
using FsCheck.Fluent;
using Loa.Documents.Vietnamese;
using Loa.Platform;
using Loa.Platform.Localization;

namespace Loa.Tests.Platform.Calendars;

public sealed class RecurrenceTests
{
    private static readonly JsonLocalizer Words = new();

    private static readonly Gen<(DateOnly From, DateOnly To, CalendarInterval Every, DueDay? Due)> Cases =
        from start in CalendarGenerators.Days
        from length in Gen.Choose(0, 900)
        from every in CalendarGenerators.Rhythms
        from day in Gen.Choose(1, 31)
        from after in Gen.Choose(0, 2)
        from hasDue in Gen.Elements(false, true)
        select (start, start.AddDays(length), every, hasDue && every.Unit != CalendarUnit.Week ? new DueDay(day, after) : (DueDay?)null);

    [Fact]
    public void Occurrences_CoverTheIntervalWithoutGapOrOverlap() => Cases.Check(c =>
    {
        var found = Recurrence.Within(c.From, c.To, c.Every, c.Due).ToList();
        return found[0].From == c.From && found[^1].To == c.To
            && found.Zip(found.Skip(1)).All(pair => pair.First.To.AddDays(1) == pair.Second.From)
            && found.All(one => one.From <= one.To && one.Period.From <= one.From && one.To <= one.Period.To);
    });

    [Fact]
    public void Occurrences_HaveNamesOfTheirOwn_AndTheirPeriodHoldsTheirDays() => Cases.Check(c =>
    {
        var found = Recurrence.Within(c.From, c.To, c.Every, c.Due).ToList();
        return found.Select(one => one.Period.Name(Words)).Distinct(StringComparer.Ordinal).Count() == found.Count
            && found.All(one => CalendarPeriod.Containing(one.From, c.Every) == one.Period && CalendarPeriod.Containing(one.To, c.Every) == one.Period);
    });

    [Fact]
    public void Occurrences_AreNeverDueBeforeTheyBegin_NorOutOfOrder() => Cases.Check(c =>
    {
        var found = Recurrence.Within(c.From, c.To, c.Every, c.Due).ToList();
        return found.All(one => one.Due >= one.From) && found.Zip(found.Skip(1)).All(pair => pair.First.Due <= pair.Second.Due);
    });

    [Fact]
    public void Monthly_OnThe31st_IsClampedToTheMonthsEnd() =>
        Recurrence.Within(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 30), CalendarInterval.Parse("P1M"), new DueDay(31)).Select(one => one.Due)
            .ShouldBe([new(2026, 1, 31), new(2026, 2, 28), new(2026, 3, 31), new(2026, 4, 30)]);

    [Fact]
    public void Quarterly_DueInTheMonthAfter_FallsThere() =>
        Recurrence.Within(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), CalendarInterval.Parse("P3M"), new DueDay(5, 1)).Select(one => one.Due)
            .ShouldBe([new(2026, 4, 5), new(2026, 7, 5), new(2026, 10, 5), new(2027, 1, 5)]);

    [Fact]
    public void Monthly_OfAPlanThatBeginsAfterTheDueDay_IsFirstDueAtTheMonthsEnd() =>
        Recurrence.Within(new DateOnly(2026, 3, 25), new DateOnly(2026, 4, 10), CalendarInterval.Parse("P1M"), new DueDay(20)).Select(one => (one.From, one.To, one.Due, one.IsPartial))
            .ShouldBe([(new(2026, 3, 25), new(2026, 3, 31), new(2026, 3, 31), true), (new(2026, 4, 1), new(2026, 4, 10), new(2026, 4, 20), true)]);

    [Theory]
    [InlineData("P1W", "2026-03-18", "tuần 12/2026")]
    [InlineData("P1W", "2027-01-01", "tuần 53/2026")]
    [InlineData("P2W", "2026-03-18", "tuần 11–12/2026")]
    [InlineData("P2W", "2026-12-30", "tuần 53/2026")]
    [InlineData("P1M", "2026-03-18", "tháng 3/2026")]
    [InlineData("P2M", "2026-03-18", "tháng 3–4/2026")]
    [InlineData("P3M", "2026-05-18", "quý II/2026")]
    [InlineData("P6M", "2026-05-18", "6 tháng đầu năm 2026")]
    [InlineData("P6M", "2026-07-01", "6 tháng cuối năm 2026")]
    [InlineData("P9M", "2026-09-30", "9 tháng đầu năm 2026")]
    [InlineData("P1Y", "2026-09-30", "năm 2026")]
    public void Name_IsWhatOfficersSay(string every, string day, string name) =>
        CalendarPeriod.Containing(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), CalendarInterval.Parse(every))!.Value.Name(Words).ShouldBe(name);

    [Fact]
    public void NineMonths_ComeOnceAYear_AndLeaveTheLastQuarterOut()
    {
        Recurrence.Within(new DateOnly(2025, 11, 1), new DateOnly(2027, 3, 1), CalendarPeriod.NineMonths).Select(one => (one.From, one.To))
            .ShouldBe([(new DateOnly(2026, 1, 1), new DateOnly(2026, 9, 30)), (new DateOnly(2027, 1, 1), new DateOnly(2027, 3, 1))]);
        CalendarPeriod.Containing(new DateOnly(2026, 10, 1), CalendarPeriod.NineMonths).ShouldBeNull();
    }

    [Theory]
    [InlineData("P5M")]
    [InlineData("P1D")]
    [InlineData("P2Y")]
    [InlineData("P3W")]
    public void Within_ALengthNobodyCanName_IsRefused(string every) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Recurrence.Within(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1), CalendarInterval.Parse(every)));

    [Fact]
    public void Cutoffs_OfDecree09_AreTheFactSheets()
    {
        var days = new WorkingDays(HolidayTable.Shipped);
        var windows = ReportingCutoffs.Of(2026, ReportingCutoffs.Decree09, days).ToDictionary(window => window.Period.Name(Words), window => (window.From, window.To));

        windows.Count.ShouldBe(12 + 4 + 2 + 1 + 1);
        windows["tháng 3/2026"].ShouldBe((new DateOnly(2026, 2, 15), new DateOnly(2026, 3, 14)));
        windows["quý I/2026"].ShouldBe((new DateOnly(2025, 12, 15), new DateOnly(2026, 3, 14)));
        windows["quý III/2026"].ShouldBe((new DateOnly(2026, 6, 15), new DateOnly(2026, 9, 14)));
        windows["6 tháng đầu năm 2026"].ShouldBe((new DateOnly(2025, 12, 15), new DateOnly(2026, 6, 14)));
        windows["9 tháng đầu năm 2026"].ShouldBe((new DateOnly(2025, 12, 15), new DateOnly(2026, 9, 14)));
        windows["năm 2026"].ShouldBe((new DateOnly(2025, 12, 15), new DateOnly(2026, 12, 14)));
        foreach (var (earlier, later) in ((string, string)[])[("tháng 3/2026", "tháng 4/2026"), ("quý I/2026", "quý II/2026"), ("6 tháng đầu năm 2026", "6 tháng cuối năm 2026")])
        {
            windows[earlier].To.AddDays(1).ShouldBe(windows[later].From, "no figure is counted twice or not at all");
        }
    }

    [Fact]
    public void Cutoff_SentWithinTwoWorkingDays_IsDueThen()
    {
        var rule = ReportingCutoffs.Decree09[1] with { SendWithin = 2 };

        rule.Of(new CalendarPeriod(rule.Every, 2026, 1), new WorkingDays(HolidayTable.Shipped)).Due!.Due.ShouldBe(new DateOnly(2026, 3, 17));
    }
}
