namespace Loa.Documents.Writing.Parts;

/// <summary>Writes a table with data, row by row as the rows come.</summary>
internal sealed class DataTable
{
    private readonly ParagraphPen _text;
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly int[] _widths;

    public DataTable(ParagraphPen text, IReadOnlyList<TableColumn> columns, int width)
    {
        if (columns.Count == 0)
            throw new ArgumentException("A table has at least one column.", nameof(columns));
        _text = text;
        _columns = columns;
        _widths = Share(columns, width);
    }

    private Pen Pen => _text.Pen;

    public void Write(IEnumerable<TextRow> rows, bool keepWithNext)
    {
        Pen.Start("tbl");
        Pen.Start("tblPr");
        Pen.Value("tblStyle", Style.Grid.Id);
        Pen.Element("tblW", ("w", _widths.Sum()), ("type", "dxa"));
        Pen.Element("tblLayout", ("type", "fixed"));
        Pen.End();
        Pen.Start("tblGrid");
        foreach (var width in _widths)
            Pen.Element("gridCol", ("w", width));
        Pen.End();
        Heading();
        foreach (var (row, last) in rows.WithLast())
            Row(row, keepWithNext && last);
        Pen.End();
    }

    private void Heading()
    {
        var grouped = _columns.Any(c => c.Group is not null);
        BeginRow(heading: true);
        for (var i = 0; i < _columns.Count;)
        {
            var group = _columns[i].Group;
            var span = 1;
            while (group is not null && i + span < _columns.Count && _columns[i + span].Group == group)
                span++;
            Cell(i, span, group ?? _columns[i].Title, Style.TableHeading, merge: !grouped || group is not null ? null : "restart");
            i += span;
        }

        Pen.End();
        if (!grouped)
            return;
        BeginRow(heading: true);
        for (var i = 0; i < _columns.Count; i++)
            Cell(i, 1, _columns[i].Group is null ? RichText.Empty : _columns[i].Title, Style.TableHeading, merge: _columns[i].Group is null ? "continue" : null);
        Pen.End();
    }

    private void Row(TextRow row, bool keepWithNext)
    {
        BeginRow(heading: false);
        switch (row)
        {
            case GroupRow group:
                Cell(0, _columns.Count, group.Title, Style.TableGroup);
                break;
            case CellRow { Cells: var cells }:
                if (cells.Count > _columns.Count)
                    throw new ArgumentException($"A row has {cells.Count} cells for {_columns.Count} columns.", nameof(row));
                for (var i = 0; i < _columns.Count; i++)
                    Cell(i, 1, i < cells.Count ? cells[i] : RichText.Empty, StyleOf(_columns[i].Alignment), keepWithNext);
                break;
            default:
                throw new ArgumentException($"A row of type {row?.GetType().Name} cannot be written.", nameof(row));
        }

        Pen.End();
    }

    private void BeginRow(bool heading)
    {
        Pen.Start("tr");
        Pen.Start("trPr");
        Pen.Empty("cantSplit");
        if (heading)
            Pen.Empty("tblHeader");
        Pen.End();
    }

    private void Cell(int column, int span, RichText content, Style style, bool keepWithNext = false, string? merge = null)
    {
        var width = 0;
        for (var i = column; i < column + span; i++)
            width += _widths[i];
        Pen.Start("tc");
        Pen.Start("tcPr");
        Pen.Element("tcW", ("w", width), ("type", "dxa"));
        if (span > 1)
            Pen.Value("gridSpan", span);
        if (merge is not null)
            Pen.Value("vMerge", merge);
        if (style == Style.TableHeading)
            Pen.Value("vAlign", "center");
        Pen.End();
        foreach (var paragraph in content.Paragraphs())
            _text.Write(style, paragraph, keepWithNext);
        Pen.End();
    }

    private static Style StyleOf(ColumnAlignment alignment) => alignment switch
    {
        ColumnAlignment.Centre => Style.TableCentre,
        ColumnAlignment.Number => Style.TableNumber,
        _ => Style.TableText,
    };

    private static int[] Share(IReadOnlyList<TableColumn> columns, int width)
    {
        var sum = 0.0;
        foreach (var column in columns)
        {
            if (column.Share is not (> 0 and < 1e6))
                throw new ArgumentException($"The column '{column.Title}' has no share of the width.", nameof(columns));
            sum += column.Share;
        }

        var widths = columns.Select(c => (int)(width * c.Share / sum)).ToArray();
        widths[^1] += width - widths.Sum();
        return widths;
    }
}
