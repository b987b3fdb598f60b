using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Search;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities.Keeping;

internal sealed record QuarantineRow(Guid ActivityId, string FileName, string Title, string Agency, string? Threat, DateTime? At);

/// <summary>One rule for everyone, so only whoever administers the whole system sets it.</summary>
internal sealed class KeepingModel(LoaDbContext db, IFileContents contents, IServiceProvider services, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty]
    [Range(EvidenceRules.DaysLeast, EvidenceRules.DaysMost, ErrorMessage = "Hãy ghi từ 30 đến 36.500 ngày, hoặc để trống.")]
    public int? KeptDays { get; set; }

    [BindProperty]
    public bool ServesUnscanned { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public string Place => contents.Place;

    public bool HasScanner => services.GetService<IVirusScanner>() is not null;

    public long Unscanned { get; private set; }

    public long Removed { get; private set; }

    public Page<QuarantineRow> Quarantine { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var rules = await db.Set<EvidenceRules>().AsNoTracking().FirstAsync(HttpContext.RequestAborted);
        (KeptDays, ServesUnscanned) = (rules.KeptDays, rules.ServesUnscanned);
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await this.AgainAsync(db, LoadAsync);
        }

        audit.Describe("Đặt thời hạn lưu giữ minh chứng");
        var rules = await db.Set<EvidenceRules>().FirstAsync(HttpContext.RequestAborted);
        (rules.KeptDays, rules.ServesUnscanned) = (KeptDays, ServesUnscanned);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        return this.Done(words["Đã lưu."], ActivityLinks.Keeping);
    }

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Unscanned = await db.Set<Evidence>().LongCountAsync(evidence => evidence.Scan == ScanState.Unscanned && evidence.RemovedAt == null, cancellation);
        Removed = await db.Set<Evidence>().LongCountAsync(evidence => evidence.RemovedAt != null, cancellation);
        Quarantine = await (
            from evidence in db.Set<Evidence>()
            where evidence.Scan == ScanState.Infected
            join file in db.Set<StoredFile>() on evidence.FileId equals file.StoredFileId
            join activity in db.Set<Activity>() on evidence.ActivityId equals activity.ActivityId
            join agency in db.Set<Agency>() on activity.AgencyId equals agency.AgencyId
            orderby evidence.EvidenceId descending
            select new QuarantineRow(evidence.ActivityId, file.FileName, activity.Title, agency.ShortName, evidence.ScanNote, evidence.ScannedAt)).ToPageAsync(PageNumber, cancellation);
    }
}
