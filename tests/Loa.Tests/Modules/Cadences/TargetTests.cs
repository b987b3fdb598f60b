using System.Net;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Agencies;
using Loa.Modules.Cadences;
using Loa.Modules.Plans;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Plans;
using Loa.Tests.Modules.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Cadences;

public abstract class TargetTests(LoaHost host)
{
    [Fact]
    public async Task Values_EnteredWithTheirSource_AreKeptAndTheLatestCounts()
    {
        using var issuer = await host.OfficerAsync();
        var (plan, target) = await TargetAsync(issuer, "90% người dân biết cách nộp hồ sơ trực tuyến", 90, "%");
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var here = CadenceLinks.Target(plan.PlanId, target.TargetId);

        var page = await browser.GetAsync(here);
        (await page.SubmitAsync(page.Form("#nhap"), ("Numerator", "mười"), ("Denominator", "0"), ("Note", ""))).TextOf(".error-summary")!.ShouldContain("nguồn số liệu");
        (await page.SubmitAsync(page.Form("#nhap"), ("Numerator", "80"), ("Denominator", "100"), ("Note", "Khảo sát"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await page.SubmitAsync(page.Form("#nhap"), ("Numerator", "95,5"), ("Denominator", "100"), ("Note", "Khảo sát lần hai"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await page.SubmitAsync(page.Form("#nhap"), ("Numerator", "1"), ("Denominator", "2"), ("Note", "Của người khác"), ("AgencyId", (await host.AgencyIdAsync("tg-sct")).ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);

        var shown = await browser.GetAsync($"{here}?co-quan={await host.AgencyIdAsync("tg-stp")}");
        shown.TextOf(".target-value")!.ShouldBe("95,5/100 (95,5%)");
        shown.TextOf("#lich-su")!.ShouldContain("Khảo sát lần hai");
        shown.Document.QuerySelectorAll("#lich-su li").Length.ShouldBe(2);
        (await issuer.GetAsync(CadenceLinks.Targets(plan.PlanId))).TextOf("main")!.ShouldContain("95,5%");
    }

    [Fact]
    public async Task Total_SumsAboveAndBelowTheLine_AlsoFromAgenciesOwnPlans()
    {
        using var issuer = await host.OfficerAsync();
        var (plan, target) = await TargetAsync(issuer, "Tỷ lệ hồ sơ trực tuyến", 50, "%");
        var (health, justice) = (await host.AgencyIdAsync("tg-syt"), await host.AgencyIdAsync("tg-stp"));
        await host.InScopeAsync(async services =>
        {
            var (db, desk) = (services.GetRequiredService<LoaDbContext>(), services.GetRequiredService<TargetDesk>());
            // The Department of Health's own plan takes the definition over; its value counts above.
            var unit = new Plan { PlanId = Guid.CreateVersion7(), OwnerAgencyId = health, PlanImportId = plan.PlanImportId, FileId = plan.FileId, Status = PlanStatus.Issued, Subject = "Kế hoạch của Sở Y tế" };
            var child = new Target { TargetId = Guid.CreateVersion7(), PlanId = unit.PlanId, Text = "Của Sở Y tế", Unit = "%", DefinitionId = target.TargetId };
            db.AddRange(unit, child);
            await desk.EnterAsync(child.TargetId, health, new(2024, 6, 30), 9, 10, "Sổ theo dõi", default);
            await desk.EnterAsync(target.TargetId, justice, new(2024, 6, 30), 0, 90, "Sổ theo dõi", default);
            await db.SaveChangesAsync();
        });

        var figures = await FiguresAsync(plan, target, [health, justice]);

        TargetFigure.Sum([.. figures.Values])!.Percent.ShouldBe(9m, "not the mean of 90% and 0%");
    }

    [Fact]
    public async Task Measure_OfActivities_ComputesAndIsRecordedAtTheMonthsEnd()
    {
        using var issuer = await host.OfficerAsync();
        var (plan, target) = await TargetAsync(issuer, "Ít nhất 10 tin", 10, "tin");
        var agency = await host.AgencyIdAsync("tg-syt");
        await host.LogActivityAsync("tg-syt", activity => { activity.Times = 4; activity.HeldOn(new(2024, 3, 5), new(2024, 3, 5)); });
        await host.LogActivityAsync("tg-syt", activity => { activity.Times = 7; activity.IsIntegrated = true; activity.HeldOn(new(2024, 5, 5), new(2024, 5, 5)); });
        await host.LogActivityAsync("tg-syt", activity => { activity.Form = CommunicationForm.Banner; activity.HeldOn(new(2024, 3, 5), new(2024, 3, 5)); });
        await host.LogActivityAsync("tg-syt", activity => activity.HeldOn(new(2025, 1, 5), new(2025, 1, 5)));

        var page = await issuer.GetAsync(CadenceLinks.Target(plan.PlanId, target.TargetId));
        (await page.SubmitAsync(page.Form("form[action*='handler=Measure']"), ("Input.Source", "Activities"), ("Input.Sum", "Copies"), ("Input.Base", "Number"), ("Input.BaseNumber", "0"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync(page.Form("form[action*='handler=Measure']"), ("Input.Source", "Activities"), ("Input.Sum", "Times"), ("Input.Forms", "News"), ("Input.Base", "None"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await FiguresAsync(plan, target, [agency]))[agency].Numerator.ShouldBe(11, "of the plan's year, of the form, stand-alone and integrated");
        (await FiguresAsync(plan, target, [agency], new(2024, 3, 31)))[agency].Numerator.ShouldBe(4);
        await host.InScopeAsync(services => services.GetRequiredService<TargetDesk>().RecordMonthAsync(new DateOnly(2024, 6, 1), new DateOnly(2024, 5, 31), default));
        await host.InScopeAsync(services => services.GetRequiredService<TargetDesk>().RecordMonthAsync(new DateOnly(2024, 6, 1), new DateOnly(2024, 5, 31), default));
        var recorded = await host.QueryAsync(db => db.Set<TargetValue>().Where(value => value.TargetId == target.TargetId && value.AgencyId == agency).ToListAsync());
        (recorded.ShouldHaveSingleItem("a month is recorded once").AsOf, recorded[0].Numerator).ShouldBe((new DateOnly(2024, 5, 31), 11m));
    }

    [Fact]
    public async Task Measure_WithHeadcountBelow_TakesEachAgencysOwn()
    {
        using var issuer = await host.OfficerAsync();
        var (plan, target) = await TargetAsync(issuer, "100% cán bộ được quán triệt", 100, "%");
        var agency = await host.AgencyIdAsync("tg-syt");
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            await db.Set<AgencyHeadcount>().Where(count => count.AgencyId == agency).ExecuteDeleteAsync();
            db.AddRange(new AgencyHeadcount { AgencyId = agency, CountedOn = new(2023, 1, 1), Count = 10 }, new AgencyHeadcount { AgencyId = agency, CountedOn = new(2024, 2, 1), Count = 40 });
            db.Add(new TargetMeasure { TargetId = target.TargetId, Base = BaseSource.Figure, BaseFigure = "agency.headcount" });
            await services.GetRequiredService<TargetDesk>().EnterAsync(target.TargetId, agency, new(2024, 6, 30), 30, null, "Danh sách ký", default);
            await db.SaveChangesAsync();
        });

        (await FiguresAsync(plan, target, [agency]))[agency].Percent.ShouldBe(75m);
    }

    private Task<IReadOnlyDictionary<Guid, TargetFigure>> FiguresAsync(Plan plan, Target target, Guid[] agencies, DateOnly? to = null) => host.InScopeAsync(async services =>
    {
        var reading = services.GetRequiredService<TargetReading>();
        return await reading.FiguresAsync(plan, target, await reading.MeasureAsync(target, default), agencies, to ?? new(2030, 1, 1), default);
    });

    private async Task<(Plan Plan, Target Target)> TargetAsync(TestBrowser issuer, string text, decimal value, string unit)
    {
        var plan = await host.PlanAsync(issuer);
        var target = new Target { TargetId = Guid.CreateVersion7(), PlanId = plan.PlanId, Ordinal = 50, Text = text, Value = value, Unit = unit, Comparison = TargetComparison.AtLeast };
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            db.Add(target);
            await db.SaveChangesAsync();
        });
        return (plan, target);
    }
}

public sealed class TargetOnSqlite(SqliteHost host) : TargetTests(host), IClassFixture<SqliteHost>;

public sealed class TargetOnPostgres(PostgresHost host) : TargetTests(host), IClassFixture<PostgresHost>;
