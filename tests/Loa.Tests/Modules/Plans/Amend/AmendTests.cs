using System.Net;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Issue;
using Loa.Modules.Tasks;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Plans.Amend;

public abstract class AmendTests(LoaHost host)
{
    [Fact]
    public async Task Issue_EveryAgencyWithWork_IsToldOnceHowMuch()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stc");
        var above = await host.CreateUserAsync(Role.Leader, "tg");
        using var issuer = await host.OfficerAsync();
        var reference = Reference();

        var plan = await host.IssueAsync(issuer, await host.ImportAsync(issuer, new PlanDocx { Reference = reference }.Write()));
        await host.ToldAsync(plan.PlanId);
        // As after a crash that came before the job was marked as done.
        await host.InScopeAsync(services => services.GetRequiredService<TellPlanJob>().RunAsync(
            new JobRun(new Job { Kind = TellPlanJob.Kind, Payload = System.Text.Json.JsonSerializer.Serialize(new TellPlanJob.Order(plan.PlanId)) }, (_, _) => Task.CompletedTask), default));

        var told = (await ToldAsync(officer.Id, plan.PlanId)).ShouldHaveSingleItem();
        told.Title.ShouldBe($"Kế hoạch {reference} giao cơ quan 1 nhiệm vụ");
        told.Link.ShouldBe($"{WorkLinks.MyWork}?ke-hoach={plan.PlanId}");
        (await ToldAsync(above.Id, plan.PlanId)).ShouldBeEmpty("the province gave itself nothing");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        (await browser.GetAsync(told.Link!)).TextOf("main")!.ShouldContain("hội nghị tập huấn");
    }

    [Fact]
    public async Task Amend_WithAReason_ShowsWhatChangesKeepsTheProgressAndTellsThoseAffected()
    {
        using var issuer = await host.OfficerAsync();
        var plan = await host.IssueAsync(issuer, await host.ImportAsync(issuer, new PlanDocx { Reference = Reference(), Tasks = [.. First] }.Write()));
        var (finance, building, trade, health) = (await WorkerAsync("tg-stc"), await WorkerAsync("tg-sxd"), await WorkerAsync("tg-sct"), await WorkerAsync("tg-syt"));
        var work = plan.Tasks[0].Assignments.Single(a => a.AgencyId == finance.AgencyId);
        using var browser = await host.BrowseAsAsync(finance.Email, TestData.Password);
        var item = await browser.GetAsync(WorkLinks.Item(work.AssignmentId));
        (await item.SubmitAsync(item.Form("main form[action*='handler=Note']"), ("Text", "Đã mở một lớp"), ("Done", "1"), ("Total", "2"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await issuer.GetAsync(PlanLinks.Plan(plan.PlanId))).Document.QuerySelector($"a[href='{PlanLinks.Amend(plan.PlanId)}']").ShouldNotBeNull();
        var content = new PlanDocx { Reference = Reference(), Tasks = [.. Second] }.Write();
        (await issuer.UploadAsync(content, "ban-moi.docx", ("thay-the", $"{plan.PlanId}"), ("Reason", " "))).Status.ShouldBe(HttpStatusCode.BadRequest, "a reason is asked for");
        var sent = await issuer.UploadAsync(content, "ban-moi.docx", ("thay-the", $"{plan.PlanId}"), ("Reason", "Điều chỉnh theo tiến độ năm"));
        var importId = Guid.Parse(sent.Location!.Split('/')[^1]);
        await host.WaitForDraftAsync(importId);
        var preview = await issuer.GetAsync(PlanLinks.Confirm(importId));
        preview.TextOf("#them")!.ShouldContain("Phát tờ rơi tại bộ phận một cửa");
        preview.TextOf("#them")!.ShouldContain("Sở Y tế");
        preview.TextOf("#doi")!.ShouldContain("Quý III/2024");
        preview.TextOf("#rut")!.ShouldContain("Tổ chức cuộc thi trực tuyến");
        (await host.QueryAsync(db => db.Set<Plan>().Where(p => p.PlanId == plan.PlanId).Select(p => p.Status).SingleAsync())).ShouldBe(PlanStatus.Issued, "nothing happened yet");

        var second = await host.IssueAsync(issuer, importId);
        await host.ToldAsync(second.PlanId);

        second.ReplacesReason.ShouldBe("Điều chỉnh theo tiến độ năm");
        var carried = second.Tasks[0].Assignments.Single(a => a.AgencyId == finance.AgencyId);
        (carried.ProductsDone, carried.ProductsTotal, carried.DueOn).ShouldBe((1, 2, new DateOnly(2024, 9, 30)));
        var changes = await browser.GetAsync(PlanLinks.Changes(second.PlanId));
        changes.TextOf("main .facts")!.ShouldContain("Điều chỉnh theo tiến độ năm");
        var time = changes.Document.QuerySelectorAll("#doi tbody tr").Single(row => row.QuerySelector("th")!.TextContent == "Thời gian").QuerySelectorAll("td");
        (time[0].TextContent.Split(" (")[0], time[1].TextContent.Split(" (")[0]).ShouldBe(("Quý II/2024", "Quý III/2024"));
        changes.TextOf("#giu")!.ShouldContain("Đăng tin, bài về cải cách hành chính");
        foreach (var edition in new[] { plan.PlanId, second.PlanId })
            (await browser.GetAsync(PlanLinks.Plan(edition))).Document.QuerySelector($"a[href='{PlanLinks.Changes(second.PlanId)}']").ShouldNotBeNull();
        (await browser.GetAsync(PlanLinks.Changes(plan.PlanId))).Status.ShouldBe(HttpStatusCode.NotFound, "the first edition replaced none");

        (await ToldAsync(finance.UserId, second.PlanId)).ShouldHaveSingleItem().Title.ShouldEndWith("được điều chỉnh: thay đổi 1 nhiệm vụ");
        (await ToldAsync(health.UserId, second.PlanId)).ShouldHaveSingleItem().Title.ShouldEndWith("được điều chỉnh: thêm 1 nhiệm vụ");
        var withdrawn = (await ToldAsync(trade.UserId, second.PlanId)).ShouldHaveSingleItem();
        withdrawn.Title.ShouldEndWith("được điều chỉnh: rút 1 nhiệm vụ");
        withdrawn.Link.ShouldBe(PlanLinks.Changes(second.PlanId));
        (await ToldAsync(building.UserId, second.PlanId)).ShouldBeEmpty("nothing changed for it");
    }

    [Fact]
    public async Task Amend_OfAPlanOneMayNotIssue_DoesNotExist()
    {
        using var issuer = await host.OfficerAsync();
        var plan = await host.IssueAsync(issuer, await host.ImportAsync(issuer, new PlanDocx { Reference = Reference() }.Write()));
        var other = await host.CreateUserAsync(Role.ProgrammeOfficer, "tg-syt");
        using var browser = await host.BrowseAsAsync(other.Email!, TestData.Password);

        (await browser.GetAsync(PlanLinks.Amend(plan.PlanId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.UploadAsync([1, 2, 3], "ban-moi.docx", ("thay-the", $"{plan.PlanId}"), ("Reason", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(PlanLinks.Plan(plan.PlanId))).Document.QuerySelector($"a[href='{PlanLinks.Amend(plan.PlanId)}']").ShouldBeNull();
    }

    private static readonly (string Number, string Content, string Lead, string Coordinating, string When)[] First =
    [
        ("1", "Tổ chức hội nghị tập huấn công tác tuyên truyền cải cách hành chính", "Sở Nội vụ", "Sở Tài chính", "Quý II/2024"),
        ("2", "Đăng tin, bài về cải cách hành chính trên Cổng Thông tin điện tử tỉnh", "Văn phòng UBND tỉnh", "Sở Xây dựng", "Thường xuyên"),
        ("3", "Tổ chức cuộc thi trực tuyến tìm hiểu cải cách hành chính", "Sở Công Thương", "", "Quý II/2024"),
    ];

    private static readonly (string Number, string Content, string Lead, string Coordinating, string When)[] Second =
    [
        ("1", "Tổ chức hội nghị tập huấn công tác tuyên truyền cải cách hành chính năm 2024", "Sở Nội vụ", "Sở Tài chính", "Quý III/2024"),
        ("2", "Đăng tin, bài về cải cách hành chính trên Cổng Thông tin điện tử tỉnh", "Văn phòng UBND tỉnh", "Sở Xây dựng", "Thường xuyên"),
        ("3", "Phát tờ rơi tại bộ phận một cửa", "Sở Y tế", "", "Quý IV/2024"),
    ];

    private static string Reference() => $"{Random.Shared.Next(1000, 90000)}/KH-UBND";

    private async Task<(Guid AgencyId, Guid UserId, string Email)> WorkerAsync(string agencyCode)
    {
        var user = await host.CreateUserAsync(Role.UnitOfficer, agencyCode);
        return (await host.AgencyIdAsync(agencyCode), user.Id, user.Email!);
    }

    private Task<List<Notification>> ToldAsync(Guid userId, Guid planId) =>
        host.QueryAsync(db => db.Set<Notification>().AsNoTracking().Where(n => n.UserId == userId && n.Link!.Contains(planId.ToString())).ToListAsync());
}

public sealed class AmendOnSqlite(SqliteHost host) : AmendTests(host), IClassFixture<SqliteHost>;

public sealed class AmendOnPostgres(PostgresHost host) : AmendTests(host), IClassFixture<PostgresHost>;
