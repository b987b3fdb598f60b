using System.ComponentModel.DataAnnotations;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Gallery;

/// <summary>Every component at work on one page, for those who build pages and for the tests; it exists in development only.</summary>
internal sealed class GalleryModel(IWebHostEnvironment environment, IStringLocalizer words) : PageModel
{
    private static readonly string[] SortKeys = ["ten", "ngay", "so"];

    [BindProperty]
    public GalleryForm Form { get; set; } = new();

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    public TableSort Sort => TableSort.From(Request.Query[TableSort.Parameter], "-ngay", SortKeys);

    public Paging Paging => Paging.Of(int.TryParse(Request.Query[Paging.Parameter], out var page) ? page : null, 214, 6);

    public IReadOnlyList<SelectListItem> Kinds =>
    [
        new(words["Kế hoạch năm"], "1"),
        new(words["Kế hoạch giai đoạn"], "2"),
        new(words["Quyết định ban hành kế hoạch"], "3"),
    ];

    public IReadOnlyList<PickerOption> Agencies =>
    [
        new("1", words["UBND tỉnh Thanh Giang"], 0),
        new("2", words["Sở Nội vụ"], 1),
        new("3", words["Sở Tư pháp"], 1),
        new("4", words["UBND huyện Yên Khê"], 1),
        new("5", words["UBND xã Đồng Tâm"], 2, words["Huyện Yên Khê"]),
        new("6", words["UBND xã Đồng Tâm"], 2, words["Huyện Mỹ Lộc"]),
    ];

    public IReadOnlyList<ChartPoint> Points =>
    [
        new(words["Sở Nội vụ"], 48, "#figures"),
        new(words["Đài Phát thanh và Truyền hình tỉnh"], 31, "#figures"),
        new(words["UBND huyện Yên Khê"], 17, "#figures"),
        new(words["Sở Tư pháp"], 4, "#figures"),
    ];

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!environment.IsDevelopment())
        {
            context.Result = NotFound();
        }
    }

    public IActionResult OnPost()
    {
        if (ModelState.IsValid)
        {
            TempData.Flash(Tone.Good, words["Đã lưu {0}.", Form.Title], "/giao-dien?handler=undo");
            return RedirectToPage();
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public IActionResult OnPostUndo()
    {
        TempData.Flash(Tone.Info, words["Đã hoàn tác."]);
        return RedirectToPage();
    }
}

internal sealed class GalleryForm
{
    [Required(ErrorMessage = "Hãy nhập tên kế hoạch.")]
    public string Title { get; set; } = "";

    [Required(ErrorMessage = "Hãy nhập ngày ban hành.")]
    public DateOnly? Issued { get; set; }

    public Period? Period { get; set; }

    public string Kind { get; set; } = "1";

    [Required(ErrorMessage = "Hãy chọn cơ quan ban hành.")]
    public string? Agency { get; set; }

    public string? Note { get; set; }

    public string Scope { get; set; } = "all";

    public bool Notify { get; set; } = true;
}
