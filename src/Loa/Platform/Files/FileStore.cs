using System.Buffers;
using System.Security.Cryptography;
using Loa.Data;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Files;

/// <summary>
/// Keeps received files by their hash in the data folder. A content is written beside its place, flushed to the disk and moved there,
/// so a name in the store always holds the whole content; the same content is kept once.
/// </summary>
internal sealed class FileStore(LoaSettings settings, LoaDbContext db, Calendar calendar, CurrentUser user)
{
    public const long DefaultLimit = 50 * 1024 * 1024;
    private const int SweptAtOnce = 500;

    /// <summary>The longest that a received content may be without its row.</summary>
    private static readonly TimeSpan Arriving = TimeSpan.FromHours(1);

    /// <summary>Keeps the content and adds its row; the caller saves. Throws <see cref="FileRefusedException"/> when empty or larger than the limit.</summary>
    public async Task<StoredFile> SaveAsync(Stream content, string fileName, long limit = DefaultLimit, CancellationToken cancellationToken = default)
    {
        var (sha256, length) = await WriteAsync(content, limit, cancellationToken);
        var name = SafeFileName.From(fileName);
        var file = new StoredFile
        {
            StoredFileId = Guid.CreateVersion7(),
            Sha256 = sha256,
            Length = length,
            FileName = name,
            ContentType = SafeContentType.Of(name),
            ReceivedAt = calendar.UtcNow,
            ReceivedBy = user.UserId,
        };
        db.Add(file);
        return file;
    }

    public Stream OpenRead(StoredFile file) => File.OpenRead(PathOf(file));

    /// <summary>Where the content lies, for a child process that reads it. Nobody writes there.</summary>
    public string PathOf(StoredFile file) => PathOf(file.Sha256);

    /// <summary>
    /// Forgets receptions older than <paramref name="before"/> that no row of any table refers to, and deletes contents of which no
    /// reception is left.
    /// </summary>
    public async Task SweepAsync(DateTime before, CancellationToken cancellationToken)
    {
        var unused = await FileUse.Unused(db).Where(file => file.ReceivedAt <= before).OrderBy(file => file.StoredFileId).Take(SweptAtOnce).ToListAsync(cancellationToken);
        db.RemoveRange(unused);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var sha256 in unused.Select(file => file.Sha256).Distinct())
        {
            var content = new FileInfo(PathOf(sha256));
            if (content.Exists && content.LastWriteTimeUtc < calendar.UtcNow - Arriving && !await db.Set<StoredFile>().AnyAsync(file => file.Sha256 == sha256, cancellationToken))
                content.Delete();
        }
    }

    private string PathOf(string sha256) => Path.Combine(settings.FilesFolder, sha256[..2], sha256);

    private async Task<(string Sha256, long Length)> WriteAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(settings.FilesFolder, "incoming"));
        var temporary = Path.Combine(folder.FullName, Guid.CreateVersion7().ToString("N"));
        try
        {
            var (sha256, length) = await CopyAsync(content, temporary, limit, cancellationToken);
            var target = PathOf(sha256);
            // A file of another length at this place is damage, not the same content: it is replaced.
            if (new FileInfo(target) is not { Exists: true } existing || existing.Length != length)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(temporary, target, overwrite: true);
            }
            else
            {
                // Its row is saved later: until then this says to whoever sweeps that somebody counts on the content.
                File.SetLastWriteTimeUtc(target, calendar.UtcNow);
            }

            return (sha256, length);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task<(string Sha256, long Length)> CopyAsync(Stream content, string path, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var output = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        long length = 0;
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                length += read;
                if (length > limit)
                {
                    throw new FileRefusedException(FileRefusal.TooLarge, limit);
                }

                hash.AppendData(buffer, 0, read);
                await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (length == 0)
        {
            throw new FileRefusedException(FileRefusal.Empty, limit);
        }

        output.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }
}
