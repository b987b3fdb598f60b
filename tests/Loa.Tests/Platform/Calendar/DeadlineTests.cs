using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Loa.Platform;
using Loa.Platform.Localization;

namespace Loa.Tests.Platform.Calendars;

public sealed partial class DeadlineTests
{
    private static readonly WorkingDays Shipped = new(HolidayTable.Shipped);
    private static readonly JsonLocalizer Words = new();

    [Theory]
    [InlineData("2026-04-29", 3, nameof(TermUnit.WorkingDays), nameof(OffDayPolicy.Next), "3 ngày làm việc kể từ 29/4/2026: 30/4 nghỉ lễ, 1/5 nghỉ lễ, 2–3/5 cuối tuần → 06/5/2026")]
    [InlineData("2026-01-05", 1, nameof(TermUnit.WorkingDays), nameof(OffDayPolicy.Next), "1 ngày làm việc kể từ 05/01/2026 → 06/01/2026")]
    [InlineData("2026-01-09", 1, nameof(TermUnit.WorkingDays), nameof(OffDayPolicy.Next), "1 ngày làm việc kể từ 09/01/2026: 10/1 làm bù nên vẫn tính → 10/01/2026")]
    [InlineData("2026-02-13", 1, nameof(TermUnit.WorkingDays), nameof(OffDayPolicy.Next), "1 ngày làm việc kể từ 13/02/2026: 14–15/2 cuối tuần, 16–20/2 nghỉ Tết, 21–22/2 cuối tuần → 23/02/2026")]
    [InlineData("2026-01-31", 1, nameof(TermUnit.Months), nameof(OffDayPolicy.Next), "1 tháng kể từ 31/01/2026: tháng 2/2026 không có ngày 31, lấy ngày cuối tháng 28/02/2026; 28/2–1/3 cuối tuần, chuyển sang ngày làm việc đầu tiên sau đó → 02/3/2026")]
    [InlineData("2026-04-20", 10, nameof(TermUnit.Days), nameof(OffDayPolicy.Previous), "10 ngày kể từ 20/4/2026: hết ngày 30/4/2026; 30/4 nghỉ lễ, lấy ngày làm việc gần nhất trước đó → 29/4/2026")]
    [InlineData("2026-08-24", 1, nameof(TermUnit.Weeks), nameof(OffDayPolicy.Next), "1 tuần kể từ 24/8/2026: hết ngày 31/8/2026; 31/8 nghỉ hoán đổi, 1–2/9 nghỉ lễ, chuyển sang ngày làm việc đầu tiên sau đó → 03/9/2026")]
    [InlineData("2024-02-29", 1, nameof(TermUnit.Years), nameof(OffDayPolicy.Keep), "1 năm kể từ 29/02/2024: tháng 2/2025 không có ngày 29, lấy ngày cuối tháng 28/02/2025 → 28/02/2025")]
    [InlineData("2026-04-19", 1, nameof(TermUnit.Weeks), nameof(OffDayPolicy.Keep), "1 tuần kể từ 19/4/2026: hết ngày 26/4/2026; 26/4 nghỉ lễ, giữ nguyên ngày → 26/4/2026")]
    public void Explain_PrintsEveryStep(string start, int count, string unit, string policy, string text) =>
        DeadlineWords.Explain(Deadlines.After(DateOnly.Parse(start, CultureInfo.InvariantCulture), new DeadlineRule(count, Enum.Parse<TermUnit>(unit), Enum.Parse<OffDayPolicy>(policy)), Shipped), Words).ShouldBe(text);

    [Fact]
    public void Explain_AFixedDate_SaysWhereItMoved() =>
        DeadlineWords.Explain(Deadlines.On(new DateOnly(2026, 11, 22), OffDayPolicy.Next, Shipped), Words)
            .ShouldBe("Ngày 22/11/2026: 22/11 cuối tuần, chuyển sang ngày làm việc đầu tiên sau đó → 23/11/2026");

    [Fact]
    public void Explain_InEnglish_SaysTheSame()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        try
        {
            DeadlineWords.Explain(Deadlines.After(new DateOnly(2026, 4, 29), new DeadlineRule(3, TermUnit.WorkingDays), Shipped), Words)
                .ShouldBe("3 working days from 29/4/2026: 30/4 public holiday, 1/5 public holiday, 2–3/5 weekend → 06/5/2026");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Explain_AnyRule_EndsWithTheDueDate() => Cases.Check(c =>
    {
        var deadline = Deadlines.After(c.Start, c.Rule, c.Days);
        var last = FullDate().Matches(DeadlineWords.Explain(deadline, Words))[^1].Value;
        return last == DeadlineWords.Full(deadline.Due);
    });

    [Fact]
    public void Deadline_UnderNext_IsAWorkingDayNotBeforeTheEndOfTheTerm() => Cases.Check(c =>
    {
        var deadline = Deadlines.After(c.Start, c.Rule with { WhenOff = OffDayPolicy.Next }, c.Days);
        return c.Days.IsWorkingDay(deadline.Due) && deadline.Due >= deadline.Nominal && deadline.Due > c.Start;
    });

    [Fact]
    public void Deadline_UnderPrevious_IsAWorkingDayNotAfterTheEndOfTheTerm() => Cases.Check(c =>
    {
        var deadline = Deadlines.After(c.Start, c.Rule with { WhenOff = OffDayPolicy.Previous }, c.Days);
        return c.Days.IsWorkingDay(deadline.Due) && deadline.Due <= deadline.Nominal;
    });

    [Fact]
    public void Deadline_ALaterStartOrALongerTerm_NeverComesEarlier() => Cases.Check(c =>
    {
        var due = Deadlines.After(c.Start, c.Rule, c.Days).Due;
        return Deadlines.After(c.Start.AddDays(1), c.Rule, c.Days).Due >= due
            && Deadlines.After(c.Start, c.Rule with { Count = c.Rule.Count + 1 }, c.Days).Due >= due;
    });

    [Fact]
    public void Deadline_WhatItNames_IsEveryDayOffItPassed() => Cases.Check(c =>
    {
        var deadline = Deadlines.After(c.Start, c.Rule with { Unit = TermUnit.WorkingDays }, c.Days);
        var off = Enumerable.Range(c.Start.DayNumber + 1, deadline.Due.DayNumber - c.Start.DayNumber).Count(day => !c.Days.IsWorkingDay(DateOnly.FromDayNumber(day)));
        return deadline.Notable.Count(day => !day.IsWorking) == off && deadline.Due.DayNumber - c.Start.DayNumber == off + c.Rule.Count;
    });

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(DeadlineRule.MaxCount + 1)]
    public void After_ATermThatIsNone_IsRefused(int count) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Deadlines.After(new DateOnly(2026, 1, 1), new DeadlineRule(count, TermUnit.Days), Shipped));

    private static readonly Gen<(DateOnly Start, DeadlineRule Rule, WorkingDays Days)> Cases =
        from start in CalendarGenerators.Days
        from rule in CalendarGenerators.Rules
        from days in CalendarGenerators.Tables
        select (start, rule, days);

    [GeneratedRegex(@"\d{2}/\d{1,2}/\d{4}", RegexOptions.None, 1000)]
    private static partial Regex FullDate();
}
