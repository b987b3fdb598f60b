using System.Diagnostics;
using Loa.Documents.Tests.Support;
using Loa.Documents.Writing;

namespace Loa.Documents.Tests.Writing;

/// <summary>What LibreOffice prints of a written document.</summary>
public sealed class PrintedTests
{
    [HelperProgramFact("soffice", "pdftotext")]
    public void Print_PlanWithAnnexes_NumbersPagesAndRepeatsTheHeadingRow()
    {
        var pages = Print(WrittenDocuments.Plan(taskRows: 60))[0];

        var annex = pages.FindIndex(p => p.TrimStart().StartsWith("Phụ lục I", StringComparison.Ordinal));
        FirstLine(pages[0]).ShouldNotBe("1");
        FirstLine(pages[1]).ShouldBe("2");
        for (var i = annex + 1; !pages[i].TrimStart().StartsWith("Phụ lục II", StringComparison.Ordinal); i++)
        {
            FirstLine(pages[i]).ShouldBe($"{i - annex + 1}");
            pages[i].ShouldContain("Nội dung công việc");
        }

        pages.Count(p => p.Contains("Nội dung công việc", StringComparison.Ordinal)).ShouldBeGreaterThan(2);
    }

    [HelperProgramFact("soffice", "pdftotext")]
    public void Print_TextsOfAnyLength_NeverLeaveTheSignatureAlone()
    {
        var documents = Enumerable.Range(12, 14).Select(lines => WrittenDocuments.Letter() with
        {
            Contact = null,
            Body = Enumerable.Range(1, lines).Select(i => new TextParagraph($"Dòng thứ {i} của văn bản./.")),
        });

        foreach (var pages in Print([.. documents]))
            pages.Single(p => p.Contains("Trần Thị Minh Hà", StringComparison.Ordinal)).ShouldContain("Dòng thứ");
    }

    private static string FirstLine(string page) => page.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0];

    /// <summary>The text of every page of every document.</summary>
    private static List<List<string>> Print(params IReadOnlyList<AdministrativeDocument> documents)
    {
        var folder = Directory.CreateTempSubdirectory("loa-print-");
        try
        {
            for (var i = 0; i < documents.Count; i++)
                File.WriteAllBytes(Path.Combine(folder.FullName, $"{i}.docx"), WrittenFile.Bytes(documents[i]));
            Run(folder.FullName, "soffice", ["--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", "pdf", .. documents.Select((_, i) => $"{i}.docx")]);
            return [.. documents.Select((_, i) => Run(folder.FullName, "pdftotext", ["-layout", $"{i}.pdf", "-"]).Split('\f', StringSplitOptions.RemoveEmptyEntries).ToList())];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(string folder, string program, string[] arguments)
    {
        var info = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, output);
        return output;
    }
}
