using System.ComponentModel.DataAnnotations;
using Loa.Platform.Audit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.SignIn;

/// <summary>The second step of a sign-in; who did not take the first is sent back to it.</summary>
internal sealed class CodeModel(LoaSignInManager signIn, AuditScope audit, IStringLocalizer words) : PageModel
{
    private const int DigitCount = 6;

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập mã.")]
    [StringLength(40, ErrorMessage = "Mã không đúng.")]
    public string Code { get; set; } = "";

    [BindProperty(Name = "tiep", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is null ? LocalRedirect(AccountLinks.SignIn) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return LocalRedirect(AccountLinks.SignIn);
        }

        if (ModelState.IsValid && await signIn.MayEnterAsync(user))
        {
            audit.Describe("Đăng nhập hai lớp", actorId: user.Id);
            var digits = SecondFactor.Digits(Code);
            var result = digits.Length == DigitCount && Code.All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c))
                ? await signIn.TwoFactorAuthenticatorSignInAsync(digits, isPersistent: false, rememberClient: false)
                : await signIn.TwoFactorRecoveryCodeSignInAsync(Code.Trim().ToUpperInvariant());
            if (result.Succeeded)
            {
                return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
            }

        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(Code), words["Mã không đúng hoặc đã dùng. Sau {0} lần sai liên tiếp, tài khoản bị khóa {1} phút.", AccountsModule.AttemptsBeforeLock, AccountsModule.LockMinutes]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
