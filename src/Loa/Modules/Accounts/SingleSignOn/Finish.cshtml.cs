using Loa.Platform.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Loa.Modules.Accounts.SingleSignOn;

/// <summary>
/// Where the provider's answer, checked and in a cookie of its own, becomes a sign-in of ours or a page that says why not. Locked and
/// unknown read alike.
/// </summary>
internal sealed class FinishModel(ProviderLogins logins, LoaSignInManager signIn, AuditScope audit, LoaSettings settings) : PageModel
{
    [BindProperty(Name = "tiep", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Null when the provider's answer is not there or did not hold.</summary>
    public ProviderPerson? Person { get; private set; }

    public string ProviderName => settings.Oidc?.Name ?? "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (settings.Oidc is null)
        {
            return NotFound();
        }

        var answer = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        Person = ProviderPerson.From(answer.Principal);
        if (Person is not null && await logins.FindAsync(Person, HttpContext.RequestAborted) is { } user)
        {
            audit.Describe("Đăng nhập chung", actorId: user.Id);
            var result = await signIn.SignInByProviderAsync(user, Person.IsStrong);
            if (result.RequiresTwoFactor)
            {
                return LocalRedirect(AccountLinks.Code(ReturnUrl));
            }

            if (result.Succeeded)
            {
                return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
            }
        }

        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }
}
