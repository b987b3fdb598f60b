using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Loa.Modules.Accounts.SingleSignOn;

/// <summary>Leads to the provider. A link and not a form, because the browser lets no form of ours end on another site.</summary>
internal sealed class StartModel(LoaSettings settings, ILogger<StartModel> logger) : PageModel
{
    [BindProperty(Name = "tiep", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string ProviderName => settings.Oidc?.Name ?? "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (settings.Oidc is null)
        {
            return NotFound();
        }

        try
        {
            await HttpContext.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = AccountLinks.SingleSignOnFinishWith(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null) });
            return new EmptyResult();
        }
        catch (Exception problem) when (problem is InvalidOperationException or HttpRequestException or OpenIdConnectProtocolException or TaskCanceledException)
        {
            SingleSignOnSetup.LogFailure(logger, problem.Message);
            Response.StatusCode = StatusCodes.Status502BadGateway;
            return Page();
        }
    }
}
