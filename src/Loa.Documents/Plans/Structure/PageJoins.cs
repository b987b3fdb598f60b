using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>Joins what a page cut in two: the first part has no end mark and the next starts in lower case.</summary>
internal static class PageJoins
{
    // Lines of plain text that were wrapped at a page's width.
    private const int ShortestWrapped = 55;
    private const int LongestWrapped = 130;

    /// <param name="lines">The lines in reading order.</param>
    /// <param name="wrapped">The source prints lines, not paragraphs; a blank line parts paragraphs there.</param>
    public static List<Line> Apply(List<Line> lines, bool wrapped)
    {
        var joined = new List<Line>(lines.Count);
        var printed = 0;
        foreach (var line in lines)
        {
            var before = printed;
            printed = line.Value.Length;
            if (joined.Count > 0 && joined[^1] is { Table: null } above && line.Table is null && (IsCut(above, line) || (wrapped && before is >= ShortestWrapped and <= LongestWrapped && IsWrapped(above, line))))
                joined[^1] = new Line { Text = above.Text.Append(" ", line.Text), Paragraph = above.Paragraph, Column = above.Column };
            else
                joined.Add(line);
        }

        return joined;
    }

    /// <summary>"… trước ngày" and under it, without a blank line, "10/6) và năm …".</summary>
    private static bool IsWrapped(Line above, Line line) =>
        line.Paragraph is { AfterGap: false, StartsPage: false } && line.Column == above.Column && !Casing.EndsWithMark(above.Value) && !above.IsCapitals && !line.IsCapitals
        && ListLabels.Read(line.Value) is null && !LegalBases.OpensPreamble(line.Value) && !Captions.Opens(line);

    private static bool IsCut(Line above, Line line) =>
        Casing.StartsLower(line.Value) && !Casing.EndsWithMark(above.Value) && !above.IsCapitals && ListLabels.Read(line.Value) is null
        && line.Column == above.Column;
}
