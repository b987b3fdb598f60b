using Loa.Documents.Blocks;
using Loa.Documents.Tests.Support;

namespace Loa.Documents.Tests.Blocks;

public sealed class PdfTests
{
    public static TheoryData<string> Plans => [.. SharedPlans.Names];

    [SharedPlanTheory("pdftotext", "pdftoppm")]
    [MemberData(nameof(Plans))]
    public void Pdf_OfASample_HasTheSameTablesAsItsDocx(string name)
    {
        var pdf = SourceReader.Read(SharedPlans.PathOf(name + ".pdf"));
        var docx = SourceReader.Read(SharedPlans.PathOf(name + ".docx"));

        pdf.Format.ShouldBe(SourceFormat.Pdf);
        pdf.IsScan.ShouldBeFalse();
        Cells(pdf).ShouldBe(Cells(docx));
    }

    [SharedPlanTheory("pdftotext", "pdftoppm")]
    [MemberData(nameof(Plans))]
    public void Pdf_OfASample_HasTheSameWordsAsItsDocx(string name)
    {
        var pdf = SourceReader.Read(SharedPlans.PathOf(name + ".pdf"));
        var docx = SourceReader.Read(SharedPlans.PathOf(name + ".docx"));

        Words(pdf).ShouldBe(Words(docx));
    }

    [SharedPlanFact("pdftotext", "pdftoppm", "tesseract")]
    public void Pdf_OfAScan_IsRecognisedWithItsTable()
    {
        var steps = new List<ReadProgress>();
        var options = new ReadOptions { Progress = new Recorder(steps) };

        var scan = SourceReader.Read(SharedPlans.PathOf("laichau-tp-2020-scan.pdf"), options);

        scan.IsScan.ShouldBeTrue();
        steps[^1].ShouldBe(new ReadProgress(ReadStage.Recognising, 7, 7));
        var table = scan.Blocks.OfType<Table>().Last();
        table.ColumnCount.ShouldBe(5);
        table.Rows.Count.ShouldBe(7);
        table.Rows[2].Cells[4].Text.ShouldBe("Thường xuyên");
    }

    [SharedPlanFact("pdftotext", "pdftoppm", "tesseract")]
    public void Pdf_OfAScan_CanBeStopped()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var failure = Should.Throw<DocumentException>(() => SourceReader.Read(SharedPlans.PathOf("laichau-tp-2020-scan.pdf"), cancellationToken: source.Token));

        failure.Failure.ShouldBe(DocumentFailure.Stopped);
    }

    private static IEnumerable<string> Cells(SourceDocument document) => document.Blocks.OfType<Table>()
        .SelectMany((t, n) => t.Rows.SelectMany((r, y) => r.Cells.Select(c => $"{n}/{y}/{c.Column}x{c.ColumnSpan}: {c.Text.Replace('\n', ' ')}")));

    private static string Words(SourceDocument document) => string.Join(' ', document.Paragraphs.Select(p => p.Text.Replace('\n', ' ')));

    private sealed class Recorder(List<ReadProgress> steps) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) => steps.Add(value);
    }
}
