using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities.Queue;

internal sealed record WaitingRow(Guid ActivityId, string Title, CommunicationForm Form, DateOnly StartsOn, string Agency, int Times, int? Minutes, int? People, string? LoggedBy, DateTime LoggedAt);

/// <summary>What waits for a second person, the longest waiting first; many are confirmed at once.</summary>
internal sealed class QueueModel(LoaDbContext db, ActivityDesk desk, CurrentUser user, IStringLocalizer words) : PageModel
{
    private static readonly Sorting<Activity> Sorts = new Sorting<Activity>(activity => activity.ActivityId, "ngay")
        .By("ngay", activity => activity.StartsOn);

    [BindProperty(SupportsGet = true, Name = TableSort.Parameter)]
    public string? SortText { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    /// <summary>The activities that are ticked.</summary>
    [BindProperty]
    public List<Guid> Ids { get; set; } = [];

    public TableSort Sort { get; private set; }

    public Page<WaitingRow> Rows { get; private set; } = null!;

    /// <summary>Logged by this person, so that another has to confirm them.</summary>
    public int Own { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var activities = await desk.ToConfirm().Where(activity => Ids.Contains(activity.ActivityId)).OrderBy(activity => activity.ActivityId).Take(Platform.Ui.Paging.DefaultSize).ToListAsync(HttpContext.RequestAborted);
        if (activities.Count == 0)
        {
            ModelState.AddModelError("", words["Hãy đánh dấu ít nhất một hoạt động còn chờ xác nhận."]);
            return await this.AgainAsync(db, LoadAsync);
        }

        activities.ForEach(desk.Confirm);
        return await this.TrySaveAsync(db, words["Người khác vừa sửa hoặc xác nhận một hoạt động trong số này; dưới đây là những gì còn chờ."])
            ? this.Done(words["Đã xác nhận {0} hoạt động.", Formats.Number(activities.Count)], ActivityLinks.Queue)
            : await this.AgainAsync(db, LoadAsync);
    }

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Sort = TableSort.From(SortText, "ngay", "ngay");
        Rows = await (
            from activity in Sorts.Apply(desk.ToConfirm().AsNoTracking(), Sort.ToString())
            select new WaitingRow(
                activity.ActivityId, activity.Title, activity.Form, activity.StartsOn, db.Set<Agency>().First(agency => agency.AgencyId == activity.AgencyId).ShortName,
                activity.Times, activity.Minutes, activity.People, db.Set<User>().Where(person => person.Id == activity.LoggedById).Select(person => person.DisplayName).FirstOrDefault(), activity.LoggedAt)).ToPageAsync(PageNumber, cancellation);
        var me = user.UserId;
        Own = await desk.Visible(Permissions.ActivitiesConfirm).CountAsync(activity => activity.State == ActivityState.Unconfirmed && activity.LoggedById == me, cancellation);
    }
}
