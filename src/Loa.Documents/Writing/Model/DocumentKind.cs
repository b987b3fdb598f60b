using System.Globalization;

namespace Loa.Documents.Writing;

/// <summary>A kind of administrative document with its abbreviation (Decree 30/2020/NĐ-CP, article 7 and Annex III).</summary>
/// <param name="Name">As it is named in running text; empty for a letter, which prints no kind.</param>
/// <param name="Abbreviation">The first group of the symbol; empty for a letter.</param>
public sealed record DocumentKind(string Name, string Abbreviation)
{
    /// <summary>Công văn: no kind is printed and the subject stands under the number.</summary>
    public static DocumentKind Letter { get; } = new("", "");

    public static DocumentKind Plan { get; } = new("Kế hoạch", "KH");
    public static DocumentKind Report { get; } = new("Báo cáo", "BC");
    public static DocumentKind Decision { get; } = new("Quyết định", "QĐ");
    public static DocumentKind Notice { get; } = new("Thông báo", "TB");
    public static DocumentKind Submission { get; } = new("Tờ trình", "TTr");
    public static DocumentKind Programme { get; } = new("Chương trình", "CTr");
    public static DocumentKind Guidance { get; } = new("Hướng dẫn", "HD");
    public static DocumentKind Invitation { get; } = new("Giấy mời", "GM");
    public static DocumentKind Minutes { get; } = new("Biên bản", "BB");
    public static DocumentKind Scheme { get; } = new("Phương án", "PA");
    public static DocumentKind Project { get; } = new("Đề án", "ĐA");

    /// <summary>Every kind of article 7 except the letter.</summary>
    public static IReadOnlyList<DocumentKind> All { get; } =
    [
        Plan, Report, Decision, Notice, Submission, Programme, Guidance, Invitation, Minutes, Scheme, Project,
        new("Nghị quyết", "NQ"), new("Chỉ thị", "CT"), new("Quy chế", "QC"), new("Quy định", "QyĐ"), new("Thông cáo", "TC"), new("Dự án", "DA"),
        new("Hợp đồng", "HĐ"), new("Công điện", "CĐ"), new("Bản ghi nhớ", "BGN"), new("Bản thỏa thuận", "BTT"), new("Giấy ủy quyền", "GUQ"),
        new("Giấy giới thiệu", "GGT"), new("Giấy nghỉ phép", "GNP"), new("Phiếu gửi", "PG"), new("Phiếu chuyển", "PC"), new("Phiếu báo", "PB"),
    ];

    public bool IsLetter => Name.Length == 0;

    /// <summary>The words for it in running text: "Kế hoạch", "Công văn".</summary>
    public string InText => IsLetter ? "Công văn" : Name;
}

/// <summary>Composes number and symbol: no spaces, hyphens between groups, numbers below 10 as 01…09 (3).</summary>
public static class DocumentSymbol
{
    /// <summary>"KH-UBND"; for a letter the body and the drafting unit, "UBND-VX".</summary>
    /// <param name="kind">The kind of document.</param>
    /// <param name="body">Abbreviation of the issuing body, "UBND", "SNV".</param>
    /// <param name="unit">Abbreviation of the drafting unit; printed in letters only.</param>
    public static string Of(DocumentKind kind, string body, string? unit = null)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentException.ThrowIfNullOrWhiteSpace(body);
        if (!kind.IsLetter)
            return $"{kind.Abbreviation}-{body}";
        return string.IsNullOrWhiteSpace(unit) ? body : $"{body}-{unit}";
    }

    /// <summary>"Số: 05/KH-UBND", or with room for the number while it is open.</summary>
    public static string NumberLine(int? number, string symbol) => $"Số: {Number(number)}/{symbol}";

    /// <summary>"ngày 05 tháng 02 năm 2026": days below 10 and months 1 and 2 with a leading 0; room for both while the date is open.</summary>
    public static string DateInWords(DateOnly? date, int? year) => date is { } d
        ? string.Create(CultureInfo.InvariantCulture, $"ngày {d.Day:00} tháng {(d.Month < 3 ? "0" : "")}{d.Month} năm {d.Year}")
        : string.Create(CultureInfo.InvariantCulture, $"ngày {Open} tháng {Open} năm {year?.ToString(CultureInfo.InvariantCulture) ?? Open}");

    /// <summary>Room to write by hand. No-break spaces, since a justified line would squeeze others.</summary>
    private const string Open = "\u00A0\u00A0\u00A0";

    private static string Number(int? number) => number?.ToString("00", CultureInfo.InvariantCulture) ?? "\u00A0\u00A0\u00A0\u00A0\u00A0";
}
