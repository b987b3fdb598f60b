namespace Loa.Platform.Files;

/// <summary>A content as the place that keeps it knows it.</summary>
/// <param name="Name">Its SHA-256, or whatever stands in a content's place without being one.</param>
internal sealed record KeptContent(string Name, long Length, DateTime KeptAt);

/// <summary>Where the contents of received files lie, each under the SHA-256 of its bytes. A content is there whole or not at all.</summary>
internal interface IFileContents
{
    /// <summary>What the administrator is told: a folder, or a bucket and its host.</summary>
    string Place { get; }

    /// <summary>From the first byte on; it can be moved about in.</summary>
    Stream OpenRead(string sha256, long length);

    /// <summary>The content as a file of this machine, for a program that reads files.</summary>
    Task<LocalContent> LocalAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Keeps what lies at <paramref name="path"/>, which is given away. Kept again it counts as kept now.</summary>
    Task KeepAsync(string sha256, long length, string path, CancellationToken cancellationToken);

    Task<KeptContent?> FindAsync(string sha256, CancellationToken cancellationToken);

    Task DeleteAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Everything kept whose name begins with these two digits.</summary>
    IAsyncEnumerable<KeptContent> ListAsync(string prefix, CancellationToken cancellationToken);
}

/// <summary>A file to read from; a copy that was made for it goes when it is let go.</summary>
internal sealed class LocalContent(string path, bool isCopy) : IDisposable
{
    public string Path { get; } = path;

    public void Dispose()
    {
        if (isCopy)
            File.Delete(Path);
    }
}
