using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Search;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports.Periods.List;

internal sealed record PeriodRow(Guid PeriodId, string Title, string Owner, DateOnly DueOn, PeriodState State, DateOnly? OpensOn, int Reports, int Sent, int Accepted);

/// <summary>The periods one runs, the latest first.</summary>
internal sealed class PeriodsModel(LoaDbContext db, ReportScope scope) : PageModel
{
    private static readonly Sorting<ReportingPeriod> Sorts = new Sorting<ReportingPeriod>(period => period.ReportingPeriodId, "-han").By("han", period => period.DueOn).By("ten", period => period.Title);

    [BindProperty(SupportsGet = true, Name = TableSort.Parameter)]
    public string? SortText { get; set; }

    [BindProperty(SupportsGet = true, Name = Platform.Ui.Paging.Parameter)]
    public int? PageNumber { get; set; }

    public TableSort Sort { get; private set; }

    public Page<PeriodRow> Rows { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Sort = TableSort.From(SortText, "-han", "han", "ten");
        var asked = db.Set<Report>().Where(report => report.ParentReportId != null);
        Rows = await Sorts.Apply(scope.Run.AsNoTracking(), Sort.ToString()).Select(period => new PeriodRow(
            period.ReportingPeriodId, period.Title, db.Set<Agency>().Where(agency => agency.AgencyId == period.OwnerAgencyId).Select(agency => agency.ShortName).First(), period.DueOn, period.State, period.OpensOn,
            asked.Count(report => report.ReportingPeriodId == period.ReportingPeriodId),
            asked.Count(report => report.ReportingPeriodId == period.ReportingPeriodId && (report.State == ReportState.Sent || report.State == ReportState.Accepted)),
            asked.Count(report => report.ReportingPeriodId == period.ReportingPeriodId && report.State == ReportState.Accepted)))
            .ToPageAsync(PageNumber, HttpContext.RequestAborted);
    }
}
