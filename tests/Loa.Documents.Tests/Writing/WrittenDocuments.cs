using Loa.Documents.Writing;

namespace Loa.Documents.Tests.Writing;

/// <summary>Documents in our own words that the tests write, check and look at.</summary>
internal static class WrittenDocuments
{
    public static AdministrativeDocument Letter() => new()
    {
        Heading = new DocumentHeading
        {
            Issuer = "Ủy ban nhân dân\ntỉnh Thanh Giang",
            Number = 5,
            Symbol = DocumentSymbol.Of(DocumentKind.Letter, "UBND", "VX"),
            Place = "Thanh Giang",
            Date = new DateOnly(2026, 2, 3),
        },
        Kind = DocumentKind.Letter,
        Subject = "đôn đốc thực hiện kế hoạch tuyên truyền cải cách hành chính năm 2026",
        Addressees = ["Các sở, ban, ngành cấp tỉnh", "Ủy ban nhân dân các xã, phường"],
        Body =
        [
            new TextParagraph("Thực hiện Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh về tuyên truyền cải cách hành chính năm 2026, đến nay còn 03 cơ quan chưa gửi kế hoạch của đơn vị. Ủy ban nhân dân tỉnh yêu cầu các cơ quan, địa phương:"),
            new TextParagraph("Khẩn trương ban hành kế hoạch của đơn vị, gửi về Sở Nội vụ trước ngày 10 tháng 02 năm 2026.") { Level = SectionLevel.Arabic },
            new TextParagraph(new RichText(new TextRun("Cập nhật kết quả hằng tháng tại địa chỉ "), new TextRun("https://loa.thanhgiang.gov.vn") { Link = new Uri("https://loa.thanhgiang.gov.vn/") }, new TextRun(" trước ngày 25; "), new TextRun("không gửi báo cáo giấy") { Bold = true }, new TextRun("."))) { Level = SectionLevel.Arabic },
            new TextParagraph("Giao Sở Nội vụ theo dõi, tổng hợp, báo cáo Ủy ban nhân dân tỉnh./."),
        ],
        Signature = new Signature { Authority = ["TM. Ủy ban nhân dân", "KT. Chủ tịch"], Title = "Phó Chủ tịch", Name = "Trần Thị Minh Hà" },
        Recipients = ["Như trên", "Thường trực Tỉnh ủy", "Chủ tịch, các Phó Chủ tịch UBND tỉnh", "Cổng thông tin điện tử tỉnh"],
        Archive = "VT, VX",
        Contact = new ContactFoot { Address = "Số 1 đường Lê Lợi, phường Trung Tâm, tỉnh Thanh Giang", Telephone = "0299 3 888 888", Email = "ubnd@thanhgiang.gov.vn", Website = "thanhgiang.gov.vn" },
    };

    public static AdministrativeDocument Plan(int taskRows = 30, int sections = 6) => new()
    {
        Heading = new DocumentHeading
        {
            Superior = "Ủy ban nhân dân\ntỉnh Thanh Giang",
            Issuer = "Sở Nội vụ",
            Number = null,
            Symbol = DocumentSymbol.Of(DocumentKind.Plan, "SNV"),
            Place = "Thanh Giang",
            Year = 2026,
        },
        Kind = DocumentKind.Plan,
        Subject = "Tuyên truyền công tác cải cách hành chính năm 2026",
        LegalBases =
        [
            "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030",
            "Căn cứ Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Thanh Giang về tuyên truyền cải cách hành chính năm 2026",
        ],
        Body = PlanBody(sections),
        Signature = new Signature { Authority = ["KT. Giám đốc"], Title = "Phó Giám đốc", Name = "Lê Quang Vinh" },
        Recipients = ["Ủy ban nhân dân tỉnh (để báo cáo)", "Các phòng, đơn vị thuộc Sở", "Trang thông tin điện tử Sở"],
        Archive = "VT, CCHC",
        Annexes =
        [
            new Annex { Title = "Danh mục nhiệm vụ tuyên truyền năm 2026", Landscape = true, Content = [TaskTable(taskRows)] },
            new Annex { Title = "Chỉ tiêu tin, bài theo đơn vị", Content = [new TextParagraph("Số lượng dưới đây là mức tối thiểu trong năm 2026."), TargetTable()] },
        ],
    };

