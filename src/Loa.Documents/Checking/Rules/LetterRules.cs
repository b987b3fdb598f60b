using Loa.Documents.Checking.Layout;

namespace Loa.Documents.Checking.Rules;

/// <summary>Font and colour of every letter.</summary>
internal static class LetterRules
{
    private const string Font = "Times New Roman";

    public static void Check(LaidDocument document, Findings findings)
    {
        var furniture = document.Sections.SelectMany(s => (IEnumerable<LaidParagraph>)[.. s.Header ?? [], .. s.FirstHeader ?? [], .. s.Footer ?? []]).Distinct();
        foreach (var paragraph in document.Paragraphs.Concat(furniture))
        {
            foreach (var font in Distinct(paragraph, r => r.Look.Font ?? "Times New Roman"))
            {
                if (!font.Equals(Font, StringComparison.OrdinalIgnoreCase))
                    findings.Add(FormatElement.Letters, FormatProperty.Font, font.Length == 0 ? new Phrase("của chủ đề", "of the theme") : Short(font), Font, paragraph);
            }

            foreach (var colour in Distinct(paragraph, r => r.Look.Colour ?? "auto"))
            {
                if (!colour.Equals("auto", StringComparison.OrdinalIgnoreCase) && colour != "000000")
                    findings.Add(FormatElement.Letters, FormatProperty.Colour, Short(colour), new("màu đen", "black"), paragraph);
            }
        }
    }

    private static List<string> Distinct(LaidParagraph paragraph, Func<LaidRun, string> of)
    {
        string? last = null;
        var seen = new List<string>();
        foreach (var run in paragraph.Letters())
        {
            var value = of(run);
            if (value == last || seen.Contains(value))
                continue;
            seen.Add(last = value);
        }

        return seen;
    }

    // The value is the file's own: it may be of any length.
    private static string Short(string value) => value.Length > 40 ? value[..40] + "…" : value;
}
