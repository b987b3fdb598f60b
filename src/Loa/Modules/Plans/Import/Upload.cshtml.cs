using Loa.Modules.Plans.Import.Reading;
using Loa.Platform.Files;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Import;

[UploadLimit(64L << 20)]
[RequestFormLimits(MultipartBodyLengthLimit = 66L << 20)]
internal sealed class UploadModel(PlanImports imports, ReadingLimits limits, IStringLocalizer words) : PageModel
{
    public const string FileField = "File";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    [BindProperty(Name = FileField)]
    public IFormFile? Upload { get; set; }

    [BindProperty(SupportsGet = true, Name = "qua-lon")]
    public bool TooLarge { get; set; }

    public long MaxBytes => limits.UploadBytes;

    public IReadOnlyList<PlanImport> Open { get; private set; } = [];

    public KnownFile? Known { get; private set; }

    /// <summary>The file just received that is known already; "import anyway" goes on with it.</summary>
    public StoredFile? Received { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (TooLarge)
            return await AgainAsync(TooLargeMessage(), cancellation, StatusCodes.Status413PayloadTooLarge);
        Open = await imports.OpenAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Upload is null)
            return await AgainAsync(words["Hãy chọn tệp kế hoạch cần nhập."], cancellation);
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
            return await StartAsync(Received, null, cancellation);
        Open = await imports.OpenAsync(cancellation);
        return Page();
    }

    /// <summary>"Import anyway": the file was received a moment ago by this person.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid fileId, CancellationToken cancellation)
    {
        var file = await imports.OwnFileAsync(fileId, cancellation);
        if (file is null)
            return NotFound();
        var known = await imports.FindSameAsync(file.Sha256, cancellation);
        return await StartAsync(file, known?.PlanId, cancellation);
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
        var import = await imports.StartAsync(file, replacesPlanId, cancellation);
        if (import is null)
            return await AgainAsync(words["Chưa có cơ quan nào trong hệ thống; hãy tạo cây cơ quan trước khi nhập kế hoạch."], cancellation);
        import = await imports.WaitAsync(import, Patience, cancellation);
        if (import.Status != ImportStatus.Failed)
            return Redirect(PlanLinks.Review(import.PlanImportId));
        return await AgainAsync(ImportWords.Failure(import), cancellation);
    }

    private string TooLargeMessage() => words["Tệp lớn hơn {0} MB, quá lớn so với một văn bản kế hoạch. Nếu là bản quét, hãy quét lại ở 200 dpi, đen trắng.", limits.UploadBytes >> 20];

    private async Task<IActionResult> AgainAsync(string message, CancellationToken cancellation, int status = StatusCodes.Status400BadRequest)
    {
        ModelState.AddModelError(FileField, message);
        Open = await imports.OpenAsync(cancellation);
        Response.StatusCode = status;
        return Page();
    }
}
