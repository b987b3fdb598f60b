using System.Net;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Modules.Tasks;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Plans;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Tasks;

public abstract class SplitTests(LoaHost host)
{
    [Fact]
    public async Task Split_ProposedRemarkedProposedAnewAndAgreed_IsInForceForEveryone()
    {
        var (plan, works) = await IssueAsync();
        using var lead = await OfficerAsync("tg-snv");
        using var finance = await OfficerAsync("tg-stc");
        using var building = await OfficerAsync("tg-sxd");
        var (leadWork, financeWork, buildingWork) = (works("tg-snv"), works("tg-stc"), works("tg-sxd"));

        var page = await lead.GetAsync(WorkLinks.Split(leadWork.AssignmentId));
        (await PressAsync(page, "Propose", Line(0, leadWork, "Chủ trì chung", ""))).TextOf(".error-summary")!.ShouldContain("ít nhất một cơ quan khác");
        (await PressAsync(page, "Propose", [.. Line(0, financeWork, "", ""), ("Lines[1].What", "Không nêu cơ quan")])).Document.QuerySelectorAll(".error-summary li").Length.ShouldBe(2);
        var typed = await PressAsync(page, "More", Line(0, financeWork, "Bố trí kinh phí", "15/06/2024"));
        typed.Document.QuerySelectorAll("#de-xuat fieldset").Length.ShouldBe(3);
        await Redirects(PressAsync(typed, "Propose", [.. Line(0, financeWork, "Bố trí kinh phí", "15/06/2024"), .. Line(1, buildingWork, "In tài liệu", "30/09/2024")]));
        (await lead.GetAsync(WorkLinks.Split(leadWork.AssignmentId))).TextOf("main")!.ShouldContain("Sau hạn của nhiệm vụ", customMessage: "the second line is due after the task");

        await Redirects(AnswerAsync(finance, financeWork, "Answer", ("Remark", "Chỉ xong được vào cuối tháng")));
        await Redirects(AnswerAsync(building, buildingWork, "Agree"));
        var stale = await building.GetAsync(WorkLinks.Split(buildingWork.AssignmentId));
        (await lead.GetAsync(WorkLinks.Split(leadWork.AssignmentId))).TextOf("main")!.ShouldContain("Chỉ xong được vào cuối tháng");
        (await PlanTaskAsync(plan)).TextOf("#phan-cong")!.ShouldContain("Chờ các cơ quan đồng ý");
        (await PressAsync(page, "Propose", Line(0, financeWork, "Cũ", ""))).TextOf(".error-summary")!.ShouldContain("vừa được thay đổi", customMessage: "the page the lead had open knew nothing of all this");
        page = await lead.GetAsync(WorkLinks.Split(leadWork.AssignmentId));
        await Redirects(PressAsync(page, "Propose", [.. Line(0, financeWork, "Bố trí kinh phí", "28/06/2024"), .. Line(1, buildingWork, "In tài liệu", "")]));
        (await stale.SubmitAsync(Form(stale, "Number"))).Status.ShouldBe(HttpStatusCode.BadRequest, "the version is another one now");

        // Both at the same moment: whoever is second sees what the first one said.
        var both = await Task.WhenAll(AnswerAsync(finance, financeWork, "Agree"), AnswerAsync(building, buildingWork, "Agree"));
        both.ShouldAllBe(answer => answer.Status == HttpStatusCode.Redirect);
        var split = await ReadAsync(plan);
        (split.InForce!.Number, split.Versions.Count, split.Proposed).ShouldBe((2, 2, null));
        foreach (var (browser, work) in new[] { (lead, leadWork), (finance, financeWork), (building, buildingWork) })
        {
            (await browser.GetAsync(WorkLinks.Item(work.AssignmentId))).TextOf("#phan-cong")!.ShouldContain("28/06/2024");
        }

        (await finance.GetAsync(WorkLinks.Item(financeWork.AssignmentId))).Document.QuerySelectorAll("#phan-cong tbody .status.info").Length.ShouldBe(1, "its own line is marked");
        (await PlanTaskAsync(plan)).TextOf("#phan-cong")!.ShouldContain("Đang có hiệu lực");
        (await lead.GetAsync(WorkLinks.Split(leadWork.AssignmentId))).TextOf("main")!.ShouldContain("15/06/2024", customMessage: "the version before stays readable");
        (await host.QueryAsync(db => db.Set<Notification>().Where(n => n.Kind == SplitDesk.Kind).Select(n => n.Key).ToListAsync())).Count(key => key.EndsWith("/in-force", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task Split_WrongAgencyOrRole_DoesNothing()
    {
        var (_, works) = await IssueAsync();
        using var lead = await OfficerAsync("tg-snv");
        using var finance = await OfficerAsync("tg-stc");
        using var health = await OfficerAsync("tg-syt");
        using var leader = await host.BrowseAsAsync((await host.CreateUserAsync(Role.Leader, "tg-stc")).Email!, TestData.Password);
        var (leadWork, financeWork, healthWork) = (works("tg-snv"), works("tg-stc"), works("tg-syt"));
        var page = await lead.GetAsync(WorkLinks.Split(leadWork.AssignmentId));
        await Redirects(PressAsync(page, "Propose", Line(0, financeWork, "Bố trí kinh phí", "")));

        (await finance.GetAsync(WorkLinks.Split(leadWork.AssignmentId))).Status.ShouldBe(HttpStatusCode.NotFound);
        var own = await finance.GetAsync(WorkLinks.Split(financeWork.AssignmentId));
        own.Document.QuerySelector("#de-xuat").ShouldBeNull("only a lead proposes");
        var token = own.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await PostAsync(finance, token, financeWork, "Propose")).ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(finance, token, financeWork, "Drop")).ShouldBe(HttpStatusCode.BadRequest);
        token = (await health.GetAsync(WorkLinks.Split(healthWork.AssignmentId))).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await PostAsync(health, token, healthWork, "Agree")).ShouldBe(HttpStatusCode.BadRequest, "it has no line");
        token = (await leader.GetAsync(WorkLinks.Split(financeWork.AssignmentId))).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await PostAsync(leader, token, financeWork, "Agree")).ShouldBe(HttpStatusCode.NotFound, "a leader reads");
    }

    [Fact]
    public async Task Split_PlanReplaced_GoesWithTheTask()
    {
        using var issuer = await host.OfficerAsync();
        var content = new PlanDocx { Reference = $"{Random.Shared.Next(1000, 9000)}/KH-UBND" }.Write();
        var plan = await host.IssueAsync(issuer, await host.ImportAsync(issuer, content));
        var (leadId, financeId) = (await host.AgencyIdAsync("tg-snv"), await host.AgencyIdAsync("tg-stc"));
        using var lead = await OfficerAsync("tg-snv");
        using var finance = await OfficerAsync("tg-stc");
        var (leadWork, financeWork) = (plan.Tasks[0].Assignments.Single(a => a.AgencyId == leadId), plan.Tasks[0].Assignments.Single(a => a.AgencyId == financeId));
        var page = await lead.GetAsync(WorkLinks.Split(leadWork.AssignmentId));
        await Redirects(PressAsync(page, "Propose", Line(0, financeWork, "Bố trí kinh phí", "15/06/2024")));
        await Redirects(AnswerAsync(finance, financeWork, "Agree"));

        var again = await issuer.UploadAsync(content, "ban-sua.docx");
        var anyway = await again.SubmitAsync(again.Form("main form:has([name=fileId])"));
        var importId = Guid.Parse(anyway.Location!.Split('/')[^1]);
        await host.WaitForDraftAsync(importId);
        var second = await host.IssueAsync(issuer, importId);

        var split = await ReadAsync(second);
        split.InForce!.Parties.Single().AssignmentId.ShouldBe(second.Tasks[0].Assignments.Single(a => a.AgencyId == financeId).AssignmentId);
        (await lead.GetAsync(WorkLinks.Item(second.Tasks[0].Assignments.Single(a => a.AgencyId == leadId).AssignmentId))).TextOf("#phan-cong")!.ShouldContain("Bố trí kinh phí");
    }

    private static (string Name, string Value)[] Line(int index, Assignment work, string what, string dueOn) =>
        [($"Lines[{index}].AssignmentId", work.AssignmentId.ToString()), ($"Lines[{index}].What", what), ($"Lines[{index}].DueOn", dueOn)];

    /// <summary>The form as it would be with only these lines in it.</summary>
    private static Task<TestPage> PressAsync(TestPage page, string handler, params (string Name, string Value)[] lines)
    {
        var form = page.Form("main form#de-xuat");
        form.SetAttribute("action", page.Response.RequestMessage!.RequestUri!.AbsolutePath + $"?handler={handler}");
        var blank = form.Elements.Select(element => element.GetAttribute("name")).OfType<string>().Where(name => name.StartsWith("Lines[", StringComparison.Ordinal) && !lines.Any(line => line.Name == name)).Select(name => (name, ""));
        return page.SubmitAsync(form, [.. lines, .. blank]);
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement Form(TestPage page, string field, string handler = "Agree")
    {
        var form = page.Form($"main form:has([name=Remark]):has([name={field}])");
        form.SetAttribute("action", page.Response.RequestMessage!.RequestUri!.AbsolutePath + $"?handler={handler}");
        return form;
    }

    private static async Task<TestPage> AnswerAsync(TestBrowser browser, Assignment work, string handler, params (string Name, string Value)[] values)
    {
        var page = await browser.GetAsync(WorkLinks.Split(work.AssignmentId));
        return await page.SubmitAsync(Form(page, "Number", handler), values);
    }

    private static async Task<HttpStatusCode> PostAsync(TestBrowser browser, string token, Assignment work, string handler)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Number", "1")]);
        return (await browser.PostAsync($"{WorkLinks.Split(work.AssignmentId)}?handler={handler}", form)).Status;
    }

    private static async Task Redirects(Task<TestPage> answer) => (await answer).Status.ShouldBe(HttpStatusCode.Redirect, (await answer).TextOf(".error-summary"));

    private async Task<TestPage> PlanTaskAsync(Plan plan)
    {
        using var issuer = await host.OfficerAsync();
        return await issuer.GetAsync(PlanLinks.Task(plan.PlanId, plan.Tasks[0].PlanTaskId));
    }

    private Task<TaskSplit> ReadAsync(Plan plan) => host.QueryAsync(db =>
    {
        var taskId = plan.Tasks[0].PlanTaskId;
        return db.Set<TaskSplit>().AsNoTracking().Include(split => split.Versions).ThenInclude(version => version.Parties).SingleAsync(split => split.PlanTaskId == taskId);
    });

    private async Task<TestBrowser> OfficerAsync(string agencyCode) => await host.BrowseAsAsync((await host.CreateUserAsync(Role.UnitOfficer, agencyCode)).Email!, TestData.Password);

    private async Task<(Plan Plan, Func<string, Assignment> Works)> IssueAsync()
    {
        using var officer = await host.OfficerAsync();
        var plan = await host.IssueAsync(officer, await host.ImportAsync(officer, new PlanDocx { Reference = $"{Random.Shared.Next(1000, 9000)}/KH-UBND" }.Write(), $"{TestData.Unique("kh")}.docx"));
        var codes = await host.QueryAsync(db => db.Set<Loa.Modules.Agencies.Agency>().ToDictionaryAsync(agency => agency.Code, agency => agency.AgencyId));
        return (plan, code => plan.Tasks[0].Assignments.Single(work => work.AgencyId == codes[code]));
    }
}

public sealed class SplitOnSqlite(SqliteHost host) : SplitTests(host), IClassFixture<SqliteHost>;

public sealed class SplitOnPostgres(PostgresHost host) : SplitTests(host), IClassFixture<PostgresHost>;
