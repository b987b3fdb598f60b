using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.People.Person;

internal sealed class EditModel(LoaDbContext db, PeopleAdmin admin, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập họ và tên.")]
    [StringLength(Accounts.User.NameMaxLength, ErrorMessage = "Họ và tên quá dài.")]
    public string DisplayName { get; set; } = "";

    [BindProperty]
    [StringLength(Accounts.User.TitleMaxLength, ErrorMessage = "Chức vụ quá dài.")]
    public string? JobTitle { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is not { } user)
        {
            return NotFound();
        }

        (DisplayName, JobTitle) = (user.DisplayName, user.Title);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } user)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        audit.Describe("Sửa người dùng");
        (user.DisplayName, user.Title) = (DisplayName.Trim(), JobTitle.OrNull());
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        TempData.Flash(Tone.Good, words["Đã lưu {0}.", user.DisplayName]);
        return LocalRedirect(AccountLinks.Person(Id));
    }

    private async Task<User?> FindAsync() => await admin.FindAsync(Id, HttpContext.RequestAborted) is { IsWhole: true } person ? person.User : null;
}
