using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

/// <summary>Subjects in capitals whose words the body does not print: common words stay small, places end where the sentence goes on.</summary>
public sealed class SubjectCaseTests
{
    [Theory]
    [InlineData("CẢI CÁCH HÀNH CHÍNH TỈNH HÒA BẮC NĂM 2014", "Cải cách hành chính tỉnh Hòa Bắc năm 2014")]
    [InlineData("BAN HÀNH KẾ HOẠCH TRUYỀN THÔNG NĂM 2022", "Ban hành Kế hoạch truyền thông năm 2022")]
    [InlineData("VỀ VIỆC PHÊ DUYỆT ĐỀ ÁN NÂNG CAO NĂNG LỰC CÁN BỘ CƠ SỞ", "Về việc phê duyệt Đề án nâng cao năng lực cán bộ cơ sở")]
    [InlineData("TUYÊN TRUYỀN PHÒNG, CHỐNG THAM NHŨNG TRÊN ĐỊA BÀN HUYỆN NAM LĨNH GIAI ĐOẠN 2021 - 2025", "Tuyên truyền phòng, chống tham nhũng trên địa bàn huyện Nam Lĩnh giai đoạn 2021 - 2025")]
    public void Of_CapitalsTheBodyDoesNotPrint_GivesRunningText(string capitals, string expected) => SentenceCase.Of(capitals, "", "Hòa Bắc").ShouldBe(expected);
}
