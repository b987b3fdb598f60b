namespace Loa.Documents.Tests.Support;

/// <summary>A test on the real plans beside the repository; skipped with a reason where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedPlanFactAttribute : FactAttribute
{
    public SharedPlanFactAttribute(params string[] helpers) => Skip = Reasons.ToSkip(needsPlans: true, helpers);
}

/// <summary>A theory on the real plans beside the repository; skipped with a reason where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedPlanTheoryAttribute : TheoryAttribute
{
    public SharedPlanTheoryAttribute(params string[] helpers) => Skip = Reasons.ToSkip(needsPlans: true, helpers);
}

/// <summary>A test that runs helper programs (<c>pdftotext</c>, <c>tesseract</c>…); skipped with a reason where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HelperProgramFactAttribute : FactAttribute
{
    public HelperProgramFactAttribute(params string[] helpers) => Skip = Reasons.ToSkip(needsPlans: false, helpers);
}

internal static class Reasons
{
    public static string? ToSkip(bool needsPlans, string[] helpers)
    {
        if (needsPlans && SharedPlans.Folder == null)
            return SharedPlans.Absent;
        var missing = helpers.FirstOrDefault(h => !HasProgram(h));
        return missing == null ? null : $"The program '{missing}' is not installed.";
    }

    private static bool HasProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}
