using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Modules.Directives;
using Loa.Modules.Plans;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities.Detail;

internal sealed record ServedTask(Guid PlanId, Guid PlanTaskId, string Label, string Content, string Plan);

/// <summary>One activity: what was done, what it serves, and the acts on it.</summary>
internal sealed class DetailModel(LoaDbContext db, ActivityDesk desk, AgencyScope scope, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What the person saw when they pressed.</summary>
    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    [StringLength(Loa.Modules.Activities.Activity.ShortMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Reason { get; set; }

    public Activity Activity { get; private set; } = null!;

    public string Agency { get; private set; } = "";

    public string? Channel { get; private set; }

    public string? LoggedBy { get; private set; }

    public string? ConfirmedBy { get; private set; }

    public IReadOnlyList<ServedTask> Tasks { get; private set; } = [];

    public IReadOnlyList<string> Topics { get; private set; } = [];

    /// <summary>The steering document that this activity counts: it is changed there.</summary>
    public Guid? DirectiveId { get; private set; }

    public bool MayLog { get; private set; }

    public bool MayConfirm { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await desk.FindAsync(Id, Permissions.ActivitiesRead, HttpContext.RequestAborted) is null)
        {
            return NotFound();
        }

        await LoadAsync();
        return Page();
    }

    public Task<IActionResult> OnPostConfirmAsync() => ActAsync(Permissions.ActivitiesConfirm, desk.MayConfirm, words["Đã xác nhận; hoạt động được tính."], activity =>
    {
        desk.Confirm(activity);
        return Task.CompletedTask;
    });

    public Task<IActionResult> OnPostWithdrawAsync()
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.TryAddModelError(nameof(Reason), words["Hãy ghi lý do rút."]);
        }

        return ActAsync(Permissions.ActivitiesLog, activity => activity.State != ActivityState.Withdrawn, words["Đã rút; hoạt động không còn được tính. Có thể khôi phục."], activity =>
        {
            desk.Withdraw(activity, Reason!.Trim());
            return Task.CompletedTask;
        });
    }

    public Task<IActionResult> OnPostRestoreAsync() => ActAsync(
        Permissions.ActivitiesLog, activity => activity.State == ActivityState.Withdrawn, words["Đã khôi phục hoạt động."], activity => desk.RestoreAsync(activity, HttpContext.RequestAborted));

    private async Task<IActionResult> ActAsync(string permission, Func<Activity, bool> possible, string said, Func<Activity, Task> act)
    {
        if (await desk.FindAsync(Id, permission, HttpContext.RequestAborted) is not { } activity || !possible(activity))
        {
            return NotFound();
        }

        return await this.ReviseAsync(db, activity, Revision, () => act(activity), (said, ActivityLinks.Activity(Id)), words["Người khác vừa sửa hoạt động này; dưới đây là bản mới nhất."], LoadAsync);
    }

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Activity = (await desk.FindAsync(Id, Permissions.ActivitiesRead, cancellation))!;
        Revision = Activity.Revision;
        Agency = await db.Set<Agency>().Where(agency => agency.AgencyId == Activity.AgencyId).Select(agency => agency.Name).SingleAsync(cancellation);
        Channel = await db.Set<Channel>().Where(channel => channel.ChannelId == Activity.ChannelId).Select(channel => channel.Name).FirstOrDefaultAsync(cancellation);
        var people = await db.Set<User>().Where(person => person.Id == Activity.LoggedById || person.Id == Activity.ConfirmedById).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellation);
        LoggedBy = Activity.LoggedById is { } logger ? people.GetValueOrDefault(logger) : null;
        ConfirmedBy = Activity.ConfirmedById is { } second ? people.GetValueOrDefault(second) : null;
        var (tasks, topics) = (Activity.Tasks.ConvertAll(task => task.PlanTaskId), Activity.Topics.ConvertAll(topic => topic.PlanTextId));
        Tasks = [.. (await db.Set<PlanTask>().Where(task => tasks.Contains(task.PlanTaskId)).OrderBy(task => task.PlanId).ThenBy(task => task.Ordinal)
            .Select(task => new { task.PlanId, task.PlanTaskId, task.Number, task.Ordinal, task.Content, Plan = task.Plan!.Reference ?? task.Plan.Subject }).ToListAsync(cancellation))
            .Select(task => new ServedTask(task.PlanId, task.PlanTaskId, PlanTask.LabelOf(task.Number, task.Ordinal), task.Content, task.Plan))];
        Topics = await db.Set<PlanText>().Where(text => topics.Contains(text.PlanTextId)).OrderBy(text => text.PlanId).ThenBy(text => text.Ordinal).Select(text => text.Text).ToListAsync(cancellation);
        DirectiveId = await db.Set<Directive>().Where(directive => directive.ActivityId == Id).Select(directive => (Guid?)directive.DirectiveId).FirstOrDefaultAsync(cancellation);
        MayLog = await scope.CoversAsync(Permissions.ActivitiesLog, Activity.AgencyId, cancellation);
        MayConfirm = desk.MayConfirm(Activity) && await scope.CoversAsync(Permissions.ActivitiesConfirm, Activity.AgencyId, cancellation);
    }
}
