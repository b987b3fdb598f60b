using Loa.Documents.Blocks;
using Loa.Documents.Blocks.Docx;

namespace Loa.Documents.Checking.Layout;

/// <summary>Reads paragraphs and tables of one part, however deeply they are wrapped.</summary>
internal sealed partial class LaidBlocks
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
}
