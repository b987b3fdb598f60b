using System.Globalization;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

/// <summary>Cells are read for a programme of 2024 unless a test says otherwise. Dates are written "from..to".</summary>
public sealed class TimeframesTests
{
    private static readonly ProgrammeYears Year2024 = new(2024, 2024);

    [Theory]
    [InlineData("Thường xuyên")]
    [InlineData("Thường xuyên.")]
    [InlineData("THƯỜNG XUYÊN")]
    [InlineData("Thường xuyên, liên tục")]
    [InlineData("Thường xuyên, hằng năm")]
    [InlineData("Thường xuyên hàng năm")]
    [InlineData("Thường xuyên trong năm")]
    [InlineData("Thường xuyên,\nliên tục")]
    [InlineData("Thực hiện thường xuyên")]
    [InlineData("Duy trì thường xuyên")]
    [InlineData("Liên tục")]
    [InlineData("Cả năm")]
    [InlineData("Trong năm")]
    [InlineData("Cả năm 2024")]
    [InlineData("Suốt năm")]
    [InlineData("Trong cả năm")]
    [InlineData("Thường xuyên trong năm 2024")]
    [InlineData("Thường xuyên (năm 2024)")]
    [InlineData("Thường xuyên, kịp thời")]
    public void Read_Continuous_CoversTheProgrammeYears(string cell) => Check(cell, TimeframeKind.Continuous, "2024-01-01..2024-12-31");

    [Theory]
    [InlineData("Thường xuyên trong giai đoạn 2026 - 2030", "2026-01-01..2030-12-31")]
    [InlineData("Thường xuyên từ tháng 3/2024", "2024-03-01..2024-12-31")]
    public void Read_ContinuousWithItsOwnPeriod_CoversThat(string cell, string days) => Check(cell, TimeframeKind.Continuous, days);

