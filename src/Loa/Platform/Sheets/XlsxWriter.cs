using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Loa.Platform.Sheets;

/// <summary>
/// The few parts a workbook needs, its sheets one after the other as streams: head bold and frozen, dates as dates, every text a text (also "=1+1" and
/// "007", also after someone has edited the cell). A library would bring forty parts that nobody here asks for.
/// </summary>
internal sealed partial class XlsxWriter : ISheetWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string TextStyle = "1";
    private const string DateStyle = "2";
    private const string HeadStyle = "3";
    private const string PercentStyle = "4";

    /// <summary>A spreadsheet opens no longer text.</summary>
    private const int MostCharacters = 32_767;

    /// <summary>The day that a spreadsheet counts as 0, with its leap day of 1900 that never was.</summary>
    internal static readonly DateOnly Epoch = new(1899, 12, 30);

    private readonly ZipArchive archive;
    private readonly IReadOnlyList<SheetHead> heads;
    private XmlWriter sheet;
    private int number;
    private int row;

    public XlsxWriter(Stream stream, IReadOnlyList<SheetColumn> columns)
        : this(stream, [new SheetHead("Loa", columns)])
    {
    }

    /// <param name="heads">Every sheet, in order; the first one is open, <see cref="NextSheet"/> goes on to the next.</param>
    public XlsxWriter(Stream stream, IReadOnlyList<SheetHead> heads)
    {
        this.heads = heads;
        archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part("[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{Each(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>""")}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
        Part("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships">{Each(n => $"""<Relationship Id="rId{n}" Type="{Relations}/worksheet" Target="worksheets/sheet{n}.xml"/>""")}<Relationship Id="rId{heads.Count + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
        Part("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{Each(n => $"""<sheet name="{System.Security.SecurityElement.Escape(heads[n - 1].Name)}" sheetId="{n}" r:id="rId{n}"/>""")}</sheets></workbook>""");
        // Formats: plain, text (49), date as dd/mm/yyyy, the bold head, and a percentage.
        Part("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>""");
        sheet = Open();
    }

    /// <summary>Ends the sheet that is open; what is written now stands on the next one.</summary>
    public void NextSheet()
    {
        Close();
        sheet = Open();
    }

    public void Write(IReadOnlyList<object?> cells) => Write(cells, TextStyle);

    public void Dispose()
    {
        Close();
        archive.Dispose();
    }

    private string Each(Func<int, string> part) => string.Concat(Enumerable.Range(1, heads.Count).Select(part));

    private void Part(string name, string xml)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n");
        writer.Write(xml);
    }

    private XmlWriter Open()
    {
        var columns = heads[number++].Columns;
        row = 0;
        sheet = XmlWriter.Create(archive.CreateEntry($"xl/worksheets/sheet{number}.xml", CompressionLevel.Fastest).Open(), new XmlWriterSettings { CloseOutput = true, Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
        sheet.WriteStartDocument(standalone: true);
        sheet.WriteStartElement("worksheet", Main);
        sheet.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        for (var i = 0; i < columns.Count; i++)
        {
            sheet.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{columns[i].Width}" customWidth="1"/>"""));
        }

        sheet.WriteRaw("</cols>");
        sheet.WriteStartElement("sheetData", Main);
        Write([.. columns.Select(column => column.Title)], HeadStyle);
        return sheet;
    }

    private void Close()
    {
        sheet.WriteEndElement();
        sheet.WriteEndElement();
        sheet.WriteEndDocument();
        sheet.Dispose();
    }

    private void Write(IReadOnlyList<object?> cells, string textStyle)
    {
        sheet.WriteStartElement("row", Main);
        sheet.WriteAttributeString("r", (++row).ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is { } cell and not "")
            {
                sheet.WriteStartElement("c", Main);
                sheet.WriteAttributeString("r", ColumnName(i) + row.ToString(CultureInfo.InvariantCulture));
                Write(cell, textStyle);
                sheet.WriteEndElement();
            }
        }

        sheet.WriteEndElement();
    }

    private void Write(object cell, string textStyle)
    {
        if (cell is string text)
        {
            sheet.WriteAttributeString("s", textStyle);
            sheet.WriteAttributeString("t", "inlineStr");
            sheet.WriteStartElement("is", Main);
            sheet.WriteStartElement("t", Main);
            sheet.WriteAttributeString("xml", "space", null, "preserve");
            sheet.WriteString(Clean(text));
            sheet.WriteEndElement();
            sheet.WriteEndElement();
            return;
        }

        if (cell is SheetFormula formula)
        {
            Write(formula);
            return;
        }

        if (cell is DateOnly)
        {
            sheet.WriteAttributeString("s", DateStyle);
        }

        sheet.WriteElementString("v", Main, cell is DateOnly day
            ? (day.DayNumber - Epoch.DayNumber).ToString(CultureInfo.InvariantCulture)
            : Convert.ToString(cell, CultureInfo.InvariantCulture));
    }

    private void Write(SheetFormula formula)
    {
        if (formula.IsPercent)
        {
            sheet.WriteAttributeString("s", PercentStyle);
        }

        if (formula.Cached is null)
        {
            // The result is an empty text; without its type a reader takes the cell for a damaged number.
            sheet.WriteAttributeString("t", "str");
        }

        sheet.WriteElementString("f", Main, formula.Text);
        sheet.WriteElementString("v", Main, formula.Cached?.ToString(CultureInfo.InvariantCulture) ?? "");
    }

    /// <summary>What XML cannot hold is dropped; "_x0041_", which a spreadsheet would read as "A", is told apart.</summary>
    private static string Clean(string text)
    {
        var cut = text.Length > MostCharacters ? text[..MostCharacters] : text;
        var held = cut.All(XmlConvert.IsXmlChar) ? cut : string.Concat(cut.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.ToString()));
        return EscapePattern().Replace(held, "_x005F_");
    }

    internal static string ColumnName(int index)
    {
        var name = "";
        for (var left = index + 1; left > 0; left = (left - 1) / 26)
        {
            name = (char)('A' + ((left - 1) % 26)) + name;
        }

        return name;
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.None, 2000)]
    private static partial Regex EscapePattern();
}
