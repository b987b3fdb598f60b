using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

public sealed class DifficultyAddressTests
{
    [Theory]
    [InlineData("Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan phản ánh về Sở Nội vụ để tổng hợp, báo cáo.", "Sở Nội vụ")]
    [InlineData("Nếu phát sinh vướng mắc, đề nghị gửi Văn phòng UBND tỉnh (qua Phòng Kiểm soát thủ tục hành chính) xem xét.", "Văn phòng UBND tỉnh")]
    [InlineData("Các cơ quan gửi báo cáo về Sở Nội vụ trước ngày 15/11.", "")]
    public void Read_WhereToTurn_NamesTheBody(string paragraph, string first) =>
        DifficultyAddresses.Read(paragraph).DefaultIfEmpty("").First().ShouldBe(first);
}
