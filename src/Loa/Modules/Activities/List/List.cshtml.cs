using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities.Views;
using Loa.Modules.Agencies;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Sheets;
using Loa.Platform.Ui;
using Loa.Platform.Views;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities.List;

internal sealed record ActivityRow(Guid ActivityId, string Title, CommunicationForm Form, DateOnly StartsOn, DateOnly EndsOn, string Agency, string? Channel, bool IsIntegrated, int Times, int? Minutes, int? People, int? Copies, ActivityState State);

/// <summary>What was done in one's part of the tree, the latest first; withdrawn ones only when asked for.</summary>
internal sealed class ListModel(LoaDbContext db, ActivityDesk desk, ActivityRows rows, ActivityViewBar bar, ActivityExport sheet, SavedViews views, CurrentUser user) : PageModel
{
    private static readonly Sorting<Activity> Sorts = new Sorting<Activity>(activity => activity.ActivityId, "-ngay")
        .By("ngay", activity => activity.StartsOn).By("ten", activity => activity.Title).By("so-luong", activity => activity.Times).By("nguoi", activity => activity.People ?? 0);

    [BindProperty(SupportsGet = true)]
    public ActivityFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = TableSort.Parameter)]
    public string? SortText { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public TableSort Sort { get; private set; }

    public Paging Paging { get; private set; }

    public IReadOnlyList<ActivityRow> Rows { get; private set; } = [];

    public ViewBar Bar { get; private set; } = null!;

    public bool MayLog => user.Has(Permissions.ActivitiesLog);

    public bool MayConfirm => user.Has(Permissions.ActivitiesConfirm);

    public bool MayForms => user.Has(Permissions.FormsEdit);

    public bool MayRule => user.Has(Permissions.ActivitiesRule);

    /// <summary>How many wait for a second person such as this one.</summary>
    public int Waiting { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await views.DefaultAsync(ActivityLinks.ListViews.Name, Request) is { } address)
        {
            return LocalRedirect(address);
        }

        var cancellation = HttpContext.RequestAborted;
        Sort = TableSort.From(SortText, "-ngay", "ngay", "ten", "so-luong", "nguoi");
        var set = await rows.AgenciesAsync(Filter, cancellation);
        Paging = await rows.PagingAsync(Filter, set, PageNumber, Platform.Ui.Paging.DefaultSize, cancellation);
        // Names are looked up for the rows of this page only: joined before, they would be for every row that is turned past.
        var page = Sorts.Apply(rows.Of(Filter, set), Sort.ToString()).Skip(Paging.Skip).Take(Paging.Size);
        Rows = await (
            from activity in Sorts.Apply(page, Sort.ToString())
            join agency in db.Set<Agency>() on activity.AgencyId equals agency.AgencyId
            select new ActivityRow(
                activity.ActivityId, activity.Title, activity.Form, activity.StartsOn, activity.EndsOn, agency.ShortName,
                db.Set<Channel>().Where(channel => channel.ChannelId == activity.ChannelId).Select(channel => channel.Name).FirstOrDefault(),
                activity.IsIntegrated, activity.Times, activity.Minutes, activity.People, activity.Copies, activity.State)).ToListAsync(cancellation);
        Bar = await bar.LoadAsync(Filter, ActivityTab.Table, cancellation);
        Waiting = MayConfirm ? await desk.ToConfirm().CountAsync(cancellation) : 0;
        return Page();
    }

    /// <param name="dang">"csv", else a workbook.</param>
    public async Task<IActionResult> OnGetExportAsync(string? dang)
    {
        var set = await rows.AgenciesAsync(Filter, HttpContext.RequestAborted);
        var sorted = Sorts.Apply(rows.Of(Filter, set), TableSort.From(SortText, "-ngay", "ngay", "ten", "so-luong", "nguoi").ToString());
        return await sheet.AnswerAsync(sorted, SheetFormats.Named(dang), HttpContext.RequestAborted);
    }
}
