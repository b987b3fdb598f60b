namespace Loa.Documents.Blocks.Pages;

/// <summary>Two columns of lines side by side without rules: the heading block, or recipients beside the signature.</summary>
internal sealed class ColumnBlock
{
    // A gap this many times the letters' height is never a space, even in a stretched line.
    private const double WideGap = 1.5;

    public required List<PageLine> Left { get; init; }
    public required List<PageLine> Right { get; init; }
    public required double Top { get; init; }

    /// <summary>Finds the blocks among the lines of a page; <paramref name="lines"/> keeps the others.</summary>
    public static List<ColumnBlock> Find(PageSheet page, List<PageLine> lines, TextArea area, bool firstPage)
    {
        var blocks = new List<ColumnBlock>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (Split(lines[i], page) is not { } gutter)
                continue;
            var (from, to) = Extend(page, lines, area, i, ref gutter, firstPage && blocks.Count == 0);
            blocks.Add(Build(lines.GetRange(from, to - from), gutter));
            lines.RemoveRange(from, to - from);
            i = from - 1;
        }
        return blocks;
    }

    /// <summary>The empty strip that divides a line in two, when it does.</summary>
    private static (double From, double To)? Split(PageLine line, PageSheet page)
    {
        for (var i = 1; i < line.Words.Count; i++)
        {
            var (before, after) = (line.Words[i - 1], line.Words[i]);
            var motto = IsMotto(line, i) && before.Right < page.Width * 0.5;
            if ((after.Left - before.Right > line.Height * WideGap || (motto && after.Left - before.Right > line.Height * 0.4))
                && before.Right < page.Width * 0.62 && after.Left > page.Width * 0.36 && line.Left < page.Width * 0.45)
                return (before.Right, after.Left);
        }
        return null;
    }

    // In a tight heading the issuer nearly touches the name of the state.
    private static bool IsMotto(PageLine line, int at) =>
        (line.Words[at].Text is "CỘNG" && at + 1 < line.Words.Count && line.Words[at + 1].Text is "HÒA" or "HOÀ") ||
        (line.Words[at].Text is "Độc" && at + 1 < line.Words.Count && line.Words[at + 1].Text is "lập");

    /// <summary>The motto's line: below a signature on the same page it opens the heading block of the plan that a decision issues.</summary>
    private static bool OpensHeading(PageLine line) => Enumerable.Range(0, line.Words.Count).Any(i => line.Words[i].Text is "CỘNG" && IsMotto(line, i));

    private static (int From, int To) Extend(PageSheet page, List<PageLine> lines, TextArea area, int at, ref (double From, double To) gutter, bool heading)
    {
        var from = at;
        var opens = !heading && OpensHeading(lines[at]);
        while (from > 0 && !opens && Belongs(page, area, lines[from - 1], ref gutter) && (heading || lines[from - 1].Left >= gutter.To - 2 || lines[from - 1].Text.StartsWith("Nơi nhận", StringComparison.Ordinal)))
            from--;
        var to = at + 1;
        while (to < lines.Count && Belongs(page, area, lines[to], ref gutter) && lines[to].Top - lines[to - 1].Bottom < 130 && (heading || !OpensHeading(lines[to])))
            to++;
        return (from, to);
    }

    /// <summary>The line leaves the gutter free; the gutter is narrowed to what remains of it.</summary>
    private static bool Belongs(PageSheet page, TextArea area, PageLine line, ref (double From, double To) gutter)
    {
        var narrowed = gutter;
        var split = Split(line, page);
        foreach (var word in line.Words)
        {
            if (word.CentreX < (gutter.From + gutter.To) / 2)
                narrowed.From = Math.Max(narrowed.From, word.Right);
            else
                narrowed.To = Math.Min(narrowed.To, word.Left);
        }
        if (narrowed.To - narrowed.From < (split == null ? 4 : 2))
            return false;
        // A centred title that happens to start right of the gutter.
        if (split == null && Math.Abs(line.Centre - ((area.Left + area.Right) / 2)) < 14)
            return false;
        gutter = narrowed;
        return true;
    }

    private static ColumnBlock Build(List<PageLine> lines, (double From, double To) gutter)
    {
        var middle = (gutter.From + gutter.To) / 2;
        var words = lines.SelectMany(l => l.Words).ToList();
        return new ColumnBlock
        {
            Left = PageLine.Group(words.Where(w => w.CentreX < middle)),
            Right = PageLine.Group(words.Where(w => w.CentreX >= middle)),
            Top = lines[0].Top,
        };
    }
}
