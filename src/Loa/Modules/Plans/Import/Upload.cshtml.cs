using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import.Reading;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Import;

[UploadLimit(64L << 20)]
[RequestFormLimits(MultipartBodyLengthLimit = 66L << 20)]
internal sealed class UploadModel(PlanImports imports, ReadingLimits limits, LoaDbContext db, AgencyScope scope, IStringLocalizer words) : PageModel
{
    public const string FileField = "File";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    [BindProperty(Name = FileField)]
    public IFormFile? Upload { get; set; }

    [BindProperty(SupportsGet = true, Name = "qua-lon")]
    public bool TooLarge { get; set; }

    /// <summary>The plan in force that the file is a new edition of.</summary>
    [BindProperty(SupportsGet = true, Name = "thay-the")]
    public Guid? Replaces { get; set; }

    /// <summary>Why that plan changes.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public Plan? Replaced { get; private set; }

    public long MaxBytes => limits.UploadBytes;

    public IReadOnlyList<PlanImport> Open { get; private set; } = [];

    public KnownFile? Known { get; private set; }

    /// <summary>The file just received that is known already; "import anyway" goes on with it.</summary>
    public StoredFile? Received { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindReplacedAsync(cancellation))
            return NotFound();
        if (TooLarge)
            return await AgainAsync(TooLargeMessage(), cancellation, StatusCodes.Status413PayloadTooLarge);
        Open = await imports.OpenAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindReplacedAsync(cancellation))
            return NotFound();
        if (Upload is null)
            return await AgainAsync(words["Hãy chọn tệp kế hoạch cần nhập."], cancellation);
        if (!HasReason())
            return await AgainAsync(ReasonMessage(), cancellation, field: nameof(Reason));
        try
        {
            await using var content = Upload.OpenReadStream();
            Received = await imports.KeepAsync(content, Upload.FileName, cancellation);
        }
        catch (FileRefusedException e)
        {
            return await AgainAsync(e.Refusal == FileRefusal.Empty ? words["Tệp rỗng, không có nội dung để đọc."] : TooLargeMessage(), cancellation);
        }

        Known = await imports.FindSameAsync(Received.Sha256, cancellation);
        if (Known is null)
            return await StartAsync(Received, Replaced?.PlanId, cancellation);
        Open = await imports.OpenAsync(cancellation);
        return Page();
    }

    /// <summary>"Import anyway": the file was received a moment ago by this person.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid fileId, CancellationToken cancellation)
    {
        if (!await FindReplacedAsync(cancellation) || await imports.OwnFileAsync(fileId, cancellation) is not { } file)
            return NotFound();
        if (!HasReason())
            return await AgainAsync(ReasonMessage(), cancellation, field: nameof(Reason));
        var known = Replaced is null ? await imports.FindSameAsync(file.Sha256, cancellation) : null;
        return await StartAsync(file, Replaced?.PlanId ?? known?.PlanId, cancellation);
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancellation)
    {
        var import = await imports.FindAsync(id, cancellation);
        if (import is null)
            return NotFound();
        return Redirect(PlanLinks.Review(await imports.RestoreAsync(import, cancellation)));
    }

    private async Task<IActionResult> StartAsync(StoredFile file, Guid? replacesPlanId, CancellationToken cancellation)
    {
        var import = await imports.StartAsync(file, replacesPlanId, Replaced?.OwnerAgencyId, Replaced is null ? null : Reason, cancellation);
        if (import is null)
            return await AgainAsync(words["Chưa có cơ quan nào trong hệ thống; hãy tạo cây cơ quan trước khi nhập kế hoạch."], cancellation);
        import = await imports.WaitAsync(import, Patience, cancellation);
        if (import.Status != ImportStatus.Failed)
            return Redirect(PlanLinks.Review(import.PlanImportId));
        return await AgainAsync(ImportWords.Failure(import), cancellation);
    }

    /// <summary>A new edition of a plan is for whoever may issue for the agency whose plan it is.</summary>
    private async Task<bool> FindReplacedAsync(CancellationToken cancellation)
    {
        if (Replaces is not { } planId)
            return true;
        Replaced = await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(plan => plan.PlanId == planId && plan.Status == PlanStatus.Issued, cancellation);
        return Replaced is not null && await scope.CoversAsync(Permissions.PlansIssue, Replaced.OwnerAgencyId, cancellation);
    }

    private bool HasReason()
    {
        Reason = Reason?.Trim();
        return Replaced is null || Reason?.Length is > 0 and <= Plan.ReasonMaxLength;
    }

    private string ReasonMessage() => words["Hãy ghi lý do điều chỉnh, không quá {0} chữ.", Plan.ReasonMaxLength];

    private string TooLargeMessage() => words["Tệp lớn hơn {0} MB, quá lớn so với một văn bản kế hoạch. Nếu là bản quét, hãy quét lại ở 200 dpi, đen trắng.", limits.UploadBytes >> 20];

    private async Task<IActionResult> AgainAsync(string message, CancellationToken cancellation, int status = StatusCodes.Status400BadRequest, string field = FileField)
    {
        ModelState.AddModelError(field, message);
        Open = await imports.OpenAsync(cancellation);
        Response.StatusCode = status;
        return Page();
    }
}
