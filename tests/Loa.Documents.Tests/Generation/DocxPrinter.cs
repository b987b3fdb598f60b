using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Loa.Documents.Tests.Generation;

/// <summary>Prints a plan as a DOCX by hand-written markup, so that the reader is not tested against its own library.</summary>
internal sealed class DocxPrinter
{
    private const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    /// <summary>Numbering definitions: the label's picture and its number format.</summary>
    private static readonly (string Picture, string Format)[] Lists = [("%1.", "upperRoman"), ("%1.", "decimal"), ("%1)", "lowerLetter"), ("-", "bullet")];

    private readonly StringBuilder _body = new();
    private readonly List<int> _numberings = [];
    private int _decimalList = -1;

    public static byte[] Print(GeneratedPlan plan)
    {
        var printer = new DocxPrinter();
        foreach (var layout in plan.Layout)
            printer.Write(layout);
        return printer.Package();
    }

    private void Write(Layout layout)
    {
        switch (layout)
        {
            case HeadingLayout heading:
                Table(false, [[[.. heading.Issuer, heading.NumberLine], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", heading.PlaceLine]]]);
                break;
            case TextLayout text:
                Write(text);
                break;
            case SignatureLayout { InTable: true } signature:
                Table(false, [[["Nơi nhận:", .. signature.Recipients.Select(r => $"- {r};"), "- Lưu: VT, TH."], [.. signature.Lines, "", "", signature.Name]]]);
                break;
            case SignatureLayout signature:
                foreach (var line in (IEnumerable<string>)["Nơi nhận:", .. signature.Recipients.Select(r => $"- {r};"), "- Lưu: VT, TH.", .. signature.Lines, signature.Name])
                    Paragraph(line);
                break;
            case TableLayout table:
                Table(table);
                break;
            case PageBreakLayout:
                _body.Append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
                break;
        }
    }

    private void Write(TextLayout text)
    {
        if (text is { Automatic: true, Label: { } label })
            Paragraph(text.Text, text.Look, Numbering(label));
        else
            Paragraph(text.Typed, text.Look);
    }

    /// <summary>The number of the list that prints the label: Roman goes on over the whole document, Arabic starts again after each Roman.</summary>
    private int Numbering(string label)
    {
        if (label[0] is 'I' or 'V')
        {
            if (label == "I.")
                _numberings.Add(0);
            _decimalList = -1;
            return _numberings.IndexOf(0);
        }

        if (_decimalList < 0)
        {
            _decimalList = _numberings.Count;
            _numberings.Add(1);
        }

        return _decimalList;
    }

    private void Paragraph(string text, Look look = Look.Plain, int numbering = -1)
    {
        var properties = new StringBuilder();
        if (numbering >= 0)
            properties.Append(CultureInfo.InvariantCulture, $"<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{numbering + 1}\"/></w:numPr>");
        // Decree 30: at least 6 points between paragraphs.
        properties.Append("<w:spacing w:after=\"120\"/>");
        if (look is Look.Centered or Look.CenteredBold or Look.CenteredItalic)
            properties.Append("<w:jc w:val=\"center\"/>");
        var run = look is Look.Bold or Look.CenteredBold ? "<w:rPr><w:b/></w:rPr>" : look == Look.CenteredItalic ? "<w:rPr><w:i/></w:rPr>" : "";
        _body.Append(CultureInfo.InvariantCulture, $"<w:p><w:pPr>{properties}</w:pPr>");
        // Word cuts runs anywhere; so do we.
        for (var i = 0; i < text.Length; i += 37)
            _body.Append(CultureInfo.InvariantCulture, $"<w:r>{run}<w:t xml:space=\"preserve\">{SecurityElement.Escape(text[i..Math.Min(i + 37, text.Length)])}</w:t></w:r>");
        _body.Append("</w:p>");
    }

    private void Table(bool borders, string[][][] rows) =>
        Table(new TableLayout([.. rows.Select(row => (IReadOnlyList<CellLayout>)[.. row.Select(cell => new CellLayout(cell))])], 0), borders);

    private void Table(TableLayout table, bool borders = true)
    {
        var columns = table.Rows.Max(row => row.Sum(cell => cell.Span));
        _body.Append("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/>");
        if (borders)
        {
            _body.Append("<w:tblBorders>");
            foreach (var side in (string[])["top", "left", "bottom", "right", "insideH", "insideV"])
                _body.Append(CultureInfo.InvariantCulture, $"<w:{side} w:val=\"single\" w:sz=\"4\"/>");
            _body.Append("</w:tblBorders>");
        }

        _body.Append("</w:tblPr><w:tblGrid>");
        var widths = Enumerable.Range(0, columns).Select(i => columns < 3 ? 4700 : i == 0 ? 700 : i == 1 ? 3000 : 5700 / (columns - 2)).ToArray();
        foreach (var width in widths)
            _body.Append(CultureInfo.InvariantCulture, $"<w:gridCol w:w=\"{width}\"/>");
        _body.Append("</w:tblGrid>");
        for (var i = 0; i < table.Rows.Count; i++)
            Row(table.Rows[i], i < table.HeadingRows, widths);
        _body.Append("</w:tbl>");
    }

    private void Row(IReadOnlyList<CellLayout> cells, bool heading, int[] widths)
    {
        _body.Append("<w:tr>").Append(heading ? "<w:trPr><w:tblHeader/></w:trPr>" : "");
        var column = 0;
        foreach (var cell in cells)
        {
            _body.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{widths.Skip(column).Take(cell.Span).Sum()}\" w:type=\"dxa\"/>");
            column += cell.Span;
            if (cell.Span > 1)
                _body.Append(CultureInfo.InvariantCulture, $"<w:gridSpan w:val=\"{cell.Span}\"/>");
            _body.Append(cell.Merge switch { Merge.Starts => "<w:vMerge w:val=\"restart\"/>", Merge.Continues => "<w:vMerge/>", _ => "" }).Append("</w:tcPr>");
            if (cell.Paragraphs.Count == 0)
                Paragraph("");
            foreach (var paragraph in cell.Paragraphs)
                Paragraph(paragraph, heading ? Look.CenteredBold : Look.Plain);
            _body.Append("</w:tc>");
        }

        _body.Append("</w:tr>");
    }

    private byte[] Package()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/></Types>");
            Part(zip, "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Part(zip, "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/></Relationships>");
            Part(zip, "word/numbering.xml", Numberings());
            Part(zip, "word/document.xml", $"<w:document {Namespaces}><w:body>{_body}<w:sectPr/></w:body></w:document>");
        }

        return stream.ToArray();
    }

    private string Numberings()
    {
        var text = new StringBuilder($"<w:numbering {Namespaces}>");
        for (var i = 0; i < _numberings.Count; i++)
        {
            var (picture, format) = Lists[_numberings[i]];
            text.Append(CultureInfo.InvariantCulture, $"<w:abstractNum w:abstractNumId=\"{i}\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{picture}\"/></w:lvl></w:abstractNum>");
        }

        for (var i = 0; i < _numberings.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"<w:num w:numId=\"{i + 1}\"><w:abstractNumId w:val=\"{i}\"/></w:num>");
        return text.Append("</w:numbering>").ToString();
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml);
    }
}
