using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>Joins what a page cut in two: the first part has no end mark and the next starts in lower case.</summary>
internal static class PageJoins
{
    public static List<Line> Apply(List<Line> lines)
    {
        var joined = new List<Line>(lines.Count);
        foreach (var line in lines)
        {
            if (joined.Count > 0 && joined[^1] is { Table: null } above && line.Table is null && IsCut(above, line))
                joined[^1] = new Line { Text = above.Text.Append(" ", line.Text), Paragraph = above.Paragraph, Column = above.Column };
            else
                joined.Add(line);
        }

        return joined;
    }

    private static bool IsCut(Line above, Line line) =>
        Casing.StartsLower(line.Value) && !Casing.EndsWithMark(above.Value) && !above.IsCapitals && ListLabels.Read(line.Value) is null
        && line.Column == above.Column;
}
