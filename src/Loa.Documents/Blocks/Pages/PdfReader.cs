using System.Globalization;
using System.Xml;
using Loa.Documents.Blocks.Helpers;

namespace Loa.Documents.Blocks.Pages;

/// <summary>Reads a PDF with a text layer: words from <c>pdftotext</c>, ruling lines from a rendering of the pages.</summary>
internal static class PdfReader
{
    private const int Dpi = 100;

    public static SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadBudget budget)
    {
        using var folder = new WorkFolder();
        var path = folder.Write("source.pdf", bytes.Span);
        var sheets = Words(path, budget);
        if (sheets.Count == 0)
            throw new DocumentException(DocumentFailure.Damaged);
        if (IsScan(sheets))
            return ScanReader.Read(path, folder, sheets.Count, budget);
        FindRules(path, sheets, budget);
        return ToDocument(sheets, budget, isScan: false);
    }

    public static SourceDocument ToDocument(IReadOnlyList<PageSheet> sheets, ReadBudget budget, bool isScan)
    {
        var collector = new BlockCollector(budget.Limits);
        var reader = new PagesReader(collector, budget, exact: !isScan);
        var blocks = reader.Read(sheets);
        return new SourceDocument
        {
            Format = SourceFormat.Pdf,
            Blocks = blocks,
            Paragraphs = collector.Paragraphs,
            IsScan = isScan,
            Omissions = reader.DroppedFurniture ? [SourceOmission.PageFurniture] : [],
        };
    }

    // Some scanners add a line of text to every page; real text has far more.
    private static bool IsScan(List<PageSheet> sheets) => sheets.Sum(s => s.Words.Count) < sheets.Count * 12;

    private static List<PageSheet> Words(string path, ReadBudget budget)
    {
        var sheets = new List<PageSheet>();
        var last = budget.Limits.Pages.ToString(CultureInfo.InvariantCulture);
        var (code, errors) = HelperProgram.PdfToText.Run(["-bbox", "-enc", "UTF-8", "-l", last, path, "-"], output => Parse(output, sheets, budget), budget);
        if (errors.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase) || errors.Contains("encrypted", StringComparison.OrdinalIgnoreCase) || code == 3)
            throw new DocumentException(DocumentFailure.Encrypted);
        return code == 0 || sheets.Count > 0 ? sheets : throw new DocumentException(DocumentFailure.Damaged);
    }

    private static void Parse(Stream output, List<PageSheet> sheets, ReadBudget budget)
    {
        using var bounded = new Docx.BoundedStream(output, long.MaxValue / 1024, budget);
        using var reader = XmlReader.Create(bounded, new XmlReaderSettings
        {
            // pdftotext writes a DOCTYPE of its own; nothing of it is followed.
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            CheckCharacters = false,
        });
        var words = 0;
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                if (reader.LocalName == "page")
                    sheets.Add(new PageSheet { Width = Point(reader, "width"), Height = Point(reader, "height") });
                else if (reader.LocalName == "word" && sheets.Count > 0 && ++words <= budget.Limits.Characters / 4)
                    AddWord(reader, sheets[^1]);
            }
        }
        catch (XmlException) when (sheets.Count == 0)
        {
            // A PDF that cannot be opened gives no output; the exit code says why.
        }
    }

    private static void AddWord(XmlReader reader, PageSheet sheet)
    {
        var (left, top, right, bottom) = (Point(reader, "xMin"), Point(reader, "yMin"), Point(reader, "xMax"), Point(reader, "yMax"));
        var text = reader.ReadElementContentAsString();
        if (text.Length == 0 || string.IsNullOrWhiteSpace(text) || right <= left || bottom <= top)
            return;
        WordPieces.Add(sheet.Words, new PageWord(left, top, right, bottom, text));
    }

    private static double Point(XmlReader reader, string name) =>
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 0;

    private static void FindRules(string path, List<PageSheet> sheets, ReadBudget budget)
    {
        // A page far larger than paper would make an image far larger than memory; it has no table of tasks.
        if (sheets.Exists(s => s.Width > 2600 || s.Height > 2600) || HelperProgram.Find(HelperProgram.PdfToImages.Name) == null)
            return;
        var dpi = Dpi.ToString(CultureInfo.InvariantCulture);
        var last = sheets.Count.ToString(CultureInfo.InvariantCulture);
        HelperProgram.PdfToImages.Run(["-r", dpi, "-gray", "-aa", "no", "-aaVector", "no", "-l", last, path], output =>
        {
            var page = 0;
            foreach (var image in GreyImages.Read(output, budget))
            {
                if (page >= sheets.Count)
                    break;
                var finder = new RuleFinder(image.Pixels, image.Width, image.Height, image.Width / sheets[page].Width);
                sheets[page].Horizontal = finder.Horizontal();
                sheets[page].Vertical = finder.Vertical();
                page++;
            }
        }, budget);
    }
}
