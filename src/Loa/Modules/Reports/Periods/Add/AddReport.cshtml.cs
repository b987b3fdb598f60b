using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Periods.Add;

/// <summary>Asks one more agency for a report of a period that is open already.</summary>
internal sealed class AddReportModel(LoaDbContext db, ReportScope scope, AddedReports added, AgencyOptions options, CurrentUser user, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? AgencyId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ReportingPeriod Period { get; private set; } = null!;

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (AgencyId is not { } agencyId || !await scope.Agencies(Permissions.ReportsRun).AnyAsync(agency => agency.AgencyId == agencyId, cancellation))
        {
            ModelState.AddModelError(nameof(AgencyId), words["Hãy chọn cơ quan trong danh sách."]);
        }

        if (Reason?.Trim() is not { Length: > 0 and <= ReportingPeriod.ReasonMaxLength })
        {
            ModelState.AddModelError(nameof(Reason), words["Hãy ghi lý do."]);
        }

        if (ModelState.IsValid && await this.TryAsync(db, () => AddAsync(AgencyId!.Value, cancellation), words["Người khác vừa sửa kỳ này; hãy xem lại."]) && ModelState.IsValid)
        {
            return this.Done(words["Đã thêm; báo cáo của cơ quan này đang được điền số liệu."], ReportLinks.Period(Id));
        }

        return await this.AgainAsync(db, async () =>
        {
            await FindAsync();
            await LoadAsync();
        });
    }

    private async Task AddAsync(Guid agencyId, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await added.AddAsync(Period, agencyId, Reason!.Trim(), cancellation) is { } refusal)
        {
            ModelState.AddModelError(nameof(AgencyId), refusal);
            return;
        }

        await transaction.CommitAsync(cancellation);
    }

    private async Task<bool> FindAsync()
    {
        var found = await scope.Run.FirstOrDefaultAsync(period => period.ReportingPeriodId == Id && period.State == PeriodState.Open, HttpContext.RequestAborted);
        Period = found ?? Period;
        return found is not null;
    }

    private async Task LoadAsync() => Agencies = await options.WithinAsync(user.Scope(Permissions.ReportsRun), HttpContext.RequestAborted);
}
