using System.Text.RegularExpressions;

namespace Loa.Documents.Checking.Rules;

/// <summary>Part III.1: label, title and reference line of each annex.</summary>
internal static partial class AnnexRules
{
    private static readonly LookRule LabelLook = new(FormatElement.AnnexLabel, 14, 14) { Bold = true, Italic = false, Capitals = false, Centred = true };
    private static readonly LookRule TitleLook = new(FormatElement.AnnexTitle, 13, 14) { Bold = true, Italic = false, Capitals = true, Centred = true };
    private static readonly LookRule ReferenceLook = new(FormatElement.AnnexReference, 13, 14) { Bold = false, Italic = true, Centred = true };

    public static void Check(DocumentElements elements, Findings findings)
    {
        foreach (var annex in elements.Annexes)
        {
            LabelLook.Check(annex.Label, findings);
            if (elements.Annexes.Count > 1 && !Numbered().IsMatch(annex.Label.Folded))
                findings.Add(FormatElement.AnnexLabel, FormatProperty.Wording, $"“{annex.Label.Text.Trim()}”", new("đánh số La Mã khi có từ hai phụ lục", "a Roman numeral where there are two annexes or more"), annex.Label);
            if (annex.Title.Count == 0)
                findings.Missing(FormatElement.AnnexTitle);
            TitleLook.Check(annex.Title, findings);
            if (annex.Reference is null)
                findings.Missing(FormatElement.AnnexReference);
            ReferenceLook.Check(annex.Reference, findings);
        }
    }

    [GeneratedRegex(@"^phu luc [ivxlc]+[.:]?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();
}
