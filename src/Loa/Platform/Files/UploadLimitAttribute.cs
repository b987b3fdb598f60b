using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Loa.Platform.Files;

/// <summary>
/// Refuses a body that says it is too large before anything of it is kept, and answers on the same page (<c>?qua-lon=true</c>) instead of cutting the
/// line. It runs before the antiforgery check, because that one already reads the form.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitAttribute(long fileBytes) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Boundaries and the other fields of the form.</summary>
    private const long FormOverhead = 1 << 20;

    /// <summary>A browser shows an answer only when it could send everything; beyond this the line is cut all the same.</summary>
    private const long Patience = 512L << 20;

    public int Order => int.MinValue + 100;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        var size = context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (request.ContentLength is { } length && length > fileBytes + FormOverhead)
        {
            if (size is { IsReadOnly: false })
                size.MaxRequestBodySize = Patience;
            if (length <= Patience)
                await DrainAsync(request.Body, context.HttpContext.RequestAborted);
            context.Result = new LocalRedirectResult(request.Path + "?qua-lon=true", permanent: false, preserveMethod: false);
        }
        else if (size is { IsReadOnly: false })
        {
            size.MaxRequestBodySize = fileBytes + FormOverhead;
        }
    }

    private static async Task DrainAsync(Stream body, CancellationToken cancellation)
    {
        var buffer = new byte[64 << 10];
        while (await body.ReadAsync(buffer, cancellation) > 0)
        {
            // Read to the end so that the browser listens; nothing is kept.
        }
    }
}
