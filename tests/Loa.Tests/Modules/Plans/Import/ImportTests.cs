using System.Net;
using Loa.Documents.Plans;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Plans.Import;

public abstract class ImportTests(LoaHost host)
{
    [Fact]
    public async Task Upload_ToIssue_PutsTheTasksOnTheListsOfTheirAgencies()
    {
        using var officer = await host.OfficerAsync();
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = "101/KH-UBND" }.Write());
        var review = await officer.GetAsync(PlanLinks.Review(importId));
        review.TextOf("#nhiem-vu").ShouldNotBeNull().ShouldContain("Sở Nội vụ");
        review.Document.QuerySelectorAll(".passage.task").Length.ShouldBeGreaterThan(4);

        var edited = await review.SubmitAsync(review.Form(".item.task form"), ("f-when", "Trước ngày 30/9/2024"));
        edited.Status.ShouldBe(HttpStatusCode.Redirect);

        var plan = await host.IssueAsync(officer, importId);

        plan.Tasks.Count.ShouldBe(2);
        plan.Tasks[0].When.ShouldBe("Trước ngày 30/9/2024");
        plan.Tasks[0].DueOn.ShouldBe(new DateOnly(2024, 9, 30));
        plan.Tasks[0].Agencies.Single(a => a.Role == AssignmentRole.Lead).Resolution.ShouldBe(AgencyResolution.Agency);
        plan.Tasks[0].Assignments.Count(a => a.Role == AssignmentRole.Lead).ShouldBe(1);
        plan.Tasks[0].Assignments.Count(a => a.Role == AssignmentRole.Coordinating).ShouldBeGreaterThan(5);
        plan.Tasks[1].Assignments.Count(a => a.Role == AssignmentRole.Coordinating).ShouldBe(60, "the demo province has sixty communes");
        (await officer.GetAsync(PlanLinks.List + "?q=tuyen+truyen+CAI+cach")).Folded().ShouldContain("101/kh-ubnd");
        (await officer.GetAsync(PlanLinks.Plan(plan.PlanId))).TextOf("#nhiem-vu").ShouldNotBeNull().ShouldContain("Trước ngày 30/9/2024");
        var task = await officer.GetAsync(PlanLinks.Task(plan.PlanId, plan.Tasks[0].PlanTaskId));
        task.TextOf(".passage.task").ShouldNotBeNullOrEmpty();
        var original = await officer.GetAsync(PlanLinks.Original(plan.PlanId));
        original.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Item_ChangedByTwoPeople_ShowsBothVersionsAndLosesNeither()
    {
        using var officer = await host.OfficerAsync();
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = "102/KH-UBND" }.Write());
        var mine = await officer.GetAsync(PlanLinks.Review(importId));
        var theirs = await officer.GetAsync(PlanLinks.Review(importId));
        await theirs.SubmitAsync(theirs.Form(".item.task form"), ("f-content", "Bản của người thứ nhất"));

        var refused = await mine.SubmitAsync(mine.Form(".item.task form"), ("f-content", "Bản của người thứ hai"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        var conflict = refused.TextOf(".conflict").ShouldNotBeNull();
        conflict.ShouldContain("Bản của người thứ nhất");
        conflict.ShouldContain("Bản của người thứ hai");
        await refused.SubmitAsync(refused.Form(".conflict form"));
        (await DraftAsync(importId)).Tasks[0].Content.ShouldBe("Bản của người thứ hai");
    }

    [Fact]
    public async Task Items_DifferentOnesChangedByTwoPeople_AreBothSaved()
    {
        using var officer = await host.OfficerAsync();
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = "103/KH-UBND" }.Write());
        var first = await officer.GetAsync(PlanLinks.Review(importId));
        var second = await officer.GetAsync(PlanLinks.Review(importId));
        await first.SubmitAsync(first.Form("#t" + Number(first, 0) + " form"), ("f-content", "Một"));
        await second.SubmitAsync(second.Form("#t" + Number(second, 1) + " form"), ("f-content", "Hai"));

        (await DraftAsync(importId)).Tasks.Select(t => t.Content).ShouldBe(["Một", "Hai"]);
    }

    [Fact]
    public async Task Upload_TheSameFileAgain_IsRecognisedAndCanReplaceTheIssuedPlan()
    {
        using var officer = await host.OfficerAsync();
        var content = new PlanDocx { Reference = "104/KH-UBND" }.Write();
        var plan = await host.IssueAsync(officer, await host.ImportAsync(officer, content));

        var again = await officer.UploadAsync(content, "ten-khac.docx");

        again.Status.ShouldBe(HttpStatusCode.OK);
        again.Document.QuerySelector($"main a[href='{PlanLinks.Plan(plan.PlanId)}']").ShouldNotBeNull();
        var anyway = await again.SubmitAsync(again.Form("main form:has([name=fileId])"));
        var importId = Guid.Parse(anyway.Location!.Split('/')[^1]);
        await host.WaitForDraftAsync(importId);
        var second = await host.IssueAsync(officer, importId);
        second.ReplacesPlanId.ShouldBe(plan.PlanId);
        (await host.QueryAsync(db => db.Set<Plan>().Where(p => p.PlanId == plan.PlanId).Select(p => p.Status).SingleAsync())).ShouldBe(PlanStatus.Superseded);
    }

    [Fact]
    public async Task Request_TakenOverAsATask_IsNeverOverdue()
    {
        using var officer = await host.OfficerAsync();
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = "105/KH-UBND" }.Write());
        var review = await officer.GetAsync(PlanLinks.Review(importId));
        await review.SubmitAsync(review.Form("#trach-nhiem form:has([name=undo])"));

        var plan = await host.IssueAsync(officer, importId);

        var request = plan.Tasks.Single(t => t.Content.StartsWith("Định hướng", StringComparison.Ordinal));
        request.IsRequest.ShouldBeTrue();
        request.DueOn.ShouldBeNull();
        request.IsOverdue(new DateOnly(2099, 1, 1)).ShouldBeFalse();
        request.Assignments.ShouldAllBe(a => a.IsRequest);
        plan.Tasks.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Basis_NamingAPlanInLoa_LinksToIt()
    {
        using var officer = await host.OfficerAsync();
        var first = await host.IssueAsync(officer, await host.ImportAsync(officer, new PlanDocx { Reference = "523/KH-UBND" }.Write()));
        var basis = "Thực hiện Kế hoạch số 523/KH-UBND ngày 20 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh Thanh Giang về tuyên truyền cải cách hành chính;";
        var second = await host.IssueAsync(officer, await host.ImportAsync(officer, new PlanDocx { Reference = "524/KH-UBND", Bases = [basis] }.Write()));

        var page = await officer.GetAsync(PlanLinks.Plan(second.PlanId));
        page.Document.QuerySelector($"#tong-quan a[href='{PlanLinks.Plan(first.PlanId)}']").ShouldNotBeNull();
        (await officer.GetAsync(PlanLinks.Plan(first.PlanId))).Document.QuerySelector($"#tong-quan a[href='{PlanLinks.Plan(second.PlanId)}']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("", "Tệp rỗng")]
    [InlineData("PK\u0003\u0004 broken", "Tệp")]
    [InlineData("This is a plan of the English sort, in plain text, which nobody in the province could read.\n", "Tệp đọc được nhưng không phải")]
    public async Task Upload_BadFile_SaysWhyAndKeepsIt(string content, string sentence)
    {
        using var officer = await host.OfficerAsync();
        var bytes = System.Text.Encoding.UTF8.GetBytes(content);

        var answer = await officer.UploadAsync(bytes, "xau.docx");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.TextOf(".error-summary").ShouldNotBeNull().ShouldContain(sentence);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        (await host.QueryAsync(db => db.Set<StoredFile>().AnyAsync(f => f.Sha256 == hash))).ShouldBe(bytes.Length > 0);
    }

    [Fact]
    public async Task Draft_OfAnotherAgency_DoesNotExist()
    {
        using var officer = await host.OfficerAsync();
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = "106/KH-UBND" }.Write());
        using var unit = await host.BrowseAsAsync(Role.UnitOfficer);
        var other = await host.CreateUserAsync(Role.ProgrammeOfficer, "tg-syt");
        using var stranger = await host.BrowseAsAsync(other.Email!, TestData.Password);

        (await unit.GetAsync(PlanLinks.Review(importId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync(PlanLinks.Review(importId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync(PlanLinks.Confirm(importId))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Issue_WorkForAnAgencyBesideOnesOwn_IsARequestUnlessTheIssuerMayCommand(bool isRequest)
    {
        var person = await host.CreateUserAsync(isRequest ? Role.UnitOfficer : Role.ProgrammeOfficer, "tg-sct");
        using var browser = await host.BrowseAsAsync(person.Email!, TestData.Password);
        var importId = await host.ImportAsync(browser, new PlanDocx { Reference = $"{(isRequest ? 71 : 72)}/KH-SCT", Tasks = [("1", "Tuyên truyền cho doanh nghiệp", "Sở Công Thương", "Sở Y tế", "Quý II/2024")] }.Write());

        var plan = await host.IssueAsync(browser, importId);

        var work = await host.QueryAsync(db => db.Set<Assignment>().AsNoTracking().Where(a => a.PlanId == plan.PlanId).Join(db.Set<Agency>(), a => a.AgencyId, agency => agency.AgencyId, (a, agency) => new { agency.Code, a.IsRequest }).ToListAsync());
        work.Single(a => a.Code == "tg-sct").IsRequest.ShouldBeFalse("one's own agency is always given its work");
        work.Single(a => a.Code == "tg-syt").IsRequest.ShouldBe(isRequest);
    }

    [SharedPlanFact("nghean-tinh-2024.docx")]
    public async Task Import_PublicPlanWithFifteenTasks_PutsAllInTheDatabase()
    {
        using var officer = await host.OfficerAsync();
        var importId = await host.ImportAsync(officer, await File.ReadAllBytesAsync(SharedPlanFactAttribute.PathOf("nghean-tinh-2024.docx")));

        var plan = await host.IssueAsync(officer, importId);

        plan.Reference.ShouldBe("122/KH-UBND");
        plan.Tasks.Count.ShouldBe(15);
        plan.Tasks.ShouldAllBe(t => t.Agencies.Exists(a => a.Role == AssignmentRole.Lead));
        plan.Tasks.ShouldAllBe(t => t.Spans != PlanSpans.None);
        plan.Tasks.Count(t => t.TimeframeKind == TimeframeKind.Period).ShouldBe(3);
    }

    private async Task<PlanDraft> DraftAsync(Guid importId) =>
        DraftJson.Read((await host.QueryAsync(db => db.Set<PlanImport>().Where(i => i.PlanImportId == importId).Select(i => i.Draft).SingleAsync()))!);

    private static string Number(TestPage page, int index) => page.Document.QuerySelectorAll(".item.task")[index].Id![1..];
}

public sealed class ImportOnSqlite(SqliteHost host) : ImportTests(host), IClassFixture<SqliteHost>;

public sealed class ImportOnPostgres(PostgresHost host) : ImportTests(host), IClassFixture<PostgresHost>;
