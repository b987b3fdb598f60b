namespace Loa.Tests.House;

/// <summary>The checkout the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["/bin/", "/obj/", "/node_modules/", "/data/", "/artifacts/", "/.git/"];

    public static string Root { get; } = FindRoot();

    /// <summary>Where restored packages lie.</summary>
    public static string NuGetPackages { get; } =
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Files of the checkout by name pattern, absolute, with forward slashes; nothing built or restored.</summary>
    public static IEnumerable<string> Files(string pattern, string under = "") =>
        Directory.EnumerateFiles(Path.Combine(Root, under), pattern, SearchOption.AllDirectories)
            .Select(path => path.Replace('\\', '/'))
            .Where(path => !NotOurs.Any(part => path[Root.Length..].Contains(part, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "loa.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside a checkout.");
    }
}
