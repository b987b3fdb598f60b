using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Coverage;
using Loa.Modules.Plans.UnitPlans;
using Loa.Modules.Tasks;
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

internal sealed class PlanModel(LoaDbContext db, FileStore files, CurrentUser user, AgencyScope scope, UnitDrafts drafts, PlanUptakes uptakes, PlanCoverage coverage, LaterAgencies later, Calendar calendar, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public PlanDetail Detail { get; private set; } = null!;

    public PlanCascade Cascade { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, TaskStanding> Standings { get; private set; } = new Dictionary<Guid, TaskStanding>();

    public DateOnly Today => calendar.VietnamToday;

    public bool MayEdit { get; private set; }

    /// <summary>An outline of reports came with the plan, and the person may make one of it.</summary>
    public bool MayOutline { get; private set; }

    /// <summary>For who may issue: agencies founded since that a group of the plan would mean.</summary>
    public IReadOnlyList<FoundedSince> Founded { get; private set; } = [];

    /// <summary>How many agencies answered the plan with one of their own, of those the person may see.</summary>
    public CoverageFigures Figures { get; private set; } = new();

    public bool MaySeeHistory => user.Has(Permissions.HistoryRead);

    public bool MayCirculate => Detail.Plan.Status == PlanStatus.Issued && user.Has(Permissions.PlansIssue);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await PlanDetail.LoadAsync(db, Id, cancellation) is not { } detail)
            return NotFound();
        Detail = detail;
        MayEdit = await scope.CoversAsync(Permissions.PlansIssue, detail.Plan.OwnerAgencyId, cancellation);
        Cascade = await PlanCascade.LoadAsync(db, detail.Plan, drafts, MayEdit, cancellation);
        if (MayEdit && detail.Plan.Status == PlanStatus.Issued)
            Founded = await later.FoundedSinceAsync(detail.Plan, cancellation);
        Standings = await TaskStanding.OfAsync(db, Id, Today, cancellation);
        Figures = await coverage.FiguresAsync(Id, MayEdit, cancellation);
        MayOutline = detail.HasReportOutline && detail.Plan.Status == PlanStatus.Issued && await scope.CoversAsync(Permissions.ReportsRun, detail.Plan.OwnerAgencyId, cancellation);
        return Page();
    }

    public Task<IActionResult> OnGetOriginalAsync(CancellationToken cancellation) =>
        DownloadAsync(db.Set<Plan>().Where(p => p.PlanId == Id).Select(p => (Guid?)p.FileId), cancellation);

    public Task<IActionResult> OnGetSignedAsync(CancellationToken cancellation) =>
        DownloadAsync(db.Set<Plan>().Where(p => p.PlanId == Id).Select(p => p.SignedFileId), cancellation);

    private async Task<IActionResult> DownloadAsync(IQueryable<Guid?> file, CancellationToken cancellation)
    {
        if (await file.FirstOrDefaultAsync(cancellation) is not { } fileId)
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

        if (plan.Status == PlanStatus.Issued && !await this.TryAsync(db, () => WithdrawAsync(plan, reason, cancellation), words["Người khác vừa đổi mục này; hãy xem lại rồi làm tiếp."]))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await OnGetAsync(cancellation);
        }

        TempData.Flash(Tone.Info, words["Đã thu hồi kế hoạch."]);
        return Redirect(PlanLinks.Plan(Id));
    }

    private async Task WithdrawAsync(Plan plan, string reason, CancellationToken cancellation)
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
}
