using Loa.Documents.Plans;

namespace Loa.Documents.Tests.Plans;

/// <summary>Sections, duties and promises of the text.</summary>
public sealed class BodyTests
{
    [Fact]
    public void Duties_BulletsUnderAnAgency_AreOneEach() => Duties(
        "1. Sở Nội vụ", "- Theo dõi việc thực hiện.", "- Căn cứ Kế hoạch này, hướng dẫn các địa phương.", "2. Sở Tài chính: Bố trí kinh phí.").ShouldBe(["Sở Nội vụ 2", "Sở Tài chính 1"]);

    [Fact]
    public void Duty_ParagraphThatOpensWithAnotherAgency_IsThatAgencys() => Duties(
        "1. Sở Nội vụ", "Theo dõi việc thực hiện.", "UBND các xã, phường tuyên truyền trên loa truyền thanh.").ShouldBe(["Sở Nội vụ 1", "UBND các xã, phường 1"]);

    [Fact]
    public void Request_OfABodyOutside_IsMarked()
    {
        var asked = Plan("1. Sở Nội vụ", "- Theo dõi.", "2. Đề nghị Ủy ban MTTQ Việt Nam tỉnh: Phối hợp tuyên truyền.").Responsibilities[1];

        (asked.Agency, asked.Request, asked.Duties[0]).ShouldBe(("Ủy ban MTTQ Việt Nam tỉnh", true, "Phối hợp tuyên truyền."));
    }

    [Fact]
    public void Duty_OfAUnitNamedUnderItsAgency_IsTheUnits() => Duties(
        "1. Văn phòng Sở", "a) Phòng Hành chính: Theo dõi việc thực hiện.", "b) Đôn đốc các đơn vị.").ShouldBe(["Văn phòng Sở 1", "Phòng Hành chính 1"]);

    [Fact]
    public void Title_ThatSaysWhoseResponsibility_NamesTheAgency() => Duties(
        "1. Trách nhiệm của các cơ quan chuyên môn thuộc UBND tỉnh", "- Tuyên truyền trong cơ quan.").ShouldBe(["các cơ quan chuyên môn thuộc UBND tỉnh 1"]);

    [Fact]
    public void LastDuty_AboveTheClosingParagraph_IsNoTitle() => Duties(
        "1. Sở Nội vụ theo dõi.", "2. Văn phòng Sở tổng hợp kết quả.", "Trên đây là Kế hoạch tuyên truyền.").ShouldBe(["Sở Nội vụ 1", "Văn phòng Sở 1"]);

    [Fact]
    public void Agency_EndsBeforeHowOften() => Duties(
        "1. Báo Thanh Giang, Đài Phát thanh tỉnh mỗi tháng có ít nhất 02 chuyên mục.").ShouldBe(["Báo Thanh Giang, Đài Phát thanh tỉnh 1"]);

    [Fact]
    public void PartyNumbering_OpensSections() => DocumentBuilder.Plan().Lines(
        "I- MỤC ĐÍCH, YÊU CẦU", "1- Mục đích", "Quán triệt sâu sắc.", "2- Yêu cầu", "Thiết thực.").Signed().Read().Requirements.ShouldBe(["Thiết thực."]);

    [Fact]
    public void ClosingParagraph_IsNobodysDuty() => Duties(
        "1. Sở Nội vụ", "- Theo dõi.", "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Nội vụ.").ShouldBe(["Sở Nội vụ 1"]);

    [Fact]
    public void RepeatedNumbers_AreKeptAsPrinted() =>
        Plan("1. Sở Nội vụ", "- Theo dõi.", "1. Sở Tài chính", "- Cấp kinh phí.").Sections[^1].Children.Select(c => $"{c.Number} {c.Title}").ShouldBe(["1 Sở Nội vụ", "1 Sở Tài chính"]);

    [Fact]
    public void SentenceCutByAPage_IsJoined()
    {
        var plan = DocumentBuilder.Plan().Lines("I. MỤC ĐÍCH", "- Nâng cao nhận thức của cán bộ, công chức về", "cải cách hành chính.").Signed().Read();

        plan.Purposes.ShouldBe(["Nâng cao nhận thức của cán bộ, công chức về cải cách hành chính."]);
    }

    [Fact]
    public void RunInTitle_IsDividedFromItsText()
    {
        var section = DocumentBuilder.Plan().Lines("I. MỤC ĐÍCH", "Nâng cao nhận thức.", "II. NỘI DUNG CỦA KẾ HOẠCH: Thực hiện theo Phụ lục kèm theo.").Signed().Read().Sections[1];

        (section.Title, section.Paragraphs[0]).ShouldBe(("NỘI DUNG CỦA KẾ HOẠCH", "Thực hiện theo Phụ lục kèm theo."));
    }

