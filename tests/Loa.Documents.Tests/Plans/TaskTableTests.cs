using Loa.Documents.Plans;

namespace Loa.Documents.Tests.Plans;

/// <summary>Tables of tasks in the shapes that agencies print them.</summary>
public sealed class TaskTableTests
{
    [Fact]
    public void TwoRowHeader_PartsOfOneColumn_AreToldApart() => Rows("""
        TT | Nội dung | Cơ quan thực hiện | < | Thời gian
        ^  | ^        | Chủ trì | Phối hợp | ^
        1  | Mở chuyên mục | Báo Thanh Giang | Sở Nội vụ | Quý I/2025
        """).ShouldBe(["/1/Mở chuyên mục/Báo Thanh Giang/Sở Nội vụ/Quý I/2025"]);

    [Fact]
    public void TwoRowHeader_WithoutMerging_IsUnderstood() => Rows("""
        TT | Nội dung | Phân công | | Thời gian
           |  | Đơn vị chủ trì | Đơn vị phối hợp |
        1  | Mở chuyên mục | Báo Thanh Giang | Sở Nội vụ | Quý I/2025
        """).ShouldBe(["/1/Mở chuyên mục/Báo Thanh Giang/Sở Nội vụ/Quý I/2025"]);

    [Fact]
    public void ColumnNumbers_Totals_AndRepeatedHeadings_AreNoTasks() => Tasks("""
        STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn
        (1) | (2) | (3) | (4)
        1 | Viết bài | Sở Nội vụ | Quý I/2025
        STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn
        2 | Đăng tin | Sở Tài chính | Quý II/2025
         | Tổng cộng |  |
        """).Count.ShouldBe(2);

    [Fact]
    public void Groups_TwoLevels_InnermostWins() => Tasks("""
        STT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian
        A | TUYÊN TRUYỀN | | |
        I | Trên báo | | |
        1 | Viết bài | Sở Nội vụ | | Quý I/2025
        II | Trên đài | | |
        1 | Phát sóng | Sở Tài chính | | Quý II/2025
        B | TẬP HUẤN | | |
        1 | Mở lớp | Sở Y tế | | Quý III/2025
        """).Select(t => t.Group).ShouldBe(["Trên báo", "Trên đài", "TẬP HUẤN"]);

    [Fact]
    public void Numbering_ThreeLevels_EndsWithItsHeading() => Rows("""
        STT | Nhiệm vụ | Chủ trì | Thời gian
        I | Thông tin | < | <
        1 | Trên báo | |
        1.1 | Viết bài | Sở Nội vụ | Quý I/2025
        1.2 | Đăng tin | Sở Nội vụ | Quý I/2025
        2 | Mở trang mạng | Sở Nội vụ | Quý II/2025
        """).ShouldBe([
            "Trên báo/1.1/Viết bài/Sở Nội vụ//Quý I/2025", "Trên báo/1.2/Đăng tin/Sở Nội vụ//Quý I/2025", "Thông tin/2/Mở trang mạng/Sở Nội vụ//Quý II/2025",
        ]);

    [Fact]
    public void MergedCells_GiveTheirValueToEachRow_EmptyOnesDoNot() => Rows("""
        STT | Nội dung | Chủ trì | Phối hợp | Thời gian
        1 | Viết bài | Sở Nội vụ | Sở Y tế | Quý I/2025
        ^ | Đăng tin | ^ |  | ^
        """).ShouldBe(["/1/Viết bài/Sở Nội vụ/Sở Y tế/Quý I/2025", "/1/Đăng tin/Sở Nội vụ//Quý I/2025"]);

    [Fact]
    public void RowCutByAPage_IsOneTask() => Rows("""
        STT | Nội dung | Chủ trì | Phối hợp | Thời gian
        1 | Xây dựng chuyên mục hỏi đáp về thủ tục | Văn phòng UBND | Sở Nội vụ, Sở Y | Quý I/2025
          | hành chính trên đài | tỉnh | tế |
          |  |  | và UBND các xã |
        2 | Đăng tin | Sở Nội vụ |  | Quý II/2025
        """).ShouldBe([
            "/1/Xây dựng chuyên mục hỏi đáp về thủ tục hành chính trên đài/Văn phòng UBND tỉnh/Sở Nội vụ+Sở Y tế+UBND các xã/Quý I/2025", "/2/Đăng tin/Sở Nội vụ//Quý II/2025",
        ]);