    [Theory]
    [InlineData("Quý III/2020", "2020-07-01..2020-09-30")]
    [InlineData("Quí IV-2025", "2025-10-01..2025-12-31")]
    [InlineData("Quý III Năm 2026", "2026-07-01..2026-09-30")]
    [InlineData("Quý III, năm 2026", "2026-07-01..2026-09-30")]
    [InlineData("Quý 2/2024", "2024-04-01..2024-06-30")]
    [InlineData("Quý lI/2024", "2024-04-01..2024-06-30")]
    [InlineData("Quý II (2024)", "2024-04-01..2024-06-30")]
    [InlineData("Quý IV/2025- Quý II/2026", "2025-10-01..2026-06-30")]
    [InlineData("Quý IV - Quý I/2025", "2024-10-01..2025-03-31")]
    [InlineData("Quý I, II", "2024-01-01..2024-06-30")]
    [InlineData("Quý I,II,III/2024", "2024-01-01..2024-09-30")]
    [InlineData("Quý I-II/2024", "2024-01-01..2024-06-30")]
    [InlineData("Quý I và Quý II năm 2024", "2024-01-01..2024-06-30")]
    [InlineData("Quý II, quý III/2024", "2024-04-01..2024-09-30")]
    [InlineData("Quý I", "2024-01-01..2024-03-31")]
    [InlineData("Trong quý I", "2024-01-01..2024-03-31")]
    [InlineData("Q3/2024", null)]
    [InlineData("Quý I/2024; Quý III/2024", "2024-01-01..2024-09-30")]
    [InlineData("Quý II/2024\nQuý IV/2024", "2024-04-01..2024-12-31")]
    [InlineData("Tháng 5/2024", "2024-05-01..2024-05-31")]
    [InlineData("Tháng 02/2026", "2026-02-01..2026-02-28")]
    [InlineData("Tháng 12 năm 2025", "2025-12-01..2025-12-31")]
    [InlineData("Tháng 9, 10 năm 2025", "2025-09-01..2025-10-31")]
    [InlineData("Tháng 3 - 6/2024", "2024-03-01..2024-06-30")]
    [InlineData("Tháng 3-6", "2024-03-01..2024-06-30")]
    [InlineData("Tháng 3, 6, 9, 12", "2024-03-01..2024-12-31")]
    [InlineData("Tháng 10/2024 - tháng 3/2025", "2024-10-01..2025-03-31")]
    [InlineData("Từ tháng 3 đến tháng 11/2024", "2024-03-01..2024-11-30")]
    [InlineData("Từ tháng 10 đến tháng 02/2025", "2024-10-01..2025-02-28")]
    [InlineData("T3-T6/2024", null)]
    [InlineData("3/2024", "2024-03-01..2024-03-31")]
    [InlineData("3-5/2024", "2024-03-01..2024-05-31")]
    [InlineData("Trong tháng 3", "2024-03-01..2024-03-31")]
    [InlineData("Tháng tư", "2024-04-01..2024-04-30")]
    [InlineData("đầu tháng 5", "2024-05-01..2024-05-31")]
    [InlineData("Cuối tháng 11/2024", "2024-11-01..2024-11-30")]
    [InlineData("Từ ngày 01/3/2024 đến 30/9/2024", "2024-03-01..2024-09-30")]
    [InlineData("Từ ngày 01/3 đến ngày 30/9/2024", "2024-03-01..2024-09-30")]
    [InlineData("Từ 01/3 - 30/9", "2024-03-01..2024-09-30")]
    [InlineData("Từ ngày 01 đến ngày 15/3/2024", "2024-03-01..2024-03-15")]
    [InlineData("20-21/3/2024", "2024-03-20..2024-03-21")]
    [InlineData("Ngày 15/5/2024", "2024-05-15..2024-05-15")]
    [InlineData("Ngày 15 tháng 5 năm 2024", "2024-05-15..2024-05-15")]
    [InlineData("Từ 15/3/2024 đến hết tháng 6", "2024-03-15..2024-06-30")]
    [InlineData("6 tháng đầu năm", "2024-01-01..2024-06-30")]
    [InlineData("06 tháng đầu năm 2025", "2025-01-01..2025-06-30")]
    [InlineData("6 tháng cuối năm", "2024-07-01..2024-12-31")]
    [InlineData("9 tháng đầu năm", "2024-01-01..2024-09-30")]
    [InlineData("Trong 6 tháng đầu năm 2024", "2024-01-01..2024-06-30")]
    [InlineData("Năm 2024", "2024-01-01..2024-12-31")]
    [InlineData("Trong năm 2024", "2024-01-01..2024-12-31")]
    [InlineData("2026", "2026-01-01..2026-12-31")]
    [InlineData("2026-2030", "2026-01-01..2030-12-31")]
    [InlineData("Năm 2025-2026", "2025-01-01..2026-12-31")]
    [InlineData("Năm 2025 - 2026", "2025-01-01..2026-12-31")]
    [InlineData("Các năm 2024, 2025 và 2026", "2024-01-01..2026-12-31")]
    [InlineData("Giai đoạn 2026 - 2030", "2026-01-01..2030-12-31")]
    [InlineData("Giai đoạn 2026 – 2030", "2026-01-01..2030-12-31")]
    [InlineData("Từ năm 2024 đến năm 2026", "2024-01-01..2026-12-31")]
    [InlineData("Từ Quý II/2024", "2024-04-01..2024-12-31")]
    [InlineData("Bắt đầu từ tháng 4", "2024-04-01..2024-12-31")]
    [InlineData("Ban hành trong Quý I/2024", "2024-01-01..2024-03-31")]
    [InlineData("Cuối năm", "2024-01-01..2024-12-31")]
    public void Read_Period_SpansFirstToLastDay(string cell, string? days)
    {
        days ??= cell.StartsWith('Q') ? "2024-07-01..2024-09-30" : "2024-03-01..2024-06-30";
        Check(cell, TimeframeKind.Period, days);
    }

    [Theory]
    [InlineData("Trước ngày 25/5/2020", "2020-05-25")]
    [InlineData("Trước ngày 30/11/2025", "2025-11-30")]
    [InlineData("Trước 30/6", "2024-06-30")]
    [InlineData("Xong trước ngày 15/3/2024", "2024-03-15")]
    [InlineData("Hoàn thành trước ngày 15 tháng 3", "2024-03-15")]
    [InlineData("Chậm nhất 15/11", "2024-11-15")]
    [InlineData("Chậm nhất ngày 15/11/2024", "2024-11-15")]
    [InlineData("Chậm nhất là ngày 15/11", "2024-11-15")]
    [InlineData("Muộn nhất đến ngày 15/11/2024", "2024-11-15")]
    [InlineData("Hoàn thành trong tháng 6", "2024-06-30")]
    [InlineData("Hoàn thành Quý II", "2024-06-30")]
    [InlineData("Hoàn thành trong Quý II/2024", "2024-06-30")]
    [InlineData("Hoàn thành năm 2025", "2025-12-31")]
    [InlineData("Trước năm 2030", "2029-12-31")]
    [InlineData("Trước tháng 6/2024", "2024-05-31")]
    [InlineData("Trước Quý IV", "2024-09-30")]
    [InlineData("Đến hết năm", "2024-12-31")]
    [InlineData("Đến hết năm 2025", "2025-12-31")]
    [InlineData("Đến năm 2030", "2030-12-31")]
    [InlineData("Hết quý III", "2024-09-30")]
    [InlineData("Đến ngày 31/12/2024", "2024-12-31")]
    [InlineData("Hoàn thành trong năm", "2024-12-31")]
    [InlineData("Từ nay đến hết năm 2025", "2025-12-31")]
    [InlineData("Hoàn thành: 30/6/2024", "2024-06-30")]
    [InlineData("Hoàn thành việc rà soát trong Quý I/2024", "2024-03-31")]
    [InlineData("Hạn cuối: 20/12", "2024-12-20")]
    public void Read_Deadline_EndsOnThatDay(string cell, string due) => Check(cell, TimeframeKind.Deadline, ".." + due);

