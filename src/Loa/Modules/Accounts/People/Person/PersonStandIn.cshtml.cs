using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.People.Person;

/// <summary>For a person who left without arranging it. Nobody appoints themselves: that would be a way to another's roles.</summary>
internal sealed class PersonStandInModel(StandIns standIns, PeopleAdmin admin, CurrentUser current, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public DateOnly? FirstDay { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public string PersonName { get; private set; } = "";

    public IReadOnlyList<StandInRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (string.Equals(Email?.Trim(), User.Identity?.Name, StringComparison.OrdinalIgnoreCase))
        {
            ModelState.AddModelError(nameof(Email), words["Hãy chọn người khác: không ai tự giao mình làm thay."]);
        }

        if (ModelState.IsValid)
        {
            foreach (var (field, problem) in await standIns.AddAsync(new StandInOrder(Id, Email, FirstDay, LastDay, Reason), HttpContext.RequestAborted))
            {
                ModelState.AddModelError(field, problem);
            }
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        return Back(words["Đã giao làm thay; cả hai người nhận thư báo."]);
    }

    public async Task<IActionResult> OnPostEndStandInAsync(Guid delegationId) =>
        await LoadAsync() && await standIns.EndAsync(delegationId, Id, HttpContext.RequestAborted) ? Back(words["Đã kết thúc làm thay."]) : NotFound();

    private LocalRedirectResult Back(string message)
    {
        TempData.Flash(Tone.Good, message);
        return LocalRedirect(AccountLinks.PersonStandIn(Id));
    }

    private async Task<bool> LoadAsync()
    {
        if (Id == current.UserId || await admin.FindAsync(Id, HttpContext.RequestAborted) is not { IsWhole: true } person)
        {
            return false;
        }

        ViewData["EndableFor"] = Id;
        PersonName = person.User.DisplayName;
        Rows = await standIns.OpenAsync(Id, HttpContext.RequestAborted);
        return true;
    }
}
