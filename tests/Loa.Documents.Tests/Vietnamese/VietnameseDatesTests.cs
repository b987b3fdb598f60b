using System.Globalization;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

public sealed class VietnameseDatesTests
{
    [Theory]
    [InlineData("ngày 21 tháng 02 năm 2024", "2024-02-21")]
    [InlineData("Thanh Giang, ngày 5 tháng 3 năm 2026", "2026-03-05")]
    [InlineData("ngày 21 tháng 02, năm 2024", "2024-02-21")]
    [InlineData("ngày 2 1 tháng 0 2 năm 20 24", "2024-02-21")]
    [InlineData("trước ngày 25/5/2020", "2020-05-25")]
    [InlineData("ngày 21 /02/2024", "2024-02-21")]
    [InlineData("21-2-2024", "2024-02-21")]
    [InlineData("21 - 02 - 2024", "2024-02-21")]
    [InlineData("ngày 15.11.2025", "2025-11-15")]
    [InlineData("01/3 năm 2025", "2025-03-01")]
    [InlineData("ngày 29 tháng 02 năm 2024", "2024-02-29")]
    [InlineData("Quyết định số 47/QĐ-UBND ngày 14/01/2014", "2014-01-14")]
    [InlineData("Thông tư số 02/2017/TT-VPCP ngày 30/10/2017", "2017-10-30")]
    public void Find_ReadsDate(string text, string date) =>
        VietnameseDates.Find(text)!.Value.Date.ShouldBe(DateOnly.Parse(date, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Hà Thanh, ngày tháng năm 2023")]
    [InlineData("ngày    tháng   năm 2023")]
    [InlineData("ngày … tháng … năm 2023")]
    [InlineData("ngày ..... tháng 3 năm 2023")]
    [InlineData("ngày     /02/2024")]
    [InlineData("ngày 12 tháng 3 năm …")]
    public void Find_OpenDate_IsIncomplete(string text)
    {
        var found = VietnameseDates.Find(text)!.Value;
        found.Date.ShouldBeNull();
        found.State.ShouldBe(DateState.Incomplete);
    }

    [Theory]
    [InlineData("ngày 31/02/2024")]
    [InlineData("ngày 30 tháng 02 năm 2023")]
    [InlineData("12/13/2024")]
    [InlineData("00/05/2024")]
    public void Find_NoDayOfTheCalendar_IsImpossible(string text)
    {
        var found = VietnameseDates.Find(text)!.Value;
        found.Date.ShouldBeNull();
        found.State.ShouldBe(DateState.Impossible);
    }

    [Theory]
    [InlineData("trước 25/5", "2020-05-25")]
    [InlineData("trước ngày 15 tháng 11", "2020-11-15")]
    public void Find_WithoutYear_TakesImpliedYear(string text, string date)
    {
        var found = VietnameseDates.Find(text, 2020)!.Value;
        found.Date.ShouldBe(DateOnly.Parse(date, CultureInfo.InvariantCulture));
        found.YearImplied.ShouldBeTrue();
    }

    [Theory]
    [InlineData("mức độ 3, 4")]
    [InlineData("mức độ 3/4")]
    [InlineData("giai đoạn 2021-2030")]
    [InlineData("Nghị quyết 76/NQ-CP")]
    [InlineData("20/2008/NĐ-CP")]
    [InlineData("số 5/12/2024/QĐ")]
    [InlineData("")]
    public void Find_NoDate_IsNull(string text) => VietnameseDates.Find(text)?.Date.ShouldBeNull();

    [Fact]
    public void FindAll_ReadsInOrderWithRanges()
    {
        const string Text = "từ ngày 01/3/2024 đến ngày 30/9/2024";
        VietnameseDates.FindAll(Text).Select(d => Text[d.Range.Start..d.Range.End]).ShouldBe(["ngày 01/3/2024", "ngày 30/9/2024"]);
    }
}
