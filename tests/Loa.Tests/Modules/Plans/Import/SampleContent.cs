using Loa.Documents.Plans;

namespace Loa.Tests.Modules.Plans.Import;

/// <summary>A small plan of the fictional province, as the reader would give it.</summary>
internal static class SampleContent
{
    public static PlanContent Create() => new()
    {
        Document = new PlanHeading
        {
            Kind = "Kế hoạch",
            Issuer = "Ủy ban nhân dân tỉnh Thanh Giang",
            Reference = "15/KH-UBND",
            Number = 15,
            Symbol = "KH-UBND",
            Place = "Thanh Giang",
            Date = new DateOnly(2024, 1, 20),
            Subject = "Tuyên truyền cải cách hành chính năm 2024",
            Year = 2024,
            YearTo = 2024,
            Recipients = ["Các sở, ban, ngành cấp tỉnh"],
        },
        LegalBases = [new("Kế hoạch số 7/KH-UBND ngày 05/01/2024 của Ủy ban nhân dân tỉnh Thanh Giang", "Kế hoạch", "7/KH-UBND", new DateOnly(2024, 1, 5), "Ủy ban nhân dân tỉnh Thanh Giang")],
        Targets = [new("100% cơ quan có chuyên mục", 100, "%", TargetComparison.Exactly)],
        Topics = ["Kết quả cải cách hành chính"],
        Forms = [new("Phát thanh trên hệ thống loa", [CommunicationForm.Loudspeaker])],
        Tasks =
        [
            Task("1", "Tổ chức hội nghị; biên soạn tờ rơi", ["Sở Nội vụ"], ["Các sở, ban, ngành cấp tỉnh"], new Timeframe("Quý II/2024", TimeframeKind.Period, new(2024, 4, 1), new(2024, 6, 30), null)),
            Task("2", "Đăng tin trên Cổng Thông tin điện tử", ["Văn phòng UBND tỉnh"], [], null),
        ],
        Responsibilities =
        [
            new("Sở Nội vụ", false, ["Theo dõi, đôn đốc việc thực hiện", "Tổng hợp báo cáo"]),
            new("Ban Tuyên giáo Tỉnh ủy", true, ["Định hướng công tác tuyên truyền"]),
        ],
        Unread = [new("Khi cần thiết lắm", "Không rõ thời gian")],
    };

    /// <summary>A plan without an annex: every duty is a task already.</summary>
    public static PlanContent CreateWithoutAnnex()
    {
        var content = Create();
        return content with
        {
            Tasks = [.. content.Responsibilities.SelectMany(r => r.Duties.Select(duty => new PlannedTask { Origin = TaskOrigin.Text, Group = r.Agency, Content = duty, Lead = [r.Agency] }))],
        };
    }

    private static PlannedTask Task(string number, string content, string[] lead, string[] coordinating, Timeframe? timeframe) => new()
    {
        Origin = TaskOrigin.Annex,
        Annex = 1,
        Group = "Tuyên truyền",
        Number = number,
        Content = content,
        Lead = lead,
        Coordinating = coordinating,
        Timeframe = timeframe,
    };
}
