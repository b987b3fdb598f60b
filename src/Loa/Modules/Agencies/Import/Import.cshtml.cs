using Loa.Data;
using Loa.Modules.Agencies.Template;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Platform.Sheets;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Agencies.Import;

/// <summary>A list of agencies in two steps: what it would do is shown row by row, then all of it is taken over, or nothing.</summary>
[UploadLimit(AgencyImport.MaxBytes)]
internal sealed class ImportModel(LoaDbContext db, AgencyImport import, AgencyScope scope, IStringLocalizer words) : PageModel
{
    public const string FileField = "File";

    [BindProperty(Name = FileField)]
    public IFormFile? Upload { get; set; }

    [BindProperty(SupportsGet = true, Name = "qua-lon")]
    public bool TooLarge { get; set; }

    /// <summary>The file that is looked at.</summary>
    public StoredFile? Received { get; private set; }

    public ImportPlan? Plan { get; private set; }

    /// <summary>Not bound by itself: only the template's own handlers ask for it.</summary>
    public TemplateForm Template { get; private set; } = new();

    /// <summary>The template may become the tree at once.</summary>
    public bool MayStart { get; private set; }

    public string Describe(RowProblem problem) => problem.Describe(words);

    public async Task<IActionResult> OnGetAsync(Guid? tep)
    {
        if (TooLarge)
        {
            return await AgainAsync(FileField, TooLargeMessage(), StatusCodes.Status413PayloadTooLarge);
        }

        return tep is { } fileId ? await ShowAsync(fileId) : await PageAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Upload is null)
        {
            return await AgainAsync(FileField, words["Hãy chọn tệp danh sách cơ quan."]);
        }

        try
        {
            await using var content = Upload.OpenReadStream();
            return LocalRedirect(AgencyLinks.ImportOf((await import.KeepAsync(content, Upload.FileName, HttpContext.RequestAborted)).StoredFileId));
        }
        catch (FileRefusedException e)
        {
            return await AgainAsync(FileField, e.Refusal == FileRefusal.Empty ? words["Tệp rỗng, không có nội dung để đọc."] : TooLargeMessage());
        }
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid tep, string digest)
    {
        if (await import.FindAsync(tep, HttpContext.RequestAborted) is not { } file)
        {
            return NotFound();
        }

        try
        {
            if (await import.ApplyAsync(file, digest, HttpContext.RequestAborted) is { } done)
            {
                TempData.Flash(Tone.Good, words["Đã nhập: thêm {0}, sửa {1} cơ quan.", done.Added.Count, done.Changed.Count]);
                return LocalRedirect(AgencyLinks.Tree);
            }
        }
        catch (SheetRefusedException)
        {
            // Said by the page that looks at it again.
        }

        ModelState.AddModelError("", words["Cây cơ quan vừa thay đổi, nên chưa ghi gì. Hãy xem lại những gì sẽ làm rồi xác nhận."]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(tep);
    }

    public async Task<IActionResult> OnPostTemplateAsync() =>
        await ReadTemplateAsync()
            ? await SheetWriter.AnswerAsync($"mau-co-quan-{ProvinceTemplate.Initials(Template.Province)}", SheetFormat.Xlsx, AgencyColumns.ToWrite, ProvinceTemplate.Rows(Template).ToAsyncEnumerable(), HttpContext.RequestAborted)
            : await BadAsync();

    /// <summary>On an empty tree: the template goes the way of any other list, so it is looked at before it is taken over.</summary>
    public async Task<IActionResult> OnPostStartAsync()
    {
        if (!await MayStartAsync())
        {
            return NotFound();
        }

        if (!await ReadTemplateAsync())
        {
            return await BadAsync();
        }

        using var content = new MemoryStream();
        SheetWriter.Write(content, SheetFormat.Xlsx, AgencyColumns.ToWrite, ProvinceTemplate.Rows(Template));
        content.Position = 0;
        return LocalRedirect(AgencyLinks.ImportOf((await import.KeepAsync(content, $"mau-{ProvinceTemplate.Initials(Template.Province)}.xlsx", HttpContext.RequestAborted)).StoredFileId));
    }

    private async Task<bool> ReadTemplateAsync()
    {
        ModelState.Clear();
        await TryUpdateModelAsync(Template, nameof(Template));
        return ModelState.IsValid;
    }

    private async Task<bool> MayStartAsync() => scope.Covers(AccessScope.Top) && !await db.Set<Agency>().AnyAsync(HttpContext.RequestAborted);

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
            return await PageAsync();
        }
        catch (SheetRefusedException e)
        {
            return await AgainAsync(FileField, words[Reason(e.Refusal)]);
        }
    }

    private static string Reason(SheetRefusal refusal) => refusal switch
    {
        SheetRefusal.TooManyRows => "Tệp có quá nhiều dòng.",
        SheetRefusal.TooManyColumns => "Tệp có quá nhiều cột.",
        SheetRefusal.CellTooLong => "Tệp có ô quá dài.",
        SheetRefusal.TooLarge or SheetRefusal.TooSlow => "Tệp quá lớn so với một danh sách cơ quan.",
        _ => "Không đọc được tệp này như một bảng tính. Hãy lưu lại dạng .xlsx, hoặc .csv mã UTF-8.",
    };

    private string TooLargeMessage() => words["Tệp lớn hơn {0} MB, quá lớn so với một danh sách cơ quan.", AgencyImport.MaxBytes >> 20];

    private Task<IActionResult> AgainAsync(string field, string message, int status = StatusCodes.Status400BadRequest)
    {
        ModelState.AddModelError(field, message);
        Response.StatusCode = status;
        return PageAsync();
    }

    private Task<IActionResult> BadAsync()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return PageAsync();
    }

    private async Task<IActionResult> PageAsync()
    {
        MayStart = await MayStartAsync();
        return Page();
    }
}
