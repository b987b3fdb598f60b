using System.ComponentModel.DataAnnotations;
using Loa.Platform.Audit;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.Reset;

/// <summary>Sets the new password and ends every session; the person then signs in, with the second factor if there is one.</summary>
internal sealed class ResetModel(UserManager<User> users, UserSessions sessions, AuditScope audit, IStringLocalizer words) : PageModel
{
    private User? user;
    private string token = "";

    [BindProperty(Name = "nguoi", SupportsGet = true)]
    public Guid UserId { get; set; }

    [BindProperty(Name = "ma", SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập mật khẩu mới.")]
    public string Password { get; set; } = "";

    public bool IsOpen { get; private set; }

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() && ModelState.IsValid)
        {
            audit.Describe("Đặt lại mật khẩu", actorId: user!.Id);
            var result = await users.ResetPasswordAsync(user, token, Password);
            if (result.Succeeded)
            {
                await users.SetLockoutEndDateAsync(user, null);
                await sessions.EndAllAsync(user.Id);
                TempData.Flash(Tone.Good, words["Đã đặt mật khẩu mới. Hãy đăng nhập."]);
                return LocalRedirect(AccountLinks.SignIn);
            }

            foreach (var error in result.Errors.DistinctBy(error => error.Description))
            {
                ModelState.AddModelError(nameof(Password), error.Description);
            }
        }

        if (IsOpen)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        user = await users.FindByIdAsync(UserId.ToString());
        token = PasswordReset.Decode(Token) ?? "";
        IsOpen = user is { IsDisabled: false } && await users.VerifyUserTokenAsync(user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<User>.ResetPasswordTokenPurpose, token);
        if (!IsOpen)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }

        return IsOpen;
    }
}
