using System.Net;
using AngleSharp.Html.Dom;
using Loa.Data;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Plans.Import;

/// <summary>"… có liên quan", member by member.</summary>
public abstract class MembersTests(LoaHost host)
{
    private static readonly (string, string, string, string, string)[] Tasks =
    [
        ("1", "Tổ chức hội nghị tập huấn công tác tuyên truyền", "Sở Nội vụ", "Các sở, ban, ngành có liên quan", "Quý II/2024"),
        ("2", "Đăng tin, bài về cải cách hành chính", "Văn phòng UBND tỉnh", "Các sở, ban, ngành có liên quan", "Thường xuyên"),
    ];

    [Fact]
    public async Task Members_Unticked_AreNotGivenTheTaskAndThePlanRemembersThem()
    {
        using var officer = await host.OfficerAsync();
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = "401/KH-UBND", Tasks = Tasks }.Write());
        var (first, second) = await TaskIdsAsync(officer, importId);
        var page = await officer.GetAsync(PlanLinks.Members(importId, first));
        var all = Boxes(page);
        all.Count.ShouldBeGreaterThan(5);
        page.TextOf(".members-list").ShouldNotBeNull().ShouldNotContain("Sở Nội vụ", Case.Sensitive, "who leads the task has it already");

        var saved = await page.SubmitAsync(page.Form("form[data-members]"), [.. all.Skip(2).Select(box => ("ticked", box.Value))]);

        saved.Location.ShouldBe(PlanLinks.ReviewItem(importId, first));
        var again = await officer.GetAsync(PlanLinks.Members(importId, first));
        Boxes(again).Count(box => !box.IsChecked).ShouldBe(2, "they can be ticked again");
        Boxes(await officer.GetAsync(PlanLinks.Members(importId, second))).ShouldAllBe(box => box.IsChecked, "another task is another matter");
        (await officer.GetAsync(PlanLinks.Review(importId))).TextOf($"#{first}-coordinating-names").ShouldNotBeNull().ShouldContain($"{all.Count - 2} cơ quan");
        (await officer.GetAsync(PlanLinks.Confirm(importId))).TextOf($"#{first}-members-count").ShouldNotBeNull().ShouldStartWith($"{all.Count - 2} ");

        var plan = await host.IssueAsync(officer, importId);

        var group = plan.Tasks[0].Agencies.Single(agency => agency.Role == AssignmentRole.Coordinating);
        plan.Tasks[0].Assignments.Count(a => a.Role == AssignmentRole.Coordinating).ShouldBe(all.Count - 2);
        plan.Tasks[0].Assignments.ShouldNotContain(a => all.Take(2).Any(box => box.Value == a.AgencyId.ToString()));
        group.ExpandedCount.ShouldBe(all.Count - 2);
        var remembered = await host.QueryAsync(db => db.Set<TaskExclusion>().Where(e => e.TaskAgencyId == group.TaskAgencyId).Select(e => e.AgencyId).ToListAsync());
        remembered.ShouldBe(all.Take(2).Select(box => Guid.Parse(box.Value)), ignoreOrder: true);
        (await officer.GetAsync(PlanLinks.Task(plan.PlanId, plan.Tasks[0].PlanTaskId))).TextOf("main").ShouldNotBeNull().ShouldContain("Đã bỏ chọn trước khi ban hành:");
    }

    [Fact]
    public async Task Members_OneTickOfTheConfirmPage_ChangesThatOneAndLeadsBackThere()
    {
        using var officer = await host.OfficerAsync();
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = "402/KH-UBND", Tasks = Tasks }.Write());
        var (first, _) = await TaskIdsAsync(officer, importId);
        var confirm = await officer.GetAsync(PlanLinks.Confirm(importId));
        var address = PlanLinks.Members(importId, first, fromConfirm: true);
        confirm.Document.QuerySelector($"main a[href='{address}']").ShouldNotBeNull();
        var page = await officer.GetAsync(address);
        var box = Boxes(page)[0];

        var answer = await page.SubmitAsync(page.Form("form[data-members]"), ("shown", box.Value), ("ticked", ""));

        answer.Location.ShouldBe(PlanLinks.Confirm(importId) + "#nhom-mo");
        Boxes(await officer.GetAsync(address)).Where(b => !b.IsChecked).Select(b => b.Value).ShouldBe([box.Value]);
        await (await officer.GetAsync(address)).SubmitAsync(page.Form("form[data-members]"), ("all", "false"));
        Boxes(await officer.GetAsync(address)).ShouldAllBe(b => !b.IsChecked);
    }

    [Fact]
    public async Task Members_OfNobodysGroup_DoNotExist()
    {
        using var officer = await host.OfficerAsync();
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = "403/KH-UBND" }.Write());
        var (first, _) = await TaskIdsAsync(officer, importId);

        (await officer.GetAsync(PlanLinks.Members(importId, first))).Status.ShouldBe(HttpStatusCode.NotFound, "the plan itself says who is meant");
        (await officer.GetAsync(PlanLinks.Members(importId, "t999"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>The list of the plan, its review and the page of one task say one number, also where the lead belongs to the group.</summary>
    [Fact]
    public async Task Group_ThatHoldsTheLead_MeansOneNumberEverywhere()
    {
        using var officer = await host.OfficerAsync();
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = "404/KH-UBND" }.Write());
        var (first, _) = await TaskIdsAsync(officer, importId);
        var review = await officer.GetAsync(PlanLinks.Review(importId));

        var plan = await host.IssueAsync(officer, importId);

        var given = plan.Tasks[0].Assignments.Count(a => a.Role == AssignmentRole.Coordinating);
        review.TextOf($"#{first}-coordinating-names").ShouldNotBeNull().ShouldContain($": {given} cơ quan");
        (await officer.GetAsync(PlanLinks.Plan(plan.PlanId))).TextOf("#nhiem-vu .agency-list .count").ShouldBe($"{given} cơ quan");
        (await officer.GetAsync(PlanLinks.Task(plan.PlanId, plan.Tasks[0].PlanTaskId))).TextOf("main details summary").ShouldNotBeNull().ShouldEndWith($": {given} cơ quan");
    }

    private static List<IHtmlInputElement> Boxes(TestPage page) => [.. page.Document.QuerySelectorAll(".members-list input[type=checkbox]").OfType<IHtmlInputElement>()];

    private static async Task<(string First, string Second)> TaskIdsAsync(TestBrowser officer, Guid importId)
    {
        var items = (await officer.GetAsync(PlanLinks.Review(importId))).Document.QuerySelectorAll(".item.task");
        return (items[0].Id!, items[1].Id!);
    }
}

public sealed class MembersOnSqlite(SqliteHost host) : MembersTests(host), IClassFixture<SqliteHost>;

public sealed class MembersOnPostgres(PostgresHost host) : MembersTests(host), IClassFixture<PostgresHost>;
