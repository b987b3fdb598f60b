using System.Net;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Modules.Reports;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Activities;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Reports;

public abstract class PlannedPeriodTests(LoaHost host)
{
    [Fact]
    public async Task PlannedPeriod_OpensOnItsDay_Once_AndSetsTheNext()
    {
        var (owner, units) = await host.CreateBodyAsync(2);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        using var officer = await host.OfficerOfAsync(owner);
        var year = host.Today().Year + 1;
        var page = await officer.GetAsync($"{ReportLinks.NewPeriod}?de-cuong={outline.ReportOutlineId}");
        var set = await page.SubmitAsync(page.Form("form.card"), ("OutlineId", outline.ReportOutlineId.ToString()), ("Span", $"quý 1/{year}"), ("OpensOn", $"03/03/{year}"), ("Repeats", "true"));
        set.Status.ShouldBe(HttpStatusCode.Redirect, set.TextOf("main"));
        var id = Guid.Parse(set.Location!.Split('/')[^1]);
        (await officer.GetAsync(ReportLinks.Period(id))).TextOf("main")!.ShouldContain($"Tự mở ngày 03/03/{year}");

        await RoundAsync();
        (await FindAsync(id)).State.ShouldBe(PeriodState.Planned, "its day has not come");
        MoveTo(new DateOnly(year, 3, 3));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(RoundAsync)));
        await RoundAsync();

        var opened = await FindAsync(id);
        opened.ShouldSatisfyAllConditions(p => p.State.ShouldBeOneOf(PeriodState.Opening, PeriodState.Open), p => p.JobId.ShouldNotBeNull());
        await host.RunOpeningAsync(id);
        (await host.QueryAsync(db => db.Set<Report>().CountAsync(report => report.ReportingPeriodId == id))).ShouldBe(1 + units.Count);
        var next = (await host.QueryAsync(db => db.Set<ReportingPeriod>().Where(p => p.OwnerAgencyId == owner.AgencyId && p.ReportingPeriodId != id).ToListAsync())).ShouldHaveSingleItem("three servers set one");
        next.ShouldSatisfyAllConditions(
            p => p.State.ShouldBe(PeriodState.Planned),
            p => (p.Year, p.Number, p.From, p.To).ShouldBe((year, 2, new DateOnly(year, 3, 15), new DateOnly(year, 6, 14))),
            p => p.OpensOn.ShouldBe(new DateOnly(year, 6, 3), "as many days before its cut-off as this one"),
            p => p.DueOn.ShouldBeGreaterThan(p.To),
            p => p.Title.ShouldEndWith($"quý II/{year}"),
            p => p.Target.ShouldBe(opened.Target),
            p => p.Repeats.ShouldBeTrue());
    }

    [Fact]
    public async Task PlannedPeriod_FollowsTheOutlineInUse_AndGivesWayToOneThatIsThere()
    {
        var (owner, _) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var newer = await host.CreateOutlineAsync(owner.AgencyId, o => (o.Version, o.ReplacesId) = (2, outline.ReportOutlineId));
        var day = host.Today().AddDays(5);
        var (follows, gives) = (await PlanAsync(outline, 1, day), await PlanAsync(outline, 2, day));
        var present = await host.OpenAsync(newer, period => period.Number = 2);

        MoveTo(day);
        await RoundAsync();

        (await FindAsync(follows)).ReportOutlineId.ShouldBe(newer.ReportOutlineId);
        (await host.QueryAsync(db => db.Set<ReportingPeriod>().CountAsync(p => p.ReportingPeriodId == gives))).ShouldBe(0);
        (await FindAsync(present.ReportingPeriodId)).State.ShouldBe(PeriodState.Open);
    }

    [Fact]
    public async Task PlannedPeriod_CanBeMovedOpenedAndDropped()
    {
        var (owner, _) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var today = host.Today();
        var (moved, dropped) = (await PlanAsync(outline, 1, today.AddDays(5), p => p.DueOn = today.AddDays(60)), await PlanAsync(outline, 2, today.AddDays(5)));
        using var officer = await host.OfficerOfAsync(owner);
        using var stranger = await host.OfficerOfAsync((await host.CreateBodyAsync(1)).Owner);
        (await stranger.GetAsync(ReportLinks.EditPeriod(moved))).Status.ShouldBe(HttpStatusCode.NotFound);

        var edit = await officer.GetAsync(ReportLinks.EditPeriod(moved));
        (await edit.SubmitAsync(edit.Form("form.card"), ("OpensOn", Text(today)))).TextOf(".error-summary")!.ShouldContain("sau hôm nay");
        edit = await officer.GetAsync(ReportLinks.EditPeriod(moved));
        (await edit.SubmitAsync(edit.Form("form.card"), ("OpensOn", Text(today.AddDays(9))))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await FindAsync(moved)).OpensOn.ShouldBe(today.AddDays(9));
        var page = await officer.GetAsync(ReportLinks.Period(moved));
        (await page.SubmitAsync(page.Form("form[action*='handler=Open']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await FindAsync(moved)).State.ShouldNotBe(PeriodState.Planned);
        (await page.SubmitAsync(page.Form("form[action*='handler=Drop']"))).Status.ShouldNotBe(HttpStatusCode.Redirect, "it is open by now");
        var other = await officer.GetAsync(ReportLinks.Period(dropped));
        (await other.SubmitAsync(other.Form("form[action*='handler=Drop']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.QueryAsync(db => db.Set<ReportingPeriod>().CountAsync(p => p.ReportingPeriodId == dropped))).ShouldBe(0);
    }

    [Fact]
    public async Task Next_OfDaysThatAPlanNames_LiesAsFarFromItsMonths()
    {
        var (owner, _) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var year = host.Today().Year + 1;
        var half = ReportFlow.Period(outline, p =>
        {
            (p.Every, p.Year, p.Number, p.Title) = ("P6M", year, 1, $"Báo cáo 6 tháng đầu năm {year}");
            (p.From, p.To, p.DueOn) = (new DateOnly(year - 1, 11, 20), new DateOnly(year, 5, 19), new DateOnly(year, 5, 25));
        });

        await host.InScopeAsync(async services =>
        {
            await services.GetRequiredService<PlannedPeriods>().SetNextAsync(half, default);
            await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
        });

        var next = await host.QueryAsync(db => db.Set<ReportingPeriod>().SingleAsync(p => p.OwnerAgencyId == owner.AgencyId));
        next.ShouldSatisfyAllConditions(
            p => (p.Year, p.Number).ShouldBe((year + 1, 1), "the report of six months comes once a year"),
            p => (p.From, p.To, p.DueOn).ShouldBe((new DateOnly(year, 11, 20), new DateOnly(year + 1, 5, 19), new DateOnly(year + 1, 5, 25))),
            p => p.OpensOn.ShouldBe(p.To.AddDays(-PlannedPeriods.DaysAhead)),
            p => p.Title.ShouldBe($"Báo cáo 6 tháng đầu năm {year + 1}"));
    }

    /// <summary>Quarters to the last day of their months leave no day out, however often one follows another.</summary>
    [Fact]
    public async Task Next_OfWholeMonths_EndsWithItsMonth()
    {
        var (owner, _) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var year = host.Today().Year + 2;
        var period = ReportFlow.Period(outline, p => (p.Year, p.From, p.To, p.DueOn) = (year, new DateOnly(year, 1, 1), new DateOnly(year, 3, 31), new DateOnly(year, 4, 5)));
        foreach (var (from, to) in new[] { (new DateOnly(year, 4, 1), new DateOnly(year, 6, 30)), (new DateOnly(year, 7, 1), new DateOnly(year, 9, 30)), (new DateOnly(year, 10, 1), new DateOnly(year, 12, 31)), (new DateOnly(year + 1, 1, 1), new DateOnly(year + 1, 3, 31)) })
        {
            await host.InScopeAsync(async services =>
            {
                await services.GetRequiredService<PlannedPeriods>().SetNextAsync(period, default);
                await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
            });
            period = await host.QueryAsync(db => db.Set<ReportingPeriod>().AsNoTracking().Where(p => p.OwnerAgencyId == owner.AgencyId).OrderByDescending(p => p.To).FirstAsync());
            (period.From, period.To).ShouldBe((from, to));
        }
    }

    /// <summary>A plan that wants its report before the regime's cut-off ends the figures early; the next period begins the day after.</summary>
    [Fact]
    public async Task Next_OfAPeriodCutOffEarly_BeginsTheDayAfterIt()
    {
        var (owner, _) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var year = host.Today().Year + 1;
        var period = ReportFlow.Period(outline, p => (p.Every, p.Year, p.Number, p.From, p.To, p.DueOn) = ("P1Y", year, 1, new DateOnly(year - 1, 12, 15), new DateOnly(year, 11, 19), new DateOnly(year, 11, 20)));

        await host.InScopeAsync(async services =>
        {
            await services.GetRequiredService<PlannedPeriods>().SetNextAsync(period, default);
            await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
        });

        var next = await host.QueryAsync(db => db.Set<ReportingPeriod>().SingleAsync(p => p.OwnerAgencyId == owner.AgencyId));
        (next.From, next.To, next.DueOn).ShouldBe((new DateOnly(year, 11, 20), new DateOnly(year + 1, 11, 19), new DateOnly(year + 1, 11, 20)));
    }

    [Fact]
    public async Task AddedAgency_TakesItsFiguresOver_NothingIsCountedTwice()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var forgotten = await host.CreateAgencyAsync($"Phòng {TestData.Unique("pb")}", AgencyKind.Division, AgencyLevel.Province, units[0].Code);
        foreach (var agency in new[] { units[0], forgotten })
        {
            await host.LogActivityAsync(agency.Code, activity =>
            {
                activity.HeldOn(new DateOnly(2026, 2, 3), new DateOnly(2026, 2, 3));
                activity.Form = CommunicationForm.Conference;
            });
        }

        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var period = await host.OpenAsync(outline, p => p.Target = AgencyTarget.Of(units[0].AgencyId, null));
        (await host.FigureAsync(await host.ReportAsync(period, units[0].AgencyId), outline.Figure("Hội nghị"))).OwnValue.ShouldBe(200);
        using var officer = await host.OfficerOfAsync(owner);
        using var unit = await host.OfficerOfAsync(units[0]);

        await unit.SendAsync(await host.ReportAsync(period, units[0].AgencyId));
        (await AddAsync(officer, period, forgotten)).TextOf(".error-summary")!.ShouldContain(units[0].Name, customMessage: "what was sent is not changed behind its back");
        var report = await unit.GetAsync(ReportLinks.Report((await host.ReportAsync(period, units[0].AgencyId)).ReportId));
        (await report.SubmitAsync(report.Form("form[action*='handler=TakeBack']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await AddAsync(officer, period, forgotten)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await AddAsync(officer, period, forgotten)).TextOf(".error-summary")!.ShouldContain("đã có báo cáo");
        await host.RunOpeningAsync(period.ReportingPeriodId);

        var (added, above) = (await host.ReportAsync(period, forgotten.AgencyId), await host.ReportAsync(period, units[0].AgencyId));
        added.ShouldSatisfyAllConditions(r => r.ParentReportId.ShouldBe(above.ReportId), r => r.PrefilledAt.ShouldNotBeNull());
        (await host.FigureAsync(added, outline.Figure("Hội nghị"))).OwnValue.ShouldBe(100);
        (await host.FigureAsync(above, outline.Figure("Hội nghị"))).OwnValue.ShouldBe(100);
    }

    private static async Task<TestPage> AddAsync(TestBrowser officer, ReportingPeriod period, Agency agency)
    {
        var page = await officer.GetAsync(ReportLinks.AddReport(period.ReportingPeriodId));
        return await page.SubmitAsync(page.Form("form.card"), ("AgencyId", agency.AgencyId.ToString()), ("Reason", "Bị sót khi mở kỳ"));
    }

    private async Task<Guid> PlanAsync(ReportOutline outline, int number, DateOnly day, Action<ReportingPeriod>? change = null)
    {
        var period = ReportFlow.Period(outline, p => (p.State, p.OpensOn, p.TreeOn, p.Number) = (PeriodState.Planned, day, day, number));
        change?.Invoke(period);
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            db.Add(period);
            await db.SaveChangesAsync();
        });
        return period.ReportingPeriodId;
    }

    private static string Text(DateOnly day) => Loa.Platform.Formats.Date(day);

    private Task<ReportingPeriod> FindAsync(Guid id) => host.QueryAsync(db => db.Set<ReportingPeriod>().AsNoTracking().SingleAsync(p => p.ReportingPeriodId == id));

    private Task RoundAsync() => host.InScopeAsync(services => services.GetServices<INotificationRound>().OfType<PlannedPeriodsRound>().Single().RunAsync(default));

    private void MoveTo(DateOnly day) => ((MovingTime)host.Services.GetRequiredService<TimeProvider>()).Advance(day.ToDateTime(new TimeOnly(9, 0)) - host.Services.GetRequiredService<Loa.Platform.Calendar>().VietnamNow);
}

public sealed class PlannedPeriodsOnSqlite(PlannedPeriodsOnSqlite.Host host) : PlannedPeriodTests(host), IClassFixture<PlannedPeriodsOnSqlite.Host>
{
    public sealed class Host : SqliteHost
    {
        private protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(new MovingTime());
    }
}

public sealed class PlannedPeriodsOnPostgres(PlannedPeriodsOnPostgres.Host host) : PlannedPeriodTests(host), IClassFixture<PlannedPeriodsOnPostgres.Host>
{
    public sealed class Host : PostgresHost
    {
        private protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(new MovingTime());
    }
}
