using System.ComponentModel.DataAnnotations;
using Loa.Modules.Accounts.Demo;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.SignIn;

internal sealed class SignInModel(SignInManager<User> signIn, UserManager<User> users, DemoAccounts demo, IStringLocalizer words) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập địa chỉ thư điện tử.")]
    [StringLength(Accounts.User.EmailMaxLength, ErrorMessage = "Địa chỉ thư điện tử không đúng.")]
    public string Email { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập mật khẩu.")]
    [StringLength(PasswordRules.MaxLength, ErrorMessage = "Mật khẩu không đúng.")]
    public string Password { get; set; } = "";

    [BindProperty(Name = "tiep", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Empty unless the server runs in demo mode.</summary>
    public IReadOnlyList<DemoAccount> DemoAccounts { get; private set; } = [];

    public async Task OnGetAsync() => DemoAccounts = await demo.OfferedAsync(HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid)
        {
            var user = await users.FindByEmailAsync(Email.Trim());
            if (await IsRightAsync(user))
            {
                await signIn.SignInAsync(user!, isPersistent: false);
                return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
            }

            // The same words and much the same time whether the address, the password or the lock is the reason.
            ModelState.AddModelError(nameof(Password), words["Thư điện tử hoặc mật khẩu không đúng. Sau {0} lần sai liên tiếp, tài khoản bị khóa {1} phút.", AccountsModule.AttemptsBeforeLock, AccountsModule.LockMinutes]);
        }

        DemoAccounts = await demo.OfferedAsync(HttpContext.RequestAborted);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> IsRightAsync(User? user)
    {
        if (user is null || user.IsDisabled || await users.IsLockedOutAsync(user))
        {
            // As slow as a real check, so that the time does not tell which addresses exist.
            users.PasswordHasher.HashPassword(Accounts.User.Create("x@x", "x", default), Password);
            return false;
        }

        return (await signIn.CheckPasswordSignInAsync(user, Password, lockoutOnFailure: true)).Succeeded;
    }
}
