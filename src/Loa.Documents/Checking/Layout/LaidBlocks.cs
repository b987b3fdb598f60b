using System.Text;
using Loa.Documents.Blocks;
using Loa.Documents.Blocks.Docx;

namespace Loa.Documents.Checking.Layout;

/// <summary>Reads paragraphs and tables of one part, however deeply they are wrapped.</summary>
internal sealed class LaidBlocks
{
    private readonly WordXml _xml;
    private readonly LookStyles _styles;
    private readonly ReadBudget _budget;
    private readonly DocxContext _context;
    private readonly DrawnLines _lines;
    private readonly Stack<LaidCell> _cells = new();
    private readonly Stack<string?> _tableStyles = new();
    private long _characters;
    private int _tables;
    private int _section;

    public LaidBlocks(WordXml xml, DocxParts parts, LookStyles styles, ReadBudget budget)
    {
        _xml = xml;
        _styles = styles;
        _budget = budget;
        _context = new DocxContext(xml, new BlockCollector(budget.Limits), parts, budget);
        _lines = new DrawnLines(xml);
    }

    public List<LaidParagraph> Paragraphs { get; } = [];

    /// <summary>Takes a <c>w:sectPr</c>, which ends a section.</summary>
    public Action<WordXml>? Section { get; init; }

    public void ReadAll() => ReadInto(_xml.Reader.Depth);

    private void ReadInto(int depth)
    {
        if (_xml.Reader.IsEmptyElement)
            return;
        while (_xml.Next(depth))
            Block();
    }

    private void Block()
    {
        if (!_xml.IsWord)
        {
            _context.Transparency.Handle(_context);
            return;
        }

        switch (_xml.Reader.LocalName)
        {
            case "p":
                new LaidParagraphReader(this).Read();
                break;
            case "tbl":
                Table();
                break;
            case "sectPr":
                EndSection();
                break;
            default:
                _context.Transparency.Handle(_context);
                break;
        }
    }

    private void EndSection()
    {
        if (Section is null)
        {
            _xml.Skip();
            return;
        }

        Section(_xml);
        _section++;
    }

    private void Table()
    {
        if (_xml.Reader.IsEmptyElement)
            return;
        var table = _tables++;
        var (depth, row) = (_xml.Reader.Depth, -1);
        _tableStyles.Push(null);
        while (_xml.Next(depth))
        {
            switch (_xml.IsWord ? _xml.Reader.LocalName : "")
            {
                case "tr":
                    Row(table, ++row);
                    break;
                case "tblStyle":
                    _tableStyles.Pop();
                    _tableStyles.Push(_xml.Value);
                    break;
                case "tblGrid" or "tblBorders" or "tblCellMar":
                    _xml.Skip();
                    break;
                default:
                    _context.Transparency.Handle(_context);
                    break;
            }
        }

        _tableStyles.Pop();
    }

    private void Row(int table, int row)
    {
        if (_xml.Reader.IsEmptyElement)
            return;
        var (depth, column) = (_xml.Reader.Depth, 0);
        while (_xml.Next(depth))
        {
            if (_xml.IsWord && _xml.Reader.LocalName == "tc")
                Cell(new LaidCell(table, row, column++, 0));
            else
                _context.Transparency.Handle(_context);
        }
    }

    private void Cell(LaidCell cell)
    {
        if (_xml.Reader.IsEmptyElement)
            return;
        var depth = _xml.Reader.Depth;
        _cells.Push(cell);
        while (_xml.Next(depth))
        {
            if (_xml.IsWord && _xml.Reader.LocalName == "tcW")
            {
                _cells.Pop();
                _cells.Push(cell = cell with { Width = _xml.Attribute("type") is "dxa" ? Math.Clamp(_xml.Number("w") ?? 0, 0, 100_000) : 0 });
            }
            else if (_xml.IsWord && _xml.Reader.LocalName == "tcBorders")
            {
                _xml.Skip();
            }
            else
            {
                Block();
            }
        }

        _cells.Pop();
    }

    /// <summary>One paragraph; a text box in it is read as paragraphs of their own, so each has a reader.</summary>
    private sealed class LaidParagraphReader(LaidBlocks blocks)
    {
        private readonly StringBuilder _text = new();
        private readonly List<LaidRun> _runs = [];
        private ParagraphLook _direct = ParagraphLook.None;
        private string _style = blocks._styles.DefaultParagraph;
        private LetterLook? _letters;
        private double? _line;
        private bool _pageNumber;
        private bool _endsSection;

