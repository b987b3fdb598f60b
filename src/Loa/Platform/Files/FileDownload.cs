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
    /// In place where the content is a PDF, which browsers show in a viewer that runs nothing of ours; anything else is offered for saving. A PDF is told by
    /// its first bytes, not by its name.
    /// </summary>
    public static IActionResult Show(this FileStore store, HttpContext context, StoredFile file)
    {
        var answer = (FileStreamResult)store.Download(context, file);
        if (!IsPdf(answer.FileStream))
        {
            return answer;
        }

        // A sandbox would keep the browser's viewer from starting.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; object-src 'self'; frame-ancestors 'none'";
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileNameStar = file.FileName }.ToString();
        return new FileStreamResult(answer.FileStream, "application/pdf") { EnableRangeProcessing = true, EntityTag = answer.EntityTag };
    }

    private static bool IsPdf(Stream content)
    {
        Span<byte> head = stackalloc byte[5];
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return read == head.Length && head.SequenceEqual("%PDF-"u8);
    }
}
