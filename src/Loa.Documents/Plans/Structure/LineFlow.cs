using Loa.Documents.Blocks;

namespace Loa.Documents.Plans;

/// <summary>Turns blocks into <see cref="Line"/>s: layout tables are opened, line breaks split, empty lines and drawn rules dropped.</summary>
internal static class LineFlow
{
    public static List<Line> Of(SourceDocument document)
    {
        var lines = new List<Line>(document.Paragraphs.Count);
        foreach (var block in document.Blocks)
        {
            if (block is Paragraph paragraph)
                Add(lines, paragraph, column: -1);
            else if (block is Table table)
                Add(lines, table);
        }

        return lines;
    }

    private static void Add(List<Line> lines, Table table)
    {
        if (!LayoutTable.IsLayout(table))
        {
            lines.Add(new Line { Table = table });
            return;
        }

        // Column by column within a band of rows: the left column (issuer, recipients) reads on below itself.
        for (var column = 0; column < table.ColumnCount; column++)
        {
            foreach (var row in table.Rows)
            {
                foreach (var cell in row.Cells)
                {
                    if (cell.Column != column || cell.ContinuesAbove)
                        continue;
                    foreach (var paragraph in cell.Paragraphs)
                        Add(lines, paragraph, column);
                }
            }
        }
    }

    private static void Add(List<Line> lines, Paragraph paragraph, int column)
    {
        var whole = SourceText.Of(paragraph);
        var start = 0;
        while (start <= whole.Length)
        {
            var end = whole.Text.IndexOf('\n', start);
            if (end < 0)
                end = whole.Length;
            var text = whole.Slice(start, end).Trim();
            if (!text.IsEmpty && !IsRule(text.Text))
                lines.Add(new Line { Text = text, Paragraph = paragraph, Column = column });
            start = end + 1;
        }
    }

    /// <summary>A drawn rule ("-----", "___", "***") or a page number of its own.</summary>
    private static bool IsRule(string text)
    {
        if (text.Length <= 3 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
            return true;
        foreach (var c in text)
        {
            if (!"-–—_*=. ~·•".Contains(c))
                return false;
        }

        return true;
    }
}
