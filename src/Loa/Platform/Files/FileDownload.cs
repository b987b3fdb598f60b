using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Loa.Platform.Files;

/// <summary>
/// Answers a page handler with a stored file. The page that owns the file calls it, so the page's permission decides who may have it;
/// there is no address that gives any file to anyone who guesses an id.
/// </summary>
internal static class FileDownload
{
    public static IActionResult Download(this FileStore store, HttpContext context, StoredFile file)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, no-cache";
        return new FileStreamResult(store.OpenRead(file), SafeContentType.Of(file.FileName))
        {
            // Always offered for saving, never shown as a page of ours.
            FileDownloadName = file.FileName,
            EnableRangeProcessing = true,
            EntityTag = new EntityTagHeaderValue($"\"{file.Sha256}\""),
        };
    }

    /// <summary>
    /// In place where the content is something browsers show without running anything of it: pictures, sound, films, PDF. Anything else is offered for saving. What it is, is told by its
    /// bytes, not by its name.
    /// </summary>
    /// <param name="told">What the content is, where that was told when it came.</param>
    public static IActionResult Show(this FileStore store, HttpContext context, StoredFile file, ContentKind? told = null)
    {
        var answer = (FileStreamResult)store.Download(context, file);
        if ((told ?? ContentTeller.Tell(answer.FileStream))?.Facts() is not { IsShown: true } facts)
        {
            return answer;
        }

        // A sandbox would keep the browser's viewer of PDF from starting.
        context.Response.Headers.ContentSecurityPolicy = facts.Kind == ContentKind.Pdf
            ? "default-src 'none'; object-src 'self'; frame-ancestors 'none'"
            : "default-src 'none'; img-src 'self'; media-src 'self'; sandbox; frame-ancestors 'none'";
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileNameStar = file.FileName }.ToString();
        return new FileStreamResult(answer.FileStream, facts.Type) { EnableRangeProcessing = true, EntityTag = answer.EntityTag };
    }
}
