using System.Net;
using Loa.Modules.Agencies;
using Loa.Modules.Agencies.Changes;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Modules.Tasks;
using Loa.Modules.Tasks.Board;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Tasks;

public abstract class WorkTests(LoaHost host)
{
    [Fact]
    public async Task MyWork_AfterAPlanIsIssued_ShowsWhatTheAgencyWasGivenByWhatIsDue()
    {
        var (_, work) = await IssueAsync("tg-stc");
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stc");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);

        var page = await browser.OpenAsync("/");
        var overdue = await browser.GetAsync(WorkLinks.Bucket(WorkBucket.Overdue));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector($"#Overdue a[href='{WorkLinks.Item(work.AssignmentId)}']").ShouldNotBeNull("the second quarter of 2024 is over");
        overdue.TextOf("main")!.ShouldContain("hội nghị tập huấn");
        (await browser.GetAsync($"{WorkLinks.MyWork}?vai-tro=Lead")).Document.QuerySelector($"a[href='{WorkLinks.Item(work.AssignmentId)}']").ShouldBeNull();
    }

    [Fact]
    public async Task Finish_ThenReopen_IsToldInTheHistoryAndLeavesTheList()
    {
        var (_, work) = await IssueAsync("tg-sxd");
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-sxd");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var page = await browser.GetAsync(WorkLinks.Item(work.AssignmentId));

        await Redirects(page.SubmitAsync(Form(page, "Note"), ("Text", "Đã mở lớp đầu tiên"), ("Done", "1"), ("Total", "3")));
        var after = await browser.GetAsync(WorkLinks.Item(work.AssignmentId));
        after.TextOf("main")!.ShouldContain("1/3 (33%)");
        // Two people on one page: what the first one saw is no longer so.
        (await page.SubmitAsync(Form(page, "Note"), ("Text", "cũ"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var form = Form(after, "Note");
        form.SetAttribute("action", $"{WorkLinks.Item(work.AssignmentId)}?handler=Finish");
        await Redirects(after.SubmitAsync(form, ("Text", "Xong cả ba lớp")));

        (await ReadAsync(work)).State.ShouldBe(AssignmentState.Done);
        (await browser.GetAsync(WorkLinks.MyWork)).Document.QuerySelector($"a[href='{WorkLinks.Item(work.AssignmentId)}']").ShouldBeNull();
        var done = await browser.GetAsync(WorkLinks.Item(work.AssignmentId));
        await Redirects(done.SubmitAsync(Form(done, "Reopen")));
        (await ReadAsync(work)).IsOpen.ShouldBeTrue();
        (await host.QueryAsync(db => db.Set<WorkEntry>().Where(entry => entry.AssignmentId == work.AssignmentId).OrderBy(entry => entry.At).Select(entry => entry.Kind).ToListAsync()))
            .ShouldBe([WorkEntryKind.Progress, WorkEntryKind.Done, WorkEntryKind.Reopened]);
    }

    [Fact]
    public async Task Extension_AskedAndGranted_MovesTheDueDayAndTellsBothSides()
    {
        var (_, work) = await IssueAsync("tg-sct");
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-sct");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var page = await browser.GetAsync(WorkLinks.Item(work.AssignmentId));
        (await page.SubmitAsync(Form(page, "Extend"), ("DueOn", "01/01/2024"), ("ExtensionReason", "Sớm hơn"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await Redirects(page.SubmitAsync(Form(page, "Extend"), ("DueOn", "15/07/2024"), ("ExtensionReason", "Giảng viên bận")));
        (await ReadAsync(work)).DueOn.ShouldBe(new DateOnly(2024, 6, 30), "the old day holds until it is granted");

        using var issuer = await host.OfficerAsync();
        var asked = await issuer.GetAsync(WorkLinks.Extensions);
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)asked.Document.QuerySelectorAll("main section form").Single(f => f.ParentElement!.TextContent.Contains("Giảng viên bận", StringComparison.Ordinal));
        form.SetAttribute("action", $"{WorkLinks.Extensions}?handler=Grant");
        await Redirects(asked.SubmitAsync(form, ("GrantedDueOn", "10/07/2024")));

        (await ReadAsync(work)).DueOn.ShouldBe(new DateOnly(2024, 7, 10));
        (await host.QueryAsync(db => db.Set<Notification>().CountAsync(n => n.UserId == officer.Id && n.Kind == WorkDesk.ExtensionKind))).ShouldBe(1);
        (await asked.SubmitAsync(form)).Status.ShouldBe(HttpStatusCode.NotFound, "it was answered already");
    }

    [Fact]
    public async Task PlanPage_ATaskWhoseLeadHasFinished_IsDoneAndNoLongerLate()
    {
        var (plan, _) = await IssueAsync("tg-sct");
        using var browser = await host.OfficerAsync();
        (await browser.GetAsync(PlanLinks.Plan(plan.PlanId))).TextOf("#t1")!.ShouldContain("Đã qua hạn");

        await host.QueryAsync(db => db.Set<Assignment>().Where(a => a.PlanId == plan.PlanId && a.Role == AssignmentRole.Lead).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AssignmentState.Done)));

        var row = (await browser.GetAsync(PlanLinks.Plan(plan.PlanId))).TextOf("#t1")!;
        row.ShouldNotContain("Đã qua hạn");
        row.ShouldContain("Đã hoàn thành");
    }

    [Fact]
    public async Task Item_OfAStranger_DoesNotExist()
    {
        var (_, work) = await IssueAsync("tg-skhdt");
        var stranger = await host.CreateUserAsync(Role.UnitOfficer, "hsl-x03");
        using var browser = await host.BrowseAsAsync(stranger.Email!, TestData.Password);

        (await browser.GetAsync(WorkLinks.Item(work.AssignmentId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(WorkLinks.RaiseOn(work.AssignmentId))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Difficulty_RaisedAnsweredAndSettled_GoesThroughTheBodyThatAnswersForThePlan()
    {
        var (plan, work) = await IssueAsync("tg-sgtvt");
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-sgtvt");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var raise = await browser.GetAsync(WorkLinks.RaiseOn(work.AssignmentId));
        raise.TextOf("main")!.ShouldContain("Ủy ban nhân dân tỉnh Thanh Giang");
        (await raise.SubmitAsync(raise.Form("main form:has(textarea)"), ("Text", " "))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var sent = await raise.SubmitAsync(raise.Form("main form:has(textarea)"), ("Text", "Chưa có kinh phí in tài liệu"));
        sent.Status.ShouldBe(HttpStatusCode.Redirect);

        using var issuer = await host.OfficerAsync();
        var thread = await issuer.GetAsync(sent.Location!);
        var answer = thread.Form("main form:has(textarea)");
        answer.SetAttribute("action", $"{sent.Location}?handler=Answer");
        await Redirects(thread.SubmitAsync(answer, ("Text", "Bố trí từ nguồn thường xuyên")));
        var settled = await browser.GetAsync(sent.Location!);
        var close = settled.Form("main form:has(textarea)");
        close.SetAttribute("action", $"{sent.Location}?handler=Close");
        await Redirects(settled.SubmitAsync(close));

        var difficulty = await host.QueryAsync(db => db.Set<Difficulty>().AsNoTracking().Include(d => d.Steps).SingleAsync(d => d.AssignmentId == work.AssignmentId));
        (difficulty.State, difficulty.PlanId, difficulty.Steps.Count).ShouldBe((DifficultyState.Closed, plan.PlanId, 2));
        (await browser.GetAsync(WorkLinks.Difficulties)).TextOf("main")!.ShouldContain("Chưa có kinh phí in tài liệu");
    }

    [Fact]
    public async Task Board_OfTheIssuer_ShowsEveryAgencyAndEachCellLeadsToItsWork()
    {
        var (plan, work) = await IssueAsync("tg-snnptnt");
        using var issuer = await host.OfficerAsync();

        var board = await issuer.GetAsync($"{WorkLinks.Board(plan.PlanId)}?tre=true");

        board.Status.ShouldBe(HttpStatusCode.OK);
        board.Document.QuerySelectorAll("table.board tbody tr").Length.ShouldBeGreaterThan(5);
        var rows = await host.QueryAsync(db => db.Set<Assignment>().CountAsync(a => a.PlanId == plan.PlanId));
        board.TextOf("table.board tfoot")!.ShouldContain($"0/{rows}");
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-snnptnt");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var own = await browser.GetAsync(WorkLinks.Board(plan.PlanId));
        own.Document.QuerySelectorAll("table.board tbody tr").Length.ShouldBe(1, "others see their own part of the tree");
        own.Document.QuerySelector($"a[href='{WorkLinks.Item(work.AssignmentId)}']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    [InlineData(false, int.MaxValue)]
    public async Task BoardCounts_InOnePass_AreThoseOfTheRowsOneByOne(bool onlyLate, int number)
    {
        var (plan, _) = await IssueAsync("tg-sct");
        var done = plan.Tasks.SelectMany(task => task.Assignments).Where((_, index) => index % 3 == 0).Select(a => a.AssignmentId).ToList();
        await host.QueryAsync(db => db.Set<Assignment>().Where(a => done.Contains(a.AssignmentId)).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AssignmentState.Done)));
        var today = new DateOnly(2024, 8, 1);

        var counts = await host.QueryAsync(db => BoardCounts.ReadAsync(db, db.Set<Assignment>().Where(a => a.PlanId == plan.PlanId), today, onlyLate, number, default));

        var rows = await host.QueryAsync(db => db.Set<Assignment>().AsNoTracking().Where(a => a.PlanId == plan.PlanId)
            .Join(db.Set<Agency>(), a => a.HolderAgencyId, agency => agency.AgencyId, (a, agency) => new { Work = a, Agency = agency }).ToListAsync());
        var agencies = rows.GroupBy(row => row.Agency.AgencyId)
            .Select(own => (own.First().Agency, Late: own.Count(row => row.Work.IsOverdue(today)), Done: own.Count(row => row.Work.State == AssignmentState.Done), Given: own.Count()))
            .Where(own => !onlyLate || own.Late > 0).OrderByDescending(own => own.Late).ThenBy(own => own.Agency.Level).ThenBy(own => own.Agency.SortOrder).ToList();
        var paging = Loa.Platform.Ui.Paging.Of(number, agencies.Count);
        counts.Agencies.Paging.ShouldBe(paging);
        counts.Agencies.Rows.Select(row => (row.Late, row.Done, row.Given)).ShouldBe(agencies.Skip(paging.Skip).Take(paging.Size).Select(own => (own.Late, own.Done, own.Given)));
        counts.Agencies.Rows.Select(row => row.AgencyId).Order().ShouldBeSubsetOf(agencies.Select(own => own.Agency.AgencyId));
        counts.Tasks.ShouldBe(rows.GroupBy(row => row.Work.PlanTaskId).ToDictionary(
            task => task.Key, task => new BoardCount(task.Count(row => row.Work.IsOverdue(today)), task.Count(row => row.Work.State == AssignmentState.Done), task.Count())), ignoreOrder: true);
    }

    /// <param name="born">The successor comes into being by the reorganisation, and is no more when that is taken back.</param>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reorganisation_OpenWork_PassesToTheSuccessorAndComesBack(bool born)
    {
        var old = await host.CreateAgencyAsync("Sở Sắp sáp nhập");
        var heir = born ? null : await host.CreateAgencyAsync("Sở Kế thừa");
        var (_, work) = await IssueAsync(old.Code);

        var change = await host.InScopeAsync(services => services.GetRequiredService<Reorganiser>().RecordAsync(
            AgencyChangeKind.Merge, new DateOnly(2025, 7, 1), "Nghị quyết số 20/NQ-HĐND", null, (tree, c) =>
            {
                heir ??= Operations.Establish(tree, c, new NewAgency(TestData.Unique("kt"), "Sở Kế thừa", "Sở KT", AgencyKind.Department, AgencyLevel.Province, old.ParentId));
                Operations.Merge(tree, c, [old.AgencyId], heir.AgencyId);
            }));
        (await ReadAsync(work)).HolderAgencyId.ShouldBe(heir!.AgencyId);
        (await ReadAsync(work)).AgencyId.ShouldBe(old.AgencyId, "what was submitted keeps the agency as it then was");
        var passed = await host.QueryAsync(db => db.Set<WorkEntry>().AsNoTracking().SingleAsync(entry => entry.AssignmentId == work.AssignmentId));
        (passed.Kind, passed.Text).ShouldBe((WorkEntryKind.PassedOn, "Sở Sắp sáp nhập → Sở Kế thừa (Nghị quyết số 20/NQ-HĐND)"));

        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<Loa.Data.LoaDbContext>();
            await services.GetRequiredService<Reorganiser>().TakeBackAsync(await db.Set<AgencyChange>().Include(c => c.Parts).SingleAsync(c => c.AgencyChangeId == change.AgencyChangeId), "Ghi nhầm");
        });
        (await ReadAsync(work)).HolderAgencyId.ShouldBe(old.AgencyId);
        (await host.QueryAsync(db => db.Set<WorkEntry>().CountAsync(entry => entry.AssignmentId == work.AssignmentId && entry.Kind == WorkEntryKind.PassedOn))).ShouldBe(2);
    }

    [Fact]
    public async Task Recurring_TurnsThatWereOverBeforeIssue_AreNotDemandedAndFinishingGoesOnFromThere()
    {
        var year = host.Services.GetRequiredService<Loa.Platform.Calendar>().VietnamToday.Year;
        using var issuer = await host.OfficerAsync();
        var plan = await host.IssueAsync(issuer, await host.ImportAsync(issuer, new PlanDocx
        {
            Reference = $"{Random.Shared.Next(1000, 90000)}/KH-UBND",
            Subject = $"Tuyên truyền cải cách hành chính giai đoạn {year} - {year + 1}",
            Tasks = [("1", "Đăng tin trên trang thông tin điện tử", "Sở Y tế", "", $"Hằng quý, từ 01/01/{year} đến 31/12/{year + 1}")],
        }.Write()));
        var health = await host.AgencyIdAsync("tg-syt");
        var work = plan.Tasks[0].Assignments.Single(a => a.AgencyId == health);
        var turns = await host.QueryAsync(db => db.Set<TaskOccurrence>().AsNoTracking().Where(t => t.PlanTaskId == work.PlanTaskId).OrderBy(t => t.Ordinal).ToListAsync());
        turns.Count.ShouldBe(8, plan.Tasks[0].When);
        var today = host.Services.GetRequiredService<Loa.Platform.Calendar>().VietnamToday;
        var first = turns.First(turn => turn.DueOn >= today);
        (work.OpenTurn, work.DueOn).ShouldBe((first.Ordinal, first.DueOn));

        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-syt");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var page = await browser.GetAsync(WorkLinks.Item(work.AssignmentId));
        page.Document.QuerySelectorAll("ul.columns li").Count(li => li.TextContent.Contains("không yêu cầu", StringComparison.Ordinal)).ShouldBe(first.Ordinal - 1);
        var form = Form(page, "Note");
        form.SetAttribute("action", $"{WorkLinks.Item(work.AssignmentId)}?handler=Finish");
        await Redirects(page.SubmitAsync(form));
        (await ReadAsync(work)).OpenTurn.ShouldBe(first.Ordinal + 1);
    }

    [Fact]
    public async Task Withdraw_ThePlan_TakesItsWorkOffTheLists()
    {
        var (plan, work) = await IssueAsync("tg-sldtbxh");
        using var issuer = await host.OfficerAsync();
        var page = await issuer.GetAsync(PlanLinks.Plan(plan.PlanId));

        await Redirects(page.SubmitAsync(page.Form("main form:has([name=Reason])"), ("Reason", "Ban hành nhầm")));

        (await ReadAsync(work)).State.ShouldBe(AssignmentState.Withdrawn);
    }

    [Fact]
    public async Task Replace_ThePlan_KeepsWhatWasDoneAndTakesTheOldEditionOffTheLists()
    {
        using var issuer = await host.OfficerAsync();
        var content = new PlanDocx { Reference = $"{Random.Shared.Next(1000, 9000)}/KH-UBND" }.Write();
        var plan = await host.IssueAsync(issuer, await host.ImportAsync(issuer, content));
        var agencyId = await host.AgencyIdAsync("tg-stnmt");
        var work = plan.Tasks[0].Assignments.Single(a => a.AgencyId == agencyId);
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stnmt");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var page = await browser.GetAsync(WorkLinks.Item(work.AssignmentId));
        await Redirects(page.SubmitAsync(Form(page, "Note"), ("Text", "Đã làm một nửa"), ("Done", "2"), ("Total", "4")));

        var again = await issuer.UploadAsync(content, "ban-sua.docx");
        var anyway = await again.SubmitAsync(again.Form("main form:has([name=fileId])"));
        var importId = Guid.Parse(anyway.Location!.Split('/')[^1]);
        await host.WaitForDraftAsync(importId);
        var second = await host.IssueAsync(issuer, importId);

        var carried = second.Tasks[0].Assignments.Single(a => a.AgencyId == agencyId);
        (carried.ProductsDone, carried.ProductsTotal, carried.State).ShouldBe((2, 4, AssignmentState.Open));
        (await ReadAsync(work)).State.ShouldBe(AssignmentState.Withdrawn);
        (await browser.GetAsync(WorkLinks.Item(carried.AssignmentId))).TextOf("main")!.ShouldContain("Đã làm một nửa");
        (await host.QueryAsync(db => db.Set<Assignment>().CountAsync(a => a.PlanId == plan.PlanId && a.State != AssignmentState.Withdrawn))).ShouldBe(0);
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement Form(TestPage page, string handler) => page.Form($"main form[action*='handler={handler}']");

    private static async Task Redirects(Task<TestPage> answer) => (await answer).Status.ShouldBe(HttpStatusCode.Redirect, (await answer).TextOf(".error-summary"));

    private Task<Assignment> ReadAsync(Assignment work) => host.QueryAsync(db => db.Set<Assignment>().AsNoTracking().SingleAsync(a => a.AssignmentId == work.AssignmentId));

    /// <summary>A plan of the province, and the work in it that is due on 30/06/2024 and the agency's.</summary>
    private async Task<(Plan Plan, Assignment Work)> IssueAsync(string agencyCode)
    {
        using var officer = await host.OfficerAsync();
        var number = TestData.Unique("")[..4];
        var plan = await host.IssueAsync(officer, await host.ImportAsync(officer, new PlanDocx { Reference = $"{Random.Shared.Next(1000, 9000)}/KH-UBND" }.Write(), $"ke-hoach-{number}.docx"));
        var agencyId = await host.AgencyIdAsync(agencyCode);
        return (plan, plan.Tasks[0].Assignments.Single(a => a.AgencyId == agencyId));
    }
}

public sealed class WorkOnSqlite(SqliteHost host) : WorkTests(host), IClassFixture<SqliteHost>;

public sealed class WorkOnPostgres(PostgresHost host) : WorkTests(host), IClassFixture<PostgresHost>;
