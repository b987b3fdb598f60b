namespace Loa.Documents.Blocks.Pages;

/// <summary>A word on a page, in points from the top left.</summary>
internal readonly record struct PageWord(double Left, double Top, double Right, double Bottom, string Text)
{
    public double Width => Right - Left;
    public double Height => Bottom - Top;
    public double CentreX => (Left + Right) / 2;
    public double CentreY => (Top + Bottom) / 2;
}

/// <summary>A drawn line: horizontal at <paramref name="At"/> from x to x, or vertical at <paramref name="At"/> from y to y.</summary>
internal readonly record struct Rule(double At, double From, double To)
{
    public double Length => To - From;

    public bool Covers(double position, double tolerance = 1) => From - tolerance <= position && position <= To + tolerance;
}

/// <summary>What stands on one page, whoever found it: words and drawn lines.</summary>
internal sealed class PageSheet
{
    public required double Width { get; init; }
    public required double Height { get; init; }
    public List<PageWord> Words { get; init; } = [];
    public List<Rule> Horizontal { get; set; } = [];
    public List<Rule> Vertical { get; set; } = [];
}

/// <summary>Words on one base line, from left to right.</summary>
internal sealed class PageLine(List<PageWord> words)
{
    public List<PageWord> Words => words;
    public double Left { get; } = words.Min(w => w.Left);
    public double Right { get; } = words.Max(w => w.Right);
    public double Top { get; } = words.Min(w => w.Top);
    public double Bottom { get; } = words.Max(w => w.Bottom);
    public double Height { get; } = words.Max(w => w.Height);
    public double Centre => (Left + Right) / 2;
    public double Width => Right - Left;
    public string Text { get; } = string.Join(' ', words.Select(w => w.Text));

    /// <summary>Groups words that share a base line.</summary>
    public static List<PageLine> Group(IEnumerable<PageWord> words)
    {
        var lines = new List<PageLine>();
        var current = new List<PageWord>();
        double top = 0, bottom = 0;
        foreach (var word in words.OrderBy(w => w.CentreY))
        {
            var overlap = Math.Min(bottom, word.Bottom) - Math.Max(top, word.Top);
            if (current.Count > 0 && overlap < 0.5 * Math.Min(bottom - top, word.Height))
            {
                lines.Add(Ordered(current));
                current = [];
            }
            if (current.Count == 0)
                (top, bottom) = (word.Top, word.Bottom);
            current.Add(word);
        }
        if (current.Count > 0)
            lines.Add(Ordered(current));
        return lines;
    }

    private static PageLine Ordered(List<PageWord> words)
    {
        words.Sort((a, b) => a.Left.CompareTo(b.Left));
        return new PageLine(words);
    }
}