    [Theory]
    [InlineData("Định kỳ 6 tháng/01 lần", "P6M")]
    [InlineData("Định kỳ 06 tháng", "P6M")]
    [InlineData("6 tháng/lần", "P6M")]
    [InlineData("6 tháng một lần", "P6M")]
    [InlineData("Định kỳ 6 tháng, năm", "P6M")]
    [InlineData("6 tháng, năm", "P6M")]
    [InlineData("Hằng quý", "P3M")]
    [InlineData("Hàng quí", "P3M")]
    [InlineData("Định kỳ hằng quý", "P3M")]
    [InlineData("Theo quý", "P3M")]
    [InlineData("Các quý trong năm", "P3M")]
    [InlineData("Hàng tháng", "P1M")]
    [InlineData("Hằng tháng trong năm 2024", "P1M")]
    [InlineData("Mỗi tháng một lần", "P1M")]
    [InlineData("01 lần/tháng", "P1M")]
    [InlineData("Ít nhất 01 lần/tháng", "P1M")]
    [InlineData("Mỗi tuần", "P1W")]
    [InlineData("Thứ hai hàng tuần", "P1W")]
    [InlineData("2 tuần/lần", "P2W")]
    [InlineData("Hằng năm", "P1Y")]
    [InlineData("Hàng năm", "P1Y")]
    [InlineData("Mỗi năm 02 lần", "P6M")]
    [InlineData("02 lần/năm", "P6M")]
    [InlineData("1 lần/quý", "P3M")]
    [InlineData("04 lần/năm", "P3M")]
    [InlineData("một năm một lần", "P1Y")]
    [InlineData("Ngày 20 hàng tháng", "P1M")]
    public void Read_Recurring_RunsThroughTheProgrammeYears(string cell, string every) =>
        Check(cell, TimeframeKind.Recurring, "2024-01-01..2024-12-31", every);

    [Theory]
    [InlineData("Tháng 12 hằng năm", "2024-12-01..2024-12-31", "P1Y")]
    [InlineData("Tháng 12 hàng năm", "2024-12-01..2024-12-31", "P1Y")]
    [InlineData("Quý IV hằng năm", "2024-10-01..2024-12-31", "P1Y")]
    [InlineData("Trước ngày 15/11 hằng năm", "..2024-11-15", "P1Y")]
    [InlineData("Trước ngày 15 tháng 11 hàng năm", "..2024-11-15", "P1Y")]
    [InlineData("Ngày 09/11 hằng năm", "2024-11-09..2024-11-09", "P1Y")]
    [InlineData("Trước ngày 20 hàng tháng", "..2024-01-20", "P1M")]
    [InlineData("Trước ngày 20 của tháng cuối quý", "..2024-03-20", "P3M")]
    public void Read_RecurringInItsMonth_FallsInTheFirstProgrammeYear(string cell, string days, string every) =>
        Check(cell, TimeframeKind.Recurring, days, every);

    [Theory]
    [InlineData("Khi có phát sinh")]
    [InlineData("Khi có yêu cầu")]
    [InlineData("Theo kế hoạch")]
    [InlineData("Theo Kế hoạch năm 2024 của tỉnh")]
    [InlineData("Theo quy định")]
    [InlineData("Sau khi có văn bản hướng dẫn của Trung ương")]
    [InlineData("Ngay sau khi Kế hoạch được ban hành")]
    [InlineData("Trong vòng 10 ngày kể từ ngày ban hành")]
    [InlineData("Đã hoàn thành")]
    [InlineData("Đột xuất")]
    [InlineData("Hoàn thành sau khi có hướng dẫn")]
    public void Read_Conditional_HasNoDays(string cell) => Check(cell, TimeframeKind.Conditional, null);

