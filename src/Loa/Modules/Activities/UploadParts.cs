using System.Collections.Concurrent;

namespace Loa.Modules.Activities;

/// <summary>The files of pieces, in the data folder also where contents are kept elsewhere. The length of a file says how much of an upload is safe.</summary>
internal class UploadParts(LoaSettings settings, TimeProvider time)
{
    public const string Bare = ".tmp";
    private const string Part = ".part";
    private readonly ConcurrentDictionary<Guid, bool> busy = new();

    public static string FolderOf(LoaSettings settings) => Directory.CreateDirectory(Path.Combine(settings.FilesFolder, "uploads")).FullName;

    public string PathOf(Guid uploadId) => Path.Combine(FolderOf(settings), uploadId.ToString("N") + Part);

    public long Received(Guid uploadId) => new FileInfo(PathOf(uploadId)) is { Exists: true } part ? part.Length : 0;

    /// <summary>Two pieces of one upload are never written at once; null for the second.</summary>
    public IDisposable? Enter(Guid uploadId) => busy.TryAdd(uploadId, true) ? new Turn(busy, uploadId) : null;

    /// <summary>
    /// Writes what arrives behind what is there, and keeps what arrived also when the line breaks or the space ends.
    /// </summary>
    /// <returns>How much is there now.</returns>
    public async Task<long> AppendAsync(Guid uploadId, long offset, Stream piece, long whole, CancellationToken cancellationToken)
    {
        var path = PathOf(uploadId);
        try
        {
            await using var part = Open(path);
            part.Position = offset;
            await CopyAsync(piece, part, whole, cancellationToken);
        }
        finally
        {
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
        }

        return Received(uploadId);
    }

    public void Delete(Guid uploadId) => File.Delete(PathOf(uploadId));

    /// <summary>Files of pieces that nothing was added to since then, and what a killed server was working on.</summary>
    public IEnumerable<(Guid? UploadId, string Path)> Abandoned(DateTime since) =>
        from file in new DirectoryInfo(FolderOf(settings)).EnumerateFiles()
        where file.LastWriteTimeUtc < since
        select (Guid.TryParseExact(Path.GetFileNameWithoutExtension(file.Name), "N", out var id) && file.Extension == Part ? id : (Guid?)null, file.FullName);

    protected virtual Stream Open(string path) => new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);

    private static async Task CopyAsync(Stream piece, Stream part, long whole, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 << 10];
        try
        {
            int read;
            while (part.Position < whole && (read = await piece.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, whole - part.Position)), cancellationToken)) > 0)
                await part.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
        }
        finally
        {
            // Safe before the answer says how much is there.
            if (part is FileStream file)
                file.Flush(flushToDisk: true);
        }
    }

    private sealed class Turn(ConcurrentDictionary<Guid, bool> busy, Guid uploadId) : IDisposable
    {
        public void Dispose() => busy.TryRemove(uploadId, out _);
    }
}
