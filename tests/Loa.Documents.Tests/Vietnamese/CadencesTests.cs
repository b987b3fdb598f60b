using FsCheck;
using FsCheck.Fluent;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

public sealed class CadencesTests
{
    [Theory]
    [InlineData("Duy trì chuyên mục phát sóng mỗi tuần một lần, thời lượng mỗi lần ít nhất 15 phút.", "1 P1W broadcast 15")]
    [InlineData("Chủ trì tổ chức tọa đàm về cải cách hành chính mỗi tháng ít nhất một lần.", "1 P1M seminar")]
    [InlineData("Thời gian thực hiện: một tháng 02 chuyên mục.", "2 P1M column")]
    [InlineData("Trong năm phải có ít nhất một lần tổ chức đối thoại trực tiếp với tổ chức, cá nhân.", "1 P1Y dialogue")]
    [InlineData("Trong năm 2024 tổ chức ít nhất 02 hội nghị tuyên truyền.", "2 P1Y conference")]
    [InlineData("Định kỳ 1 lần/quý gửi tin, bài về bộ phận thường trực.", "1 P3M news,article")]
    [InlineData("Mỗi quý có ít nhất 04 tin, bài trên trang thông tin điện tử.", "4 P3M news,article")]
    [InlineData("Hằng tuần có tối thiểu 01 tin hoặc 01 bài.", "1 P1W news,article")]
    [InlineData("Hai tuần có 01 tin hoặc 01 bài.", "1 P2W news,article")]
    [InlineData("Hằng tháng có 01 chuyên mục.", "1 P1M column")]
    [InlineData("Hai tháng có 01 chuyên mục.", "1 P2M column")]
    [InlineData("Phát trên hệ thống loa tối thiểu 03 (04) lần/tháng.", "3 P1M loudspeaker")]
    [InlineData("Phát thanh ít nhất 01 lần/01 tháng, khuyến khích 01 lần/tuần.", "1 P1M broadcast")]
    [InlineData("Định kỳ 6 tháng/01 lần", "1 P6M other")]
    [InlineData("Tổ chức đối thoại hoặc tọa đàm 6 tháng một lần.", "1 P6M dialogue,seminar")]
    [InlineData("Tổ chức hội nghị tối thiểu 02 lần một năm.", "2 P1Y conference")]
    [InlineData("Mỗi xã tổ chức ít nhất 01 hội nghị/năm.", "1 P1Y conference")]
    [InlineData("Hằng năm tổ chức ít nhất 02 lớp tập huấn cho cán bộ.", "2 P1Y training")]
    [InlineData("Đăng tải ít nhất 05 tin và 02 bài mỗi tháng.", "2 P1M article; 5 P1M news")]
    [InlineData("Phát thanh ít nhất 03 lần/tuần, mỗi lần không dưới 10 phút.", "3 P1W broadcast 10")]
    [InlineData("Phát thanh 03 lần/tuần, mỗi lần tối đa 10 phút.", "3 P1W broadcast")]
    [InlineData("Phát sóng 02 lần/tuần, mỗi lần 10 - 15 phút.", "2 P1W broadcast 10")]
    [InlineData("02 chuyên đề/năm", "2 P1Y other")]
    [InlineData("Phát trên loa truyền thanh tuần 3 buổi.", "3 P1W loudspeaker")]
    [InlineData("Phát trên loa truyền thanh mỗi tuần 3 buổi.", "3 P1W loudspeaker")]
    [InlineData("Phát thanh ngày 2 buổi, tuần 5 ngày.", "2 P1D broadcast")]
    [InlineData("Họp giao ban định kỳ 01 lần/tháng.", "1 P1M meeting")]
    [InlineData("Thời lượng phát thanh tối thiểu là 05 phút/lần.", "  broadcast 5")]
    public void Read_PromiseWithNumber_IsRead(string sentence, string expected) => Print(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("Phối hợp lồng ghép trong các văn bản hướng dẫn tuyên truyền hàng tháng.")]
    [InlineData("Lồng ghép vào sinh hoạt Ngày Pháp luật hàng tháng.")]
    [InlineData("Định kỳ 6 tháng, năm báo cáo kết quả về Sở Nội vụ.")]
    [InlineData("Báo cáo kết quả 01 lần/quý.")]
    [InlineData("Trong tháng 5/2024 tổ chức hội nghị triển khai.")]
    [InlineData("Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018.")]
    [InlineData("100% thủ tục hành chính được công khai trong năm 2024.")]
    [InlineData("Trong 6 tháng đầu năm tổ chức 01 hội nghị.")]
    [InlineData("")]
    public void Read_NoPromiseWithNumber_ReadsNothing(string sentence) => Cadences.Read(sentence).ShouldBeEmpty();

    [Fact]
    public void Read_AnyText_NeverThrowsAndStaysInside() =>
        Prop.ForAll<string>(text =>
        {
            foreach (var found in Cadences.Read(text ?? ""))
                (found.Range.Start >= 0 && found.Range.End <= text!.Length).ShouldBeTrue();
        }).QuickCheckThrowOnFailure();

    private static string Print(string sentence) => string.Join("; ", Cadences.Read(sentence)
        .Select(f => $"{f.Value.Count} {f.Value.Per} {string.Join(',', f.Value.Forms).ToLowerInvariant()}{(f.Value.MinMinutes is { } m ? $" {m}" : "")}")
        .Order(StringComparer.Ordinal));
}
