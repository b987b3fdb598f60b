using System.Text;
using Loa.Documents.Blocks;
using Loa.Documents.Plans;

namespace Loa.Documents.Tests.Blocks;

/// <summary>Plain text that kept the look of the page: columns held apart by spaces, wrapped lines, tables drawn with bars.</summary>
public sealed class PlainTextLayoutTests
{
    private const string Printed = """
          ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT
           XÃ THANH GIANG                              NAM
        Số:      /KH-UBND                  Độc lập - Tự do - Hạnh phúc
                                      Thanh Giang, ngày     tháng 02 năm 2026

                                 KẾ HOẠCH
              Tuyên truyền cải cách hành chính năm 2026

              Thực hiện Kế hoạch số 12/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh
        Nam Lĩnh về công tác tuyên truyền năm 2026, Ủy ban nhân dân xã ban hành Kế hoạch
        như sau:
              I. MỤC ĐÍCH
              Nâng cao nhận thức của cán bộ, công chức và Nhân dân trong toàn xã về
        Chương trình cải cách hành chính.
              II. TỔ CHỨC THỰC HIỆN
              1. Phòng Văn hóa - Xã hội
              - Báo cáo kết quả về Ủy ban nhân dân xã định kỳ 6 tháng (trước ngày
        10/6) và năm (trước ngày 10/12).
              Trên đây là Kế hoạch của Ủy ban nhân dân xã./.
              Nơi nhận:                          TM. ỦY BAN NHÂN DÂN
        - Sở Nội vụ;                               KT. CHỦ TỊCH
        - Các thôn;                               PHÓ CHỦ TỊCH
        - Lưu: VT.

                                                   Trần Văn Mẫu
        """;

    [Fact]
    public void ColumnsApartBySpaces_AreHeadingAndSignature()
    {
        var heading = Read(Printed).Document;

        (heading.Issuer, heading.Reference, heading.Place, heading.Date, heading.Kind, heading.Subject).ShouldBe(
            ("Ủy ban nhân dân xã Thanh Giang", "/KH-UBND", "Thanh Giang", (DateOnly?)null, "Kế hoạch", "Tuyên truyền cải cách hành chính năm 2026"));
        heading.Signer.ShouldBe(new Signer("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Mẫu"));
        heading.Recipients.ShouldBe(["Sở Nội vụ", "Các thôn"]);
    }

    [Fact]
    public void HeadingUnderASignature_LeavesTheSignatureWhole()
    {
        var heading = Read(Printed.Replace("- Các thôn;", "- Các thôn, các chi hội của ", StringComparison.Ordinal).Replace("- Lưu: VT.", "Hội Nông dân;\n- Lưu: VT.", StringComparison.Ordinal)
            + "\n  ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n   XÃ THANH GIANG                Độc lập - Tự do - Hạnh phúc\n\n         PHỤ LỤC\n      DANH MỤC NHIỆM VỤ\n").Document;

        heading.Signer.ShouldBe(new Signer("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Mẫu"));
        heading.Recipients.ShouldBe(["Sở Nội vụ", "Các thôn, các chi hội của Hội Nông dân"]);
    }

    [Fact]
    public void WrappedLines_AreOneParagraph()
    {
        var plan = Read(Printed);

        plan.Purposes.ShouldBe(["Nâng cao nhận thức của cán bộ, công chức và Nhân dân trong toàn xã về Chương trình cải cách hành chính."]);
        plan.LegalBases.ShouldHaveSingleItem().Issuer.ShouldBe("Ủy ban nhân dân tỉnh Nam Lĩnh");
        plan.Reporting.Select(r => r.Due).ShouldBe([new DateOnly(2026, 6, 10), new DateOnly(2026, 12, 10)]);
    }

    [Fact]
    public void LinesPartedByABlankLine_StayParagraphs() => Read(Printed.Replace(
        "      II. TỔ CHỨC THỰC HIỆN", "\nPhát huy vai trò của từng thôn trong công tác tuyên truyền cải cách\n\nĐổi mới hình thức tuyên truyền.\n      II. TỔ CHỨC THỰC HIỆN", StringComparison.Ordinal))
        .Purposes.Count.ShouldBe(3);

    [Theory]
    [InlineData("| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian |\n|---|---|:---:|---|---|\n| 1 | Viết bài | Sở Nội vụ |  | Quý I/2026 |\n| 2 | Mở lớp | Sở Y tế | Sở Nội vụ | Quý II/2026 |")]
    [InlineData("TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian |\n1 | Viết bài | Sở Nội vụ | | Quý I/2026 |\n2 | Mở lớp | Sở Y tế | Sở Nội vụ | Quý II/2026 |")]
    public void TableDrawnWithBars_IsATable(string table)
    {
        var tasks = Read(Printed + "\n\nPHỤ LỤC\n\nPHÂN CÔNG NHIỆM VỤ\n\n" + table).Tasks;

        tasks.Select(t => $"{t.Number}/{t.Content}/{string.Join('+', t.Lead)}/{string.Join('+', t.Coordinating)}/{t.Timeframe?.Text}")
            .ShouldBe(["1/Viết bài/Sở Nội vụ//Quý I/2026", "2/Mở lớp/Sở Y tế/Sở Nội vụ/Quý II/2026"]);
    }

    private static PlanContent Read(string text) => PlanReader.Read(SourceReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))).Content;
}
