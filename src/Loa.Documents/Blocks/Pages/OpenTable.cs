namespace Loa.Documents.Blocks.Pages;

/// <summary>A table that may go on on the next page.</summary>
internal sealed class OpenTable
{
    private const double Near = 7;
    private List<double> _columns = [];
    private int _page = -1;

    public List<List<RuledCell>> Rows { get; private set; } = [];
    public bool IsOpen => Rows.Count > 0;
    public int ColumnCount => _columns.Count - 1;
    public bool RepeatedHeading { get; private set; }

    public void Start(RuledTable table, int page)
    {
        _columns = table.Columns;
        _page = page;
        Rows = table.Rows;
    }

    public void Close()
    {
        Rows = [];
        RepeatedHeading = false;
    }

    /// <summary>Takes the first table of the next page as the rest of this one when its columns stand at the same places.</summary>
    public bool Continue(RuledTable table, int page)
    {
        if (!IsOpen || page != _page + 1 || Mapping(table.Columns) is not { } mapping)
            return false;
        _page = page;
        var rows = table.Rows.ConvertAll(row => row.ConvertAll(c => Moved(c, mapping)));
        var skip = 0;
        while (skip < rows.Count && skip < Rows.Count && skip < 3 && Same(rows[skip], Rows[skip]))
            skip++;
        RepeatedHeading |= skip > 0;
        if (skip < rows.Count && IsRest(rows[skip]))
            Append(rows[skip++]);
        Rows.AddRange(rows.Skip(skip));
        return true;
    }

    /// <summary>For each border of the other table the border of this one; null when the tables differ.</summary>
    private int[]? Mapping(List<double> other)
    {
        // The pages of a landscape annex may be shifted as a whole.
        var shift = other[0] - _columns[0];
        if (Math.Abs(shift) > 40)
            return null;
        var mapping = other.Select(x => _columns.FindIndex(c => Math.Abs(c + shift - x) <= Near)).ToArray();
        return mapping.Contains(-1) || mapping[^1] != _columns.Count - 1 ? null : mapping;
    }

    private static RuledCell Moved(RuledCell cell, int[] mapping)
    {
        var moved = new RuledCell
        {
            Column = mapping[cell.Column],
            Span = mapping[cell.Column + cell.Span] - mapping[cell.Column],
            Width = cell.Width,
            ContinuesAbove = cell.ContinuesAbove,
        };
        moved.Lines.AddRange(cell.Lines);
        return moved;
    }

    private static bool Same(List<RuledCell> a, List<RuledCell> b) =>
        a.Count == b.Count && a.Zip(b).All(p => p.First.Column == p.Second.Column && p.First.Text == p.Second.Text) && a.Exists(c => c.Lines.Count > 0);

    /// <summary>
    /// The row is the rest of the last one, cut by the page: it has no number of its own, and either some of its cells are
    /// empty or it goes on in the middle of a sentence.
    /// </summary>
    private bool IsRest(List<RuledCell> row)
    {
        var last = Rows[^1];
        if (row.Count != last.Count || row[0].Lines.Count > 0 || !row.Exists(c => c.Lines.Count > 0))
            return false;
        var first = row.First(c => c.Lines.Count > 0);
        return row.Skip(1).Any(c => c.Lines.Count == 0) || char.IsLower(first.Lines[0].Text[0]);
    }

    private void Append(List<RuledCell> rest)
    {
        foreach (var cell in rest)
        {
            // Below a vertical merge the text belongs to the cell where the merge began.
            var index = Rows.Count - 1;
            var into = Rows[index].Find(c => c.Column == cell.Column);
            while (into is { ContinuesAbove: true } && index > 0)
                into = Rows[--index].Find(c => c.Column == cell.Column);
            into?.Lines.AddRange(cell.Lines);
        }
    }
}
