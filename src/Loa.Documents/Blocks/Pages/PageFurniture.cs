using System.Text.RegularExpressions;

namespace Loa.Documents.Blocks.Pages;

/// <summary>Recognises what belongs to the page and not to the text: page numbers, running heads, footnotes, signature stamps.</summary>
internal sealed partial class PageFurniture
{
    private const double Margin = 0.09;
    private readonly HashSet<string> _running = new(StringComparer.Ordinal);

    public PageFurniture(IReadOnlyList<(PageSheet Page, List<PageLine> Lines)> pages)
    {
        // A line that stands in the margin of most pages is a running head; two pages prove nothing.
        var repeated = pages
            .SelectMany(p => p.Lines.Where(l => InMargin(l, p.Page)).Select(l => Key(l.Text)).Distinct())
            .GroupBy(k => k).Where(g => g.Count() >= 3 && g.Count() * 2 > pages.Count);
        foreach (var group in repeated)
            _running.Add(group.Key);
    }

    public bool IsFurniture(PageLine line, PageSheet page) =>
        (InMargin(line, page) && (PageNumber().IsMatch(line.Text) || _running.Contains(Key(line.Text)))) || Stamp().IsMatch(line.Text);

    /// <summary>Top of the footnotes, below a short rule at the left margin; the page's height when there are none.</summary>
    public static double FootnotesTop(PageSheet page, double bodyHeight)
    {
        foreach (var rule in page.Horizontal)
        {
            if (rule.At < page.Height * 0.5 || rule.Length is < 90 or > 230 || rule.From > page.Width * 0.25 || page.Vertical.Exists(v => v.Covers(rule.At)))
                continue;
            var below = page.Words.FindAll(w => w.CentreY > rule.At);
            if (below.Count > 0 && below.Exists(w => char.IsAsciiDigit(w.Text[0])) && below.Average(w => w.Height) < bodyHeight * 0.92)
                return rule.At;
        }
        return page.Height;
    }

    private static bool InMargin(PageLine line, PageSheet page) =>
        line.Bottom < page.Height * Margin || line.Top > page.Height * (1 - Margin);

    private static string Key(string text) => Digits().Replace(text, "0");

    [GeneratedRegex(@"^[-–—\s]*(?:Trang|Page)?\s*\d{1,4}\s*(?:/\s*\d{1,4})?[-–—\s]*$", RegexOptions.IgnoreCase, ReadLimits.Patience)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?:Người ký|Ký bởi|Thời gian ký|Ngày ký|Signed by|Signature Not Verified|Email\s*:\s*\S+@)", RegexOptions.IgnoreCase, ReadLimits.Patience)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"\d+", RegexOptions.None, ReadLimits.Patience)]
    private static partial Regex Digits();
}
