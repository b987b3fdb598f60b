using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>Recognises the first line of an annex or of a document behind the signature.</summary>
internal static class AnnexStarts
{
    private const int CaptionReach = 9;

    // Of shorter lines only a kind of document ("ĐỀ ÁN") is a title.
    private const int ShortestTitle = 8;

    /// <param name="lines">All lines.</param>
    /// <param name="at">The line in question.</param>
    /// <param name="outside">Not inside running text: an unmarked title in capitals counts too.</param>
    public static Line? Find(List<Line> lines, int at, bool outside)
    {
        var line = lines[at];
        if (line.Table is not null)
            return null;
        if (IsAnnexLabel(line))
            return line;
        if (line.IsCapitals && line.Value.Length < ShortestTitle)
            return DocumentKinds.Read(line) is not null && HasCaption(lines, at) ? line : null;
        if (!line.IsCapitals || SignerTitles.OpensSignature(line.Value) || ListLabels.Read(line.Value) is { Kind: not LabelKind.Annex })
            return null;
        if (HasCaption(lines, at))
            return line;
        if (line.Opening.StartsWith("de cuong", StringComparison.Ordinal))
            return line;
        return outside && Opens(line.Opening) && (lines[at].Paragraph is { Centered: true } or { StartsPage: true } or { Bold: true } || Casing.CountWords(line.Value) >= 3) ? line : null;
    }

    /// <summary>A document of its own kind behind a decision: "KẾ HOẠCH" and, near, its caption or its first section.</summary>
    public static (int Index, string Kind, int Length)? FindDocument(List<Line> lines, int at)
    {
        for (var i = at; i < lines.Count && i < at + 8; i++)
        {
            if (lines[i].Table is not null)
                return null;
            if (DocumentKinds.Read(lines[i]) is { } kind && kind.Kind is not ("Quyết định" or "Công văn"))
                return (i, kind.Kind, kind.Length);
            if (DocumentParts.StartsSection(lines[i]))
                return null;
        }

        return null;
    }

    public static bool IsAnnexLabel(Line line)
    {
        var folded = line.Opening;
        if (!folded.StartsWith("phu luc", StringComparison.Ordinal) && !folded.StartsWith("bieu so", StringComparison.Ordinal) && !folded.StartsWith("mau so", StringComparison.Ordinal))
            return false;

        // "Phụ lục kèm theo Kế hoạch này quy định…" in the text is no label.
        return line.IsCapitals || folded.Length <= 14 || (line.Value.Length < 60 && char.IsUpper(line.Value[0]) && !Casing.EndsWithMark(line.Value) && line.Paragraph is { Centered: true } or { StartsPage: true } or { Bold: true })
            || (folded.Length <= 24 && ListLabels.Read(line.Value) is { Kind: LabelKind.Annex, Number.Length: > 0 });
    }

    /// <summary>A further line of the annex's title: capitals, bold or centred, above the caption or the first content.</summary>
    public static bool IsTitleLine(Line line, AnnexPart annex)
    {
        if (line.Value.Length > 300 || ListLabels.Read(line.Value) is { Kind: not LabelKind.Annex })
            return false;
        if (annex.Captions.Count > 0 && !line.IsCapitals)
            return false;
        return line.IsCapitals || line.Paragraph is { Centered: true } or { Bold: true } || (annex.Captions.Count == 0 && !Casing.EndsWithMark(line.Value) && annex.Title.Count < 5);
    }

    private static bool HasCaption(List<Line> lines, int at)
    {
        for (var i = at + 1; i < lines.Count && i <= at + CaptionReach; i++)
        {
            if (lines[i].Table is not null)
                return false;
            if (Captions.Opens(lines[i]))
                return true;
            if (DocumentParts.StartsSection(lines[i]) || lines[i].Value.Length > 300 || (Casing.EndsWithMark(lines[i].Value) && !lines[i].IsCapitals))
                return false;
        }

        return false;
    }

    private static bool Opens(string folded)
    {
        foreach (var word in (ReadOnlySpan<string>)
            ["danh muc", "danh sach", "bieu ", "bang ", "phan cong", "mot so", "noi dung", "nhiem vu", "ke hoach", "chuong trinh", "de an", "quy che", "mau ", "cac nhiem vu", "cac hoat dong", "cac chi tieu", "chi tieu", "lich ", "tien do", "he thong", "muc tieu", "tong hop", "bo tieu chi", "chi tiet", "du toan", "khung ", "phuong an", "ubnd ", "uy ban nhan dan ", "so ", "bo "])
        {
            if (folded.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
