using Loa.Platform.Errors;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Loa.Modules.Errors;

// The page is shown in answer to a failed POST too; it changes nothing, so it needs no token.
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel : PageModel
{
    public string Reference { get; private set; } = "";

    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context) => Reference = ErrorReference.Of(HttpContext);

    public IActionResult OnGet() => Show();

    public IActionResult OnPost() => Show();

    /// <summary>Only in answer to an error: the bare address does not exist.</summary>
    private IActionResult Show() => HttpContext.Features.Get<IExceptionHandlerFeature>() is null ? NotFound() : Page();
}
