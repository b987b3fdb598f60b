namespace Loa.Documents.Tests.Samples;

/// <summary>Who does the annexes' tasks and when, row by row: names and dates only.</summary>
internal static class SampleTaskFacts
{
    private const string Office = "Văn phòng UBND tỉnh";
    private const string Desk = "Trung tâm Phục vụ hành chính công tỉnh - Văn phòng UBND tỉnh";
    private const string Always = "continuous 2024-01-01…2024-12-31";
    private const string Levels = "UBND cấp huyện | UBND cấp xã";
    private const string All = "Các Sở, ban, ngành cấp tỉnh | " + Levels;

    public static readonly IReadOnlyList<string> NgheAn =
    [
        Row("1", Office, "Ủy Ban MTTQ | các tổ chức chính trị - xã hội tỉnh", Always),
        Row("2", "Sở Tư pháp | các Sở, ban, ngành cấp tỉnh | " + Levels, Office, Always),
        Row("3", "Đài PTTH tỉnh | Báo Nghệ An | các Cơ quan thông tấn báo chí khác có liên quan đóng trên địa bàn tỉnh", Office + " | các Sở, ban, ngành có liên quan", Always),
        Row("1", $"Công an tỉnh | {Office} | Sở Thông tin và Truyền thông", All, Always),
        Row("2", Desk, All, Always),
        Row("3", Desk, "Các Sở, ban, ngành cấp tỉnh | Đài Phát thanh - Truyền hình | Báo Nghệ An | " + Levels, Always),
        Row("4", Office, "Các Sở, ban, ngành cấp tỉnh | Báo Nghệ An | Đài Phát thanh - Truyền hình tỉnh | Cổng Thông tin điện tử tỉnh | " + Levels, Always),
        Row("5", Office, "Sở Nội vụ | Liên đoàn lao động tỉnh | Tỉnh đoàn | Sở Tư pháp | Sở Thông tin và Truyền thông | các Sở, ban, ngành cấp tỉnh có liên quan | " + Levels, "period 2024-04-01…2024-06-30"),
        Row("6", Office, All, "period 2024-07-01…2024-09-30"),
        Row("7", Office, "Đài PTTH tỉnh | Báo Nghệ An | các cơ quan thông tấn báo chí có liên quan đóng trên địa bàn tỉnh | các Sở, ban, ngành cấp tỉnh có liên quan | " + Levels, "period 2024-01-01…2024-12-31"),
        Row("8", Office, "Sở, Ban, Ngành cấp tỉnh | UBND cấp huyện", Always),
        Row("9", "Chủ tịch UBND tỉnh | Giám đốc các Sở | Thủ trưởng các Ban, Ngành cấp tỉnh | Chủ tịch UBND cấp huyện | Chủ tịch UBND cấp xã",
            Office + " | các tổ chức, cá nhân và chuyên gia có liên quan", "recurring 2024-01-01…2024-12-31 P6M"),
        Row("10", $"{Desk} | các Sở, ban, ngành cấp tỉnh | {Levels}", Office, Always),
        Row("11", $"{Desk} | {Levels}", Office, Always),
        Row("12", Office, "Các Sở, Ban, Ngành cấp tỉnh | " + Levels, Always),
    ];

    private const string Related = "Các cơ quan, đơn vị có liên quan";
    private const string RelatedCommunes = "Các cơ quan, đơn vị, xã, phường có liên quan";
    private const string AllYear = "continuous 2020-01-01…2020-12-31";

    public static readonly IReadOnlyList<string> LaiChau =
    [
        Row("1", "Đài Truyền thanh thành phố", RelatedCommunes, AllYear), Row("2", "Ban Tuyên giáo thành ủy", Related, AllYear), Row("3", "Phòng Tư pháp", Related, AllYear),
        Row("4", "Văn phòng HĐND-UBND thành phố", Related, AllYear), Row("5", "Phòng Nội vụ", RelatedCommunes, AllYear), Row("6", "Phòng Nội vụ", RelatedCommunes, "period 2020-07-01…2020-09-30"),
    ];

    private static string Row(string number, string lead, string coordinating, string timeframe) => $"{number}: {lead} → {coordinating} @ {timeframe}";
}
