using System.ComponentModel.DataAnnotations;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.Profile;

internal sealed class ChangePasswordModel(UserManager<User> users, SignInManager<User> signIn, UserSessions sessions, CurrentUser current, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập mật khẩu hiện tại.")]
    public string CurrentPassword { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập mật khẩu mới.")]
    public string NewPassword { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await users.GetUserAsync(User);
        if (ModelState.IsValid && user is not null)
        {
            audit.Describe("Đổi mật khẩu");
            var result = await users.ChangePasswordAsync(user, CurrentPassword, NewPassword);
            if (result.Succeeded)
            {
                // The stamp changed: other sessions end, this one goes on.
                await sessions.EndAllAsync(user.Id, except: current.SessionId);
                await signIn.RefreshSignInAsync(user);
                TempData.Flash(Tone.Good, words["Đã đổi mật khẩu. Các phiên đăng nhập khác sẽ kết thúc."]);
                return LocalRedirect(AccountLinks.Profile);
            }

            foreach (var error in result.Errors.DistinctBy(error => error.Description))
            {
                ModelState.AddModelError(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(CurrentPassword) : nameof(NewPassword), error.Description);
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
