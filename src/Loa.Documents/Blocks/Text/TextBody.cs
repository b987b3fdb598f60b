namespace Loa.Documents.Blocks.Text;

/// <summary>Turns lines into blocks one after another.</summary>
internal sealed class TextBody(BlockCollector collector)
{
    private readonly List<Block> _blocks = [];
    private readonly List<string[]> _rows = [];
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
        if (line.TrimEnd(' ').Contains('\t') && IsRow(line))
        {
            _rows.Add(line.ToString().Split('\t'));
            _gap = _page = false;
            return;
        }
        CloseTable();
        AddParagraph(line);
    }

    public IReadOnlyList<Block> Finish()
    {
        CloseTable();
        return _blocks;
    }

    // A tab before the first word indents a paragraph, unless a table is open: there it is an empty first cell.
    private bool IsRow(ReadOnlySpan<char> line) => _rows.Count > 0 || line.Trim("\t ").Contains('\t');

    private void AddParagraph(ReadOnlySpan<char> line)
    {
        if (collector.Add(line, new Look(StartsPage: _page, AfterGap: _gap)) is not { } paragraph)
            return;
        _blocks.Add(paragraph);
        _gap = _page = false;
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
