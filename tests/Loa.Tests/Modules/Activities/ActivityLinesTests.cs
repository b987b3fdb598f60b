using System.Net;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Directives;
using Loa.Modules.Plans;
using Loa.Modules.Tasks;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Activities;

/// <summary>What was done stands on the pages of what it was done for.</summary>
public abstract class ActivityLinesTests(LoaHost host)
{
    [Fact]
    public async Task Activities_StandOnTheirTask_TheirWorkAndTheirAgency()
    {
        using var issuer = await host.OfficerAsync();
        var docx = new PlanDocx { Reference = $"{Random.Shared.Next(1000, 9000)}/KH-UBND", Tasks = [("1", "Biên soạn tờ gấp hỏi đáp về thủ tục hành chính", "Sở Tư pháp", "Sở Nội vụ", "Thường xuyên")] };
        var plan = await host.IssueAsync(issuer, await host.ImportAsync(issuer, docx.Write(), $"{TestData.Unique("t")}.docx"));
        var agency = await host.AgencyIdAsync("tg-stp");
        var work = await host.QueryAsync(db => db.Set<Assignment>().AsNoTracking().FirstAsync(a => a.PlanId == plan.PlanId && a.HolderAgencyId == agency));
        var title = TestData.Unique("Tờ gấp về một cửa ");
        var logged = await host.LogActivityAsync("tg-stp", activity =>
        {
            (activity.Form, activity.Title) = (CommunicationForm.Leaflet, title);
            activity.Serve([work.PlanTaskId], []);
        });
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);

        var item = await browser.GetAsync(WorkLinks.Item(work.AssignmentId));
        item.TextOf("#hoat-dong")!.ShouldContain("Hoạt động đã ghi (1)");
        item.TextOf("#hoat-dong")!.ShouldContain(title);
        item.Document.QuerySelector($"#hoat-dong a[href='{ActivityLinks.LogForTask(work.PlanTaskId)}']").ShouldNotBeNull();
        (await browser.GetAsync(PlanLinks.Task(plan.PlanId, work.PlanTaskId))).TextOf("#hoat-dong")!.ShouldContain(title);
        (await browser.GetAsync(AgencyLinks.Detail("tg-stp"))).TextOf("#hoat-dong")!.ShouldContain(title);
        (await browser.GetAsync(WorkLinks.MyWork)).Document.QuerySelector($"main a[href='{ActivityLinks.Log}']").ShouldNotBeNull();

        var form = await browser.GetAsync($"{ActivityLinks.LogForm(CommunicationForm.News)}&nhiem-vu={work.PlanTaskId}");
        form.Document.QuerySelector($"input[name='Input.Tasks'][value='{work.PlanTaskId}'][checked]").ShouldNotBeNull("the task is ticked already");

        // A steering document that serves the task says so; and what was served stays served when the task is done and the words are mended.
        (await browser.GetAsync($"{ActivityLinks.LogForm(CommunicationForm.Directive)}&nhiem-vu={work.PlanTaskId}")).Location.ShouldBe(DirectiveLinks.NewFor(work.PlanTaskId));
        var document = await browser.GetAsync(DirectiveLinks.NewFor(work.PlanTaskId));
        (await document.SubmitAsync(document.Form("main form"), ("Form.Reference", $"{Random.Shared.Next(1000, 9000)}/STP-VP"), ("Form.IssuedOn", "5/2/2026"), ("Form.Excerpt", "biên soạn tờ gấp"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await host.InScopeAsync(services => services.GetRequiredService<LoaDbContext>().Set<Assignment>().Where(a => a.AssignmentId == work.AssignmentId).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AssignmentState.Done)));
        var edit = await browser.GetAsync(ActivityLinks.Edit(logged.ActivityId));
        (await edit.SubmitAsync(edit.Form("main form"), ("Input.Title", title + " bản hai"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.QueryAsync(db => db.Set<ActivityTask>().CountAsync(served => served.PlanTaskId == work.PlanTaskId))).ShouldBe(2);

        var stranger = await host.CreateUserAsync(Role.UnitOfficer, "tg-stc");
        using var elsewhere = await host.BrowseAsAsync(stranger.Email!, TestData.Password);
        (await elsewhere.GetAsync(AgencyLinks.Detail("tg-stp"))).Document.QuerySelector("#hoat-dong").ShouldBeNull();
    }
}

public sealed class ActivityLinesOnSqlite(SqliteHost host) : ActivityLinesTests(host), IClassFixture<SqliteHost>;

public sealed class ActivityLinesOnPostgres(PostgresHost host) : ActivityLinesTests(host), IClassFixture<PostgresHost>;
