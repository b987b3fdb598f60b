using System.Diagnostics;

namespace Loa.Tests.Modules.Reports;

/// <summary>What LibreOffice makes of a file of ours.</summary>
internal static class Office
{
    /// <summary>The text of every page of a DOCX.</summary>
    public static string Print(byte[] docx) => In(folder =>
    {
        File.WriteAllBytes(Path.Combine(folder, "tep.docx"), docx);
        Convert(folder, "tep.docx", "pdf");
        return Run(folder, "pdftotext", "-layout", "tep.pdf", "-");
    });

    /// <param name="extension">Of the file, without the dot.</param>
    /// <param name="filter">To what, as <c>--convert-to</c> takes it; what comes out is text.</param>
    public static string Convert(byte[] file, string extension, string filter) => In(folder =>
    {
        File.WriteAllBytes(Path.Combine(folder, $"tep.{extension}"), file);
        Convert(folder, $"tep.{extension}", filter);
        return string.Join('\n', Directory.EnumerateFiles(folder, $"*.{filter.Split(':')[0]}").Order(StringComparer.Ordinal).Select(File.ReadAllText));
    });

    /// <summary>The file written again by LibreOffice in its own way.</summary>
    public static byte[] Again(byte[] file, string extension) => In(folder =>
    {
        File.WriteAllBytes(Path.Combine(folder, $"tep.{extension}"), file);
        Run(folder, "soffice", "--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", extension, "--outdir", "moi", $"tep.{extension}");
        return File.ReadAllBytes(Path.Combine(folder, "moi", $"tep.{extension}"));
    });

    private static T In<T>(Func<string, T> act)
    {
        var folder = Directory.CreateTempSubdirectory("loa-office-");
        try
        {
            return act(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Convert(string folder, string file, string filter) => Run(folder, "soffice", "--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", filter, file);

    private static string Run(string folder, string program, params string[] arguments)
    {
        var info = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, output);
        return output;
    }
}
