using System.Buffers;

namespace Loa.Documents.Blocks.Text;

/// <summary>Turns lines into blocks one after another.</summary>
internal sealed class TextBody(BlockCollector collector)
{
    private static readonly SearchValues<char> Drawn = SearchValues.Create("|-:+= \t");
    private readonly List<Block> _blocks = [];
    private readonly List<string[]> _rows = [];
    private readonly SideBySide _columns = new();
    private bool _barred;
    private bool _gap;
    private bool _page;

    public void Add(ReadOnlySpan<char> line)
    {
        var feed = line.IndexOf('\f');
        if (feed >= 0)
        {
            if (feed > 0)
                Add(line[..feed]);
            _page = true;
            line = line[(feed + 1)..];
            if (line.Contains('\f'))
            {
                Add(line);
                return;
            }
        }
        if (line.IsWhiteSpace())
        {
            _gap = true;
            return;
        }
        if (_page)
            CloseColumns();
        if (_rows.Count == 0 && TakeColumns(line))
        {
            _gap = _page = false;
            return;
        }
        if (line.TrimEnd(' ').Contains('\t') && IsRow(line))
        {
            AddRow(line.ToString().Split('\t'), barred: false);
            return;
        }
        if (BarredCells(line) is { } cells)
        {
            if (!IsDrawn(line))
                AddRow(cells, barred: true);
            return;
        }
        CloseTable();
        AddParagraph(line);
    }

    public IReadOnlyList<Block> Finish()
    {
        CloseTable();
        CloseColumns();
        return _blocks;
    }

    private void AddRow(string[] cells, bool barred)
    {
        if (barred != _barred)
            CloseTable();
        _barred = barred;
        _rows.Add(cells);
        _gap = _page = false;
    }

    /// <summary>"| 1 | Hội nghị | Sở Nội vụ |", with or without the outer bars; two columns are a heading block, read line by line.</summary>
    private static string[]? BarredCells(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Count('|') < 2)
            return null;
        if (line[0] == '|')
            line = line[1..];
        if (line.Length > 0 && line[^1] == '|')
            line = line[..^1];
        return line.Count('|') < 2 ? null : line.ToString().Split('|');
    }

    // "|---|:--:|---|" under the heading row.
    private static bool IsDrawn(ReadOnlySpan<char> line) => line.IndexOfAnyExcept(Drawn) < 0;

    // A tab before the first word indents a paragraph, unless a table is open: there it is an empty first cell.
    private bool IsRow(ReadOnlySpan<char> line) => _rows.Count > 0 || line.Trim("\t ").Contains('\t');

    private void AddParagraph(ReadOnlySpan<char> line)
    {
        if (collector.Add(line, new Look(StartsPage: _page, AfterGap: _gap)) is not { } paragraph)
            return;
        _blocks.Add(paragraph);
        _gap = _page = false;
    }

    private bool TakeColumns(ReadOnlySpan<char> line)
    {
        if (_columns.Take(line, _gap))
            return true;

        // Under a signature the heading of the next part may open another block.
        CloseColumns();
        return _columns.Take(line, _gap);
    }

    private void CloseColumns()
    {
        if (!_columns.IsOpen)
            return;
        var cells = new List<TableCell>(2);
        foreach (var lines in (ReadOnlySpan<IReadOnlyList<string>>)[_columns.Left, _columns.Right])
            cells.Add(new TableCell { Column = cells.Count, Paragraphs = [.. lines.Select(l => collector.Add(l)).OfType<Paragraph>()] });
        _blocks.Add(new Table { Rows = [new TableRow { Cells = cells }], ColumnCount = 2, Borderless = true });
        _columns.Clear();
    }

    private void CloseTable()
    {
        if (_rows.Count == 0)
            return;
        var columns = Math.Min(_rows.Max(r => r.Length), 63);
        var rows = new List<TableRow>(_rows.Count);
        foreach (var parts in _rows)
        {
            var cells = new List<TableCell>(columns);
            for (var column = 0; column < columns; column++)
            {
                var paragraph = column < parts.Length ? collector.Add(parts[column]) : null;
                cells.Add(new TableCell { Column = column, Paragraphs = paragraph == null ? [] : [paragraph] });
            }
            rows.Add(new TableRow { Cells = cells });
        }
        _blocks.Add(new Table { Rows = rows, ColumnCount = columns, Borderless = columns == 2 });
        _rows.Clear();
    }
}