    public static TextTable TaskTable(int rows) => new()
    {
        Columns =
        [
            new("TT", 6, ColumnAlignment.Centre), new("Nội dung công việc", 40), new("Cơ quan chủ trì", 18), new("Cơ quan phối hợp", 22), new("Thời gian thực hiện", 14, ColumnAlignment.Centre),
        ],
        Rows = TaskRows(rows),
    };

    private static IEnumerable<TextRow> TaskRows(int rows)
    {
        for (var i = 1; i <= rows; i++)
        {
            if (i % 15 == 1)
                yield return new GroupRow($"{Loa.Documents.Vietnamese.Numerals.ToRoman(1 + (i / 15 % 200))}. Tuyên truyền trên phương tiện thông tin đại chúng");
            yield return new CellRow($"{i}", $"Xây dựng chuyên mục số {i} tuyên truyền cải cách hành chính trên Trang thông tin điện tử Sở", "Văn phòng Sở", "Các phòng, đơn vị thuộc Sở", $"Quý {Loa.Documents.Vietnamese.Numerals.ToRoman(1 + (i % 4))}/2026");
        }
    }

    private static TextTable TargetTable() => new()
    {
        Columns =
        [
            new("TT", 6, ColumnAlignment.Centre), new("Đơn vị", 40), new("Tin", 12, ColumnAlignment.Number) { Group = "Số lượng" }, new("Bài", 12, ColumnAlignment.Number) { Group = "Số lượng" }, new("Ghi chú", 20),
        ],
        Rows = [new CellRow("1", "Văn phòng Sở", "24", "12"), new CellRow("2", "Phòng Cải cách hành chính", "48", "1.024", "Có phóng sự\nvà tọa đàm")],
    };

    private static IEnumerable<TextBlock> PlanBody(int sections)
    {
        yield return new TextParagraph("Sở Nội vụ ban hành Kế hoạch tuyên truyền công tác cải cách hành chính năm 2026 như sau:");
        yield return new SectionTitle(SectionLevel.Roman, "MỤC ĐÍCH, YÊU CẦU");
        yield return new SectionTitle(SectionLevel.Arabic, "Mục đích");
        yield return new DashItem("Nâng cao nhận thức, trách nhiệm của cán bộ, công chức, viên chức đối với cải cách hành chính.");
        yield return new SectionTitle(SectionLevel.Arabic, "Yêu cầu");
        yield return new DashItem("Tuyên truyền thiết thực, hiệu quả, gắn với nhiệm vụ chính trị của từng đơn vị.");
        yield return new SectionTitle(SectionLevel.Roman, "NỘI DUNG TUYÊN TRUYỀN");
        for (var i = 1; i <= sections; i++)
        {
            yield return new TextParagraph(new RichText(new TextRun("Cải cách thủ tục hành chính: ") { Bold = true }, new TextRun("công khai, minh bạch thủ tục hành chính; đơn giản hóa, cắt giảm thời gian và chi phí tuân thủ; nâng cao chất lượng cung cấp dịch vụ công trực tuyến toàn trình cho người dân, doanh nghiệp trên địa bàn tỉnh."))) { Level = SectionLevel.Arabic };
            yield return new TextParagraph("Tuyên truyền trên cổng, trang thông tin điện tử, mạng xã hội.") { Level = SectionLevel.Letter };
            yield return new TextParagraph("Tuyên truyền trực quan tại Bộ phận Một cửa.") { Level = SectionLevel.Letter };
        }

        yield return new SectionTitle(SectionLevel.Roman, "TỔ CHỨC THỰC HIỆN");
        yield return new TextParagraph("Văn phòng Sở chủ trì, phối hợp với các phòng, đơn vị tổ chức thực hiện Kế hoạch này./.");
    }
}
