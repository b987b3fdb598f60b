namespace Loa.Tests.Infrastructure;

/// <summary>A test that runs helper programs (<c>soffice</c>, <c>pdftotext</c>); skipped with a reason where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HelperProgramFactAttribute : FactAttribute
{
    public HelperProgramFactAttribute(params string[] helpers) =>
        Skip = helpers.FirstOrDefault(helper => !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, helper)))) is { } missing ? $"The program '{missing}' is not installed." : null;
}
