using Loa.Documents.Blocks;

namespace Loa.Documents.Plans;

/// <summary>One row of a table by grid column, vertically merged cells filled from above.</summary>
internal sealed class GridRow
{
    public required TableRow Row { get; init; }

    /// <summary>The cell over each column; null where the row has none.</summary>
    public required GridCell?[] Cells { get; init; }
}

/// <param name="Cell">The cell that holds the text: this row's, or the one above it is merged with.</param>
/// <param name="Inherited">Vertically merged with the row above.</param>
internal sealed record GridCell(TableCell Cell, bool Inherited)
{
    public bool IsEmpty
    {
        get
        {
            foreach (var paragraph in Cell.Paragraphs)
            {
                if (!string.IsNullOrWhiteSpace(paragraph.Text))
                    return false;
            }

            return true;
        }
    }
}

internal static class TableGrid
{
    public static List<GridRow> Of(Table table)
    {
        var rows = new List<GridRow>(table.Rows.Count);
        GridCell?[] above = new GridCell?[table.ColumnCount];
        foreach (var row in table.Rows)
        {
            var cells = new GridCell?[table.ColumnCount];
            foreach (var cell in row.Cells)
            {
                if (cell.Column < 0 || cell.Column >= cells.Length)
                    continue;
                var origin = cell.ContinuesAbove && above[cell.Column] is { } upper ? new GridCell(upper.Cell, Inherited: true) : new GridCell(cell, Inherited: false);
                for (var i = cell.Column; i < cell.Column + cell.ColumnSpan && i < cells.Length; i++)
                    cells[i] = origin;
            }

            rows.Add(new GridRow { Row = row, Cells = cells });
            above = cells;
        }

        return rows;
    }
}
