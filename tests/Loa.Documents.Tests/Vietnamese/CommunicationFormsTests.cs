using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

public sealed class CommunicationFormsTests
{
    [Theory]
    [InlineData("Tuyên truyền trên đài, loa truyền thanh không dây", "Loudspeaker")]
    [InlineData("Tuyên truyền trên báo, đài", "Broadcast")]
    [InlineData("Viết tin, bài, phóng sự", "News,Article,Reportage")]
    [InlineData("Thông tin về kết quả thực hiện", "Other")]
    [InlineData("Hội nghị báo cáo viên hằng tháng", "ReportersConference")]
    [InlineData("Lồng ghép trong các cuộc sinh hoạt ở tổ dân phố, bản", "HamletMeeting")]
    [InlineData("Họp và ban hành văn bản", "Other")]
    [InlineData("Thông qua băng - rôn, áp phích, tờ rơi", "Banner,Poster,Leaflet")]
    [InlineData("Xe thông tin lưu động; mạng xã hội; trang thông tin điện tử", "MobileVan,Social,Portal")]
    [InlineData("Cung cấp thông tin cho các cơ quan báo chí", "PressSupply")]
    [InlineData("Sinh hoạt Ngày Pháp luật và sinh hoạt chuyên đề", "LawDay,ThematicSession")]
    [InlineData("Hội thi sân khấu hóa", "LiveContest,Stage")]
    [InlineData("Cuộc thi trực tuyến tìm hiểu cải cách hành chính", "OnlineContest")]
    [InlineData("Tổ chức đoàn đi học tập kinh nghiệm", "StudyVisit")]
    [InlineData("Phát hành bản tin nội bộ", "Bulletin")]
    public void Classify_NamedForms_InOrderOfMention(string text, string expected) =>
        string.Join(',', CommunicationForms.Classify(text)).ShouldBe(expected);

    [Fact]
    public void Classify_NothingNamed_IsOther() => CommunicationForms.Classify("").ShouldBe([CommunicationForm.Other]);
}
