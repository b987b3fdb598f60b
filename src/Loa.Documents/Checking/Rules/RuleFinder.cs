using Loa.Documents.Checking.Layout;
using Loa.Documents.Writing.Parts;

namespace Loa.Documents.Checking.Rules;

/// <summary>Finds the rule under a line: a border of the line or of the blank paragraph below, or a drawn line.</summary>
internal static class RuleFinder
{
    /// <param name="document">Where the line stands.</param>
    /// <param name="line">The line the rule belongs to.</param>
    /// <param name="element">For the finding.</param>
    /// <param name="share">Wanted length as a share of the line's own.</param>
    /// <param name="wanted">The same in words.</param>
    /// <param name="findings">Takes what deviates.</param>
    public static void Check(LaidDocument document, LaidParagraph? line, FormatElement element, (double Least, double Most) share, Phrase wanted, Findings findings)
    {
        if (line is null)
            return;
        if (Length(document, line) is not { } length)
        {
            findings.Add(element, FormatProperty.Rule, new("không có", "missing"), new("có đường kẻ nét liền phía dưới", "a solid rule below"), line);
            return;
        }

        var size = line.Letters().Select(r => r.Size()).DefaultIfEmpty(13).Max();
        var own = Math.Min(TextWidth.Bold(line.Text.Trim(), size), document.ColumnOf(line));
        if (double.IsNaN(length) || own <= 0)
            return;
        if (length / own is var measured && (measured < share.Least || measured > share.Most))
            findings.Add(element, FormatProperty.RuleLength, Measure.Figure(Math.Round(100 * measured), "% độ dài dòng chữ") with { En = Measure.Figure(Math.Round(100 * measured), "% of the line").En }, wanted, line);
    }

    private static double? Length(LaidDocument document, LaidParagraph line)
    {
        if (line.Look.BottomBorder == true)
            return Border(document, line);
        if (line.DrawnLine is { } drawn)
            return drawn;
        for (var i = line.Index + 1; i < document.Paragraphs.Count && i <= line.Index + 3; i++)
        {
            var next = document.Paragraphs[i];
            if (next.Cell != line.Cell)
                break;
            if (next.DrawnLine is { } below)
                return below;
            if (next.Look.TopBorder == true || (next.IsBlank && next.Look.BottomBorder == true))
                return Border(document, next);
            if (!next.IsBlank)
                break;
        }

        return null;
    }

    private static double Border(LaidDocument document, LaidParagraph paragraph) =>
        document.ColumnOf(paragraph) - ((paragraph.Look.Left ?? 0) / 20.0) - ((paragraph.Look.Right ?? 0) / 20.0);
}
