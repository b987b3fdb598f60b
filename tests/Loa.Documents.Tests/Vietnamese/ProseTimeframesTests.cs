using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

public sealed class ProseTimeframesTests
{
    private static readonly ProgrammeYears Year = new(2024, 2024);

    [Theory]
    [InlineData("Báo cáo kết quả thực hiện về Sở Nội vụ trước ngày 15/12/2024 để tổng hợp.", "trước ngày 15/12/2024", "2024-12-15")]
    [InlineData("Xây dựng kế hoạch của đơn vị, hoàn thành trước ngày 20 tháng 02 năm 2024.", "hoàn thành trước ngày 20 tháng 02 năm 2024", "2024-02-20")]
    [InlineData("Gửi dự toán về Sở Tài chính chậm nhất là ngày 30/6.", "chậm nhất là ngày 30/6", "2024-06-30")]
    [InlineData("Theo Quyết định số 12/QĐ-UBND ngày 21/02/2024, tổng hợp, báo cáo trước ngày 05/12/2024.", "trước ngày 05/12/2024", "2024-12-05")]
    [InlineData("Hằng quý tổng hợp và báo cáo UBND tỉnh trước ngày 10/12/2024.", "trước ngày 10/12/2024", "2024-12-10")]
    public void Find_Deadline_GivesThePhraseAndItsDay(string text, string phrase, string due)
    {
        var found = ProseTimeframes.Find(text, Year).ShouldNotBeNull();

        found.Text.ShouldBe(phrase);
        found.Kind.ShouldBe(TimeframeKind.Deadline);
        found.To.ShouldBe(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Hằng quý, tổng hợp kết quả báo cáo UBND tỉnh.", "Hằng quý", TimeframeKind.Recurring, "P3M")]
    [InlineData("Tổng hợp, báo cáo định kỳ 6 tháng theo quy định.", "định kỳ 6 tháng", TimeframeKind.Recurring, "P6M")]
    [InlineData("Tổ chức hội nghị tập huấn trong quý II/2024 cho công chức cấp xã.", "trong quý II/2024", TimeframeKind.Period, null)]
    [InlineData("Thường xuyên đăng tải tin, bài trên trang thông tin điện tử.", "Thường xuyên", TimeframeKind.Continuous, null)]
    public void Find_OtherTimes_AreUnderstood(string text, string phrase, TimeframeKind kind, string? every)
    {
        var found = ProseTimeframes.Find(text, Year).ShouldNotBeNull();

        (found.Text, found.Kind, found.Every?.ToString()).ShouldBe((phrase, kind, every));
    }

    [Theory]
    [InlineData("Theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch này.")]
    [InlineData("Thực hiện Quyết định số 122/QĐ-UBND ngày 21/02/2024 của UBND tỉnh.")]
    [InlineData("Tuyên truyền đến cán bộ, công chức về chương trình cải cách hành chính năm 2024.")]
    [InlineData("Rà soát các văn bản ban hành trước ngày 01/01/2021 còn hiệu lực.")]
    [InlineData("Lấy ý kiến Sở Tư pháp trước khi trình UBND tỉnh ngày 15/6/2024.")]
    [InlineData("Hoàn thành việc sắp xếp các đơn vị trong năm 2024.")]
    [InlineData("Bố trí kinh phí trong dự toán hàng hóa, dịch vụ.")]
    [InlineData("")]
    public void Find_SentenceThatOnlyMentionsTimes_FindsNone(string text) => ProseTimeframes.Find(text, Year).ShouldBeNull();
}