    [Theory]
    [InlineData("Dịp Tết Nguyên đán")]
    [InlineData("Phòng Tư pháp")]
    [InlineData("31/02/2024")]
    [InlineData("Trước ngày bầu cử")]
    public void Read_AnythingElse_IsTextAndUnread(string cell)
    {
        var reading = Timeframes.Read(cell, Year2024);
        reading.Timeframe!.Kind.ShouldBe(TimeframeKind.Text);
        reading.Unread.ShouldBe([new TextRange(0, cell.Length)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("-")]
    [InlineData("…")]
    public void Read_EmptyCell_HasNoTimeframe(string cell) => Timeframes.Read(cell, Year2024).Timeframe.ShouldBeNull();

    [Theory]
    [InlineData("Quý I/2026; duy trì thường xuyên", TimeframeKind.Period, "duy trì thường xuyên")]
    [InlineData("Thường xuyên; Quý II/2024", TimeframeKind.Continuous, "Quý II/2024")]
    [InlineData("Thường xuyên và khi có yêu cầu", TimeframeKind.Continuous, "và khi có yêu cầu")]
    [InlineData("Trước ngày 15/6/2024; trước ngày 15/12/2024.", TimeframeKind.Deadline, "trước ngày 15/12/2024")]
    [InlineData("Hàng quý, năm", TimeframeKind.Recurring, null)]
    [InlineData("Hàng tháng, hàng quý", TimeframeKind.Recurring, "hàng quý")]
    [InlineData("Năm 2024 và các năm tiếp theo", TimeframeKind.Period, "và các năm tiếp theo")]
    public void Read_SeveralStatements_GivesTheFirstAndReportsTheRest(string cell, TimeframeKind kind, string? rest)
    {
        var reading = Timeframes.Read(cell, new(2026, 2026));
        reading.Timeframe!.Kind.ShouldBe(kind);
        reading.Timeframe.Text.ShouldBe(cell);
        reading.Unread.Select(r => cell[r.Start..r.End]).ShouldBe(rest is null ? [] : [rest]);
    }

    [Theory]
    [InlineData("Tháng 4/2024 (đợt 1); tháng 9/2024 (đợt 2)", "2024-04-01..2024-09-30")]
    [InlineData("Tháng 3 (đợt 1) và tháng 10 (đợt 2)", "2024-03-01..2024-10-31")]
    [InlineData("Đợt 1: tháng 4; đợt 2: tháng 9", "2024-04-01..2024-09-30")]
    [InlineData("Quý I (lập kế hoạch); Quý II - IV (triển khai)", "2024-01-01..2024-12-31")]
    [InlineData("Quý I: lập kế hoạch; Quý III: triển khai", "2024-01-01..2024-09-30")]
    [InlineData("Sơ kết: Quý IV/2024; tổng kết: Quý IV/2026", "2024-10-01..2026-12-31")]
    [InlineData("31/3/2024 (lần 1)\n30/9/2024 (lần 2)", "2024-03-31..2024-09-30")]
    public void Read_SeveralPeriodsWithRemarks_SpanFromTheFirstToTheLast(string cell, string days) => Check(cell, TimeframeKind.Period, days);

    [Theory]
    [InlineData("02 chuyên đề/năm", "P6M")]
    [InlineData("01 hội nghị/năm", "P1Y")]
    [InlineData("3 lần/tuần", "P1W")]
    [InlineData("Tuần 3 buổi", "P1W")]
    [InlineData("Hai tháng có 01 chuyên mục", "P2M")]
    [InlineData("Một tháng 02 chuyên mục", "P1M")]
    [InlineData("Tối thiểu 03 (04) lần/tháng", "P1M")]
    public void Read_CountPerUnit_Recurs(string cell, string every) => Check(cell, TimeframeKind.Recurring, "2024-01-01..2024-12-31", every);

    [Fact]
    public void Read_WithoutProgrammeYears_LeavesDaysOpen()
    {
        Timeframes.Read("Thường xuyên", null).Timeframe.ShouldBe(new Timeframe("Thường xuyên", TimeframeKind.Continuous, null, null, null));
        Timeframes.Read("Quý II", null).Timeframe.ShouldBe(new Timeframe("Quý II", TimeframeKind.Period, null, null, null));
        Timeframes.Read("Trước ngày 15/11 hằng năm", null).Timeframe!.To.ShouldBeNull();
    }

    [Fact]
    public void Read_SeveralProgrammeYears_TakesTheFirstForAPeriodAndAllForAContinuousTask()
    {
        Timeframes.Read("Thường xuyên", new(2026, 2030)).Timeframe!.To.ShouldBe(new DateOnly(2030, 12, 31));
        Timeframes.Read("Quý II", new(2026, 2030)).Timeframe!.To.ShouldBe(new DateOnly(2026, 6, 30));
    }

    private static void Check(string cell, TimeframeKind kind, string? days, string? every = null)
    {
        var reading = Timeframes.Read(cell, Year2024);
        var timeframe = reading.Timeframe.ShouldNotBeNull();
        timeframe.Kind.ShouldBe(kind);
        var parts = (days ?? "..").Split("..");
        timeframe.From.ShouldBe(Day(parts[0]));
        timeframe.To.ShouldBe(Day(parts[1]));
        timeframe.Every?.ToString().ShouldBe(every);
        reading.Unread.ShouldBeEmpty();
    }

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
