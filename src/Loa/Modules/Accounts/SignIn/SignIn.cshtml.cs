using System.ComponentModel.DataAnnotations;
using Loa.Modules.Accounts.Demo;
using Loa.Platform.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.SignIn;

internal sealed class SignInModel(LoaSignInManager signIn, UserManager<User> users, DemoAccounts demo, LoaSettings settings, AuditScope audit, IStringLocalizer words) : PageModel
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

    /// <summary>Name of the single sign-on; null when there is none.</summary>
    public string? Provider => settings.Oidc?.Name;

    public async Task OnGetAsync() => DemoAccounts = await demo.OfferedAsync(HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid)
        {
            var result = await TryAsync(await users.FindByEmailAsync(Email.Trim()));
            if (result.RequiresTwoFactor)
            {
                return LocalRedirect(AccountLinks.Code(ReturnUrl));
            }

            if (result.Succeeded)
            {
                return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
            }

            // The same words and much the same time whether the address, the password or the lock is the reason.
            ModelState.AddModelError(nameof(Password), words["Thư điện tử hoặc mật khẩu không đúng. Sau {0} lần sai liên tiếp, tài khoản bị khóa {1} phút.", AccountsModule.AttemptsBeforeLock, AccountsModule.LockMinutes]);
        }

        DemoAccounts = await demo.OfferedAsync(HttpContext.RequestAborted);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Which key it is, the browser asks the person: no address is typed, so none is given away.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        ModelState.Clear();
        audit.Describe("Đăng nhập bằng khóa truy cập");
        if (await signIn.SignInByPasskeyAsync(credential))
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        }

        ModelState.AddModelError("", words["Khóa truy cập này không đăng nhập được. Hãy thử lại hoặc dùng mật khẩu."]);
        DemoAccounts = await demo.OfferedAsync(HttpContext.RequestAborted);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<Microsoft.AspNetCore.Identity.SignInResult> TryAsync(User? user)
    {
        if (user is null || user.IsDisabled || await users.IsLockedOutAsync(user))
        {
            // As slow as a real check, so that the time does not tell which addresses exist.
            users.PasswordHasher.HashPassword(Accounts.User.Create("x@x", "x", default), Password);
            return Microsoft.AspNetCore.Identity.SignInResult.Failed;
        }

        return await signIn.PasswordSignInAsync(user, Password, isPersistent: false, lockoutOnFailure: true);
    }
}
