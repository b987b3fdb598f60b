using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Periods.Edit;

/// <summary>Name, due day, grace and reminders of a period, and the day on which a planned one opens; whom it asks and what it counts stay as they were.</summary>
internal sealed class EditPeriodModel(LoaDbContext db, ReportScope scope, PlannedPeriods planned, Calendar calendar, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Hãy ghi tên kỳ.")]
    [StringLength(ReportingPeriod.TitleMaxLength, ErrorMessage = "Tiêu đề quá dài.")]
    public string? Title { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Hãy ghi hạn gửi.")]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    [Range(0, ReportingPeriod.GraceMost, ErrorMessage = "Hãy ghi một số ngày hợp lý.")]
    public int GraceDays { get; set; }

    [BindProperty]
    [Range(0, ReportingPeriod.RemindMost, ErrorMessage = "Hãy ghi một số ngày hợp lý.")]
    public int RemindBefore { get; set; }

    [BindProperty]
    [Range(0, ReportingPeriod.RemindMost, ErrorMessage = "Hãy ghi một số ngày hợp lý.")]
    public int RemindAfter { get; set; }

    /// <summary>Asked of a planned period only.</summary>
    [BindProperty]
    public DateOnly? OpensOn { get; set; }

    [BindProperty]
    public bool Repeats { get; set; }

    public ReportingPeriod Period { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        (Title, DueOn, GraceDays, RemindBefore, RemindAfter, OpensOn, Repeats, Revision) = (Period.Title, Period.DueOn, Period.GraceDays, Period.RemindBefore, Period.RemindAfter, Period.OpensOn, Period.Repeats, Period.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (DueOn < Period.To)
        {
            ModelState.AddModelError(nameof(DueOn), words["Hạn gửi phải sau ngày chốt số liệu."]);
        }

        if (Period.State == PeriodState.Planned && !(OpensOn > calendar.VietnamToday && OpensOn <= DueOn))
        {
            ModelState.AddModelError(nameof(OpensOn), words["Hãy ghi một ngày sau hôm nay và không sau hạn gửi; muốn mở ngay thì bấm “Mở ngay” ở trang của kỳ."]);
        }

        return await this.ReviseAsync(db, Period, Revision, async () =>
        {
            audit.Describe("Sửa kỳ báo cáo");
            if (Period.DueOn != DueOn)
            {
                // Whoever was given a day of their own keeps it.
                foreach (var report in await db.Set<Report>().Where(report => report.ReportingPeriodId == Id && report.FirstSentAt == null && report.ExtensionReason == null).ToListAsync(HttpContext.RequestAborted))
                {
                    report.DueOn = DueOn!.Value;
                }
            }

            (Period.Title, Period.DueOn, Period.GraceDays, Period.RemindBefore, Period.RemindAfter) = (Title!.Trim(), DueOn!.Value, GraceDays, RemindBefore, RemindAfter);
            if (Period.State == PeriodState.Planned)
            {
                // Who reports follows the day it opens, unless somebody chose another day.
                var chosen = Period.TreeOn != PlannedPeriods.TreeDay(Period.To, Period.OpensOn!.Value);
                (Period.OpensOn, Period.TreeOn) = (OpensOn, chosen ? Period.TreeOn : PlannedPeriods.TreeDay(Period.To, OpensOn!.Value));
            }
            else if (Repeats && !Period.Repeats)
            {
                await planned.SetNextAsync(Period, HttpContext.RequestAborted);
            }

            Period.Repeats = Repeats;
        }, (words["Đã lưu kỳ báo cáo."], ReportLinks.Period(Id)), words["Người khác vừa sửa kỳ này; hãy xem lại."], async () =>
        {
            await FindAsync();
            Revision = Period.Revision;
        });
    }

    private async Task<bool> FindAsync()
    {
        var found = await scope.Run.FirstOrDefaultAsync(period => period.ReportingPeriodId == Id, HttpContext.RequestAborted);
        Period = found ?? Period;
        return found is not null;
    }
}
