using FsCheck;
using FsCheck.Fluent;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

public sealed class ReportingDutiesTests
{
    private static readonly ProgrammeYears Year = new(2024, 2024);

    [Theory]
    [InlineData("Định kỳ báo cáo kết quả về UBND thành phố (qua phòng Nội vụ) theo đề cương báo cáo trước ngày 25/5/2024 (đối với báo cáo 6 tháng) trước ngày 20/11/2024 (đối với báo cáo năm).",
        "UBND thành phố|phòng Nội vụ|HalfYear 25/05/2024|Year 20/11/2024")]
    [InlineData("Văn phòng theo dõi, định kỳ hàng quý, 6 tháng, năm báo cáo Ban Giám đốc Sở kết quả thực hiện.", "Ban Giám đốc Sở||Quarter|HalfYear|Year")]
    [InlineData("Định kỳ hàng quý, 6 tháng, năm, tổng hợp, báo cáo Sở Y tế (phòng Tổ chức cán bộ).", "Sở Y tế|phòng Tổ chức cán bộ|Quarter|HalfYear|Year")]
    [InlineData("Theo dõi, đôn đốc; định kỳ báo cáo kết quả thực hiện đến Ủy ban nhân dân tỉnh.", "Ủy ban nhân dân tỉnh||none")]
    [InlineData("Báo cáo kết quả thực hiện về Sở Nội vụ định kỳ trước ngày 01/6 và 15/11 hằng năm.", "Sở Nội vụ||none 01/06/2024 P1Y|none 15/11/2024 P1Y")]
    [InlineData("Gửi báo cáo năm về Sở Nội vụ trước ngày 30/11/2024 để tổng hợp.", "Sở Nội vụ||Year 30/11/2024")]
    [InlineData("Báo cáo kết quả về Sở Nội vụ trước ngày 15/11 hằng năm.", "Sở Nội vụ||Year 15/11/2024 P1Y")]
    [InlineData("Báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/12.", "||HalfYear 10/06/2024|Year 10/12/2024")]
    [InlineData("Định kỳ 6 tháng, năm báo cáo kết quả về UBND xã trước ngày 15/6 và ngày 15/12.", "UBND xã||HalfYear 15/06/2024|Year 15/12/2024")]
    [InlineData("Báo cáo lồng ghép trong báo cáo cải cách hành chính quý, 6 tháng, năm (quý I trước ngày 05/3; 6 tháng trước ngày 05/6; quý III trước ngày 05/9; năm trước ngày 25/11).",
        "||Quarter 05/03/2024|HalfYear 05/06/2024|Quarter 05/09/2024|Year 25/11/2024")]
    [InlineData("Báo cáo kết quả về Ban Chỉ đạo (qua Sở Nội vụ) trước ngày 15/11/2024.", "Ban Chỉ đạo|Sở Nội vụ|none 15/11/2024")]
    [InlineData("Báo cáo kết quả về Sở Nội vụ trước ngày 30 tháng 01 của năm tiếp theo.", "Sở Nội vụ||none 30/01/2025")]
    public void Read_ReportingSentence_OneEntryPerPeriod(string sentence, string expected) => Print(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("Phối hợp lồng ghép nội dung tuyên truyền trong Hội nghị Báo cáo viên hằng tháng.")]
    [InlineData("Nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Văn phòng để tổng hợp, báo cáo lãnh đạo Sở xem xét.")]
    [InlineData("Xây dựng chuyên mục trên cổng thông tin điện tử hằng tháng.")]
    [InlineData("")]
    public void Read_NoDutyToReport_ReadsNothing(string sentence) => ReportingDuties.Read(sentence, Year).ShouldBeEmpty();

    [Fact]
    public void Read_AnyText_NeverThrows() =>
        Prop.ForAll<string>(text => ReportingDuties.Read("báo cáo " + text, Year).ShouldNotBeNull()).QuickCheckThrowOnFailure();

    private static string Print(string sentence)
    {
        var found = ReportingDuties.Read(sentence, Year).Select(f => f.Value).ToList();
        var entries = found.Select(d => $"{d.Period?.ToString() ?? "none"}{d.Due?.ToString(" dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture)}{(d.Every is { } e ? $" {e}" : "")}");
        return $"{found[0].To}|{found[0].Via}|{string.Join('|', entries)}";
    }
}
