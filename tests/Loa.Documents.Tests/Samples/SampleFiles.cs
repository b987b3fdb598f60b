namespace Loa.Documents.Tests.Samples;

/// <summary>The real plans beside the project. They are not part of it: where they are absent, their tests are skipped with the reason.</summary>
internal static class SampleFiles
{
    public const string Absent = "The sample plans are not here (../shared/plans).";

    private static readonly Lazy<string?> Folder = new(() =>
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var plans = Path.Combine(folder.FullName, "..", "shared", "plans");
            if (File.Exists(Path.Combine(folder.FullName, "loa.slnx")) && Directory.Exists(plans))
                return Path.GetFullPath(plans);
        }

        return null;
    });

    public static bool Present => Folder.Value is not null;

    public static string Of(string name, string format) => Path.Combine(Folder.Value!, $"{name}.{format}");
}
