using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

/// <summary>What real plans print and the grammars once misread, in our own words.</summary>
public sealed class SeenInRealPlansTests
{
    [Theory]
    [InlineData("CẢI CÁCH HÀNH CHÍNH TỈNH HÒA BẮC NĂM 2014", "Cải cách hành chính tỉnh Hòa Bắc năm 2014")]
    [InlineData("BAN HÀNH KẾ HOẠCH TRUYỀN THÔNG NĂM 2022", "Ban hành Kế hoạch truyền thông năm 2022")]
    [InlineData("VỀ VIỆC PHÊ DUYỆT ĐỀ ÁN NÂNG CAO NĂNG LỰC CÁN BỘ CƠ SỞ", "Về việc phê duyệt Đề án nâng cao năng lực cán bộ cơ sở")]
    [InlineData("TUYÊN TRUYỀN PHÒNG, CHỐNG THAM NHŨNG TRÊN ĐỊA BÀN HUYỆN NAM LĨNH GIAI ĐOẠN 2021 - 2025", "Tuyên truyền phòng, chống tham nhũng trên địa bàn huyện Nam Lĩnh giai đoạn 2021 - 2025")]
    [InlineData("TRÁCH NHIỆM CỦA CÁC SỞ, BAN, NGÀNH, ỦY BAN NHÂN DÂN HUYỆN", "Trách nhiệm của các sở, ban, ngành, Ủy ban nhân dân huyện")]
    public void Of_CapitalsTheBodyDoesNotPrint_GivesRunningText(string capitals, string expected) => SentenceCase.Of(capitals, "", "Hòa Bắc").ShouldBe(expected);

    [Fact]
    public void Of_APlaceLineThatNamesItsKind_LeavesTheKindSmall() =>
        SentenceCase.Of("ỦY BAN NHÂN DÂN THÀNH PHỐ LAM KINH", "", "Thành phố Lam Kinh").ShouldBe("Ủy ban nhân dân thành phố Lam Kinh");

    [Fact]
    public void Find_TheDayOfAnotherDocument_IsNoProgrammeYear() =>
        ProgrammeYearsGrammar.Find("Ban hành Chương trình thực hiện Nghị quyết số 9-NQ/TU ngày 22 tháng 12 năm 2024 về chuyển đổi số").ShouldBeNull();

    [Theory]
    [InlineData("Tuyên truyền cải cách hành chính năm 2023 và giai đoạn 2023 - 2025", 2023, 2025)]
    [InlineData("Tuyên truyền cải cách hành chính năm 2022, giai đoạn 2022-2025", 2022, 2025)]
    [InlineData("Tuyên truyền năm 2021 thực hiện Chương trình cải cách hành chính giai đoạn 2021 - 2030", 2021, 2021)]
    public void Find_AYearAndTheStageItOpens_IsOneProgramme(string subject, int from, int to) =>
        ProgrammeYearsGrammar.Find(subject).ShouldBe(new ProgrammeYears(from, to));

    [Fact]
    public void Read_TwoPeriodsAndTwoDays_ArePaired() =>
        ReportingDuties.Read("Định kỳ 06 tháng, 01 năm báo cáo về Sở Nội vụ trước ngày 20/6 và 20/11.", new ProgrammeYears(2024, 2024))
            .Select(d => (d.Value.Period, d.Value.Due)).ShouldBe([(ReportingPeriodKind.HalfYear, new DateOnly(2024, 6, 20)), (ReportingPeriodKind.Year, new DateOnly(2024, 11, 20))]);

    [Fact]
    public void Read_SeveralDecreesBehindAColon_AreEachABasis() =>
        LegalBases.Read("Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục hành chính và các Nghị định: số 48/2013/NĐ-CP ngày 14/5/2013, số 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ;")
            .Select(b => b.Basis.Reference).ShouldBe(["63/2010/NĐ-CP", "48/2013/NĐ-CP", "92/2017/NĐ-CP"]);

    [Fact]
    public void Read_TwoDaysThatShareOneBefore_AreTwoReports() =>
        ReportingDuties.Read("Báo cáo UBND huyện trước ngày 20/6 (báo cáo 6 tháng) và 20/11 (báo cáo năm).", new ProgrammeYears(2019, 2019))
            .Select(d => d.Value.Due).ShouldBe([new DateOnly(2019, 6, 20), new DateOnly(2019, 11, 20)]);
}
