using System.Net;
using Loa.Modules.WorkCalendar;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.WorkCalendar;

public abstract class WorkCalendarTests(LoaHost host)
{
    [Fact]
    public async Task Year_ForAnySignedInPerson_ShowsTheDaysAndNoWayToEdit()
    {
        using var browser = await host.BrowseAsAsync(Role.UnitOfficer);

        var page = await browser.GetAsync(CalendarLinks.Of(2026));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextOf("#days").ShouldNotBeNull().ShouldContain("10/01/2026");
        page.Document.QuerySelectorAll("#days tbody tr").Length.ShouldBe(HolidayTable.Shipped.Of(2026).Count);
        page.Document.QuerySelector($"a[href^='{CalendarLinks.Add}']").ShouldBeNull();
        page.Document.QuerySelector(".notice.warning").ShouldBeNull();
        page.TextOf("#periods").ShouldNotBeNull().ShouldContain("quý III/2026");
    }

    [Fact]
    public async Task Year_NotDecidedYet_SaysSo()
    {
        using var browser = await host.BrowseAsAsync(Role.Leader);

        (await browser.GetAsync(CalendarLinks.Of(2031))).TextOf(".notice.warning").ShouldNotBeNull().ShouldContain("Chưa có quyết định");
        (await browser.GetAsync(CalendarLinks.Of(int.MaxValue))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Deadline_AskedFor_IsPrintedStepByStep()
    {
        using var browser = await host.BrowseAsAsync(Role.UnitOfficer);
        var page = await browser.GetAsync(CalendarLinks.Of(2026));

        var answer = await page.SubmitAsync(page.Form("main form"), ("tu", "29/4/2026"), ("so", "3"));

        answer.TextOf("#ket-qua").ShouldBe("3 ngày làm việc kể từ 29/4/2026: 30/4 nghỉ lễ, 1/5 nghỉ lễ, 2–3/5 cuối tuần → 06/5/2026");
    }

    [Theory]
    [InlineData("29/4/2026", "0")]
    [InlineData("29/4/2026", "99999")]
    [InlineData("hôm nào đó", "3")]
    [InlineData("1/1/1900", "3")]
    public async Task Deadline_ThatMakesNoSense_GivesNoResult(string from, string count)
    {
        using var browser = await host.BrowseAsAsync(Role.UnitOfficer);
        var page = await browser.GetAsync(CalendarLinks.Of(2026));

        var answer = await page.SubmitAsync(page.Form("main form"), ("tu", from), ("so", count));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.TextOf("#ket-qua").ShouldBeNull();
        answer.TextOf(".field-error").ShouldNotBeNull();
    }

    [Fact]
    public async Task Edit_ByTheAdministrator_ChangesEveryDeadline_IsRecorded_AndCanBeTakenBack()
    {
        var date = new DateOnly(2027, 9, 3);
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        (await browser.GetAsync(CalendarLinks.Of(2027))).Document.QuerySelector($"a[href='{CalendarLinks.Edit(date)}']").ShouldNotBeNull();
        var page = await browser.GetAsync(CalendarLinks.Edit(date));
        page.TextOf(".notice").ShouldNotBeNull().ShouldContain("Quốc khánh");

        (await page.SubmitAsync(page.Form(), ("Kind", nameof(DayKind.Ordinary)), ("Name", "Theo Thông báo 12/TB-BNV"))).Location.ShouldBe(CalendarLinks.Of(2027));

        (await LoadAsync()).IsWorkingDay(date).ShouldBeTrue();
        var shown = await browser.GetAsync(CalendarLinks.Of(2027));
        shown.TextOf("#days").ShouldNotBeNull().ShouldContain("Theo Thông báo 12/TB-BNV");
        shown.TextOf(".history").ShouldNotBeNull().ShouldContain("Nhập ngày nghỉ, ngày làm bù");
        (await host.QueryAsync(db => db.Set<AuditChange>().AnyAsync(change => change.SubjectType == CalendarDay.SubjectType && change.SubjectId == CalendarDay.Subject))).ShouldBeTrue();

        page = await browser.GetAsync(CalendarLinks.Edit(date));
        (await page.SubmitAsync(page.Form("main form[action*=Remove]"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await LoadAsync()).IsWorkingDay(date).ShouldBeFalse();
    }

    [Theory]
    [InlineData("24/11/2028", nameof(DayKind.MakeUp), "Làm bù", "Chủ nhật")]
    [InlineData("25/11/2028", nameof(DayKind.SwappedOff), "Nghỉ", "cuối tuần")]
    [InlineData("24/11/2028", nameof(DayKind.Holiday), "", "căn cứ")]
    [InlineData("", nameof(DayKind.Holiday), "Nghỉ", "Hãy nhập")]
    public async Task Edit_WhatCannotBe_IsRefusedWithAReason(string date, string kind, string name, string reason)
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        var page = await browser.GetAsync(CalendarLinks.Add);

        var answer = await page.SubmitAsync(page.Form(), ("Date", date), ("Kind", kind), ("Name", name));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.TextOf(".field-error").ShouldNotBeNull().ShouldContain(reason);
        (await host.QueryAsync(db => db.Set<CalendarDay>().AnyAsync(day => day.Date.Year == 2028))).ShouldBeFalse();
    }

    [Fact]
    public async Task Edit_TwoAtOnce_TheSecondIsTold()
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        var (one, other) = (await browser.GetAsync(CalendarLinks.Add), await browser.GetAsync(CalendarLinks.Add));
        (await one.SubmitAsync(one.Form(), ("Date", "24/11/2029"), ("Name", "Ngày Văn hóa"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var second = await other.SubmitAsync(other.Form(), ("Date", "24/11/2029"), ("Name", "Khác"));

        second.Status.ShouldBe(HttpStatusCode.BadRequest);
        second.Text.ShouldContain("vừa được người khác nhập");
        (await host.QueryAsync(db => db.Set<CalendarDay>().SingleAsync(day => day.Date == new DateOnly(2029, 11, 24)))).Name.ShouldBe("Ngày Văn hóa");
    }

    private Task<WorkingDays> LoadAsync() => host.InScopeAsync(services => services.GetRequiredService<CalendarDays>().LoadAsync());
}

public sealed class WorkCalendarOnSqlite(SqliteHost host) : WorkCalendarTests(host), IClassFixture<SqliteHost>;

public sealed class WorkCalendarOnPostgres(PostgresHost host) : WorkCalendarTests(host), IClassFixture<PostgresHost>;
