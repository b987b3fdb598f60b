using System.Runtime.CompilerServices;

namespace Loa.Platform.Files;

/// <summary>Contents in the data folder: a content is written beside its place, flushed to the disk and moved there.</summary>
internal sealed class DiskContents(LoaSettings settings, TimeProvider time) : IFileContents
{
    public string Place => settings.FilesFolder;

    public Stream OpenRead(string sha256, long length) => File.OpenRead(PathOf(sha256));

    public Task<LocalContent> LocalAsync(string sha256, CancellationToken cancellationToken) => Task.FromResult(new LocalContent(PathOf(sha256), isCopy: false));

    public Task KeepAsync(string sha256, long length, string path, CancellationToken cancellationToken)
    {
        var target = PathOf(sha256);
        // A file of another length at this place is damage, not the same content: it is replaced.
        if (new FileInfo(target) is not { Exists: true } existing || existing.Length != length)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(path, target, overwrite: true);
        }

        // The row is saved later: until then this says to whoever sweeps that somebody counts on the content.
        File.SetLastWriteTimeUtc(target, time.GetUtcNow().UtcDateTime);
        return Task.CompletedTask;
    }

    public Task<KeptContent?> FindAsync(string sha256, CancellationToken cancellationToken) =>
        Task.FromResult(new FileInfo(PathOf(sha256)) is { Exists: true } file ? new KeptContent(sha256, file.Length, file.LastWriteTimeUtc) : null);

    public Task DeleteAsync(string sha256, CancellationToken cancellationToken)
    {
        File.Delete(PathOf(sha256));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<KeptContent> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (new DirectoryInfo(Path.Combine(settings.FilesFolder, prefix)) is not { Exists: true } folder)
            yield break;
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new KeptContent(file.Name, file.Length, file.LastWriteTimeUtc);
        }
    }

    private string PathOf(string sha256) => Path.Combine(settings.FilesFolder, sha256[..2], sha256);
}
