using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>Addresses for pages that take a parameter or answer with another status than 200, by page path.</summary>
internal static class SampleAddresses
{
    public static async Task<Dictionary<string, CatalogPage[]>> CreateAsync(LoaServer server)
    {
        await using var scope = server.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        var district = await db.Set<Agency>().Where(agency => agency.Level == AgencyLevel.District).OrderBy(agency => agency.Code).Select(agency => agency.Code).FirstAsync();
        var plans = await SamplePlans.CreateAsync(scope.ServiceProvider);
        await SampleNotifications.CreateAsync(scope.ServiceProvider);
        return new Dictionary<string, CatalogPage[]>
        {
            ["/Plans/Import/Review/Review"] = [new("plan-review", PlanLinks.Review(plans.DraftId)), new("plan-unreadable", PlanLinks.Review(plans.FailedId)), new("plan-reading", PlanLinks.Review(plans.ScanId))],
            ["/Plans/Import/Confirm/Confirm"] = [new("plan-confirm", PlanLinks.Confirm(plans.DraftId))],
            ["/Plans/Detail/Plan"] = [new("plan", PlanLinks.Plan(plans.PlanId))],
            ["/Plans/Detail/Task"] = [new("plan-task", PlanLinks.Task(plans.PlanId, plans.TaskId))],
            // By their bare address these answer as pages that do not exist, which is also how they look in earnest.
            ["/Errors/Status"] = [new("errors-status", "/trang-thai/404", 404)],
            ["/Errors/Error"] = [new("errors-error", "/loi", 404)],
            // Open only until there is an account; its own test looks at it then.
            ["/Accounts/FirstRun/FirstRun"] = [new("first-run-closed", "/khoi-tao", 404)],
            ["/Agencies/Detail/Detail"] = [new("agency", $"/co-quan/{district}")],
            ["/Agencies/Edit/Edit"] = [new("agency-edit", $"/co-quan/soan/{district}"), new("agency-add", "/co-quan/soan")],
            ["/Notifications/Sending/Sending"] = [new("outbox", "/thong-bao/gui"), new("outbox-empty", "/thong-bao/gui?trang-thai=da-gui")],
            ["/Notifications/Centre/Centre"] = [new("notifications", "/thong-bao"), new("notifications-empty", "/thong-bao?loai=khong-co")],
            // Answers for scripts and calendar programs, not pages.
            ["/Notifications/Feed/Feed"] = [],
            ["/Agencies/Picker/Picker"] = [],
            ["/Agencies/Tree/Branch"] = [],
        };
    }
}
