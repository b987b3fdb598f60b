using Loa.Platform.Files;

namespace Loa.Modules.Plans.Import.Reading;

/// <summary>
/// Where one reading writes. A killed child cannot clear up after itself, so all it and its helpers write lies in one folder that
/// the server removes; what a killed server left behind goes with the next reading.
/// </summary>
internal static class ReadingFolder
{
    private const string Prefix = "loa-reading-";

    public static DirectoryInfo Create(ReadingLimits limits)
    {
        var made = PrivateFolder.Create(Path.Combine(limits.Folder, Prefix + Guid.CreateVersion7().ToString("N")));
        // No reading lasts so long, whichever server on this machine began it.
        var abandoned = made.LastWriteTimeUtc - (2 * limits.ScanTime);
        foreach (var old in new DirectoryInfo(limits.Folder).EnumerateDirectories(Prefix + "*").Where(old => old.LastWriteTimeUtc < abandoned))
            Remove(old);
        return made;
    }

    public static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A helper that is just dying may still write, another user's is not ours: the next reading tries again.
        }
    }
}