        public void Read()
        {
            var xml = blocks._xml;
            var section = blocks._section;
            if (!xml.Reader.IsEmptyElement)
            {
                var depth = xml.Reader.Depth;
                while (xml.Next(depth))
                    Part();
            }

            var style = blocks._styles[_style];
            var table = blocks._tableStyles.TryPeek(out var name) ? blocks._styles[name].Paragraph : ParagraphLook.None;
            var look = _direct.On(style.Paragraph).On(table).On(blocks._styles.Defaults.Paragraph);
            blocks._characters += _text.Length;
            if (blocks.Paragraphs.Count >= blocks._budget.Limits.Paragraphs || blocks._characters > blocks._budget.Limits.Characters)
                throw new DocumentException(DocumentFailure.TooLarge);
            blocks.Paragraphs.Add(new LaidParagraph
            {
                Index = blocks.Paragraphs.Count,
                Text = _text.ToString(),
                StyleId = _style,
                Runs = _runs,
                Look = look,
                Section = section,
                Cell = blocks._cells.TryPeek(out var cell) ? cell : null,
                DrawnLine = _line,
                HasPageNumber = _pageNumber,
            });
            if (_endsSection)
                blocks._section++;
        }

        private void Part()
        {
            var xml = blocks._xml;
            if (!xml.IsWord)
            {
                if (blocks._lines.Read() is { } line)
                    _line = line;
                else
                    blocks._context.Transparency.Handle(blocks._context);
                return;
            }

            switch (xml.Reader.LocalName)
            {
                case "pPr":
                    Properties();
                    break;
                case "r":
                    Run();
                    break;
                case "fldSimple":
                    _pageNumber |= IsPage(xml.Attribute("instr"));
                    break;
                case "hyperlink" or "smartTag" or "ins" or "moveTo":
                    break;
                default:
                    blocks.Block();
                    break;
            }
        }

        private void Properties()
        {
            var xml = blocks._xml;
            _direct = LookReader.Paragraph(xml, name =>
            {
                if (name == "pStyle")
                    _style = xml.Value ?? _style;
                else if (name == "sectPr" && blocks.Section is { } section)
                {
                    section(xml);
                    _endsSection = true;
                }
                else
                    xml.Skip();
            });
        }

        private void Run()
        {
            var xml = blocks._xml;
            if (xml.Reader.IsEmptyElement)
                return;
            var look = _letters ??= blocks._styles[_style].Letters.On(blocks._tableStyles.TryPeek(out var table) ? blocks._styles[table].Letters : LetterLook.None).On(blocks._styles.Defaults.Letters);
            var depth = xml.Reader.Depth;
            var text = new StringBuilder();
            while (xml.Next(depth))
            {
                if (!xml.IsWord)
                    Part();
                else if (xml.Reader.LocalName == "rPr")
                {
                    var (direct, style) = LookReader.Letters(xml);
                    look = direct.On(blocks._styles[style].Letters).On(_letters);
                }
                else
                    Content(text);
            }

            if (text.Length == 0 || look.Hidden == true)
                return;
            _text.Append(text);
            _runs.Add(new LaidRun(text.ToString(), look));
        }

        private void Content(StringBuilder text)
        {
            var xml = blocks._xml;
            switch (xml.Reader.LocalName)
            {
                case "t":
                    Letters(text);
                    break;
                case "tab" or "ptab":
                    text.Append('\t');
                    break;
                case "br" or "cr":
                    text.Append(xml.Attribute("type") is "page" or "column" ? "" : "\n");
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "instrText":
                    _pageNumber |= IsPage(xml.Text());
                    break;
                case "delText" or "delInstrText":
                    xml.Skip();
                    break;
                case "drawing" or "pict" or "object":
                    break;
                default:
                    blocks.Block();
                    break;
            }
        }

        private void Letters(StringBuilder text)
        {
            var reader = blocks._xml.Reader;
            if (reader.IsEmptyElement)
                return;
            var depth = reader.Depth;
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader.NodeType is System.Xml.XmlNodeType.Text or System.Xml.XmlNodeType.CDATA or System.Xml.XmlNodeType.SignificantWhitespace or System.Xml.XmlNodeType.Whitespace)
                    text.Append(reader.Value);
            }
        }

        private static bool IsPage(string? code)
        {
            var trimmed = code.AsSpan().Trim();
            return trimmed.StartsWith("PAGE", StringComparison.OrdinalIgnoreCase) && (trimmed.Length == 4 || !char.IsLetter(trimmed[4]));
        }
    }
}