    [Fact]
    public void TableCutByAPage_GoesOnUnderTheSameColumns()
    {
        var plan = DocumentBuilder.Plan().Lines("I. NỘI DUNG", "Theo Phụ lục.").Signed().Centered("PHỤ LỤC").Table("""
            STT | Nội dung | Chủ trì | Thời gian
            1 | Viết bài | Sở Nội vụ | Quý I/2025
            """).Table("""
            2 | Đăng tin | Sở Y tế | Quý II/2025
            3 | Mở lớp | Sở Y tế | Quý II/2025
            """).Read();

        plan.Tasks.Select(t => $"{t.Annex} {t.Number}").ShouldBe(["1 1", "1 2", "1 3"]);
    }

    [Fact]
    public void ContentAndDetail_TwoColumns_AreKeptApart()
    {
        var task = Tasks("""
            TT | Tên nhiệm vụ | Nội dung chính | Kết quả | Đơn vị thực hiện | Tiến độ | Ghi chú
            1 | Ngày hội số | Dựng gian hàng hướng dẫn | 05 ngày hội | Sở Khoa học và Công nghệ | Tháng 10/2025 | Kinh phí xã hội hóa
            """).ShouldHaveSingleItem();

        (task.Content, task.Detail, task.Product).ShouldBe(("Ngày hội số", "Dựng gian hàng hướng dẫn", "05 ngày hội"));
    }

    [Fact]
    public void OneCell_BothRoles_AreDivided() => Rows("""
        TT | Nội dung | Cơ quan chủ trì, phối hợp | Thời gian
        1 | Viết bài | - Chủ trì: Sở Nội vụ;¶- Phối hợp: Sở Y tế, Sở Tài chính. | Quý I/2025
        """).ShouldBe(["/1/Viết bài/Sở Nội vụ/Sở Y tế+Sở Tài chính/Quý I/2025"]);

    [Fact]
    public void NoNumberColumn_LabelInContent_IsTheNumber() => Rows("""
        Nội dung công việc | Đơn vị chủ trì | Thời gian hoàn thành
        1. Viết bài | Sở Nội vụ | Quý I/2025
        2. Đăng tin | Sở Y tế | Quý II/2025
        """).ShouldBe(["/1/Viết bài/Sở Nội vụ//Quý I/2025", "/2/Đăng tin/Sở Y tế//Quý II/2025"]);

    [Fact]
    public void Paragraphs_OfContent_AreJoinedWithoutTheirDashes() => Tasks("""
        TT | Nội dung | Chủ trì | Thời gian
        1 | - Viết bài¶- Đăng tin;¶- Mở lớp. | Sở Nội vụ | Quý I/2025
        """).Select(t => t.Content).ShouldBe(["Viết bài; Đăng tin; Mở lớp."]);

    [Theory]
    [InlineData("PHỤ LỤC¶DANH SÁCH ĐIỂM TUYÊN TRUYỀN", "STT | Địa điểm | Thời gian¶1 | Nhà văn hóa | Quý I")]
    [InlineData("PHỤ LỤC¶BIỂU CHỈ TIÊU", "STT | Chỉ tiêu | Đơn vị chủ trì¶1 | Tin, bài | Sở Nội vụ")]
    [InlineData("PHỤ LỤC¶TIÊU CHÍ CHẤM ĐIỂM", "STT | Nội dung | Điểm tối đa¶1 | Có trang tin | 10")]
    public void Annex_NotAboutTasks_GivesNone(string title, string table) =>
        Tasks(table.Replace('¶', '\n'), title).ShouldAllBe(t => t.Origin == TaskOrigin.Text);

    [Fact]
    public void Targets_AssignedByTheTitle_AreTasks() => Tasks("""
        STT | Chỉ tiêu | Đơn vị chủ trì | Thời hạn
        1 | 100% xã có bảng hướng dẫn | Sở Nội vụ | Năm 2025
        """, "PHỤ LỤC¶PHÂN CÔNG THỰC HIỆN CÁC CHỈ TIÊU").Count.ShouldBe(1);

    [Theory]
    [InlineData("nt")]
    [InlineData("-nt-")]
    [InlineData("Như trên")]
    public void CellThatSaysAsAbove_TakesTheOneAbove(string cell) => Rows($"""
        STT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian
        1 | Viết bài | Sở Nội vụ | Sở Y tế | Quý I/2025
        2 | Đăng tin | {cell} | Sở Y tế | Quý II/2025
        """).ShouldContain("/2/Đăng tin/Sở Nội vụ/Sở Y tế/Quý II/2025");

