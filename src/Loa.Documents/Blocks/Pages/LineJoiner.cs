using System.Text.RegularExpressions;

namespace Loa.Documents.Blocks.Pages;

/// <summary>The text area of pages of one size, learned from their lines.</summary>
/// <param name="Left">Left margin, points.</param>
/// <param name="Right">Right margin, points.</param>
/// <param name="Indent">Where first lines start, points.</param>
/// <param name="Pitch">From one line of a paragraph to the next, points.</param>
/// <param name="Gap">A pitch beyond this parts two paragraphs, points.</param>
internal sealed record TextArea(double Left, double Right, double Indent, double Pitch, double Gap)
{
    private const double CommonShare = 0.2;

    /// <param name="lines">The lines of the pages.</param>
    /// <param name="pageWidth">Points.</param>
    /// <param name="exact">Positions come from the file, not from an image: the few points between paragraphs can be trusted.</param>
    public static TextArea Learn(IReadOnlyCollection<PageLine> lines, double pageWidth, bool exact)
    {
        var full = lines.Where(l => l.Width > pageWidth * 0.5).ToList();
        if (full.Count < 3)
            full = [.. lines];
        if (full.Count == 0)
            return new(0, pageWidth, 0, 20, 37);
        var left = Mode(full.Select(l => l.Left));
        var right = full.Select(l => l.Right).Order().ElementAt(Math.Min(full.Count - 1, (int)(full.Count * 0.9)));
        var indents = full.Where(l => l.Left > left + 8 && l.Left < left + 80).Select(l => l.Left).ToList();
        var pitches = lines.Zip(lines.Skip(1), (a, b) => b.Bottom - a.Bottom).Where(p => p is > 5 and < 60).Order().ToList();
        var pitch = pitches.Count == 0 ? 20 : exact ? Closest(pitches) : pitches[pitches.Count / 2];

        // Decree 30 asks for at least 6 points between paragraphs; half of it is enough to tell.
        return new(left, right, indents.Count == 0 ? left : Mode(indents), pitch, exact ? pitch + Math.Max(3, pitch * 0.18) : (pitch * 1.75) + 2);
    }

    /// <summary>The smallest pitch that is common: that of lines within a paragraph, where there are any.</summary>
    private static double Closest(List<double> pitches)
    {
        var groups = pitches.GroupBy(p => Math.Round(p)).OrderBy(g => g.Key).ToList();
        return (groups.Find(g => g.Count() >= pitches.Count * CommonShare) ?? groups.MaxBy(g => g.Count())!).Average();
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
        if (samePage && line.Bottom - above.Bottom > area.Gap)
            return false;
        if (StartsPreamble(above.Text, line.Text))
            return false;
        if (IsCentred(above, area) || IsCentred(line, area))
            return IsCentred(above, area) && IsCentred(line, area) && !StartsPart(above.Text, line.Text) && above.Width + Space(line) + line.Words[0].Width > (area.Right - area.Left) * 0.88;
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
    public static bool ContinuesInCell(PageLine above, PageLine line, double width, bool listed = false)
    {
        // A cell that opens with a dash is a list, and a dash starts an item; the other half of a broadcaster's name is none.
        if (listed && Bullet().IsMatch(line.Text) && !Broadcaster().IsMatch(line.Text))
            return false;

        if (Bullet().IsMatch(line.Text))
        {
            // A dash that did not fit behind "Đài Phát thanh" is part of the name; one that would have fitted starts an item.
            return !EndsSentence(above.Text) && line.Words[0].Text.Length == 1 && above.Width + Space(line) + line.Words[0].Width > width - 11.5;
        }
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
            text.Append(inWord || CutsYear(text.ToString(), lines[i].Text) || CutsWord(lines[i - 1], text.ToString(), lines[i]) ? "" : " ").Append(lines[i].Text);
        }
        return text.ToString();
    }

