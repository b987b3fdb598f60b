using System.Net;
using Loa.Modules.Plans;
using Loa.Modules.Reports;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Plans;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Reports;

/// <summary>Which plans an outline may be of, and which ones its form shows.</summary>
public abstract class OutlinePlanChoiceTests(LoaHost host)
{
    [Fact]
    public async Task PlanOfAnotherBody_PostedByHand_IsNotShown()
    {
        using var province = await host.OfficerAsync();
        var plan = await host.IssueAsync(province, await host.ImportAsync(province, new PlanDocx { Reference = "906/KH-UBND" }.Write()));
        var (owner, _) = await host.CreateBodyAsync(1);
        using var officer = await host.OfficerOfAsync(owner, Role.ProgrammeOfficer);
        var page = await officer.GetAsync(ReportLinks.NewOutline);

        var refused = await page.SubmitAsync(page.Form("form.card"), ("Input.Title", ""), ("Input.PlanId", plan.PlanId.ToString()));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldNotContain("906/KH-UBND");
        refused.Document.QuerySelector($"option[value='{plan.PlanId}']").ShouldBeNull();
    }

    [Fact]
    public async Task PlanOfTheOutline_NoLongerInForce_StaysInItsForm()
    {
        using var province = await host.OfficerAsync();
        var plan = await host.IssueAsync(province, await host.ImportAsync(province, new PlanDocx { Reference = "907/KH-UBND" }.Write()));
        var outline = await host.CreateOutlineAsync(plan.OwnerAgencyId, o => (o.State, o.PlanId) = (OutlineState.Draft, plan.PlanId));
        await host.QueryAsync(db => db.Set<Plan>().Where(one => one.PlanId == plan.PlanId).ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, PlanStatus.Withdrawn)));

        var page = await province.GetAsync(ReportLinks.EditOutline(outline.ReportOutlineId));

        page.TextOf($"option[value='{plan.PlanId}']")!.ShouldContain("907/KH-UBND");
        (await province.GetAsync(ReportLinks.NewOutline)).Document.QuerySelector($"option[value='{plan.PlanId}']").ShouldBeNull("a new outline is of a plan in force");
    }
}

public sealed class OutlinePlanChoicesOnSqlite(SqliteHost host) : OutlinePlanChoiceTests(host), IClassFixture<SqliteHost>;

public sealed class OutlinePlanChoicesOnPostgres(PostgresHost host) : OutlinePlanChoiceTests(host), IClassFixture<PostgresHost>;
