using Microsoft.AspNetCore.Mvc;

namespace Loa.Platform.Files;

/// <summary>An answer for saving that is written whole before its first byte is sent: a failure midway must not leave half a file that looks whole.</summary>
internal static class TemporaryAnswer
{
    public const string Zip = "application/zip";

    /// <param name="name">With its extension.</param>
    public static async Task<IActionResult> WriteAsync(string name, string contentType, Func<Stream, Task> write)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await write(file);
            file.Position = 0;
            return new FileStreamResult(file, contentType) { FileDownloadName = name };
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
