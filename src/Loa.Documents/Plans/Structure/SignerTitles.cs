using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>Authority marks and office titles of signature blocks: closed lists, one wrong letter forgiven.</summary>
internal static class SignerTitles
{
    private static readonly string[] Marks = ["TM.", "KT.", "TL.", "TUQ.", "Q.", "T/M", "K/T", "T/L", "TM ", "KT ", "TUQ "];

    private static readonly string[] Titles =
    [
        "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC", "BỘ TRƯỞNG", "THỨ TRƯỞNG",
        "THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "TRƯỞNG PHÒNG",
        "PHÓ TRƯỞNG PHÒNG", "CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", "VỤ TRƯỞNG", "PHÓ VỤ TRƯỞNG", "TỔNG CỤC TRƯỞNG", "PHÓ TỔNG CỤC TRƯỞNG",
        "CHI CỤC TRƯỞNG", "PHÓ CHI CỤC TRƯỞNG", "CHÁNH THANH TRA", "PHÓ CHÁNH THANH TRA", "VIỆN TRƯỞNG", "PHÓ VIỆN TRƯỞNG",
        "TỔNG BIÊN TẬP", "PHÓ TỔNG BIÊN TẬP", "HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "BÍ THƯ", "PHÓ BÍ THƯ", "CHỦ NHIỆM", "PHÓ CHỦ NHIỆM",
        "TỔNG THANH TRA", "PHÓ TỔNG THANH TRA", "THỐNG ĐỐC", "PHÓ THỐNG ĐỐC", "CHỈ HUY TRƯỞNG", "CHÍNH ỦY", "CHÁNH ÁN", "VIỆN PHÓ",
        "TỔNG THƯ KÝ", "TRƯỞNG TIỂU BAN", "TỔ TRƯỞNG", "ỦY VIÊN", "ỦY VIÊN THƯỜNG TRỰC", "TRƯỞNG ĐOÀN", "QUYỀN GIÁM ĐỐC", "QUYỀN CHỦ TỊCH",
        "BỘ TRƯỞNG, CHỦ NHIỆM", "THƯỜNG TRỰC", "TRƯỞNG CÔNG AN", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "PHÓ GIÁM ĐỐC PHỤ TRÁCH",
    ];

    private static readonly string[] Folded = Array.ConvertAll(Titles, Folding.Fold);

    /// <summary>The line opens with an authority mark ("TM.", "KT.", "TL."…), in capitals.</summary>
    public static bool HasMark(string text)
    {
        foreach (var mark in Marks)
        {
            if (text.StartsWith(mark, StringComparison.Ordinal))
                return Casing.AreCapitals(text);
        }

        return false;
    }

    /// <summary>The line is an office title in capitals, alone or with the body it heads ("CHÁNH VĂN PHÒNG", "GIÁM ĐỐC SỞ NỘI VỤ").</summary>
    public static bool IsTitle(string text) => text.Length <= 80 && Casing.AreCapitals(text) && Find(text) is not null;

    public static bool OpensSignature(string text) => text.Length is > 3 and <= 90 && (HasMark(text) || IsTitle(text));

    /// <summary>The title with a wrong letter put right: "CHỦ NỊCH" → "CHỦ TỊCH".</summary>
    public static string Corrected(string text)
    {
        var (mark, rest) = SplitMark(text);
        var at = Find(rest);
        if (at is not { } found || found.Exact)
            return text;
        var words = rest.Split(' ');
        var length = Titles[found.Index].Split(' ').Length;
        return string.Join(' ', [.. mark.Length > 0 ? new[] { mark } : [], Titles[found.Index], .. words.Skip(length)]);
    }

    /// <summary>Separates "KT. GIÁM ĐỐC" into "KT." and "GIÁM ĐỐC".</summary>
    public static (string Mark, string Office) SplitMark(string text)
    {
        foreach (var mark in Marks)
        {
            if (text.StartsWith(mark, StringComparison.Ordinal))
                return (mark.Trim(), text[mark.Length..].Trim());
        }

        return ("", text);
    }

    private static (int Index, bool Exact)? Find(string text)
    {
        var folded = Folding.Fold(SplitMark(text).Office).TrimEnd('.', ',', ';', ':');
        (int Index, bool Exact)? best = null;
        for (var i = 0; i < Folded.Length; i++)
        {
            var title = Folded[i];
            if (!OpensWith(folded, title))
                continue;
            var exact = folded.StartsWith(title, StringComparison.Ordinal);
            if (best is not { } old || (exact && !old.Exact) || (exact == old.Exact && title.Length > Folded[old.Index].Length))
                best = (i, exact);
        }

        return best;
    }

    private static bool OpensWith(string text, string title)
    {
        if (text.StartsWith(title, StringComparison.Ordinal))
            return text.Length == title.Length || text[title.Length] is ' ' or ',';

        // A scan's wrong letter is forgiven only where the whole line is the title.
        return Math.Abs(text.Length - title.Length) <= 1 && title.Length >= 7 && Casing.WithinOneLetter(text, title);
    }
}
