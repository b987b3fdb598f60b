using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>The many names of the columns of a task table, as words of the folded header.</summary>
internal static class ColumnNames
{
    private static readonly (ColumnRole Role, string[] Words)[] Names =
    [
        (ColumnRole.Note, ["ghi chu"]),
        (ColumnRole.Timeframe,
        [
            "thoi gian", "thoi han", "thoi diem", "tien do", "han hoan thanh", "ngay hoan thanh", "ky han", "lo trinh", "moc hoan thanh", "thoi ky",
            "nam hoan thanh", "nam thuc hien", "ke hoach hoan thanh", "han xu ly", "han thuc hien",
        ]),
        (ColumnRole.Monitoring, ["theo doi", "giam sat", "don doc", "lanh dao phu trach", "lanh dao chi dao", "nguoi chi dao", "cap trinh", "cap ban hanh", "cap phe duyet", "tham quyen"]),
        (ColumnRole.Budget, ["kinh phi", "du toan", "nguon von", "nguon luc", "thanh tien", "so tien"]),
        (ColumnRole.Coordinating, ["phoi hop"]),
        (ColumnRole.Lead,
        [
            "chu tri", "don vi thuc hien", "co quan thuc hien", "dia phuong thuc hien", "to chuc thuc hien", "trach nhiem", "phan cong", "dau moi", "phu trach", "nguoi thuc hien",
            "don vi trien khai", "co quan trien khai", "don vi tham muu", "co quan tham muu", "don vi chiu", "don vi to chuc", "chu the thuc hien", "don vi duoc giao", "co quan duoc giao",
            "don vi chinh", "bo phan thuc hien", "phong thuc hien", "giao don vi", "don vi, ca nhan", "ca nhan thuc hien", "thuc hien chinh",
        ]),
        (ColumnRole.Product, ["san pham", "ket qua", "dau ra", "hinh thuc van ban", "yeu cau can dat"]),
        (ColumnRole.Group, ["nhom nhiem vu", "nhom noi dung", "linh vuc", "nhom giai phap"]),
        (ColumnRole.Content,
        [
            "noi dung", "nhiem vu", "cong viec", "hoat dong", "ten viec", "giai phap", "dau viec", "viec thuc hien", "chi tieu", "muc tieu", "hinh thuc", "ten de an", "ten van ban", "danh muc",
            "chuyen de", "chu de", "ten chuong trinh", "de muc", "cac viec",
        ]),
        (ColumnRole.Lead, ["don vi", "co quan"]),
        (ColumnRole.Timeframe, ["hoan thanh"]),
        (ColumnRole.Other, ["dia diem", "doi tuong", "so luong", "thanh phan", "don vi tinh", "quy mo", "nguoi duyet", "ty le", "diem"]),
    ];

    /// <summary>The role that a header text names; <see cref="ColumnRole.Unknown"/> when no name fits.</summary>
    public static ColumnRole RoleOf(string header)
    {
        if (header.Length is 0 or > 120)
            return ColumnRole.Unknown;
        var folded = Folding.Fold(header).Trim(' ', '.', ':', ';');
        if (IsNumberColumn(folded))
            return ColumnRole.Number;
        if (folded.Contains("don vi tinh", StringComparison.Ordinal))
            return ColumnRole.Other;
        var coordinating = folded.Contains("phoi hop", StringComparison.Ordinal);
        if (coordinating && folded.Contains("chu tri", StringComparison.Ordinal))
            return ColumnRole.LeadAndCoordinating;

        // "Nội dung phối hợp", "Nhiệm vụ, thời gian": the first word decides between content and the rest.
        if (folded.StartsWith("noi dung", StringComparison.Ordinal) && !folded.Contains("chu tri", StringComparison.Ordinal))
            return ColumnRole.Content;
        foreach (var (role, words) in Names)
        {
            foreach (var word in words)
            {
                if (Contains(folded, word))
                    return role;
            }
        }

        return ColumnRole.Unknown;
    }

    private static bool IsNumberColumn(string folded)
    {
        if (folded.Length > 14)
            return false;
        var letters = folded.Replace(" ", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return letters is "stt" or "tt" or "sott" or "sothutu" or "thutu" or "so" or "no" or "sotf" or "sit" or "str";
    }

    private static bool Contains(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end])))
                return true;
        }

        return false;
    }
}
