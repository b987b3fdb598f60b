namespace Loa.Documents.Blocks.Docx;

/// <summary>Reads <c>w:tbl</c> and places its cells on the grid.</summary>
internal sealed class DocxTableReader(DocxContext context, DocxBodyReader body)
{
    // Word itself allows 63 columns; a larger number is damage or malice.
    private const int MaxColumns = 63;

    private sealed class Draft
    {
        public int Columns { get; set; }
        public bool? Bordered { get; set; }
        public bool CellBorders { get; set; }
        public List<TableRow> Rows { get; } = [];

        /// <summary>The one cell's blocks when the table has a single cell: such a table is a frame around something else.</summary>
        public List<Block>? Single { get; set; }
    }

    public void Read(List<Block> blocks)
    {
        var xml = context.Xml;
        if (xml.Reader.IsEmptyElement)
            return;
        var depth = xml.Reader.Depth;
        var table = new Draft();
        while (xml.Next(depth))
        {
            if (!xml.IsWord)
            {
                context.Transparency.Handle(context);
                continue;
            }
            switch (xml.Reader.LocalName)
            {
                case "tblPr":
                    ReadProperties(table);
                    break;
                case "gridCol":
                    table.Columns = Math.Min(table.Columns + 1, MaxColumns);
                    break;
                case "tr":
                    ReadRow(table);
                    break;
                default:
                    context.Transparency.Handle(context);
                    break;
            }
        }
        context.Gap = false;
        if (table.Rows.Count == 1 && table.Rows[0].Cells.Count == 1 && table.Single is { } inner && inner.Exists(b => b is Table))
            blocks.AddRange(inner);
        else if (table.Rows.Count > 0)
            blocks.Add(Finish(table));
    }

    private static Table Finish(Draft table) => new()
    {
        Rows = table.Rows,
        ColumnCount = Math.Max(table.Columns, table.Rows.Max(r => r.Cells.Count == 0 ? 0 : r.Cells[^1].Column + r.Cells[^1].ColumnSpan)),
        Borderless = table.Bordered != true && !table.CellBorders,
    };

    private void ReadProperties(Draft table)
    {
        var xml = context.Xml;
        if (xml.Reader.IsEmptyElement)
            return;
        var depth = xml.Reader.Depth;
        string? style = null;
        while (xml.Next(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "tblStyle":
                    style = xml.Value;
                    break;
                case "tblBorders":
                    table.Bordered = AnyBorder();
                    break;
                default:
                    context.Transparency.Handle(context);
                    break;
            }
        }
        table.Bordered ??= style != null && context.HasTableBorders(style);
    }

    /// <summary>The current element lists borders and at least one of them is drawn.</summary>
    private bool AnyBorder()
    {
        var xml = context.Xml;
        if (xml.Reader.IsEmptyElement)
            return false;
        var any = false;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
            any |= xml.Value is not (null or "nil" or "none");
        return any;
    }

    private void ReadRow(Draft table)
    {
        var xml = context.Xml;
        if (xml.Reader.IsEmptyElement)
            return;
        var depth = xml.Reader.Depth;
        var cells = new List<TableCell>();
        var column = 0;
        bool heading = false, deleted = false;
        while (xml.Next(depth))
        {
            switch (xml.IsWord ? xml.Reader.LocalName : "")
            {
                case "tc":
                    ReadCell(table, cells, ref column);
                    break;
                case "gridBefore":
                    column = Math.Clamp(xml.Number("val") ?? 0, 0, MaxColumns - 1);
                    break;
                case "tblHeader":
                    heading = xml.On;
                    break;
                case "del" when InRowProperties(depth):
                    deleted = true;
                    context.Suppressed++;
                    context.Omissions.Add(SourceOmission.DeletedText);
                    break;
                case "tblPrEx" or "ins":
                    if (xml.Reader.LocalName == "tblPrEx")
                        xml.Skip();
                    break;
                default:
                    context.Transparency.Handle(context);
                    break;
            }
        }
        if (deleted)
            context.Suppressed--;
        else if (cells.Count > 0)
            table.Rows.Add(new TableRow { Cells = cells, RepeatsAsHeading = heading });
    }

