namespace Loa.Documents.Blocks.Pages;

/// <summary>Crossing lines as a grid: where a line is missing between two fields, they are one cell.</summary>
internal sealed class TableMesh(List<Rule> horizontal, List<Rule> vertical, List<double> xs, List<double> ys)
{
    private const double Near = 4;

    public RuledTable Build(List<PageWord> words)
    {
        var rows = new List<List<RuledCell>>();
        var owner = new RuledCell?[xs.Count - 1, ys.Count - 1];
        for (var row = 0; row + 1 < ys.Count; row++)
        {
            var cells = new List<RuledCell>();
            for (var column = 0; column + 1 < xs.Count;)
            {
                var start = column++;
                while (column + 1 < xs.Count && !HasRight(column, row))
                    column++;
                var cell = Cell(start, column, row, owner);
                cells.Add(cell);
                for (var field = start; field < column; field++)
                    owner[field, row] = cell.ContinuesAbove ? owner[field, row - 1] : cell;
            }
            rows.Add(cells);
        }
        Fill(words, owner);
        return new RuledTable { Columns = xs, Rows = rows, Top = ys[0], Bottom = ys[^1] };
    }

    private RuledCell Cell(int start, int end, int row, RuledCell?[,] owner)
    {
        // Only fields of one and the same cell above can be continued.
        var above = row > 0 ? owner[start, row - 1] : null;
        var continues = above != null && above.Column == start && above.Span == end - start
            && !horizontal.Exists(h => Math.Abs(h.At - ys[row]) <= Near && h.Covers((xs[start] + xs[end]) / 2));
        return new RuledCell { Column = start, Span = end - start, Width = xs[end] - xs[start], ContinuesAbove = continues };
    }

    /// <summary>There is a line at column border <paramref name="x"/> beside the row.</summary>
    private bool HasRight(int x, int row)
    {
        var middle = (ys[row] + ys[row + 1]) / 2;
        return vertical.Exists(v => Math.Abs(v.At - xs[x]) <= Near && v.Covers(middle));
    }

    private void Fill(List<PageWord> words, RuledCell?[,] owner)
    {
        foreach (var group in words.GroupBy(w => owner[Field(xs, w.CentreX), Field(ys, w.CentreY)]))
            group.Key?.Lines.AddRange(PageLine.Group(group));
    }

    private static int Field(List<double> borders, double position)
    {
        var index = borders.BinarySearch(position);
        return Math.Clamp(index >= 0 ? index : ~index - 1, 0, borders.Count - 2);
    }
}
