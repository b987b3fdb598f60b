using System.Text.RegularExpressions;

namespace Loa.Documents.Blocks.Pages;

/// <summary>The text area of pages of one size, learned from their lines.</summary>
internal sealed record TextArea(double Left, double Right, double Indent, double Pitch)
{
    public static TextArea Learn(IReadOnlyCollection<PageLine> lines, double pageWidth)
    {
        var full = lines.Where(l => l.Width > pageWidth * 0.5).ToList();
        if (full.Count < 3)
            full = [.. lines];
        if (full.Count == 0)
            return new(0, pageWidth, 0, 20);
        var left = Mode(full.Select(l => l.Left));
        var right = full.Select(l => l.Right).Order().ElementAt(Math.Min(full.Count - 1, (int)(full.Count * 0.9)));
        var indents = full.Where(l => l.Left > left + 8 && l.Left < left + 80).Select(l => l.Left).ToList();
        var pitches = lines.Zip(lines.Skip(1), (a, b) => b.Bottom - a.Bottom).Where(p => p is > 5 and < 60).Order().ToList();
        return new(left, right, indents.Count == 0 ? left : Mode(indents), pitches.Count == 0 ? 20 : pitches[pitches.Count / 2]);
    }

    private static double Mode(IEnumerable<double> values) =>
        values.GroupBy(v => Math.Round(v / 3)).OrderByDescending(g => g.Count()).First().Average();
}

/// <summary>Decides whether a line goes on with the paragraph above it.</summary>
internal static partial class LineJoiner
{
    /// <summary>In the body, where the area is known.</summary>
    public static bool Continues(PageLine above, PageLine line, TextArea area, bool samePage)
    {
        if (samePage && line.Bottom - above.Bottom > area.Pitch * 1.75 + 2)
            return false;
        if (IsCentred(above, area) || IsCentred(line, area))
            return IsCentred(above, area) && IsCentred(line, area) && above.Width + Space(line) + line.Words[0].Width > (area.Right - area.Left) * 0.88;
        if (Marker().IsMatch(line.Text) && EndsSentence(above.Text))
            return false;
        var small = StartsSmall(line.Text);
        if (line.Left > area.Left + 6)
        {
            // Indented like a first line, it begins a paragraph; at another indent it may hang under the line above.
            var first = Math.Abs(line.Left - area.Indent) < 4;
            return !first ? Full(above, line, area.Right) && (small || Math.Abs(line.Left - above.Left) < 4) : small && !EndsSentence(above.Text) && Full(above, line, area.Right);
        }
        return Full(above, line, area.Right) || (small && !EndsSentence(above.Text));
    }

    /// <summary>In a table cell, where only the cell's width is known.</summary>
    public static bool ContinuesInCell(PageLine above, PageLine line, double width)
    {
        if (Bullet().IsMatch(line.Text))
            return false;
        if (StartsSmall(line.Text) && !above.Text.EndsWith(';'))
            return true;
        return above.Width + Space(line) + line.Words[0].Width > width - 11.5;
    }

    /// <summary>In one of two columns: recipients go on under their dash, everything else stands line by line.</summary>
    public static bool ContinuesInColumn(PageLine above, PageLine line) =>
        (above.Text.StartsWith("CỘNG HÒA", StringComparison.Ordinal) && line.Text is "NAM" or "VIỆT NAM")
        || (!Bullet().IsMatch(line.Text) && !EndsSentence(above.Text) && (Bullet().IsMatch(above.Text) || StartsSmall(line.Text)) && Math.Abs(line.Height - above.Height) < 1.5 && line.Top - above.Bottom < line.Height);

    /// <summary>The lines as one text: a line that breaks after a hyphen or slash inside a word ("TT-|VPCP") goes on without a space.</summary>
    public static string Join(IReadOnlyList<PageLine> lines)
    {
        var text = new System.Text.StringBuilder(lines[0].Text);
        for (var i = 1; i < lines.Count; i++)
        {
            var inWord = text.Length > 1 && text[^1] is ('-' or '/') && char.IsLetterOrDigit(text[^2]) && char.IsLetterOrDigit(lines[i].Text[0]);
            text.Append(inWord ? "" : " ").Append(lines[i].Text);
        }
        return text.ToString();
    }

    public static bool IsCentred(PageLine line, TextArea area)
    {
        var (left, right) = (line.Left - area.Left, area.Right - line.Right);
        return left > 12 && right > 12 && Math.Abs(left - right) < 10 && !(Math.Abs(line.Left - area.Indent) < 3 && Marker().IsMatch(line.Text));
    }

    // The next word would not have fitted on the line above, so that line was broken by the margin.
    private static bool Full(PageLine above, PageLine line, double right) => above.Right + Space(line) + line.Words[0].Width > right - 1;

    private static double Space(PageLine line) => line.Height * 0.2;

    private static bool StartsSmall(string text) => char.IsLower(text[0]) && !Marker().IsMatch(text);

    private static bool EndsSentence(string text) => text[^1] is '.' or ';' or ':' or '!' or '?' or '/';

    [GeneratedRegex(@"^(?:[-–+•*]\s?\S|(?:[IVXLC]{1,5}|\d{1,2}|[a-zđ]{1,2})(?:\.\d{1,2})*[.)]\s|(?:Điều|Chương|Phần|Mục|Phụ lục)\s)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex(@"^[-–+•]\s?\S", RegexOptions.None, 1000)]
    private static partial Regex Bullet();
}
