using Loa.Tests.House;

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

    public static string PathOf(string file) => Path.Combine(Repository.Root, "..", "shared", "plans", file);
}
