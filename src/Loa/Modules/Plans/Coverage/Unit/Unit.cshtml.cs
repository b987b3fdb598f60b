using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Coverage.Unit;

/// <summary>One agency's answer to one plan: its document, the clauses in it and those not, and what the issuer may decide about it.</summary>
internal sealed class UnitModel(LoaDbContext db, PlanCoverage coverage, UptakeDesk desk, AgencyScope scope, FileStore files, Calendar calendar, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid AgencyId { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    public Plan Plan { get; private set; } = null!;

    public PlanUptake Row { get; private set; } = null!;

    public UptakeLine Line { get; private set; } = null!;

    public bool MayIssue { get; private set; }

    public bool MayDeclare { get; private set; }

    public IReadOnlyList<HeldClause> Clauses { get; private set; } = [];

    public IReadOnlyList<PlanUptakeReminder> Reminders { get; private set; } = [];

    public DateOnly Today => calendar.VietnamToday;

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? await ShowAsync() : NotFound();

    /// <summary>The yearly work plan that was declared.</summary>
    public async Task<IActionResult> OnGetFileAsync() => await FindAsync() && Row.FileId is { } fileId
        ? files.Download(HttpContext, await db.Set<StoredFile>().AsNoTracking().SingleAsync(file => file.StoredFileId == fileId, HttpContext.RequestAborted))
        : NotFound();

    public Task<IActionResult> OnPostDueAsync() => DecideAsync(() => ModelState.IsValid, () => desk.SetDueAsync(Row, DueOn, HttpContext.RequestAborted), words["Đã đổi hạn ban hành."]);

    public Task<IActionResult> OnPostExemptAsync() => DecideAsync(
        () => Reason?.Trim() is { Length: > 0 and <= PlanUptake.ReasonMaxLength } || Wrong(nameof(Reason), words["Hãy ghi lý do, không quá {0} chữ.", PlanUptake.ReasonMaxLength]),
        () => desk.ExemptAsync(Row, Reason!.Trim(), HttpContext.RequestAborted),
        words["Đã miễn; cơ quan này không còn tính vào số phải ban hành."]);

    public Task<IActionResult> OnPostDemandAsync() => DecideAsync(() => true, () => desk.DemandAgainAsync(Row, HttpContext.RequestAborted), words["Cơ quan này lại phải ban hành kế hoạch."]);

    private async Task<IActionResult> DecideAsync(Func<bool> isFine, Func<Task> act, string said)
    {
        if (!await FindAsync() || !MayIssue)
        {
            return NotFound();
        }

        if (Plan.Status != PlanStatus.Issued)
        {
            Wrong("", words["Kế hoạch này không còn hiệu lực: {0}.", PlanWords.Status(words, Plan.Status)]);
        }
        else if (Row.Revision != Revision)
        {
            Wrong("", words["Người khác vừa đổi mục này; hãy xem lại rồi làm tiếp."]);
        }
        else if (isFine() && await this.TryAsync(db, act, words["Người khác vừa đổi mục này; hãy xem lại rồi làm tiếp."]))
        {
            TempData.Flash(Tone.Good, said);
            return LocalRedirect(PlanLinks.CoverageUnit(Id, AgencyId));
        }

        ModelState.Remove(nameof(Revision));
        if (!await FindAsync())
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await ShowAsync();
    }

    private bool Wrong(string field, string message)
    {
        ModelState.AddModelError(field, message);
        return false;
    }

    /// <summary>The issuer, and whoever reads plans for the agency that answers; to anybody else there is no such row.</summary>
    private async Task<bool> FindAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var plan = await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.PlanId == Id, cancellation);
        if (plan is null || await desk.RowAsync(Id, AgencyId, cancellation) is not { } row)
        {
            return false;
        }

        (Plan, Row) = (plan, row);
        MayIssue = await coverage.MayIssueAsync(plan, cancellation);
        MayDeclare = await scope.CoversAsync(Permissions.PlansEdit, row.HolderAgencyId, cancellation);
        return MayIssue || await scope.CoversAsync(Permissions.PlansRead, row.HolderAgencyId, cancellation);
    }

    private async Task<IActionResult> ShowAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Line = await coverage.Lines(Id, all: true).SingleAsync(line => line.AgencyId == AgencyId, cancellation);
        Clauses = [.. (await coverage.ClausesAsync(Id, [AgencyId], cancellation))[AgencyId]];
        Reminders = await db.Set<PlanUptakeReminder>().AsNoTracking().Where(sent => sent.PlanId == Id && sent.AgencyId == AgencyId).OrderByDescending(sent => sent.On).Take(20).ToListAsync(cancellation);
        return Page();
    }
}
