using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Loa.Platform.Sheets;

/// <summary>The first sheet of a workbook, forward only. See <see cref="SheetReader"/> for what is trusted: nothing.</summary>
internal sealed partial class XlsxReader : IDisposable
{
    private static readonly XmlReaderSettings Xml = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true };

    private readonly ZipArchive archive;
    private readonly SheetBudget budget;
    private readonly List<string> shared = [];
    private readonly HashSet<int> dateStyles = [];
    private XmlReader? sheet;
    private int row;

    private XlsxReader(Stream stream, SheetBudget budget)
    {
        archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        this.budget = budget;
    }

    public static IEnumerable<SheetRow> Read(Stream stream, SheetBudget budget)
    {
        using var reader = Guard(() => new XlsxReader(stream, budget));
        Guard(reader.Start);
        while (Guard(reader.Next) is { } row)
        {
            yield return row;
        }
    }

    public void Dispose()
    {
        sheet?.Dispose();
        archive.Dispose();
    }

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or EndOfStreamException or FormatException or OverflowException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            throw new SheetRefusedException(SheetRefusal.NotASheet, e);
        }
    }

    private bool Start()
    {
        ReadStyles();
        ReadShared();
        sheet = Open(FirstSheet()) ?? throw new InvalidDataException("No sheet.");
        return true;
    }

    private XmlReader? Open(string name) =>
        archive.GetEntry(name) is { } entry ? XmlReader.Create(new CountingStream(entry.Open(), budget), Xml) : null;

    /// <summary>By the workbook's order, not by the names of parts.</summary>
    private string FirstSheet()
    {
        using var book = Open("xl/workbook.xml") ?? throw new InvalidDataException("No workbook.");
        var id = "";
        while (id.Length == 0 && book.Read())
        {
            if (book is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
            {
                id = book.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? "";
            }
        }

        using var relations = Open("xl/_rels/workbook.xml.rels") ?? throw new InvalidDataException("No relations.");
        while (relations.Read())
        {
            if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && relations.GetAttribute("Id") == id)
            {
                var target = relations.GetAttribute("Target") ?? "";
                return target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        throw new InvalidDataException("No first sheet.");
    }

    private void ReadStyles()
    {
        using var styles = Open("xl/styles.xml");
        var dates = new HashSet<int>([14, 15, 16, 17, 22]);
        var inCells = false;
        var style = 0;
        while (styles?.Read() == true)
        {
            budget.Check();
            if (styles.LocalName == "cellXfs")
            {
                inCells = styles.NodeType == XmlNodeType.Element;
            }
            else if (styles is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && IsDate(styles.GetAttribute("formatCode") ?? ""))
            {
                dates.Add(Number(styles.GetAttribute("numFmtId")));
            }
            else if (inCells && styles is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                if (dates.Contains(Number(styles.GetAttribute("numFmtId") ?? "0")))
                {
                    dateStyles.Add(style);
                }

                style++;
            }
        }
    }

    /// <summary>Day or year outside of quoted words and colours in brackets.</summary>
    private static bool IsDate(string format) => QuotedPattern().Replace(format, "").IndexOfAny(['d', 'D', 'y', 'Y']) >= 0;

    private void ReadShared()
    {
        using var strings = Open("xl/sharedStrings.xml");
        while (strings?.Read() == true)
        {
            if (strings is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                shared.Add(RichText(strings));
            }
        }
    }

    private SheetRow? Next()
    {
        while (sheet!.Read())
        {
            budget.Check();
            if (sheet is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                row = sheet.GetAttribute("r") is { } given ? Number(given) : row + 1;
                var numeric = new List<int>();
                var cells = sheet.IsEmptyElement ? [] : Cells(numeric);
                if (cells.Exists(text => text.Length > 0))
                {
                    budget.CountRow();
                    return new SheetRow(row, cells) { Numeric = numeric };
                }
            }
        }

        return null;
    }

    /// <param name="numeric">Takes the indices of cells that hold a number; a date is none.</param>
    private List<string> Cells(List<int> numeric)
    {
        var cells = new List<string>();
        while (sheet!.Read() && sheet is not { NodeType: XmlNodeType.EndElement, LocalName: "row" })
        {
            if (sheet is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                var index = sheet.GetAttribute("r") is { } reference ? Column(reference) : cells.Count;
                var (type, style) = (sheet.GetAttribute("t") ?? "n", sheet.GetAttribute("s"));
                var isDate = style is not null && dateStyles.Contains(Number(style));
                var text = sheet.IsEmptyElement ? "" : Value(type, isDate);
                if (text.Length > 0)
                {
                    budget.CheckColumn(index);
                    while (cells.Count <= index)
                    {
                        cells.Add("");
                    }

                    cells[index] = text;
                    if (type == "n" && !isDate)
                    {
                        numeric.Add(index);
                    }
                }
            }
        }

        return cells;
    }

    /// <summary>Of a formula only the result: the formula's own text is not read.</summary>
    private string Value(string type, bool isDate)
    {
        var text = "";
        while (sheet!.Read() && sheet is not { NodeType: XmlNodeType.EndElement, LocalName: "c" })
        {
            if (sheet is { NodeType: XmlNodeType.Element, LocalName: "v", IsEmptyElement: false })
            {
                text = Plain(sheet, "v");
            }
            else if (sheet is { NodeType: XmlNodeType.Element, LocalName: "is" })
            {
                text = RichText(sheet);
            }
        }

        return type switch
        {
            "s" => shared[Number(text)],
            "inlineStr" => text,
            "n" when text.Length > 0 => Numeric(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), isDate),
            _ => budget.Cell(Decode(text)),
        };
    }

    private static string Numeric(double value, bool isDate) =>
        isDate && value is >= 0 and < 2_958_466
            ? XlsxWriter.Epoch.AddDays((int)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Math.Abs(value) < 1e15 && Math.Floor(value) == value ? value.ToString("0", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>All runs of a text; readings beside East Asian letters are no part of it.</summary>
    private string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (end, text, phonetic) = (xml.LocalName, new StringBuilder(), false);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == end))
        {
            if (xml is { LocalName: "rPh", IsEmptyElement: false })
            {
                phonetic = xml.NodeType == XmlNodeType.Element;
            }
            else if (!phonetic && xml is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false })
            {
                text.Append(Plain(xml, "t"));
                budget.CheckCell(text.Length);
            }
        }

        return budget.Cell(Decode(text.ToString()));
    }

    private string Plain(XmlReader xml, string end)
    {
        var text = new StringBuilder();
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == end))
        {
            text.Append(xml.Value);
            budget.CheckCell(text.Length);
        }

        return text.ToString();
    }

    private static string Decode(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? EncodedPattern().Replace(text, match => ((char)Convert.ToInt32(match.Groups["code"].Value, 16)).ToString()) : text;

    private static int Number(string? text) => int.Parse(text ?? "", NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>"AB12" → 27.</summary>
    private static int Column(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter))
        {
            column = checked((column * 26) + char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column > 0 ? column - 1 : throw new FormatException("A cell without a column.");
    }

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex EncodedPattern();

    [GeneratedRegex("""\[[^\]]*\]|"[^"]*"|\\.""", RegexOptions.None, 2000)]
    private static partial Regex QuotedPattern();
}
