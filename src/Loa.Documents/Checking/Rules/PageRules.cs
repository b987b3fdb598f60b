using Loa.Documents.Checking.Layout;

namespace Loa.Documents.Checking.Rules;

/// <summary>Paper, margins and page number.</summary>
internal static class PageRules
{
    private const double Short = 210;
    private const double Long = 297;
    private static readonly LookRule NumberLook = new(FormatElement.PageNumber, 13, 14) { Bold = false, Italic = false, Centred = true };

    public static void Check(LaidDocument document, DocumentElements elements, Findings findings)
    {
        foreach (var section in document.Sections)
            Paper(section, findings);
        Number(document.Sections[0], findings);
        foreach (var annex in elements.Annexes)
            OwnNumbers(document, annex.Label, findings);
    }

    private static void Paper(LaidSection section, Findings findings)
    {
        var (width, height) = (Measure.Millimetres(section.Width), Measure.Millimetres(section.Height));
        if (Math.Abs(Math.Min(width, height) - Short) > 1 || Math.Abs(Math.Max(width, height) - Long) > 1)
        {
            var (w, h) = (Measure.Figure(Math.Round(width)), Measure.Figure(Math.Round(height)));
            findings.Add(FormatElement.Page, FormatProperty.PaperSize, new($"{w.Vi} × {h.Vi} mm", $"{w.En} × {h.En} mm"), new("A4 (210 × 297 mm)", "A4 (210 × 297 mm)"));
        }

        // Programs turn the margins with the page, so only the least of them binds a landscape section.
        Margin(FormatProperty.TopMargin, section.Top, section.IsLandscape ? (15, 35) : (20, 25), findings);
        Margin(FormatProperty.BottomMargin, section.Bottom, section.IsLandscape ? (15, 35) : (20, 25), findings);
        Margin(FormatProperty.LeftMargin, section.Left, section.IsLandscape ? (15, 35) : (30, 35), findings);
        Margin(FormatProperty.RightMargin, section.Right, section.IsLandscape ? (15, 35) : (15, 20), findings);
    }

    private static void Margin(FormatProperty side, int twentieths, (double Least, double Most) wanted, Findings findings)
    {
        var margin = Measure.Millimetres(twentieths);
        if (margin < wanted.Least - Measure.Tolerance || margin > wanted.Most + Measure.Tolerance)
            findings.Add(FormatElement.Page, side, Measure.Figure(margin, " mm"), Measure.Range(wanted.Least, wanted.Most, " mm"));
    }

    private static void Number(LaidSection section, Findings findings)
    {
        var number = section.Header?.FirstOrDefault(p => p.HasPageNumber);
        if (number is null)
        {
            if (section.Footer?.Any(p => p.HasPageNumber) == true)
                findings.Add(FormatElement.PageNumber, FormatProperty.Position, new("ở lề dưới", "in the bottom margin"), new("canh giữa trong lề trên", "centred in the top margin"));
            else
                findings.Missing(FormatElement.PageNumber);
            return;
        }

        NumberLook.Check(number, findings);
        if (!section.TitlePage || section.FirstHeader?.Any(p => p.HasPageNumber) == true)
            findings.Add(FormatElement.PageNumber, FormatProperty.HiddenOnFirstPage, new("có in số trang", "shows the number"), new("không hiển thị số trang thứ nhất", "the number of page 1 hidden"));
    }

    private static void OwnNumbers(LaidDocument document, LaidParagraph label, Findings findings)
    {
        var startsSection = label.Section > 0 && document.Paragraphs.First(p => p.Section == label.Section && !p.IsBlank) == label;
        if (!startsSection || document.SectionOf(label).FirstNumber != 1)
            findings.Add(FormatElement.PageNumber, FormatProperty.OwnPageNumbers, new("tiếp theo trang trước phụ lục", "goes on from the page before the annex"), new("đánh số riêng từ 1 theo từng phụ lục", "each annex numbered on its own from 1"), label);
    }
}
