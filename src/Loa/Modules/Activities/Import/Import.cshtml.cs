using Loa.Documents.Plans;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Files;
using Loa.Platform.Sheets;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities.Import;

/// <summary>A list of activities in two steps: what it would write is shown row by row, then all of it is written, or nothing.</summary>
[UploadLimit(ActivityImport.MaxBytes)]
internal sealed class ImportModel(ActivityImport import, Calendar calendar, IStringLocalizer words) : PageModel
{
    public const string FileField = "File";

    [BindProperty(Name = FileField)]
    public IFormFile? Upload { get; set; }

    [BindProperty(SupportsGet = true, Name = "qua-lon")]
    public bool TooLarge { get; set; }

    /// <summary>Also write what may have been logged already.</summary>
    [BindProperty]
    public bool WithSuspects { get; set; }

    /// <summary>The file that is looked at.</summary>
    public StoredFile? Received { get; private set; }

    public ActivityImportPlan? Plan { get; private set; }

    public string Describe(RowProblem problem) => problem.Describe(words);

    public async Task<IActionResult> OnGetAsync(Guid? tep)
    {
        if (TooLarge)
        {
            return Again(TooLargeMessage(), StatusCodes.Status413PayloadTooLarge);
        }

        return tep is { } fileId ? await ShowAsync(fileId) : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Upload is null)
        {
            return Again(words["Hãy chọn tệp danh sách hoạt động."]);
        }

        try
        {
            await using var content = Upload.OpenReadStream();
            return LocalRedirect(ActivityLinks.ImportOf((await import.KeepAsync(content, Upload.FileName, HttpContext.RequestAborted)).StoredFileId));
        }
        catch (FileRefusedException e)
        {
            return Again(e.Refusal == FileRefusal.Empty ? words["Tệp rỗng, không có nội dung để đọc."] : TooLargeMessage());
        }
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid tep)
    {
        if (await import.FindAsync(tep, HttpContext.RequestAborted) is not { } file)
        {
            return NotFound();
        }

        try
        {
            if (await import.ApplyAsync(file, WithSuspects, HttpContext.RequestAborted) is { } written)
            {
                return this.Done(words["Đã nhập {0} hoạt động.", Formats.Number(written)], ActivityLinks.List);
            }
        }
        catch (SheetRefusedException)
        {
            // Said by the page that looks at it again.
        }

        ModelState.AddModelError("", words["Dữ liệu vừa thay đổi, nên chưa ghi gì. Hãy xem lại rồi xác nhận."]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(tep);
    }

    /// <summary>An empty list with two examples, and the words to choose from on a second sheet.</summary>
    public Task<IActionResult> OnGetTemplateAsync()
    {
        var day = calendar.VietnamToday;
        object?[][] examples =
        [
            [day, FormNames.Of(CommunicationForm.Loudspeaker), "Hướng dẫn nộp hồ sơ trực tuyến", null, "Đài truyền thanh xã", 3, 15, "có", .. Enumerable.Repeat<object?>(null, 12)],
            [day, FormNames.Of(CommunicationForm.Conference), "Quán triệt kế hoạch cải cách hành chính", null, null, 1, null, null, 120, ActivityWords.Of(ReachMethod.SignedList), null, "Hội nghị giao ban tháng", "Hội trường UBND xã", ActivityWords.Of(AudienceGroup.Officials), 4500000, ActivityWords.Of(FundingSource.Recurrent), null, null, null, null],
        ];
        var methods = Enum.GetValues<ReachMethod>().Select(ActivityWords.Of).ToList();
        var groups = Enum.GetValues<AudienceGroup>().Select(ActivityWords.Of).ToList();
        var sources = Enum.GetValues<FundingSource>().Select(ActivityWords.Of).ToList();
        var lists = FormCatalogue.Kinds.Select((kind, i) => new object?[] { FormNames.Of(kind.Form), methods.ElementAtOrDefault(i), groups.ElementAtOrDefault(i), sources.ElementAtOrDefault(i) });
        return SheetWriter.AnswerAsync("mau-hoat-dong", [
            (new SheetHead("Hoạt động", ActivityColumns.ToWrite), examples.ToAsyncEnumerable()),
            (new SheetHead("Danh mục", [.. new[] { ActivityColumn.Form, ActivityColumn.PeopleBy, ActivityColumn.Audiences, ActivityColumn.Funding }.Select(column => new SheetColumn(ActivityColumns.Title(column), 36))]), lists.ToAsyncEnumerable()),
        ], HttpContext.RequestAborted);
    }

    private async Task<IActionResult> ShowAsync(Guid fileId)
    {
        if (await import.FindAsync(fileId, HttpContext.RequestAborted) is not { } file)
        {
            return NotFound();
        }

        try
        {
            Plan = await import.PlanAsync(file, HttpContext.RequestAborted);
            Received = file;
            return Page();
        }
        catch (SheetRefusedException e)
        {
            return Again(words[Reason(e.Refusal), Formats.Number(ImportedSheet.MostRows)]);
        }
    }

    private static string Reason(SheetRefusal refusal) => refusal switch
    {
        SheetRefusal.TooManyRows => "Tệp có hơn {0} dòng; hãy chia thành nhiều tệp.",
        SheetRefusal.TooManyColumns => "Tệp có quá nhiều cột.",
        SheetRefusal.CellTooLong => "Tệp có ô quá dài.",
        SheetRefusal.TooLarge or SheetRefusal.TooSlow => "Tệp quá lớn so với một danh sách hoạt động.",
        _ => "Không đọc được tệp này như một bảng tính. Hãy lưu lại dạng .xlsx, hoặc .csv mã UTF-8.",
    };

    private string TooLargeMessage() => words["Tệp lớn hơn {0} MB, quá lớn so với một danh sách hoạt động.", ActivityImport.MaxBytes >> 20];

    private PageResult Again(string message, int status = StatusCodes.Status400BadRequest)
    {
        ModelState.AddModelError(FileField, message);
        Response.StatusCode = status;
        return Page();
    }
}
