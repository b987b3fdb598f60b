namespace Loa.Documents.Blocks.Helpers;

/// <summary>A private folder for the files that helper programs read and write; gone afterwards.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("loa-");

    public string FullName => _folder.FullName;

    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = PathOf(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A killed program may still hold a file for a moment; the system clears its temporary folder.
        }
    }
}