    /// <summary>"Thườn" and "g", "th" and "áng" under it: a cell too narrow for a word; every Vietnamese syllable has a vowel.</summary>
    private static bool CutsWord(PageLine above, string text, PageLine line)
    {
        var first = line.Words[0].Text.AsSpan().TrimEnd(",;.)");
        if (above.Words.Count > 2 || first.IsEmpty || !char.IsLower(first[0]) || !char.IsLower(text[^1]))
            return false;
        var last = text.AsSpan(text.AsSpan().LastIndexOfAny(' ', '/', '-') + 1);
        return LacksVowel(first) || LacksVowel(last);
    }

    private static bool LacksVowel(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!"bcdđghklmnpqrstvx".Contains(c))
                return false;
        }

        return word.Length > 0;
    }

    /// <summary>"30/11/20" and "26" under it: a cell too narrow for the year.</summary>
    private static bool CutsYear(string above, string line)
    {
        var slash = above.LastIndexOf('/');
        var figures = above.Length - slash - 1;
        return slash > 0 && figures is > 0 and < 4 && line.Length >= 4 - figures && above.AsSpan(slash + 1).IndexOfAnyExceptInRange('0', '9') < 0
            && line.AsSpan(0, 4 - figures).IndexOfAnyExceptInRange('0', '9') < 0 && (line.Length == 4 - figures || !char.IsLetterOrDigit(line[4 - figures]))
            && int.Parse(string.Concat(above.AsSpan(slash + 1), line.AsSpan(0, 4 - figures)), System.Globalization.CultureInfo.InvariantCulture) is > 1989 and < 2100;
    }

    public static bool IsCentred(PageLine line, TextArea area)
    {
        var (left, right) = (line.Left - area.Left, area.Right - line.Right);
        return left > 12 && right > 12 && Math.Abs(left - right) < 10 && !(Math.Abs(line.Left - area.Indent) < 3 && Marker().IsMatch(line.Text));
    }

    /// <summary>Under a centred title in small letters, capitals name the signing office.</summary>
    private static bool StartsPart(string above, string line) => above.Any(char.IsLower) && !line.Any(char.IsLower);

    /// <summary>With a capital in the middle of no sentence, "Căn cứ" opens the preamble under the title or another basis.</summary>
    private static bool StartsPreamble(string above, string line) => above[^1] != '.' && Preamble().IsMatch(line);

    // The next word would not have fitted on the line above, so that line was broken by the margin.
    private static bool Full(PageLine above, PageLine line, double right) => above.Right + Space(line) + line.Words[0].Width > right - 1;

    private static double Space(PageLine line) => line.Height * 0.2;

    private static bool StartsSmall(string text) => char.IsLower(text[0]) && !Marker().IsMatch(text);

    private static bool EndsSentence(string text) => text[^1] is '.' or ';' or ':' or '!' or '?' or '/';

    [GeneratedRegex(@"^(?:[-–+•*]\s?\S|(?:[IVXLC]{1,5}|\d{1,2}|[a-zđ]{1,2})(?:\.\d{1,2})*[.)]\s|(?:Điều|Chương|Phần|Mục|Phụ lục)\s)", RegexOptions.ExplicitCapture, ReadLimits.Patience)]
    private static partial Regex Marker();

    [GeneratedRegex(@"^(?:Căn cứ|Thực hiện|Theo đề nghị|Xét đề nghị)\s", RegexOptions.ExplicitCapture, ReadLimits.Patience)]
    private static partial Regex Preamble();

    [GeneratedRegex(@"^[-–]\s?(?:Truyền hình|TH\b)", RegexOptions.ExplicitCapture, ReadLimits.Patience)]
    private static partial Regex Broadcaster();

    public static bool StartsItem(PageLine line) => Bullet().IsMatch(line.Text);

    // A row of dashes is a drawn rule, not an item.
    [GeneratedRegex(@"^[-–+•]\s?[^\s\-–]", RegexOptions.None, ReadLimits.Patience)]
    private static partial Regex Bullet();
}
