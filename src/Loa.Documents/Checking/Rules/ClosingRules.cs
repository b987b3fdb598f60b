using Loa.Documents.Checking.Layout;

namespace Loa.Documents.Checking.Rules;

/// <summary>Elements 7 and 9b: signature and recipients.</summary>
internal static class ClosingRules
{
    private static readonly string[] AcademicTitles = ["GS.", "PGS.", "TS.", "ThS.", "Ths.", "BS.", "KS."];
    private static readonly LookRule AuthorityLook = new(FormatElement.Authority, 13, 14) { Bold = true, Italic = false, Capitals = true, Centred = true };
    private static readonly LookRule NameLook = new(FormatElement.SignerName, 13, 14) { Bold = true, Italic = false, Capitals = false, Centred = true };
    private static readonly LookRule TitleLook = new(FormatElement.RecipientsTitle, 12, 12) { Bold = true, Italic = true };
    private static readonly LookRule ListLook = new(FormatElement.Recipients, 11, 11) { Bold = false, Italic = false };

    public static void Check(DocumentElements elements, Findings findings)
    {
        Signature(elements, findings);
        if (elements.RecipientsTitle is not { } title)
        {
            findings.Missing(FormatElement.RecipientsTitle);
            return;
        }

        TitleLook.Check(title, findings);
        if (title.Look.Justify is "center" or "right" or "end")
            findings.Add(FormatElement.RecipientsTitle, FormatProperty.Alignment, LookRule.Alignment(title.Look.Justify), new("sát lề trái", "flush left"), title);
        if (elements.Recipients.Count == 0)
        {
            findings.Missing(FormatElement.Recipients);
            return;
        }

        ListLook.Check(elements.Recipients, findings);
        foreach (var recipient in elements.Recipients)
        {
            BodyRules.EndMark(recipient, recipient == elements.Recipients[^1] ? '.' : ';', FormatElement.Recipients, findings);
            if (recipient.Look.ListId is null or 0 && !recipient.Folded.StartsWith('-'))
                findings.Add(FormatElement.Recipients, FormatProperty.Wording, new("không có gạch đầu dòng", "no dash"), new("mỗi dòng bắt đầu bằng “-”", "“-” before each line"), recipient);
        }

        if (!elements.Recipients[^1].Folded.TrimStart('-', ' ').StartsWith("luu", StringComparison.Ordinal))
            findings.Add(FormatElement.Recipients, FormatProperty.Wording, new("dòng cuối không phải “Lưu:”", "the last line is not “Lưu:”"), new("dòng cuối “- Lưu: VT, …”", "“- Lưu: VT, …” as the last line"), elements.Recipients[^1]);
    }

    private static void Signature(DocumentElements elements, Findings findings)
    {
        if (elements.Authority.Count == 0)
        {
            findings.Missing(FormatElement.Authority);
            return;
        }

        AuthorityLook.Check(elements.Authority, findings);
        if (elements.Authority[0].Cell is not { Column: > 0 })
            findings.Add(FormatElement.Authority, FormatProperty.Position, new("không ở khối bên phải", "not in the right block"), new("khối bên phải", "right block"), elements.Authority[0]);
        if (elements.SignerName is not { } name)
            return;
        NameLook.Check(name, findings);
        if (Array.Exists(AcademicTitles, t => name.Text.TrimStart().StartsWith(t, StringComparison.Ordinal)))
            findings.Add(FormatElement.SignerName, FormatProperty.Wording, new("có học hàm, học vị", "an academic title"), new("không ghi học hàm, học vị", "no academic titles"), name);
    }
}
