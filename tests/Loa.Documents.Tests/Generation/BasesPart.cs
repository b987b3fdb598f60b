using Loa.Documents.Plans;

namespace Loa.Documents.Tests.Generation;

/// <summary>The preamble: bases one a line or all in one sentence, with titles that name other instruments.</summary>
internal static class BasesPart
{
    private static readonly (string Kind, string Symbol, string Issuer)[] Instruments =
    [
        ("Nghị định", "NĐ-CP", "Chính phủ"), ("Nghị quyết", "NQ-CP", "Chính phủ"), ("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ"), ("Quyết định", "QĐ-BNV", "Bộ Nội vụ"),
        ("Kế hoạch", "KH-UBND", "UBND tỉnh"), ("Thông tư", "TT-VPCP", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"), ("Chỉ thị", "CT-TTg", "Thủ tướng Chính phủ"),
        ("Công văn", "BNV-CCHC", "Bộ Nội vụ"),
    ];

    private static readonly string[] Titles =
    [
        "về đẩy mạnh cải cách hành chính", "quy định về kiểm soát thủ tục hành chính", "sửa đổi, bổ sung một số điều của Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ",
        "về việc phê duyệt Đề án tăng cường tuyên truyền", "ban hành Chương trình tổng thể giai đoạn 2021 - 2030", "hướng dẫn thi hành một số điều của Nghị định số 61/2018/NĐ-CP ngày 23/4/2018",
    ];

    private static readonly LegalBasis[] Laws =
    [
        new("Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015", "Luật", null, new(2015, 6, 19), null),
        new("Luật Tiếp cận thông tin ngày 06/4/2016", "Luật", null, new(2016, 4, 6), null),
    ];

    public static void Write(Draft draft, bool decision)
    {
        var dice = draft.Dice;
        var named = Enumerable.Range(0, dice.Next(1, 4)).Select(_ => Basis(dice)).DistinctBy(b => b.Reference).ToList();
        var laws = decision || dice.Chance(30) ? dice.Some(Laws, dice.Next(1, 2)) : [];
        var closing = decision ? null : $"{draft.Issuer.Name} {dice.Pick("ban hành", "xây dựng")} Kế hoạch {HeadingPart.Lower(draft.Heading.Subject!)} {dice.Pick("như sau:", "với các nội dung sau:", ", cụ thể như sau:")}".Replace(" ,", ",", StringComparison.Ordinal);
        draft.Bases.AddRange([.. laws, .. named]);
        if (decision)
            draft.Print(Authority(draft.Issuer), Look.CenteredBold);
        if (!decision && laws.Count == 0 && dice.Chance(40))
        {
            draft.Print($"{dice.Pick("Thực hiện", "Căn cứ")} {string.Join(dice.Pick(", ", "; "), named.Select(b => b.Text))}; {closing}");
            return;
        }

        foreach (var basis in draft.Bases)
            draft.Print($"Căn cứ {basis.Text};");
        if (decision)
        {
            draft.Print("Theo đề nghị của Chánh Văn phòng tại Tờ trình số 18/TTr-VP ngày 08/01/2024.");
            draft.Print("QUYẾT ĐỊNH:", Look.CenteredBold);
            return;
        }

        draft.Print(closing!);
    }

    private static string Authority(Issuer issuer) =>
        issuer.Symbol == "UBND" ? $"CHỦ TỊCH {issuer.Name.ToUpperInvariant()}" : issuer.Name.StartsWith("Bộ", StringComparison.Ordinal) ? $"BỘ TRƯỞNG {issuer.Name.ToUpperInvariant()}" : $"GIÁM ĐỐC {issuer.Name.ToUpperInvariant()}";

    private static LegalBasis Basis(Dice dice)
    {
        var (kind, symbol, issuer) = dice.Pick(Instruments);
        var date = new DateOnly(dice.Next(2015, 2023), dice.Next(1, 12), dice.Next(1, 28));
        var reference = $"{dice.Next(5, 2500):00}/{(symbol is "NĐ-CP" or "TT-VPCP" ? $"{date.Year}/" : "")}{symbol}";
        var printed = dice.Chance(70) ? $"{date.Day:00}/{(date.Month < 3 ? $"{date.Month:00}" : $"{date.Month}")}/{date.Year}" : $"{date.Day:00} tháng {date.Month:00} năm {date.Year}";
        return new($"{kind} số {reference} ngày {printed} của {issuer} {dice.Pick(Titles)}", kind, reference, date, issuer);
    }
}
