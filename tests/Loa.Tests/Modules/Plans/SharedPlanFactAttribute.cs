namespace Loa.Tests.Modules.Plans;

/// <summary>Skipped, with the reason, where the public plans do not lie beside the project: their text is not ours to ship.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedPlanFactAttribute : FactAttribute
{
    public SharedPlanFactAttribute(string file)
    {
        if (!File.Exists(PathOf(file)))
            Skip = $"../shared/plans/{file} is not there.";
    }

    public static string PathOf(string file) => Path.Combine(Root(), "..", "shared", "plans", file);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "loa.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
