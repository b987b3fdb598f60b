namespace Loa.Tests.Infrastructure;

/// <summary>A test that runs helper programs, each by its name (<c>soffice</c>, <c>pdftotext</c>) or a file that it comes with; skipped with a reason where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HelperProgramFactAttribute : FactAttribute
{
    /// <summary>What LibreOffice opens workbooks with.</summary>
    public const string Calc = "/usr/lib/libreoffice/program/libsclo.so";

    public HelperProgramFactAttribute(params string[] helpers) =>
        Skip = helpers.FirstOrDefault(helper => !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, helper)))) is { } missing ? $"The program '{missing}' is not installed." : null;
}
