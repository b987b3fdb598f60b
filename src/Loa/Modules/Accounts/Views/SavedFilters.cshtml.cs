using Loa.Platform.Ui;
using Loa.Platform.Views;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.Views;

/// <summary>A person's saved views of every list; lists post their "save" here.</summary>
internal sealed class SavedFiltersModel(SavedViews views, IStringLocalizer words) : PageModel
{
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public bool IsDefault { get; set; }

    /// <summary>Which list; not the page of a long one.</summary>
    [BindProperty(Name = "trang")]
    public string? List { get; set; }

    [BindProperty(Name = "loc")]
    public string? Filters { get; set; }

    public IReadOnlyList<SavedViewPage> Pages => views.Pages;

    public IReadOnlyList<SavedView> Saved { get; private set; } = [];

    public async Task OnGetAsync() => Saved = await views.AllAsync(HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostSaveAsync()
    {
        if (views.Find(List) is not { } page)
        {
            return NotFound();
        }

        return await AnswerAsync(await views.SaveAsync(page, Name, Filters, HttpContext.RequestAborted), words["Đã lưu bộ lọc."], page.Href + SavedViews.Filters(page, Filters));
    }

    public async Task<IActionResult> OnPostRenameAsync() => await AnswerAsync(await views.RenameAsync(Id, Name, HttpContext.RequestAborted), words["Đã đổi tên."], SavedViewLinks.All);

    public async Task<IActionResult> OnPostDeleteAsync() =>
        await AnswerAsync(await views.DeleteAsync(Id, HttpContext.RequestAborted) ? SavedViewRefusal.None : null, words["Đã xóa bộ lọc."], SavedViewLinks.All);

    public async Task<IActionResult> OnPostDefaultAsync() =>
        await AnswerAsync(await views.SetDefaultAsync(Id, IsDefault, HttpContext.RequestAborted) ? SavedViewRefusal.None : null, IsDefault ? words["Đã đặt làm mặc định."] : words["Đã bỏ mặc định."], SavedViewLinks.All);

    private async Task<IActionResult> AnswerAsync(SavedViewRefusal? refusal, string said, string next)
    {
        switch (refusal)
        {
            case null:
                return NotFound();
            case SavedViewRefusal.None:
                TempData.Flash(Tone.Good, said);
                return LocalRedirect(next);
            default:
                ModelState.AddModelError(refusal is SavedViewRefusal.NameMissing or SavedViewRefusal.NameTaken ? nameof(Name) : "", Words(refusal.Value));
                Response.StatusCode = StatusCodes.Status400BadRequest;
                await OnGetAsync();
                return Page();
        }
    }

    private string Words(SavedViewRefusal refusal) => refusal switch
    {
        SavedViewRefusal.NameMissing => words["Hãy đặt tên, không quá {0} chữ.", SavedView.NameMaxLength],
        SavedViewRefusal.NameTaken => words["Bạn đã có bộ lọc tên này."],
        SavedViewRefusal.TooMany => words["Mỗi danh sách lưu được nhiều nhất {0} bộ lọc; hãy xóa bớt.", SavedView.Most],
        _ => words["Danh sách đang không lọc gì để lưu."],
    };
}
