using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>The kinds of administrative documents (Decree 30/2020/NĐ-CP, article 7, and the party's and legal ones) as a heading prints them.</summary>
internal static class DocumentKinds
{
    private static readonly string[] Names =
    [
        "Kế hoạch", "Quyết định", "Báo cáo", "Chương trình", "Đề án", "Phương án", "Hướng dẫn", "Thông báo", "Chỉ thị", "Nghị quyết", "Tờ trình", "Quy chế",
        "Quy định", "Thể lệ", "Kết luận", "Thông tư", "Nghị định", "Công điện", "Công văn", "Dự án", "Quy trình", "Chiến lược", "Điều lệ", "Thông cáo", "Thư mời", "Giấy mời",
        "Biên bản", "Bản thỏa thuận", "Kịch bản", "Dự thảo kế hoạch",
    ];

    private static readonly (string Name, string Folded)[] Kinds = [.. Names.Select(n => (n, Folding.Fold(n)))];

    /// <summary>
    /// The kind a heading line prints in capitals, and how many characters of the line it takes:
    /// the whole line, or its start where the subject follows in capitals too. One wrong letter is forgiven where the line is the kind alone.
    /// </summary>
    public static (string Kind, int Length)? Read(Line line)
    {
        var text = line.Value;
        if (text.Length is < 5 or > 400 || !line.IsCapitals)
            return text.Length is >= 5 and <= 16 && char.IsUpper(text[0]) && ListsWhole(line) ? Whole(line) : null;
        if (Whole(line) is { } whole)
            return whole;
        foreach (var (name, folded) in Kinds)
        {
            if (line.Folded.Length > folded.Length && line.Folded.StartsWith(folded, StringComparison.Ordinal) && line.Folded[folded.Length] is ' ' or ':')
                return (name, name.Length);
        }

        return null;
    }

    /// <summary>The kind named at the start of a phrase ("Kế hoạch truyền thông…"), whatever its casing.</summary>
    public static string? NamedAtStart(string text)
    {
        var folded = Folding.Fold(text);
        foreach (var (name, kind) in Kinds)
        {
            if (folded.StartsWith(kind, StringComparison.Ordinal) && (folded.Length == kind.Length || !char.IsLetter(folded[kind.Length])))
                return name;
        }

        return null;
    }

    /// <summary>In mixed case only the exact name counts: "Quyết định" on a line of its own.</summary>
    private static bool ListsWhole(Line line)
    {
        foreach (var (name, _) in Kinds)
        {
            if (string.Equals(name, line.Value, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static (string Kind, int Length)? Whole(Line line)
    {
        var folded = line.Folded.TrimEnd('.', ':', ' ', '*', '(', ')', '1');
        foreach (var (name, kind) in Kinds)
        {
            if (folded == kind || (kind.Length >= 7 && Math.Abs(folded.Length - kind.Length) <= 1 && Casing.WithinOneLetter(folded, kind)))
                return (name, line.Value.Length);
        }

        // A scan spreads the letters: "K Ế H O Ạ C H".
        if (folded.Length > 8 && folded[1] == ' ')
        {
            var packed = folded.Replace(" ", "", StringComparison.Ordinal);
            foreach (var (name, kind) in Kinds)
            {
                if (packed == kind.Replace(" ", "", StringComparison.Ordinal))
                    return (name, line.Value.Length);
            }
        }

        return folded is "ke hoach hanh dong" ? ("Kế hoạch hành động", line.Value.Length)
            : folded is "chuong trinh hanh dong" ? ("Chương trình hành động", line.Value.Length)
            : folded is "chuong trinh cong tac" ? ("Chương trình công tác", line.Value.Length)
            : folded is "chuong trinh phoi hop" ? ("Chương trình phối hợp", line.Value.Length)
            : folded is "ke hoach lien tich" ? ("Kế hoạch liên tịch", line.Value.Length)
            : folded is "ke hoach phoi hop" ? ("Kế hoạch phối hợp", line.Value.Length)
            : null;
    }
}
