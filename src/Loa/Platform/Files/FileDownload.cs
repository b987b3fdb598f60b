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
}
