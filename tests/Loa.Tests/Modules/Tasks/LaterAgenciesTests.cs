using System.Net;
using AngleSharp.Html.Dom;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Tasks;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Tasks;

public abstract class LaterAgenciesTests(LoaHost host)
{
    [Fact]
    public async Task NewAgency_OfAGroupThePlanNames_IsSaidOnThePlanAndAddedInOneClick()
    {
        using var issuer = await host.OfficerAsync();
        var plan = await IssueAsync(issuer);
        (await issuer.GetAsync(PlanLinks.Plan(plan.PlanId))).Document.QuerySelector("form[action*='handler=New']").ShouldBeNull("nobody was founded since");
        var founded = await FoundAsync("Sở Khoa học và Công nghệ mới");
        var officer = await host.CreateUserAsync(Role.UnitOfficer, founded.Code);

        var page = await issuer.GetAsync(PlanLinks.Plan(plan.PlanId));
        page.TextOf("main")!.ShouldContain("1 cơ quan mới thuộc nhóm “Các sở, ban, ngành cấp tỉnh” chưa được giao");
        var form = page.Form("form[action*='handler=New']");
        (await page.SubmitAsync(form, ("Reason", " "))).Status.ShouldBe(HttpStatusCode.BadRequest, "a reason is asked for");
        (await page.SubmitAsync(form, ("Reason", "Thành lập theo Nghị quyết 20"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var work = await host.QueryAsync(db => db.Set<Assignment>().AsNoTracking().SingleAsync(a => a.PlanId == plan.PlanId && a.AgencyId == founded.AgencyId));
        (work.Role, work.Reason, work.State).ShouldBe((AssignmentRole.Coordinating, "Thành lập theo Nghị quyết 20", AssignmentState.Open));
        work.AddedOn.ShouldNotBeNull();
        (await host.QueryAsync(db => db.Set<Notification>().Where(n => n.UserId == officer.Id).Select(n => n.Title).SingleAsync())).ShouldBe("Cơ quan được giao thêm 1 nhiệm vụ");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        (await browser.GetAsync(WorkLinks.Item(work.AssignmentId))).TextOf(".timeline")!.ShouldContain("Thành lập theo Nghị quyết 20");
        var after = await issuer.GetAsync(PlanLinks.Plan(plan.PlanId));
        after.Document.QuerySelector("form[action*='handler=New']").ShouldBeNull("it has its part now");
        after.TextOf("#lich-su")!.ShouldContain("Thành lập theo Nghị quyết 20");
        (await host.QueryAsync(db => db.Set<Plan>().Where(p => p.PlanId == plan.PlanId).Select(p => p.AgencyCount).SingleAsync())).ShouldBe(plan.AgencyCount + 1);
    }

    [Fact]
    public async Task ForgottenAgency_GivenOneTask_ThenWithdrawnAndGivenAgain_HearsOfEachWithItsReason()
    {
        using var issuer = await host.OfficerAsync();
        var plan = await IssueAsync(issuer);
        var forgotten = await host.CreateAgencyAsync("Trung tâm Bị bỏ sót", AgencyKind.ServiceUnit);
        var officer = await host.CreateUserAsync(Role.UnitOfficer, forgotten.Code);
        var page = await issuer.GetAsync(PlanLinks.AddAgencies(plan.PlanId, plan.Tasks[1].PlanTaskId));
        var form = page.Form("main form:has([name=AgencyId])");
        var group = page.Document.QuerySelectorAll("[name=What] option").First(option => option.GetAttribute("value")!.StartsWith("g-", StringComparison.Ordinal)).GetAttribute("value")!;
        (await page.SubmitAsync(form, ("AgencyId", $"{forgotten.AgencyId}"), ("What", group), ("Reason", "x"))).Status.ShouldBe(HttpStatusCode.BadRequest, "the group does not mean it");

        (await page.SubmitAsync(form, ("AgencyId", $"{forgotten.AgencyId}"), ("Role", "Coordinating"), ("Reason", "Bị bỏ sót"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var work = await host.QueryAsync(db => db.Set<Assignment>().AsNoTracking().SingleAsync(a => a.PlanId == plan.PlanId && a.AgencyId == forgotten.AgencyId));
        work.PlanTaskId.ShouldBe(plan.Tasks[1].PlanTaskId);
        (await page.SubmitAsync(form, ("AgencyId", $"{forgotten.AgencyId}"), ("Reason", "Lần nữa"))).Status.ShouldBe(HttpStatusCode.BadRequest, "it has it already");

        await ActAsync(issuer, work, "Withdraw", "Giao nhầm");
        (await ReadAsync(work)).ShouldBe((AssignmentState.Withdrawn, "Giao nhầm"));
        (await issuer.GetAsync(PlanLinks.Task(plan.PlanId, work.PlanTaskId))).TextOf("main")!.ShouldContain("đã rút: Giao nhầm");
        await EndAsync(forgotten, new DateOnly(2024, 1, 1));
        var ended = await issuer.GetAsync(WorkLinks.Item(work.AssignmentId));
        (await ended.SubmitAsync(ended.Form("main form[action*='handler=GiveAgain']"), ("IssuerReason", "Rà soát lại"))).Status.ShouldBe(HttpStatusCode.BadRequest, "nobody carries on for it");
        await EndAsync(forgotten, null);
        await ActAsync(issuer, work, "GiveAgain", "Rà soát lại");
        (await ReadAsync(work)).ShouldBe((AssignmentState.Open, "Rà soát lại"));
        (await host.QueryAsync(db => db.Set<Notification>().CountAsync(n => n.UserId == officer.Id && n.Kind == WorkDesk.GivenKind))).ShouldBe(3);
        (await host.QueryAsync(db => db.Set<WorkEntry>().Where(e => e.AssignmentId == work.AssignmentId).OrderBy(e => e.At).Select(e => e.Kind).ToListAsync()))
            .ShouldBe([WorkEntryKind.Added, WorkEntryKind.Withdrawn, WorkEntryKind.Added]);

        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var own = await browser.GetAsync(WorkLinks.Item(work.AssignmentId));
        own.Document.QuerySelector("form[action*='handler=Withdraw']").ShouldBeNull("only the issuer withdraws");
        (await browser.GetAsync(PlanLinks.AddAgencies(plan.PlanId))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Add_ByTheOfficerOfAUnit_ReachesAnAgencyBesideItAsARequest()
    {
        var person = await host.CreateUserAsync(Role.UnitOfficer, "tg-sct");
        using var issuer = await host.BrowseAsAsync(person.Email!, TestData.Password);
        var plan = await host.IssueAsync(issuer, await host.ImportAsync(issuer, new PlanDocx { Reference = Reference(), Tasks = [("1", "Tuyên truyền cho doanh nghiệp", "Sở Công Thương", "", "Quý II/2024")] }.Write()));
        var beside = await host.AgencyIdAsync("tg-syt");

        var page = await issuer.GetAsync(PlanLinks.AddAgencies(plan.PlanId, plan.Tasks[0].PlanTaskId));
        (await page.SubmitAsync(page.Form("main form:has([name=AgencyId])"), ("AgencyId", $"{beside}"), ("What", $"{plan.Tasks[0].PlanTaskId}"), ("Role", "Lead"), ("Reason", "Cùng thực hiện"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await host.QueryAsync(db => db.Set<Assignment>().AsNoTracking().SingleAsync(a => a.PlanId == plan.PlanId && a.AgencyId == beside))).IsRequest.ShouldBeTrue();
    }

    private Task<int> EndAsync(Agency agency, DateOnly? day) =>
        host.QueryAsync(db => db.Set<Agency>().Where(a => a.AgencyId == agency.AgencyId).ExecuteUpdateAsync(set => set.SetProperty(a => a.ValidTo, day)));

    [Fact]
    public async Task Monitoring_TypedInTheDraft_IsNeverOverdue()
    {
        using var issuer = await host.OfficerAsync();
        var content = new PlanDocx { Reference = Reference(), Tasks = [("1", "Tổ chức hội nghị tập huấn", "Sở Nội vụ", "Sở Tài chính", "Quý II/2024")] }.Write();
        var importId = await host.ImportAsync(issuer, content);
        var review = await issuer.GetAsync(PlanLinks.Review(importId));
        var draft = DraftJson.Read((await host.QueryAsync(db => db.Set<PlanImport>().Where(i => i.PlanImportId == importId).Select(i => i.Draft).SingleAsync()))!);
        (await review.SubmitAsync(review.Form($"#{draft.Tasks[0].Id} form"), ("f-monitoring", "Văn phòng UBND tỉnh\nSở Tài chính"))).Status.ShouldNotBe(HttpStatusCode.BadRequest);

        var plan = await host.IssueAsync(issuer, importId);

        var office = plan.Tasks[0].Assignments.Single(a => a.Role == AssignmentRole.Monitoring);
        office.DueOn.ShouldBeNull();
        office.IsOverdue(new DateOnly(2099, 1, 1)).ShouldBeFalse();
        plan.Tasks[0].Assignments.Count.ShouldBe(3, "who coordinates has the task once");
        (await issuer.GetAsync(PlanLinks.Task(plan.PlanId, plan.Tasks[0].PlanTaskId))).TextOf("main")!.ShouldContain("Theo dõi");
    }

    [Fact]
    public async Task Monitoring_OnTheItemPage_ShowsHowTheOthersStand()
    {
        using var issuer = await host.OfficerAsync();
        var plan = await IssueAsync(issuer);
        var watcher = await host.CreateAgencyAsync("Ban Chỉ đạo cải cách hành chính", AgencyKind.ServiceUnit);
        var page = await issuer.GetAsync(PlanLinks.AddAgencies(plan.PlanId, plan.Tasks[0].PlanTaskId));
        (await page.SubmitAsync(page.Form("main form:has([name=AgencyId])"), ("AgencyId", $"{watcher.AgencyId}"), ("Role", "Monitoring"), ("Reason", "Theo dõi, đôn đốc"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var work = await host.QueryAsync(db => db.Set<Assignment>().AsNoTracking().SingleAsync(a => a.PlanId == plan.PlanId && a.AgencyId == watcher.AgencyId));
        work.DueOn.ShouldBeNull();
        work.IsOverdue(new DateOnly(2099, 1, 1)).ShouldBeFalse();
        var officer = await host.CreateUserAsync(Role.UnitOfficer, watcher.Code);
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);

        var item = await browser.GetAsync(WorkLinks.Item(work.AssignmentId));

        item.TextOf("main")!.ShouldContain("Các cơ quan thực hiện nhiệm vụ này");
        item.Document.QuerySelectorAll("section[aria-labelledby=h-others] tbody tr").Length.ShouldBeGreaterThan(5);
        item.TextOf("section[aria-labelledby=h-others] tbody tr")!.ShouldContain("Quá hạn");
        (await issuer.GetAsync(WorkLinks.Board(plan.PlanId))).TextOf("table.board")!.ShouldNotContain("Ban Chỉ đạo");
    }

    private static async Task ActAsync(TestBrowser issuer, Assignment work, string handler, string reason)
    {
        var page = await issuer.GetAsync(WorkLinks.Item(work.AssignmentId));
        var form = page.Form($"main form[action*='handler={handler}']");
        (await page.SubmitAsync(form, ("IssuerReason", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync(form, ("IssuerReason", reason))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private async Task<(AssignmentState State, string? Reason)> ReadAsync(Assignment work)
    {
        var now = await host.QueryAsync(db => db.Set<Assignment>().AsNoTracking().SingleAsync(a => a.AssignmentId == work.AssignmentId));
        return (now.State, now.Reason);
    }

    private Task<Agency> FoundAsync(string name) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var agency = Agency.Create(TestData.Unique("a"), name, name, AgencyKind.Department, AgencyLevel.Province, await db.FindAsync<Agency>(await host.AgencyIdAsync("tg")), new DateOnly(2025, 7, 1));
        db.Add(agency);
        await db.SaveChangesAsync();
        return agency;
    });

    private static string Reference() => $"{Random.Shared.Next(1000, 90000)}/KH-UBND";

    private async Task<Plan> IssueAsync(TestBrowser issuer) => await host.IssueAsync(issuer, await host.ImportAsync(issuer, new PlanDocx { Reference = Reference() }.Write()));
}

public sealed class LaterAgenciesOnSqlite(SqliteHost host) : LaterAgenciesTests(host), IClassFixture<SqliteHost>;

public sealed class LaterAgenciesOnPostgres(PostgresHost host) : LaterAgenciesTests(host), IClassFixture<PostgresHost>;
