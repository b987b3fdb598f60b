using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <summary>
/// The latest activities of a task or an agency on the page of it, and the button to log one:
/// <c>&lt;vc:activity-lines task="Model.Task.PlanTaskId" agency="null" may-log="Model.MayDo" /&gt;</c>. Public because the framework finds only public ones.
/// </summary>
public sealed class ActivityLinesViewComponent : ViewComponent
{
    private const int Shown = 5;
    private readonly LoaDbContext db;
    private readonly ActivityDesk desk;
    private readonly CurrentUser user;

    public ActivityLinesViewComponent(IServiceProvider services)
    {
        db = services.GetRequiredService<LoaDbContext>();
        desk = services.GetRequiredService<ActivityDesk>();
        user = services.GetRequiredService<CurrentUser>();
    }

    /// <param name="task">Only what serves it; null for all.</param>
    /// <param name="agency">Only what it did itself; null for all that one may see.</param>
    /// <param name="mayLog">Offers the button, for whoever may log at all.</param>
    public async Task<IViewComponentResult> InvokeAsync(Guid? task, Guid? agency, bool mayLog)
    {
        var activities = desk.Visible(Permissions.ActivitiesRead).AsNoTracking().Where(activity => activity.State != ActivityState.Withdrawn);
        if (task is { } taskId)
            activities = activities.Where(activity => activity.Tasks.Any(served => served.PlanTaskId == taskId));
        if (agency is { } agencyId)
            activities = activities.Where(activity => activity.AgencyId == agencyId);
        var count = await activities.CountAsync(HttpContext.RequestAborted);
        var rows = count == 0 ? [] : await activities.OrderByDescending(activity => activity.StartsOn).ThenByDescending(activity => activity.ActivityId).Take(Shown)
            .Select(activity => new LoggedLine(activity.ActivityId, activity.Title, activity.Form, activity.StartsOn, activity.State, db.Set<Agency>().First(body => body.AgencyId == activity.AgencyId).ShortName))
            .ToListAsync(HttpContext.RequestAborted);
        return View("~/Modules/Activities/ActivityLines.cshtml", new ActivityLines(task, agency, count, rows, mayLog && user.Has(Permissions.ActivitiesLog)));
    }
}

internal sealed record LoggedLine(Guid ActivityId, string Title, CommunicationForm Form, DateOnly StartsOn, ActivityState State, string Agency);

internal sealed record ActivityLines(Guid? TaskId, Guid? AgencyId, int Count, IReadOnlyList<LoggedLine> Rows, bool MayLog)
{
    public string AllHref => TaskId is { } task ? ActivityLinks.OfTask(task) : $"{ActivityLinks.List}?co-quan={AgencyId}";

    public string LogHref => TaskId is { } task ? ActivityLinks.LogForTask(task) : ActivityLinks.Log;
}
