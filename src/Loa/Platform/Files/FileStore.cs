using System.Buffers;
using System.Security.Cryptography;
using Loa.Data;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Files;

/// <summary>
/// Keeps received files by their hash. A content arrives in the data folder, whole and flushed, and is then handed to <see cref="IFileContents"/>,
/// so a name in the store always holds the whole content; the same content is kept once.
/// </summary>
internal sealed class FileStore(LoaSettings settings, IFileContents contents, LoaDbContext db, Calendar calendar, CurrentUser user)
{
    public const long DefaultLimit = 50 * 1024 * 1024;

    /// <summary>The folder within the files' where contents arrive.</summary>
    public const string Incoming = "incoming";
    private const int SweptAtOnce = 500;

    /// <summary>The longest that a received content may be without its row.</summary>
    public static readonly TimeSpan Arriving = TimeSpan.FromHours(1);

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

    /// <summary>It can be moved about in.</summary>
    public Stream OpenRead(StoredFile file) => contents.OpenRead(file.Sha256, file.Length);

    /// <summary>As a file of this machine, for a child process that reads it.</summary>
    public Task<LocalContent> LocalAsync(StoredFile file, CancellationToken cancellationToken) => contents.LocalAsync(file.Sha256, cancellationToken);

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
            if (await contents.FindAsync(sha256, cancellationToken) is { } content && content.KeptAt < calendar.UtcNow - Arriving && !await db.Set<StoredFile>().AnyAsync(file => file.Sha256 == sha256, cancellationToken))
                await contents.DeleteAsync(sha256, cancellationToken);
        }
    }

    /// <summary>Takes away what a killed server was receiving.</summary>
    public void SweepIncoming()
    {
        if (new DirectoryInfo(Path.Combine(settings.FilesFolder, Incoming)) is { Exists: true } folder)
        {
            foreach (var abandoned in folder.EnumerateFiles().Where(file => file.LastWriteTimeUtc < calendar.UtcNow - TimeSpan.FromDays(1)))
                abandoned.Delete();
        }
    }

    private async Task<(string Sha256, long Length)> WriteAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(settings.FilesFolder, Incoming));
        var temporary = Path.Combine(folder.FullName, Guid.CreateVersion7().ToString("N"));
        try
        {
            var (sha256, length) = await CopyAsync(content, temporary, limit, cancellationToken);
            await contents.KeepAsync(sha256, length, temporary, cancellationToken);
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
