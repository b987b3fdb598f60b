using System.Diagnostics;
using Loa.Documents.Blocks;
using Loa.Documents.Plans;
using Loa.Documents.Tests.Scoring;
using Loa.Documents.Tests.Support;

namespace Loa.Documents.Tests.Generation;

/// <summary>Reading the PDF that LibreOffice makes of a generated plan gives the model back.</summary>
public sealed class GeneratedPdfTests
{
    private const int Seeds = 8;

    [HelperProgramFact("soffice", "pdftotext", "pdftoppm")]
    public void Read_GeneratedPdf_GivesTheModelBack()
    {
        var folder = Directory.CreateTempSubdirectory("loa-pdf-");
        try
        {
            var plans = Enumerable.Range(1, Seeds).ToDictionary(seed => seed, seed => PlanGenerator.Write(seed, merges: true));
            foreach (var (seed, plan) in plans)
                File.WriteAllBytes(Path.Combine(folder.FullName, $"{seed}.docx"), DocxPrinter.Print(plan));
            Convert(folder.FullName, plans.Keys);

            var sum = new PlanScore();
            foreach (var (seed, plan) in plans)
                sum.Add(PlanComparison.Compare(plan.Content, PlanReader.Read(SourceReader.Read(Path.Combine(folder.FullName, $"{seed}.pdf"))).Content), $"seed {seed}");

            // A narrow cell does not show where its paragraphs end, so a list of agencies one a line cannot always be parted;
            // what follows from words and lines must hold as for any other format.
            foreach (var measure in (string[])["heading", "bases", "tasks", "cadences", "due dates", "responsibilities"])
                sum[measure].F1.ShouldBeGreaterThanOrEqualTo(0.97, sum.ToString());
            foreach (var measure in (string[])["lead", "coordinating", "timeframe"])
                sum[measure].F1.ShouldBeGreaterThanOrEqualTo(0.9, sum.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Convert(string folder, IEnumerable<int> seeds)
    {
        var info = new ProcessStartInfo("soffice") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", .. seeds.Select(seed => $"{seed}.docx")])
            info.ArgumentList.Add(argument);
        using var process = Process.Start(info)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors);
    }
}
