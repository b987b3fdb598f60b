using Loa.Modules.Reports.Composing;
using Loa.Platform;
using Loa.Platform.Files;
using Loa.Platform.Sheets;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Offline;

/// <summary>For agencies without a steady line: the pre-filled report as a workbook, and the filled one back, first shown row by row, then written whole or not at all.</summary>
[UploadLimit(OfflineImport.MaxBytes)]
internal sealed class OfflineModel(OfflineImport import, IStringLocalizer words) : PageModel
{
    public const string FileField = "File";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = FileField)]
    public IFormFile? Upload { get; set; }

    [BindProperty(SupportsGet = true, Name = "qua-lon")]
    public bool TooLarge { get; set; }

    /// <summary>The plan that the person saw.</summary>
    [BindProperty]
    public string Digest { get; set; } = "";

    /// <summary>What the file says counts also where the report has changed since.</summary>
    [BindProperty]
    public bool FileWins { get; set; }

    public OpenReport Open { get; private set; } = null!;

    /// <summary>The file that is looked at.</summary>
    public StoredFile? Received { get; private set; }

    public OfflinePlan? Plan { get; private set; }

    public string Describe(RowProblem problem) => problem.Describe(words);

    public async Task<IActionResult> OnGetAsync(Guid? tep)
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (TooLarge)
        {
            return Again(TooLargeMessage(), StatusCodes.Status413PayloadTooLarge);
        }

        return tep is { } fileId ? await ShowAsync(fileId) : Page();
    }

    public async Task<IActionResult> OnGetFileAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        return await SheetWriter.AnswerAsync(ReportFileName.Of(Open), SheetFormat.Xlsx, OfflineSheet.Columns, OfflineSheet.Rows(Open).ToAsyncEnumerable(), HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (Upload is null)
        {
            return Again(words["Hãy chọn tệp báo cáo đã điền."]);
        }

        try
        {
            await using var content = Upload.OpenReadStream();
            return LocalRedirect($"{ReportLinks.Offline(Id)}?tep={(await import.KeepAsync(content, Upload.FileName, HttpContext.RequestAborted)).StoredFileId}");
        }
        catch (FileRefusedException refused)
        {
            return Again(refused.Refusal == FileRefusal.Empty ? words["Tệp rỗng, không có nội dung để đọc."] : TooLargeMessage());
        }
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid tep)
    {
        if (!await FindAsync() || await import.FindAsync(tep, HttpContext.RequestAborted) is not { } file)
        {
            return NotFound();
        }

        try
        {
            if (await import.ApplyAsync(Open, file, Digest, FileWins, HttpContext.RequestAborted) is { } written)
            {
                return this.Done(words["Đã ghi {0} dòng từ tệp vào báo cáo.", written], ReportLinks.Fill(Id));
            }
        }
        catch (SheetRefusedException)
        {
            // Said by the page that looks at it again.
        }

        ModelState.Clear();
        ModelState.AddModelError("", words["Báo cáo vừa thay đổi, nên chưa ghi gì. Hãy xem lại rồi xác nhận."]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await FindAsync() ? await ShowAsync(tep) : NotFound();
    }

    private async Task<bool> FindAsync()
    {
        if (await import.OpenAsync(Id, HttpContext.RequestAborted) is not { } open)
        {
            return false;
        }

        Open = open;
        return true;
    }

    private async Task<IActionResult> ShowAsync(Guid fileId)
    {
        if (await import.FindAsync(fileId, HttpContext.RequestAborted) is not { } file)
        {
            return NotFound();
        }

        try
        {
            Plan = await import.PlanAsync(Open, file, HttpContext.RequestAborted);
            Received = file;
            return Page();
        }
        catch (SheetRefusedException refused)
        {
            return Again(words[refused.Refusal is SheetRefusal.NotASheet
                ? "Không đọc được tệp này như một bảng tính. Hãy lưu lại dạng .xlsx, hoặc .csv mã UTF-8."
                : "Tệp quá lớn so với một báo cáo; hãy tải tệp từ trang này rồi điền."]);
        }
    }

    private string TooLargeMessage() => words["Tệp lớn hơn {0} MB, quá lớn so với một báo cáo.", OfflineImport.MaxBytes >> 20];

    private PageResult Again(string message, int status = StatusCodes.Status400BadRequest)
    {
        ModelState.AddModelError(FileField, message);
        Response.StatusCode = status;
        return Page();
    }
}
