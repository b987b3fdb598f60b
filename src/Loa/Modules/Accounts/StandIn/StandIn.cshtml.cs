using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.StandIn;

internal sealed class StandInModel(StandIns standIns, CurrentUser current, IStringLocalizer words) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public DateOnly? FirstDay { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<StandInRow> Rows { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid)
        {
            foreach (var (field, problem) in await standIns.AddAsync(new StandInOrder(current.UserId!.Value, Email, FirstDay, LastDay, Reason), HttpContext.RequestAborted))
            {
                ModelState.AddModelError(field, problem);
            }
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await LoadAsync();
            return Page();
        }

        TempData.Flash(Tone.Good, words["Đã giao làm thay; cả hai người nhận thư báo."]);
        return LocalRedirect(AccountLinks.StandIn);
    }

    public async Task<IActionResult> OnPostEndStandInAsync(Guid delegationId)
    {
        if (!await standIns.EndAsync(delegationId, current.UserId!.Value, HttpContext.RequestAborted))
        {
            return NotFound();
        }

        TempData.Flash(Tone.Good, words["Đã kết thúc làm thay."]);
        return LocalRedirect(AccountLinks.StandIn);
    }

    private async Task LoadAsync()
    {
        ViewData["EndableFor"] = current.UserId;
        Rows = await standIns.OpenAsync(current.UserId!.Value, HttpContext.RequestAborted);
    }
}
