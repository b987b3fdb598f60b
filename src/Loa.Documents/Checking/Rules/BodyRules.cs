using Loa.Documents.Checking.Layout;

namespace Loa.Documents.Checking.Rules;

/// <summary>Element 6: bases, titles and text.</summary>
internal static class BodyRules
{
    /// <summary>Height of a single line of Times New Roman by its size.</summary>
    private const double SingleLine = 1.15;
    private const int DefaultTab = 720;
    private static readonly double[] Indents = [10, 12.7];
    private static readonly LookRule BasisLook = new(FormatElement.LegalBasis, 13, 14) { Italic = true };
    private static readonly LookRule TextLook = new(FormatElement.Text, 13, 14);
    private static readonly LookRule SectionLook = new(FormatElement.Section, 13, 14) { Bold = true };
    private static readonly LookRule WordLook = SectionLook with { Centred = true, Italic = false };

    public static void Check(DocumentElements elements, Findings findings)
    {
        BasisLook.Check(elements.Bases, findings);
        for (var i = 0; i < elements.Bases.Count; i++)
            EndMark(elements.Bases[i], i + 1 == elements.Bases.Count ? '.' : ';', FormatElement.LegalBasis, findings);
        foreach (var (paragraph, form) in elements.Sections)
        {
            (form == LabelForm.Roman ? SectionLook : WordLook).Check(paragraph, findings);
            if (form == LabelForm.WordTitle && !paragraph.IsCapitals())
                findings.Add(FormatElement.Section, FormatProperty.Capitals, new("in thường", "lower case"), new("chữ in hoa", "capitals"), paragraph);
            if (form == LabelForm.Roman)
                Setting(paragraph, FormatElement.Section, findings);
        }

        if (elements.Text.Count == 0)
            findings.Missing(FormatElement.Text);
        TextLook.Check(elements.Text, findings);
        foreach (var (paragraph, element) in elements.Text.Select(p => (p, FormatElement.Text)).Concat(elements.Bases.Select(p => (p, FormatElement.LegalBasis))))
        {
            if (paragraph.Look.Justify is not ("both" or "distribute"))
                findings.Add(element, FormatProperty.Alignment, LookRule.Alignment(paragraph.Look.Justify), new("đều cả hai lề", "justified"), paragraph);
            Setting(paragraph, element, findings);
        }

        Spacing(elements, findings);
    }

    public static void EndMark(LaidParagraph paragraph, char wanted, FormatElement element, Findings findings)
    {
        var last = paragraph.Text.TrimEnd() is [.., var mark] ? mark : ' ';
        if (last != wanted)
            findings.Add(element, FormatProperty.EndMark, char.IsLetterOrDigit(last) || last == ')' ? new Phrase("không có", "missing") : $"“{last}”", $"“{wanted}”", paragraph);
    }

    private static void Setting(LaidParagraph paragraph, FormatElement element, Findings findings)
    {
        LineSpacing(paragraph, element, findings);

        // A list's own numbering moves the line in a way only the program that lays it out knows.
        if (paragraph.Look.ListId is not (null or 0))
            return;
        var twentieths = (paragraph.Look.Left ?? 0) + (paragraph.Look.FirstLine ?? 0);
        if (paragraph.Text.StartsWith('\t'))
            twentieths = ((twentieths / DefaultTab) + 1) * DefaultTab;
        var indent = Measure.Millimetres(twentieths);
        if (!Array.Exists(Indents, i => Math.Abs(i - indent) <= Measure.Tolerance))
            findings.Add(element, FormatProperty.FirstLineIndent, Measure.Figure(indent, " mm"), new("10 hoặc 12,7 mm", "10 or 12.7 mm"), paragraph);
    }

    private static void LineSpacing(LaidParagraph paragraph, FormatElement element, Findings findings)
    {
        var line = paragraph.Look.Line ?? 240;
        var size = paragraph.Letters().Select(r => r.Size()).DefaultIfEmpty(14).Max();

        // An exact height is judged by the letters it holds; up to a tenth below single spacing still holds them whole.
        var lines = paragraph.Look.LineRule is "exact" or "atLeast" ? line / 20.0 / (size * SingleLine) : line / 240.0;
        if (paragraph.Look.LineRule == "atLeast" && lines < 1)
            lines = 1;
        if (lines is < 0.9 or > 1.51)
            findings.Add(element, FormatProperty.LineSpacing, Measure.Figure(Math.Round(lines, 2), " dòng") with { En = Measure.Figure(Math.Round(lines, 2), " lines").En }, new("từ 1 đến 1,5 dòng", "1 to 1.5 lines"), paragraph);
    }

    /// <summary>At least 6 points between two paragraphs; a label and its title belong together.</summary>
    private static void Spacing(DocumentElements elements, Findings findings)
    {
        var labels = elements.Sections.Where(s => s.Form is LabelForm.Word or LabelForm.WordTitle).Select(s => s.Paragraph).ToHashSet();
        for (var i = 1; i < elements.Flow.Count; i++)
        {
            var (above, below) = (elements.Flow[i - 1], elements.Flow[i]);
            if (below.Index != above.Index + 1 || labels.Contains(above) || labels.Contains(below))
                continue;
            var together = above.StyleId == below.StyleId;
            var space = ((together && above.Look.Contextual == true ? 0 : above.Look.After ?? 0) + (together && below.Look.Contextual == true ? 0 : below.Look.Before ?? 0)) / 20.0;
            if (space < 6)
                findings.Add(FormatElement.Text, FormatProperty.ParagraphSpacing, Measure.Figure(space, " pt"), new("tối thiểu 6 pt", "at least 6 pt"), above);
        }
    }
}
