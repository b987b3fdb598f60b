using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Coverage;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Detail;

internal sealed class PlanModel(LoaDbContext db, FileStore files, CurrentUser user, AgencyScope scope, Calendar calendar, AuditScope audit, PlanUptakes uptakes, PlanCoverage coverage, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public PlanDetail Detail { get; private set; } = null!;

    public DateOnly Today => calendar.VietnamToday;

    public bool MayEdit { get; private set; }

    /// <summary>How many agencies answered the plan with one of their own, of those the person may see.</summary>
    public CoverageFigures Figures { get; private set; } = new();

    public bool MaySeeHistory => user.Has(Permissions.HistoryRead);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await PlanDetail.LoadAsync(db, Id, cancellation) is not { } detail)
            return NotFound();
        Detail = detail;
        MayEdit = await scope.CoversAsync(Permissions.PlansIssue, detail.Plan.OwnerAgencyId, cancellation);
        Figures = await coverage.FiguresAsync(Id, MayEdit, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnGetOriginalAsync(CancellationToken cancellation)
    {
        var fileId = await db.Set<Plan>().Where(p => p.PlanId == Id).Select(p => (Guid?)p.FileId).FirstOrDefaultAsync(cancellation);
        if (fileId is null)
            return NotFound();
        return files.Download(HttpContext, await db.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.StoredFileId == fileId, cancellation));
    }

    /// <summary>A plan taken back stays readable; its tasks leave the lists.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation)
    {
        var plan = await db.Set<Plan>().FirstOrDefaultAsync(p => p.PlanId == Id, cancellation);
        if (plan is null || !await scope.CoversAsync(Permissions.PlansIssue, plan.OwnerAgencyId, cancellation))
            return NotFound();
        var reason = Reason?.Trim() ?? "";
        if (reason.Length is 0 or > Plan.ReasonMaxLength)
        {
            ModelState.AddModelError(nameof(Reason), words["Hãy ghi lý do thu hồi, không quá {0} chữ.", Plan.ReasonMaxLength]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await OnGetAsync(cancellation);
        }

        if (plan.Status == PlanStatus.Issued)
        {
            audit.Describe("Thu hồi kế hoạch", reason);
            plan.Withdraw(reason);
            await uptakes.TakeBackAsync(Id, cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await db.SaveChangesAsync(cancellation);
            await db.Set<Assignment>().Where(a => a.PlanId == Id && a.State == AssignmentState.Open)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AssignmentState.Withdrawn).SetProperty(a => a.Reason, reason).SetProperty(a => a.Revision, a => a.Revision + 1), cancellation);
            await transaction.CommitAsync(cancellation);
        }

        TempData.Flash(Tone.Info, words["Đã thu hồi kế hoạch."]);
        return Redirect(PlanLinks.Plan(Id));
    }
}
