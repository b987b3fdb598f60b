using Loa.Platform.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Loa.Modules.Accounts.Language;

/// <summary>The switch in every layout posts here: <c>language</c> (vi or en) and <c>returnUrl</c> (where to go on).</summary>
internal sealed class LanguageModel : PageModel
{
    public IActionResult OnPost([FromForm] string? language, [FromForm] string? returnUrl)
    {
        Response.RememberLanguage(language ?? "");
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
