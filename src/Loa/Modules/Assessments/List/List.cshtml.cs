using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Assessments.List;

internal sealed record AssessmentRow(Guid AssessmentId, string Title, int Version, string Owner, DateOnly From, DateOnly To, int Agencies, AssessmentState State);

/// <summary>Assessments one makes, and published ones of agencies one looks after.</summary>
internal sealed class ListModel(LoaDbContext db, AssessmentDesk desk, CurrentUser user) : PageModel
{
    private static readonly Sorting<Assessment> Sorts = new Sorting<Assessment>(assessment => assessment.AssessmentId, "-ky").By("ky", assessment => assessment.From).By("ten", assessment => assessment.Title);

    [BindProperty(SupportsGet = true, Name = TableSort.Parameter)]
    public string? SortText { get; set; }

    [BindProperty(SupportsGet = true, Name = Platform.Ui.Paging.Parameter)]
    public int? PageNumber { get; set; }

    public TableSort Sort { get; private set; }

    public Page<AssessmentRow> Rows { get; private set; } = null!;

    public bool MayAdd => user.Has(Permissions.PlansIssue);

    public async Task OnGetAsync()
    {
        Sort = TableSort.From(SortText, "-ky", "ky", "ten");
        Rows = await (
            from assessment in Sorts.Apply(desk.Visible.AsNoTracking(), Sort.ToString())
            select new AssessmentRow(
                assessment.AssessmentId, assessment.Title, assessment.Version, db.Set<Agency>().First(agency => agency.AgencyId == assessment.OwnerAgencyId).ShortName, assessment.From, assessment.To, assessment.Agencies.Count, assessment.State))
            .ToPageAsync(PageNumber, HttpContext.RequestAborted);
    }
}
