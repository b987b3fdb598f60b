using System.Globalization;
using Loa.Documents.Blocks.Helpers;

namespace Loa.Documents.Blocks.Pages;

/// <summary>Recognises the text of page images with <c>tesseract</c>; tables are found by their ruling lines.</summary>
internal static class ScanReader
{
    private const int Dpi = 300;
    private const double PixelsPerPoint = Dpi / 72.0;

    public static SourceDocument Read(string path, WorkFolder folder, int pages, ReadBudget budget)
    {
        if (!budget.Options.RecogniseScans)
            throw new DocumentException(DocumentFailure.NotAPlan);
        if (pages > budget.Limits.ScannedPages)
            throw new DocumentException(DocumentFailure.TooLarge, string.Create(CultureInfo.InvariantCulture, $"> {budget.Limits.ScannedPages}"));
        if (HelperProgram.Find(HelperProgram.Tesseract.Name) == null)
            throw new DocumentException(DocumentFailure.HelperMissing, HelperProgram.Tesseract.Package);
        var sheets = new List<PageSheet>();
        for (var page = 1; page <= pages; page++)
        {
            budget.Extend(budget.Limits.TimePerScannedPage);
            budget.Options.Progress?.Report(new ReadProgress(ReadStage.Recognising, page - 1, pages));
            sheets.Add(ReadPage(path, folder, page, budget));
        }
        budget.Options.Progress?.Report(new ReadProgress(ReadStage.Recognising, pages, pages));
        budget.Extend(budget.Limits.Time);
        return PdfReader.ToDocument(sheets, budget, isScan: true);
    }

    private static PageSheet ReadPage(string path, WorkFolder folder, int page, ReadBudget budget)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        GreyImage? image = null;
        HelperProgram.PdfToImages.Run(["-r", Dpi.ToString(CultureInfo.InvariantCulture), "-gray", "-f", number, "-l", number, path],
            output => image = GreyImages.Read(output, budget).FirstOrDefault(), budget);
        if (image == null)
            throw new DocumentException(DocumentFailure.Damaged);
        var finder = new RuleFinder(image.Pixels, image.Width, image.Height, PixelsPerPoint);
        var sheet = new PageSheet
        {
            Width = image.Width / PixelsPerPoint,
            Height = image.Height / PixelsPerPoint,
            Horizontal = finder.Horizontal(),
            Vertical = finder.Vertical(),
        };
        Recognise(image, folder, sheet, budget);
        return sheet;
    }

    private static void Recognise(GreyImage image, WorkFolder folder, PageSheet sheet, ReadBudget budget)
    {
        var file = folder.PathOf("page.pgm");
        using (var stream = File.Create(file))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{image.Width} {image.Height}\n255\n")));
            stream.Write(image.Pixels);
        }
        // Sparse segmentation keeps the words of narrow table cells apart; lines and cells are made here.
        var (code, errors) = HelperProgram.Tesseract.Run([file, "stdout", "-l", "vie", "--psm", "4", "--dpi", "300", "tsv"], output =>
        {
            using var reader = new StreamReader(output);
            while (reader.ReadLine() is { } line)
                AddWord(line, sheet);
        }, budget, folder.FullName);
        if (code != 0)
            throw new DocumentException(errors.Contains("language", StringComparison.OrdinalIgnoreCase) ? DocumentFailure.HelperMissing : DocumentFailure.Damaged, HelperProgram.Tesseract.Package);
    }

    // level page block par line word left top width height conf text
    private static void AddWord(string line, PageSheet sheet)
    {
        var fields = line.Split('\t');
        if (fields.Length < 12 || fields[0] != "5" || string.IsNullOrWhiteSpace(fields[11]))
            return;
        Span<double> box = stackalloc double[5];
        for (var i = 0; i < 5; i++)
        {
            if (!double.TryParse(fields[6 + i], NumberStyles.Float, CultureInfo.InvariantCulture, out box[i]))
                return;
        }
        // What is recognised with hardly any confidence is a stain, a seal or a ruling line.
        if (box[4] < 15 || fields[11].Trim() is "|" or "_" or "—" or "[" or "]")
            return;
        sheet.Words.Add(new PageWord(box[0] / PixelsPerPoint, box[1] / PixelsPerPoint, (box[0] + box[2]) / PixelsPerPoint, (box[1] + box[3]) / PixelsPerPoint, fields[11].Trim()));
    }
}
