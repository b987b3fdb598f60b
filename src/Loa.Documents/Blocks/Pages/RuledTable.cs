namespace Loa.Documents.Blocks.Pages;

/// <summary>A cell found on a page; its words as lines.</summary>
internal sealed class RuledCell
{
    public required int Column { get; init; }
    public required int Span { get; init; }
    public required double Width { get; init; }
    public bool ContinuesAbove { get; init; }
    public List<PageLine> Lines { get; } = [];
    public string Text => string.Join(' ', Lines.Select(l => l.Text));
}

/// <summary>A table on a page, found by its ruling lines.</summary>
internal sealed class RuledTable
{
    private const double Near = 4;

    /// <summary>Positions of the vertical lines.</summary>
    public required List<double> Columns { get; set; }

    public required List<List<RuledCell>> Rows { get; init; }
    public required double Top { get; init; }
    public required double Bottom { get; init; }

    /// <summary>Finds the tables of a page and takes their words out of <paramref name="words"/>.</summary>
    public static List<RuledTable> Find(PageSheet page, List<PageWord> words)
    {
        var tables = new List<RuledTable>();
        foreach (var (horizontal, vertical) in Meshes(page))
        {
            var xs = Cluster(vertical);
            var ys = Cluster(horizontal);
            if (xs.Count < 3 || ys.Count < 2)
                continue;
            var inside = words.FindAll(w => w.CentreX > xs[0] && w.CentreX < xs[^1] && w.CentreY > ys[0] && w.CentreY < ys[^1]);
            if (inside.Count == 0)
                continue;
            words.RemoveAll(inside.Contains);
            tables.Add(new TableMesh(horizontal, vertical, xs, ys).Build(inside));
        }
        tables.Sort((a, b) => a.Top.CompareTo(b.Top));
        return tables;
    }

    /// <summary>Groups of lines that cross or touch one another.</summary>
    private static IEnumerable<(List<Rule> Horizontal, List<Rule> Vertical)> Meshes(PageSheet page)
    {
        var group = Enumerable.Range(0, page.Horizontal.Count + page.Vertical.Count).ToArray();
        int Root(int i)
        {
            while (group[i] != i)
                i = group[i] = group[group[i]];
            return i;
        }

        for (var h = 0; h < page.Horizontal.Count; h++)
        {
            for (var v = 0; v < page.Vertical.Count; v++)
            {
                if (page.Horizontal[h].Covers(page.Vertical[v].At, Near) && page.Vertical[v].Covers(page.Horizontal[h].At, Near))
                    group[Root(h)] = Root(page.Horizontal.Count + v);
            }
        }
        return Enumerable.Range(0, group.Length).GroupBy(Root).Select(g => (
            g.Where(i => i < page.Horizontal.Count).Select(i => page.Horizontal[i]).ToList(),
            g.Where(i => i >= page.Horizontal.Count).Select(i => page.Vertical[i - page.Horizontal.Count]).ToList()));
    }

    private static List<double> Cluster(List<Rule> rules)
    {
        var positions = new List<double>();
        foreach (var rule in rules.OrderBy(r => r.At))
        {
            if (positions.Count == 0 || rule.At - positions[^1] > Near)
                positions.Add(rule.At);
        }
        return positions;
    }
}
