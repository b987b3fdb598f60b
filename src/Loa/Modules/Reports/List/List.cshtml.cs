using Loa.Data;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.List;

/// <param name="IsMissing">Never sent, and its day is over; the owner's own goes nowhere.</param>
internal sealed record ReportRow(Guid ReportId, string AgencyName, string Period, DateOnly DueOn, DateTime? SentAt, ReportState State, bool IsMissing);

/// <summary>Reports one has to write, those one receives, or all one sees.</summary>
internal sealed class ListModel(LoaDbContext db, ReportScope scope, CurrentUser user, Calendar calendar, IStringLocalizer words) : PageModel
{
    /// <summary>Those one writes.</summary>
    public const string Mine = "can-gui";

    /// <summary>Those that were sent to one.</summary>
    public const string Received = "nhan-ve";
    private const int PeriodsMost = 100;

    private static readonly Sorting<Report> Sorts = new Sorting<Report>(report => report.ReportId, "-han")
        .By("han", report => report.DueOn).By("co-quan", report => report.AgencyName).By("gui", report => report.SentAt);

    [BindProperty(SupportsGet = true, Name = "xem")]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true, Name = "ky")]
    public Guid? PeriodId { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public ReportState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = TableSort.Parameter)]
    public string? SortText { get; set; }

    [BindProperty(SupportsGet = true, Name = Platform.Ui.Paging.Parameter)]
    public int? PageNumber { get; set; }

    public TableSort Sort { get; private set; }

    public Page<ReportRow> Rows { get; private set; } = null!;

    public IEnumerable<SelectListItem> Periods { get; private set; } = [];

    public IEnumerable<SelectListItem> Views => [new(words["Tất cả"], ""), new(words["Cơ quan tôi lập"], Mine), new(words["Gửi đến cơ quan tôi"], Received)];

    public IEnumerable<SelectListItem> States => Enum.GetValues<ReportState>().Select(state => new SelectListItem(words[ReportWords.Of(state)], state.ToString())).Prepend(new SelectListItem(words["Mọi trạng thái"], ""));

    public bool MayRun => user.Has(Permissions.ReportsRun);

    public bool IsFiltered => View is not (null or "") || PeriodId is not null || State is not null || !string.IsNullOrWhiteSpace(Query);

    public async Task OnGetAsync()
    {
        var (cancellation, today) = (HttpContext.RequestAborted, calendar.VietnamToday);
        Sort = TableSort.From(SortText, "-han", "han", "co-quan", "gui");
        var reports = (View switch { Mine => scope.Written, Received => scope.Received, _ => scope.Visible }).AsNoTracking();
        reports = PeriodId is { } period ? reports.Where(report => report.ReportingPeriodId == period) : reports;
        reports = State is { } state ? reports.Where(report => report.State == state) : reports;
        if (!string.IsNullOrWhiteSpace(Query))
        {
            var folded = Documents.Vietnamese.Folding.Fold(Query);
            reports = reports.Where(report => db.Set<Agencies.Agency>().Any(agency => agency.AgencyId == report.AgencyId && agency.SearchText.Contains(folded)));
        }

        Rows = await (
            from report in Sorts.Apply(reports, Sort.ToString())
            join its in db.Set<ReportingPeriod>() on report.ReportingPeriodId equals its.ReportingPeriodId
            select new ReportRow(report.ReportId, report.AgencyName, its.Title, report.DueOn, report.SentAt, report.State, report.ParentReportId != null && report.FirstSentOn == null && report.DueOn.AddDays(its.GraceDays) < today))
            .ToPageAsync(PageNumber, cancellation);
        var seen = scope.Visible;
        var periods = await db.Set<ReportingPeriod>().Where(p => seen.Any(report => report.ReportingPeriodId == p.ReportingPeriodId)).OrderByDescending(p => p.To).ThenBy(p => p.ReportingPeriodId).Take(PeriodsMost).Select(p => new { p.ReportingPeriodId, p.Title }).ToListAsync(cancellation);
        Periods = periods.Select(p => new SelectListItem(p.Title, p.ReportingPeriodId.ToString())).Prepend(new SelectListItem(words["Mọi kỳ"], ""));
    }
}
