namespace Loa.Documents.Blocks.Pages;

/// <summary>Makes blocks of pages of words and lines, wherever these came from.</summary>
internal sealed class PagesReader(BlockCollector collector, ReadBudget budget, bool exact)
{
    private readonly List<Block> _blocks = [];
    private readonly List<PageLine> _paragraph = [];
    private readonly OpenTable _table = new();
    private TextArea _area = new(0, 0, 0, 0, 0);
    private int _paragraphPage = -1;
    private bool _paragraphStartsPage;
    private bool _pageStart;

    public bool DroppedFurniture { get; private set; }

    public IReadOnlyList<Block> Read(IReadOnlyList<PageSheet> sheets)
    {
        var pages = sheets.Select(p => (Page: p, Words: p.Words, Tables: new List<RuledTable>(), Lines: new List<PageLine>())).ToList();
        for (var i = 0; i < pages.Count; i++)
        {
            budget.Check();
            pages[i].Tables.AddRange(RuledTable.Find(pages[i].Page, pages[i].Words));
            pages[i] = pages[i] with { Lines = PageLine.Group(pages[i].Words) };
        }
        var furniture = new PageFurniture([.. pages.Select(p => (p.Page, p.Lines))]);
        var bodyHeight = Median(pages.SelectMany(p => p.Lines).Select(l => l.Height));
        foreach (var (page, _, _, lines) in pages)
        {
            var notes = PageFurniture.FootnotesTop(page, bodyHeight);
            DroppedFurniture |= lines.RemoveAll(l => l.Top > notes || furniture.IsFurniture(l, page)) > 0;
        }
        var areas = pages.GroupBy(p => Math.Round(p.Page.Width / 20)).ToDictionary(g => g.Key, g => TextArea.Learn([.. g.SelectMany(p => p.Lines)], g.First().Page.Width, exact));
        for (var i = 0; i < pages.Count; i++)
        {
            budget.Check();
            _area = areas[Math.Round(pages[i].Page.Width / 20)];
            _pageStart = i > 0;
            ReadPage(pages[i].Page, pages[i].Lines, pages[i].Tables, i);
        }
        CloseParagraph();
        CloseTable();
        return _blocks;
    }

    private void ReadPage(PageSheet page, List<PageLine> lines, List<RuledTable> tables, int number)
    {
        var columns = ColumnBlock.Find(page, lines, _area, number == 0);
        var items = lines.Select(l => (l.Top, Item: (object)l))
            .Concat(tables.Select(t => (t.Top, Item: (object)t)))
            .Concat(columns.Select(c => (c.Top, Item: (object)c)))
            .OrderBy(i => i.Top);
        foreach (var (_, item) in items)
        {
            switch (item)
            {
                case PageLine line:
                    CloseTable();
                    AddLine(line, number);
                    break;
                case RuledTable table:
                    CloseParagraph();
                    if (!_table.Continue(table, number))
                    {
                        CloseTable();
                        _table.Start(table, number);
                    }
                    break;
                case ColumnBlock block:
                    CloseParagraph();
                    CloseTable();
                    AddColumns(block);
                    break;
            }
            _pageStart = false;
        }
    }

    private void AddLine(PageLine line, int page)
    {
        if (_paragraph.Count > 0 && !LineJoiner.Continues(_paragraph[^1], line, _area, page == _paragraphPage))
            CloseParagraph();
        if (_paragraph.Count == 0)
            _paragraphStartsPage = _pageStart;
        _paragraph.Add(line);
        _paragraphPage = page;
    }

    private void CloseParagraph()
    {
        if (_paragraph.Count == 0)
            return;
        var look = new Look(Centered: _paragraph.TrueForAll(l => LineJoiner.IsCentred(l, _area)), StartsPage: _paragraphStartsPage);
        if (collector.Add(LineJoiner.Join(_paragraph), look) is { } paragraph)
            _blocks.Add(paragraph);
        _paragraph.Clear();
    }

    private void AddColumns(ColumnBlock block)
    {
        var cells = new List<TableCell>
        {
            new() { Column = 0, Paragraphs = Paragraphs(block.Left, LineJoiner.ContinuesInColumn) },
            new() { Column = 1, Paragraphs = Paragraphs(block.Right, LineJoiner.ContinuesInColumn) },
        };
        _blocks.Add(new Table { ColumnCount = 2, Borderless = true, Rows = [new TableRow { Cells = cells }] });
    }

    private void CloseTable()
    {
        if (!_table.IsOpen)
            return;
        var rows = new List<TableRow>();
        foreach (var row in _table.Rows)
        {
            var cells = row.ConvertAll(c => new TableCell
            {
                Column = c.Column,
                ColumnSpan = c.Span,
                ContinuesAbove = c.ContinuesAbove,
                Paragraphs = Paragraphs(c.Lines, (above, line) => LineJoiner.ContinuesInCell(above, line, c.Width, LineJoiner.StartsItem(c.Lines[0]))),
            });
            rows.Add(new TableRow { Cells = cells, RepeatsAsHeading = rows.Count == 0 && _table.RepeatedHeading });
        }
        _blocks.Add(new Table { Rows = rows, ColumnCount = _table.ColumnCount });
        _table.Close();
    }

    private List<Paragraph> Paragraphs(List<PageLine> lines, Func<PageLine, PageLine, bool> continues)
    {
        var paragraphs = new List<Paragraph>();
        for (var i = 0; i < lines.Count;)
        {
            var start = i++;
            while (i < lines.Count && continues(lines[i - 1], lines[i]))
                i++;
            if (collector.Add(LineJoiner.Join(lines.GetRange(start, i - start))) is { } paragraph)
                paragraphs.Add(paragraph);
        }
        return paragraphs;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }
}
