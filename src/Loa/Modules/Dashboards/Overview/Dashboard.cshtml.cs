using Loa.Data;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Dashboards.Overview;

/// <summary>What an agency and those below it did in some months, in figures; each of them opens its rows.</summary>
internal sealed class DashboardModel(LoaDbContext db, DashboardFigures figures, DashboardSheet sheet, ActivityAgencies agencies, AgencyOptions options, AgencyScope scope, CurrentUser user, Calendar calendar) : PageModel
{
    public const string ByAgency = "co-quan";
    public const string ByWeek = "tuan";

    /// <summary>Rows of the heat map: with a year of weeks each, more would be no picture any more.</summary>
    private const int HeatRows = 20;

    private static readonly string[] SortKeys = ["ten", "hoat-dong", "long-ghep", "phut", "nguoi", "ban", "kinh-phi", "cho", "thu-tu"];

    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public Guid? AgencyId { get; set; }

    [BindProperty(SupportsGet = true, Name = "ky")]
    public Period? Wanted { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    /// <summary>What stood below the agency on this day; null: what stands there now.</summary>
    [BindProperty(SupportsGet = true, Name = "cay")]
    public DateOnly? Tree { get; set; }

    [BindProperty(SupportsGet = true, Name = "the")]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true, Name = TableSort.Parameter)]
    public string? SortText { get; set; }

    [BindProperty(SupportsGet = true, Name = Platform.Ui.Paging.Parameter)]
    public int? PageNumber { get; set; }

    public string AgencyName { get; private set; } = "";

    public string AgencyCode { get; private set; } = "";

    public MonthSpan Span { get; private set; }

    public DateOnly Today => calendar.VietnamToday;

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    public DashboardOverview? Overview { get; private set; }

    public IReadOnlyList<TopicSum> Topics { get; private set; } = [];

    public Page<AgencySum>? Lines { get; private set; }

    public TableSort Sort { get; private set; }

    public Dictionary<(Guid AgencyId, int Week), long> Weeks { get; private set; } = [];

    /// <summary>False: on the day of the tree the agency was not there.</summary>
    public bool IsKnown { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await SetAsync() is not { } set)
        {
            return NotFound();
        }

        Agencies = await options.WithinAsync(user.Scope(Permissions.ActivitiesRead), cancellation);
        IsKnown = set.Ids is not { Count: 0 };
        switch (Tab)
        {
            case ByAgency:
                Sort = TableSort.From(SortText, "-hoat-dong", SortKeys);
                Lines = await LinesAsync(set, Sort.ToString(), Paging.DefaultSize);
                break;
            case ByWeek:
                Sort = TableSort.From(SortText, "thu-tu", SortKeys);
                Lines = await LinesAsync(set, Sort.ToString(), HeatRows);
                Weeks = Lines.Rows.Count == 0 ? [] : await figures.WeeksAsync([.. Lines.Rows.Select(line => line.AgencyId)], Span.Weeks, cancellation);
                break;
            default:
                Tab = null;
                Overview = DashboardOverview.Of(Span, await figures.FormsAsync(set, Span, cancellation), await figures.MonthsAsync(set, Span.YearBefore, cancellation));
                Topics = await figures.TopicsAsync(set, Span, DashboardFigures.TopicsMost, cancellation);
                break;
        }

        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync() =>
        await SetAsync() is { } set ? await sheet.AnswerAsync(AgencyCode, AgencyName, set, Span, HttpContext.RequestAborted) : NotFound();

    /// <summary>The rows that a figure of this page counts.</summary>
    public ActivityFilter Rows(DateOnly from, DateOnly to) => new() { AgencyId = AgencyId, Tree = Tree, From = from, To = to, State = ActivityState.Counted };

    public ActivityFilter Rows() => Rows(Span.From, Span.To);

    public ActivityFilter Rows(AgencySum line) => new() { AgencyId = line.AgencyId, Alone = true, From = Span.From, To = Span.To, State = ActivityState.Counted };

    private async Task<Page<AgencySum>> LinesAsync(AgencySet set, string sort, int size)
    {
        var paging = Paging.Of(PageNumber, await figures.CountAgenciesAsync(set, Span, HttpContext.RequestAborted), size);
        return new Page<AgencySum>(await DashboardFigures.Sorts.Apply(figures.Agencies(set, Span), sort).Skip(paging.Skip).Take(size).ToListAsync(HttpContext.RequestAborted), paging);
    }

    /// <summary>The agencies meant; null for a stranger as for an agency that does not exist.</summary>
    private async Task<AgencySet?> SetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        AgencyId ??= await HomeAsync();
        if (AgencyId is not { } root || !await scope.CoversAsync(Permissions.ActivitiesRead, root, cancellation)
            || await db.Set<Agency>().Where(agency => agency.AgencyId == root).Select(agency => new { agency.Name, agency.Code }).FirstOrDefaultAsync(cancellation) is not { } found)
        {
            return null;
        }

        (AgencyName, AgencyCode) = (found.Name, found.Code);
        var today = calendar.VietnamToday;
        var period = Wanted ?? ActivityFilter.Of(MovingSpan.ThisYear, today);
        Span = MonthSpan.Covering(From ?? (To is null ? period.Start : new DateOnly(To.Value.Year, 1, 1)), To ?? (From is null ? period.End : From > today ? From.Value : today));
        return await agencies.OfAsync(Permissions.ActivitiesRead, root, alone: false, Tree, cancellation);
    }

    /// <summary>The agency one works for, else the highest one may look at.</summary>
    private async Task<Guid?> HomeAsync()
    {
        var reach = user.Scope(Permissions.ActivitiesRead);
        return user.AgencyId is { } own && user.AgencyPath is { } path && reach.Covers(path) ? own
            : await db.Set<Agency>().ExistingOn(calendar.VietnamToday).Within(reach, agency => agency.Path).OrderBy(agency => agency.Path.Length).ThenBy(agency => agency.Level).ThenBy(agency => agency.SortOrder).ThenBy(agency => agency.AgencyId)
                .Select(agency => (Guid?)agency.AgencyId).FirstOrDefaultAsync(HttpContext.RequestAborted);
    }
}