    // w:trPr/w:del marks the row itself; a w:del around cells would be one level up.
    private bool InRowProperties(int rowDepth) => context.Xml.Reader.Depth == rowDepth + 2;

    private void ReadCell(Draft table, List<TableCell> cells, ref int column)
    {
        var xml = context.Xml;
        var blocks = new List<Block>();
        var cell = new CellProperties();
        if (!xml.Reader.IsEmptyElement)
        {
            var depth = xml.Reader.Depth;
            while (xml.Next(depth))
            {
                if (xml.IsWord && xml.Reader.LocalName == "tcPr")
                {
                    cell = ReadCellProperties(table);
                    context.Suppressed += cell.Hidden ? 1 : 0;
                }
                else
                {
                    body.Block(blocks);
                }
            }
        }
        context.Suppressed -= cell.Hidden ? 1 : 0;
        body.EndCell(blocks);
        if (cell.MergedLeft && cells.Count > 0)
            cells[^1] = Widen(cells[^1], ref column);
        else if (column < MaxColumns)
            cells.Add(Place(cell, blocks, ref column));
        else
            cells[^1] = Absorb(cells[^1], blocks);
        table.Single = blocks;
    }

    private readonly record struct CellProperties(int Span, bool ContinuesAbove, bool MergedLeft)
    {
        public bool Hidden => ContinuesAbove || MergedLeft;
    }

    private static TableCell Widen(TableCell cell, ref int column)
    {
        if (column >= MaxColumns)
            return cell;
        column++;
        return new TableCell { Column = cell.Column, ColumnSpan = cell.ColumnSpan + 1, ContinuesAbove = cell.ContinuesAbove, Paragraphs = cell.Paragraphs };
    }

    // A cell beyond the last possible column: its text stays with the last one.
    private static TableCell Absorb(TableCell cell, List<Block> blocks)
    {
        var paragraphs = new List<Paragraph>(cell.Paragraphs);
        Flatten(blocks, paragraphs);
        return new TableCell { Column = cell.Column, ColumnSpan = cell.ColumnSpan, ContinuesAbove = cell.ContinuesAbove, Paragraphs = paragraphs };
    }

    private static TableCell Place(CellProperties cell, List<Block> blocks, ref int column)
    {
        var span = Math.Clamp(cell.Span, 1, MaxColumns - column);
        var paragraphs = new List<Paragraph>(blocks.Count);
        Flatten(blocks, paragraphs);
        var placed = new TableCell { Column = column, ColumnSpan = span, ContinuesAbove = cell.ContinuesAbove, Paragraphs = paragraphs };
        column += span;
        return placed;
    }

    private static void Flatten(IEnumerable<Block> blocks, List<Paragraph> paragraphs)
    {
        foreach (var block in blocks)
        {
            if (block is Paragraph paragraph)
                paragraphs.Add(paragraph);
            else if (block is Table table)
                paragraphs.AddRange(table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Paragraphs));
        }
    }

    private CellProperties ReadCellProperties(Draft table)
    {
        var xml = context.Xml;
        var (span, above, left) = (1, false, false);
        if (xml.Reader.IsEmptyElement)
            return new(span, above, left);
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "gridSpan":
                    span = xml.Number("val") ?? 1;
                    break;
                case "vMerge":
                    // In the first row there is nothing above to continue.
                    above = table.Rows.Count > 0 && xml.Value is (null or "continue");
                    break;
                case "hMerge":
                    left = xml.Value is null or "continue";
                    break;
                case "tcBorders":
                    table.CellBorders |= AnyBorder();
                    break;
                default:
                    context.Transparency.Handle(context);
                    break;
            }
        }
        return new(span, above, left);
    }
}
