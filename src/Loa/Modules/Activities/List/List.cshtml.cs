using Loa.Data;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Loa.Platform.Views;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities.List;

internal sealed record ActivityRow(Guid ActivityId, string Title, CommunicationForm Form, DateOnly StartsOn, DateOnly EndsOn, string Agency, string? Channel, bool IsIntegrated, int Times, int? Minutes, int? People, ActivityState State);

/// <summary>What was done in one's part of the tree, the latest first; withdrawn ones only when asked for.</summary>
internal sealed class ListModel(LoaDbContext db, ActivityDesk desk, AgencyOptions options, SavedViews views, CurrentUser user, IStringLocalizer words) : PageModel
{
    private static readonly Sorting<Activity> Sorts = new Sorting<Activity>(activity => activity.ActivityId, "-ngay")
        .By("ngay", activity => activity.StartsOn);

    [BindProperty(Name = "tim", SupportsGet = true)]
    public string? Query { get; set; }

    /// <summary>With everything below it.</summary>
    [BindProperty(Name = "co-quan", SupportsGet = true)]
    public Guid? AgencyId { get; set; }

    [BindProperty(Name = "hinh-thuc", SupportsGet = true)]
    public CommunicationForm? Form { get; set; }

    [BindProperty(Name = "trang-thai", SupportsGet = true)]
    public ActivityState? State { get; set; }

    [BindProperty(Name = "long-ghep", SupportsGet = true)]
    public bool? Integrated { get; set; }

    [BindProperty(Name = "tu", SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(Name = "den", SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(Name = "nhiem-vu", SupportsGet = true)]
    public Guid? TaskId { get; set; }

    [BindProperty(SupportsGet = true, Name = TableSort.Parameter)]
    public string? SortText { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public TableSort Sort { get; private set; }

    public Page<ActivityRow> Rows { get; private set; } = null!;

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    /// <summary>The task whose activities are shown.</summary>
    public string? Task { get; private set; }

    public bool MayLog => user.Has(Permissions.ActivitiesLog);

    public bool MayConfirm => user.Has(Permissions.ActivitiesConfirm);

    public bool MayForms => user.Has(Permissions.FormsEdit);

    public bool MayRule => user.Has(Permissions.ActivitiesRule);

    /// <summary>How many wait for a second person such as this one.</summary>
    public int Waiting { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Query) || AgencyId is not null || Form is not null || State is not null || Integrated is not null || From is not null || To is not null || TaskId is not null;

    public IEnumerable<SelectListItem> Forms => FormCatalogue.Kinds.Select(kind => new SelectListItem(ActivityWords.Form(words, kind.Form), kind.Form.ToString())).Prepend(new SelectListItem(words["Mọi hình thức"], ""));

    public IEnumerable<SelectListItem> States => Enum.GetValues<ActivityState>().Select(state => new SelectListItem(words[ActivityWords.Of(state)], state.ToString())).Prepend(new SelectListItem(words["Được tính và chờ xác nhận"], ""));

    public IEnumerable<SelectListItem> Kinds => [new(words["Riêng và lồng ghép"], ""), new(words["Riêng"], "false"), new(words["Lồng ghép"], "true")];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await views.DefaultAsync(ActivityLinks.ListViews.Name, Request) is { } address)
        {
            return LocalRedirect(address);
        }

        var cancellation = HttpContext.RequestAborted;
        Sort = TableSort.From(SortText, "-ngay", "ngay");
        Rows = await (
            from activity in Sorts.Apply(Filtered(), Sort.ToString())
            select new ActivityRow(
                activity.ActivityId, activity.Title, activity.Form, activity.StartsOn, activity.EndsOn, db.Set<Agency>().First(agency => agency.AgencyId == activity.AgencyId).ShortName,
                db.Set<Channel>().Where(channel => channel.ChannelId == activity.ChannelId).Select(channel => channel.Name).FirstOrDefault(),
                activity.IsIntegrated, activity.Times, activity.Minutes, activity.People, activity.State)).ToPageAsync(PageNumber, cancellation);
        Waiting = MayConfirm ? await desk.ToConfirm().CountAsync(cancellation) : 0;
        Agencies = await options.WithinAsync(user.Scope(Permissions.ActivitiesRead), cancellation);
        Task = TaskId is null ? null : await db.Set<PlanTask>().Where(task => task.PlanTaskId == TaskId).Select(task => task.Content).FirstOrDefaultAsync(cancellation);
        return Page();
    }

    private IQueryable<Activity> Filtered()
    {
        var activities = desk.Visible(Permissions.ActivitiesRead).AsNoTracking();
        activities = State is { } state ? activities.Where(activity => activity.State == state) : activities.Where(activity => activity.State != ActivityState.Withdrawn);
        if (!string.IsNullOrWhiteSpace(Query))
        {
            var folded = Folding.Fold(Query);
            activities = activities.Where(activity => activity.SearchText.Contains(folded));
        }

        if (AgencyId is { } root)
        {
            var path = db.Set<Agency>().Where(agency => agency.AgencyId == root).Select(agency => agency.Path);
            activities = activities.Where(activity => db.Set<Agency>().Any(agency => agency.AgencyId == activity.AgencyId && path.Any(prefix => agency.Path.StartsWith(prefix))));
        }

        if (Form is { } form)
            activities = activities.Where(activity => activity.Form == form);
        if (Integrated is { } integrated)
            activities = activities.Where(activity => activity.IsIntegrated == integrated);
        if (From is { } from)
            activities = activities.Where(activity => activity.StartsOn >= from);
        if (To is { } to)
            activities = activities.Where(activity => activity.StartsOn <= to);
        if (TaskId is { } task)
            activities = activities.Where(activity => activity.Tasks.Any(served => served.PlanTaskId == task));
        return activities;
    }
}
