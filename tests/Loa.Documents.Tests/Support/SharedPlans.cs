namespace Loa.Documents.Tests.Support;

/// <summary>The five real plans in <c>../shared/plans</c>, looked for beside the repository.</summary>
internal static class SharedPlans
{
    public static readonly string[] Names = ["camau-tinh-2014", "hatinh-songoaivu-2022", "hatinh-soyte-2023", "laichau-tp-2020", "nghean-tinh-2024"];

    public const string Absent = "The sample plans are not here (../shared/plans).";

    public static string? Folder { get; } = Find();

    public static string PathOf(string file) => Path.Combine(Folder ?? throw new InvalidOperationException("The shared plans are absent."), file);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "loa.slnx")))
                continue;
            var plans = Path.Combine(folder.FullName, "..", "shared", "plans");
            return Directory.Exists(plans) ? plans : null;
        }
        return null;
    }
}
