using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Signed;

/// <summary>Recording the copy that was signed: number, day and file. It may come long after the report was sent, so it does not ask whether the report is still open.</summary>
[UploadLimit(MaxBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxBytes + (2L << 20))]
internal sealed class SignedModel(LoaDbContext db, ReportScope scope, ReceivedFiles received, AuditScope audit, Calendar calendar, IStringLocalizer words) : PageModel
{
    public const string FileField = "File";
    public const long MaxBytes = 64L << 20;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public DateOnly? SignedOn { get; set; }

    [BindProperty(Name = FileField)]
    public IFormFile? Upload { get; set; }

    [BindProperty(SupportsGet = true, Name = "qua-lon")]
    public bool TooLarge { get; set; }

    public Report Report { get; private set; } = null!;

    public string PeriodTitle { get; private set; } = "";

    public StoredFile? Present { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        (Reference, SignedOn, Revision) = (Report.SignedReference, Report.SignedOn, Report.Revision);
        if (TooLarge)
        {
            ModelState.AddModelError(FileField, TooLargeMessage());
            Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        await using var content = Upload?.OpenReadStream();
        Check(content);
        if (!ModelState.IsValid)
        {
            return await AgainAsync();
        }

        try
        {
            var file = content is null ? null : await received.KeepAsync(content, Upload!.FileName, MaxBytes, "Nhận bản ký của báo cáo", HttpContext.RequestAborted);
            // The copy that was there goes once nothing refers to it; its name and hash stay in the record.
            audit.Describe("Lưu bản ký của báo cáo", file is not null && Present is { } earlier ? words["Thay {0} (SHA-256 {1})", earlier.FileName, earlier.Sha256].Value : null);
            (Report.SignedReference, Report.SignedOn, Report.SignedFileId) = (Reference!.Trim(), SignedOn, file?.StoredFileId ?? Report.SignedFileId);
        }
        catch (FileRefusedException)
        {
            ModelState.AddModelError(FileField, TooLargeMessage());
            return await AgainAsync();
        }

        return await SaveAsync(words["Đã lưu bản ký."]);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        audit.Describe("Bỏ bản ký của báo cáo", Present is { } present ? $"{present.FileName} (SHA-256 {present.Sha256})" : null);
        (Report.SignedReference, Report.SignedOn, Report.SignedFileId) = (null, null, null);
        return await SaveAsync(words["Đã bỏ bản ký."]);
    }

    private void Check(Stream? content)
    {
        if (Reference?.Trim() is not { Length: > 0 and <= Report.ReferenceMaxLength })
        {
            ModelState.AddModelError(nameof(Reference), words["Hãy ghi số và ký hiệu của báo cáo đã ký."]);
        }

        if (SignedOn is not { } day || day > calendar.VietnamToday)
        {
            ModelState.AddModelError(nameof(SignedOn), words["Hãy ghi ngày ký, không sau hôm nay."]);
        }

        if (content is null)
        {
            if (Present is null)
            {
                ModelState.AddModelError(FileField, words["Hãy chọn tệp PDF hoặc Word của báo cáo đã ký."]);
            }
        }
        else if (content.Length == 0 || !IsRight(content))
        {
            ModelState.AddModelError(FileField, words["Tệp này không phải là PDF hoặc Word (.docx)."]);
        }
    }

    /// <summary>Name and content agree on one of the two kinds.</summary>
    private bool IsRight(Stream content) => (Path.GetExtension(Upload!.FileName).ToLowerInvariant(), ContentTeller.Tell(content)) is (".pdf", ContentKind.Pdf) or (".docx", ContentKind.Docx);

    private async Task<IActionResult> SaveAsync(string said)
    {
        db.Entry(Report).Property(report => report.Revision).OriginalValue = Revision;
        return await this.TrySaveAsync(db, words["Báo cáo vừa được người khác xử lý; hãy xem lại."]) ? this.Done(said, ReportLinks.Report(Id)) : await AgainAsync();
    }

    private Task<IActionResult> AgainAsync() => this.AgainAsync(db, async () =>
    {
        await FindAsync();
        ModelState.Remove(nameof(Revision));
        Revision = Report.Revision;
    });

    private async Task<bool> FindAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await scope.FindWrittenAsync(Id, cancellation) is not { PrefilledAt: not null } report)
        {
            return false;
        }

        Report = report;
        PeriodTitle = await db.Set<ReportingPeriod>().Where(period => period.ReportingPeriodId == report.ReportingPeriodId).Select(period => period.Title).SingleAsync(cancellation);
        Present = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(file => file.StoredFileId == report.SignedFileId, cancellation);
        return true;
    }

    private string TooLargeMessage() => words["Tệp lớn hơn {0} MB. Nếu là bản quét, hãy quét lại ở 200 dpi, đen trắng.", MaxBytes >> 20];
}
