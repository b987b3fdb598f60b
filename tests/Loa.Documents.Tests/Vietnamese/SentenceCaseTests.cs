using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

public sealed class SentenceCaseTests
{
    [Theory]
    [InlineData("ỦY BAN NHÂN DÂN TỈNH THANH GIANG", "Ủy ban nhân dân tỉnh Thanh Giang")]
    [InlineData("UBND TỈNH THANH GIANG", "UBND tỉnh Thanh Giang")]
    [InlineData("ỦY BAN NHÂN DÂN", "Ủy ban nhân dân")]
    [InlineData("THÀNH PHỐ HÀ THANH", "Thành phố Hà Thanh")]
    [InlineData("HỘI ĐỒNG NHÂN DÂN HUYỆN BÌNH AN", "Hội đồng nhân dân huyện Bình An")]
    [InlineData("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Sở Thông tin và Truyền thông")]
    [InlineData("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch")]
    [InlineData("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội")]
    [InlineData("SỞ Y TẾ", "Sở Y tế")]
    [InlineData("SỞ NỘI VỤ TỈNH THANH GIANG", "Sở Nội vụ tỉnh Thanh Giang")]
    [InlineData("BỘ NỘI VỤ", "Bộ Nội vụ")]
    [InlineData("TỈNH ỦY SƠN HÀ", "Tỉnh ủy Sơn Hà")]
    [InlineData("ĐẢNG ỦY XÃ TÂN LẬP", "Đảng ủy xã Tân Lập")]
    [InlineData("BỘ TƯ PHÁP", "Bộ Tư pháp")]
    [InlineData("VĂN PHÒNG CHÍNH PHỦ", "Văn phòng Chính phủ")]
    [InlineData("VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH", "Văn phòng Ủy ban nhân dân tỉnh")]
    [InlineData("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "Chủ tịch Ủy ban nhân dân tỉnh")]
    [InlineData("PHÒNG NỘI VỤ", "Phòng Nội vụ")]
    [InlineData("UBND XÃ TÂN LẬP", "UBND xã Tân Lập")]
    [InlineData("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ")]
    [InlineData("KẾ HOẠCH", "Kế hoạch")]
    [InlineData("Sở Nội vụ", "Sở Nội vụ")]
    [InlineData("", "")]
    public void Of_NameInCapitals_BecomesRunningText(string capitals, string name) => SentenceCase.Of(capitals).ShouldBe(name);

    [Fact]
    public void Of_SubjectInCapitals_KeepsPlaceAndAbbreviations() =>
        SentenceCase.Of("TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2024 TRÊN ĐỊA BÀN TỈNH THANH GIANG").ShouldBe("Tuyên truyền cải cách hành chính năm 2024 trên địa bàn tỉnh Thanh Giang");

    [Fact]
    public void Of_BodyPrintsTheName_TakesItsCasing() =>
        SentenceCase.Of("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "giao Trung tâm Phục vụ Hành chính công theo dõi").ShouldBe("Trung tâm Phục vụ Hành chính công");

    [Fact]
    public void Of_PlaceOfTheDateLine_IsAProperName() =>
        SentenceCase.Of("TRUYỀN THÔNG TẠI THANH GIANG NĂM 2024", place: "Thanh Giang").ShouldBe("Truyền thông tại Thanh Giang năm 2024");
}
