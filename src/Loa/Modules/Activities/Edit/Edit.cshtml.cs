using Loa.Data;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities.Edit;

/// <summary>Changes what was logged; the form of communication and the agency stay.</summary>
internal sealed class EditModel(LoaDbContext db, ActivityDesk desk, ActivityChoices choices, Calendar calendar, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    public ActivityInput Input { get; set; } = new();

    public string Title { get; private set; } = "";

    public ActivityFormChoices Choices { get; private set; } = ActivityFormChoices.None;

    /// <summary>What another person saved meanwhile; null where nobody did.</summary>
    public ActivityInput? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is not { } activity)
        {
            return NotFound();
        }

        (Input, Revision) = (ActivityInput.Of(activity, await ChannelNameAsync(activity)), activity.Revision);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } activity)
        {
            return NotFound();
        }

        var cancellation = HttpContext.RequestAborted;
        (Input.Form, Input.AgencyId) = (activity.Form, activity.AgencyId);
        var (tasks, topics) = await choices.ServableAsync(activity.AgencyId, Input.Tasks, Input.Topics, cancellation);
        Input.Tasks = [.. tasks, .. activity.Tasks.Select(task => task.PlanTaskId).Intersect(Input.Tasks).Except(tasks)];
        Input.Topics = [.. topics, .. activity.Topics.Select(topic => topic.PlanTextId).Intersect(Input.Topics).Except(topics)];
        this.TellProblems(words, Input, calendar.VietnamToday);
        if (ModelState.IsValid)
        {
            db.Entry(activity).Property(a => a.Revision).OriginalValue = Revision;
            Input.ApplyTo(activity, Input.Kind.Asks(ActivityFields.Channel) ? await desk.ChannelAsync(activity.AgencyId, Input.Channel, cancellation) : null);
            await desk.ChangeAsync(activity, cancellation);
            if (await this.TrySaveAsync(db, words["Người khác vừa sửa hoạt động này. Bản của bạn vẫn ở trong các ô, bản của họ ở bên dưới; lưu lần nữa để dùng bản của bạn."]))
            {
                return this.Done(words["Đã lưu hoạt động."], ActivityLinks.Activity(Id));
            }

            var now = (await FindAsync())!;
            (Theirs, Revision) = (ActivityInput.Of(now, await ChannelNameAsync(now)), now.Revision);
            ModelState.Remove(nameof(Revision));
        }

        return await this.AgainAsync(db, LoadAsync);
    }

    private async Task<Activity?> FindAsync() =>
        await desk.FindAsync(Id, Permissions.ActivitiesLog, HttpContext.RequestAborted) is { State: not ActivityState.Withdrawn } activity ? activity : null;

    private Task<string?> ChannelNameAsync(Activity activity) =>
        db.Set<Channel>().Where(channel => channel.ChannelId == activity.ChannelId).Select(channel => channel.Name).FirstOrDefaultAsync(HttpContext.RequestAborted);

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var agencyId = Input.AgencyId!.Value;
        Title = await db.Set<Activity>().Where(activity => activity.ActivityId == Id).Select(activity => activity.Title).SingleAsync(cancellation);
        Choices = await choices.ForAsync(agencyId, Input, [], cancellation);
    }
}