    [Fact]
    public void Topics_IntroducingLine_IsDropped() => DocumentBuilder.Plan().Lines(
        "II. NỘI DUNG", "1. Nội dung tuyên truyền", "a) Chủ trương của Đảng.", "b) Tập trung các nội dung sau:", "- Dịch vụ công trực tuyến.", "- Một cửa.").Signed().Read()
        .Topics.ShouldBe(["Chủ trương của Đảng.", "Dịch vụ công trực tuyến.", "Một cửa."]);

    [Fact]
    public void EveryFact_HasItsPassageAndConfidence()
    {
        var document = DocumentBuilder.Plan().Lines("I. MỤC ĐÍCH", "- Nâng cao nhận thức.").Signed().Centered("PHỤ LỤC").Table("""
            STT | Nội dung | Chủ trì | Thời gian
            1 | Viết bài | Sở Nội vụ; Sở Y tế | Quý I/2025
            """).Build();

        var reading = PlanReader.Read(document);

        var span = reading.Spans["/tasks/0/lead/1"].ShouldHaveSingleItem();
        document.Paragraphs[span.Block].Text[span.Start..span.End].ShouldBe("Sở Y tế");
        reading.Confidence.Keys.ShouldBe(reading.Spans.Keys, ignoreOrder: true);
        reading.Confidence.Values.ShouldAllBe(c => c > 0 && c <= 1);
        reading.Spans.Values.SelectMany(s => s).ShouldAllBe(s => s.Start >= 0 && s.Start < s.End && s.End <= document.Paragraphs[s.Block].Text.Length);
    }

    [Fact]
    public void Json_Written_IsReadBackTheSame()
    {
        var content = Plan("1. Sở Nội vụ", "- Theo dõi.");

        var json = PlanJson.Serialize(content);

        PlanJson.Serialize(PlanJson.Deserialize(json)).ShouldBe(json);
        json.ShouldContain("\"parentIssuer\":null");
        json.ShouldContain("Sở Nội vụ");
    }

    [Theory]
    [InlineData("Mỗi tháng có 02 chuyên mục.")]
    [InlineData("MỖI THÁNG CÓ 02 CHUYÊN MỤC.")]
    [InlineData("Mỗi Tháng Có 02 Chuyên Mục.")]
    [InlineData("Tổ chức 02 chuyên mục/Tháng.")]
    public void Promise_InAnyCasing_IsFound(string duty) => Plan("1. Sở Nội vụ", "- " + duty).Cadences.ShouldHaveSingleItem().Count.ShouldBe(2);

    [Theory]
    [InlineData("1. Sở Nội vụ: Đăng 02 tin/tháng trên trang thông tin điện tử.")]
    [InlineData("1. Sở Nội vụ|Đăng 02 tin/tháng trên trang thông tin điện tử.")]
    [InlineData("1. Sở Nội vụ|- Đăng 02 tin/tháng trên trang thông tin điện tử.")]
    public void Promise_OfADuty_IsCountedOnce(string lines) => Plan(lines.Split('|')).Cadences.ShouldHaveSingleItem().Agencies.ShouldBe(["Sở Nội vụ"]);

    [Fact]
    public void LengthOfAnOccasion_InItsOwnSentence_BelongsToThePromise()
    {
        var cadence = Plan("1. Phòng Văn hóa - Xã hội", "- Phát thanh tối thiểu 03 lần/tuần. Tối thiểu là 05 phút/lần phát sóng.").Cadences.ShouldHaveSingleItem();

        (cadence.Count, cadence.Per?.ToString(), cadence.MinMinutes).ShouldBe((3, "P1W", 5));
    }

    [Fact]
    public void NameThatEndsInOffice_IsFinishedBeforeTheVerb() =>
        Duties("1. Các phòng, ban thuộc Văn phòng phối hợp thực hiện.").ShouldBe(["Các phòng, ban thuộc Văn phòng 1"]);

    private static IEnumerable<string> Duties(params string[] lines) => Plan(lines).Responsibilities.Select(r => $"{r.Agency} {r.Duties.Count}");

    private static PlanContent Plan(params string[] lines) =>
        DocumentBuilder.Plan().Lines("I. MỤC ĐÍCH", "Nâng cao nhận thức.", "II. TỔ CHỨC THỰC HIỆN").Lines(lines).Signed().Read();
}
