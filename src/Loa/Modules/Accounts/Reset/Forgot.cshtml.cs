using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Loa.Modules.Accounts.Reset;

/// <summary>Answers alike whether the address has an account; one letter in five minutes, however often it is asked for.</summary>
internal sealed class ForgotModel(LoaDbContext db, UserManager<User> users, PasswordReset reset) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập địa chỉ thư điện tử.")]
    [StringLength(Accounts.User.EmailMaxLength, ErrorMessage = "Địa chỉ thư điện tử không đúng.")]
    public string Email { get; set; } = "";

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (await users.FindByEmailAsync(Email.Trim()) is { IsDisabled: false } user)
        {
            await reset.SendAsync(user);
            await db.SaveChangesAsync(HttpContext.RequestAborted);
        }

        IsDone = true;
        return Page();
    }
}
