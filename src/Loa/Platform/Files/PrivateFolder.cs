namespace Loa.Platform.Files;

/// <summary>A folder that other users of the machine cannot look into: it holds documents, personal data and the keys of the sign-in cookies.</summary>
internal static class PrivateFolder
{
    /// <summary>One that exists keeps the rights its owner gave it.</summary>
    public static DirectoryInfo Create(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
