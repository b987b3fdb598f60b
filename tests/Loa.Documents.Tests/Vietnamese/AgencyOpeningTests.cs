using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

/// <summary>"name → rest of the paragraph".</summary>
public sealed class AgencyOpeningTests
{
    [Theory]
    [InlineData("Sở Nội vụ:", "Sở Nội vụ", "")]
    [InlineData("b) Sở Nội vụ:", "Sở Nội vụ", "")]
    [InlineData("1. Phòng Nội vụ", "Phòng Nội vụ", "")]
    [InlineData("2. Văn phòng HĐND-UBND", "Văn phòng HĐND-UBND", "")]
    [InlineData("1. Trung tâm Kiểm soát bệnh tật tỉnh.", "Trung tâm Kiểm soát bệnh tật tỉnh", "")]
    [InlineData("3. Phòng Kế hoạch - Tài chính.", "Phòng Kế hoạch - Tài chính", "")]
    [InlineData("5. Các phòng, ban, đơn vị thuộc UBND thành phố; UBND các xã, phường", "Các phòng, ban, đơn vị thuộc UBND thành phố; UBND các xã, phường", "")]
    [InlineData("3. Đài Phát thanh - Truyền hình tỉnh; Báo Thanh Giang; Cổng Thông tin điện tử tỉnh", "Đài Phát thanh - Truyền hình tỉnh; Báo Thanh Giang; Cổng Thông tin điện tử tỉnh", "")]
    [InlineData("đ) Sở Văn hóa, Thể thao và Du lịch: Chủ trì tổ chức hội thi.", "Sở Văn hóa, Thể thao và Du lịch", "Chủ trì tổ chức hội thi.")]
    [InlineData("Giao Sở Nội vụ chủ trì, phối hợp với các cơ quan.", "Sở Nội vụ", "chủ trì, phối hợp với các cơ quan.")]
    [InlineData("1. Các phòng chuyên môn, đơn vị thuộc Sở căn cứ Kế hoạch này để thực hiện.", "Các phòng chuyên môn, đơn vị thuộc Sở", "căn cứ Kế hoạch này để thực hiện.")]
    [InlineData("2. Văn phòng - Thanh tra Sở tổ chức triển khai và kiểm tra.", "Văn phòng - Thanh tra Sở", "tổ chức triển khai và kiểm tra.")]
    [InlineData("Các cơ quan, đơn vị, xã, phường bám sát tình hình của mình.", "Các cơ quan, đơn vị, xã, phường", "bám sát tình hình của mình.")]
    [InlineData("UBND xã, phường xây dựng kế hoạch riêng.", "UBND xã, phường", "xây dựng kế hoạch riêng.")]
    [InlineData("Ủy ban nhân dân các huyện, thành phố có trách nhiệm báo cáo.", "Ủy ban nhân dân các huyện, thành phố", "có trách nhiệm báo cáo.")]
    [InlineData("1. Giám đốc các Sở, Thủ trưởng các cơ quan, đơn vị, địa phương và các đơn vị có liên quan", "Giám đốc các Sở, Thủ trưởng các cơ quan, đơn vị, địa phương và các đơn vị có liên quan", "")]
    [InlineData("- Ban Tổ chức Tỉnh ủy phối hợp kiểm tra.", "Ban Tổ chức Tỉnh ủy", "phối hợp kiểm tra.")]
    [InlineData("- Trách nhiệm của Sở Tư pháp: rà soát văn bản.", "Sở Tư pháp", "rà soát văn bản.")]
    public void StartsWithAgency_GivesNameAndRest(string paragraph, string name, string rest)
    {
        var opening = Agencies.StartsWithAgency(paragraph).ShouldNotBeNull();
        opening.Agency.ShouldBe(name);
        paragraph[opening.RestStart..].ShouldBe(rest);
        opening.Request.ShouldBeFalse();
        paragraph[opening.AgencyRange.Start..opening.AgencyRange.End].ShouldBe(name);
    }

    [Theory]
    [InlineData("6. Đề nghị Ban Tuyên giáo Thành ủy: Phối hợp lồng ghép.", "Ban Tuyên giáo Thành ủy", "Phối hợp lồng ghép.")]
    [InlineData("Đề nghị Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội tăng cường giám sát.", "Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội", "tăng cường giám sát.")]
    public void StartsWithAgency_Request_IsMarked(string paragraph, string name, string rest)
    {
        var opening = Agencies.StartsWithAgency(paragraph).ShouldNotBeNull();
        opening.Agency.ShouldBe(name);
        opening.Request.ShouldBeTrue();
        paragraph[opening.RestStart..].ShouldBe(rest);
    }

    [Theory]
    [InlineData("Ban hành kế hoạch tuyên truyền.")]
    [InlineData("Báo cáo kết quả thực hiện về Sở Nội vụ.")]
    [InlineData("- Tổ chức hội nghị tập huấn.")]
    [InlineData("Phòng, chống tham nhũng là nhiệm vụ thường xuyên.")]
    [InlineData("Hội nghị báo cáo viên hàng tháng.")]
    [InlineData("Trường hợp có vướng mắc, các đơn vị phản ánh về Sở.")]
    [InlineData("Tham mưu ban hành các văn bản.")]
    [InlineData("Chủ trì, phối hợp với các phòng chuyên môn.")]
    [InlineData("- Bố trí kinh phí thực hiện.")]
    [InlineData("100% cơ quan, đơn vị niêm yết thủ tục.")]
    [InlineData("")]
    public void StartsWithAgency_Otherwise_IsNull(string paragraph) => Agencies.StartsWithAgency(paragraph).ShouldBeNull();
}