    [Theory]
    [InlineData("Sở Tài chính phối hợp với Sở Nội vụ")]
    [InlineData("Sở Tài chính chủ trì, phối hợp với Sở Nội vụ")]
    [InlineData("- Sở Tài chính chủ trì¶- Sở Nội vụ phối hợp")]
    [InlineData("- Sở Tài chính chủ trì - Sở Nội vụ phối hợp")]
    [InlineData("Đơn vị chủ trì: Sở Tài chính¶Đơn vị phối hợp: Sở Nội vụ")]
    [InlineData("Đơn vị chủ trì: Sở Tài chính Đơn vị phối hợp: Sở Nội vụ")]
    public void LeadThatIsHelped_IsDividedFromItsHelper(string cell) => Rows($"""
        STT | Nhiệm vụ | Đơn vị thực hiện | Thời gian
        1 | Viết bài | {cell} | Quý I/2025
        """).ShouldBe(["/1/Viết bài/Sở Tài chính/Sở Nội vụ/Quý I/2025"]);

    [Fact]
    public void RowThatLostItsMerge_WithATimeOfItsOwn_IsATaskOfTheSameContent() => Rows("""
        STT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian
        1 | Theo dõi thi hành | Sở Tư pháp | Sở Nội vụ | Tháng 1
          |  | Sở Tư pháp | Sở Y tế | Tháng 12
        """).ShouldBe(["/1/Theo dõi thi hành/Sở Tư pháp/Sở Nội vụ/Tháng 1", "/1/Theo dõi thi hành/Sở Tư pháp/Sở Y tế/Tháng 12"]);

    [Fact]
    public void ListThatLostItsLineBreaks_IsJoinedWithoutItsDashes() => Tasks("""
        TT | Nội dung | Chủ trì | Thời gian
        1 | Tổ chức: - Hội nghị; - Hội thảo Phát thanh - Truyền hình | Sở Nội vụ | Quý I/2025
        """).Select(t => t.Content).ShouldBe(["Tổ chức: Hội nghị; Hội thảo Phát thanh - Truyền hình"]);

    [Fact]
    public void PromisesOfTimeframeAndProduct_AreLinkedToTheTask()
    {
        var cadences = Plan("""
            TT | Nội dung | Chủ trì | Thời gian | Sản phẩm
            1 | Viết bài | Sở Nội vụ | 02 chuyên đề/năm | Chuyên đề
            2 | Phát sóng | Sở Y tế | Năm 2025 | 02 chuyên mục/tháng
            """).Cadences;

        cadences.Select(c => $"{c.Count} {c.Per} {c.Agencies[0]}").ShouldBe(["2 P1Y Sở Nội vụ", "2 P1M Sở Y tế"]);
    }

    [Fact]
    public void TotalInTheNumberColumn_IsNoTask() => Tasks("""
        STT | Nhiệm vụ | Chủ trì | Thời gian | Kinh phí
        1 | Viết bài | Sở Nội vụ | Quý I/2025 | 12
        Tổng cộng | | | | 12
        """).Count.ShouldBe(1);

    [Fact]
    public void HeaderBrokenByExtraction_IsRecognised() => Rows("""
        ST T | Nội dung/hình thức tuyên truyền | Cơ quan¶chủ trì | Cơ quan¶phối hợp | Thời gian hoàn thành
        1 | Viết bài | Sở Nội vụ | Sở Y tế | Quý I/2025
        """).ShouldBe(["/1/Viết bài/Sở Nội vụ/Sở Y tế/Quý I/2025"]);

    private static IEnumerable<string> Rows(string table) => Tasks(table).Select(t =>
        $"{t.Group}/{t.Number}/{t.Content}/{string.Join('+', t.Lead)}/{string.Join('+', t.Coordinating)}/{t.Timeframe?.Text}");

    private static IReadOnlyList<PlannedTask> Tasks(string table, string title = "PHỤ LỤC¶PHÂN CÔNG NHIỆM VỤ") => Plan(table, title).Tasks;

    private static PlanContent Plan(string table, string title = "PHỤ LỤC¶PHÂN CÔNG NHIỆM VỤ")
    {
        var document = DocumentBuilder.Plan().Lines("I. NỘI DUNG", "Theo Phụ lục.").Signed();
        foreach (var line in title.Split('¶'))
            document.Centered(line);
        return document.Table(table).Read();
    }
}
