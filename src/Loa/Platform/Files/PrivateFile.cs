namespace Loa.Platform.Files;

/// <summary>A small file only its owner reads, written whole or not at all.</summary>
internal static class PrivateFile
{
    /// <summary>Without <paramref name="overwrite"/> a file that is there already stays as it is.</summary>
    public static void Write(string folder, string name, string text, bool overwrite)
    {
        PrivateFolder.Create(folder);
        var draft = Path.Combine(folder, $"{name}.{Guid.CreateVersion7():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(text);
        }

        try
        {
            File.Move(draft, Path.Combine(folder, name), overwrite);
        }
        catch (IOException) when (!overwrite && File.Exists(Path.Combine(folder, name)))
        {
            File.Delete(draft);
        }
    }
}
