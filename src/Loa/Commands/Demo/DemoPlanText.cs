using Loa.Documents.Writing;

namespace Loa.Commands.Demo;

/// <summary>The plan of the fictional province for one year, written as its office would.</summary>
internal static class DemoPlanText
{
    public static AdministrativeDocument Of(int year) => new()
    {
        Heading = new DocumentHeading { Issuer = "Ủy ban nhân dân\ntỉnh Thanh Giang", Number = 12, Symbol = "KH-UBND", Place = "Thanh Giang", Date = new DateOnly(year, 1, 12) },
        Kind = DocumentKind.Plan,
        Subject = $"Truyền thông cải cách hành chính năm {year} trên địa bàn tỉnh Thanh Giang",
        LegalBases =
        [
            "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030",
            $"Căn cứ Kế hoạch số 215/KH-UBND ngày 20 tháng 12 năm {year - 1} của Ủy ban nhân dân tỉnh về cải cách hành chính nhà nước năm {year}",
        ],
        Body = Body(year),
        Signature = new Signature { Authority = ["TM. Ủy ban nhân dân", "KT. Chủ tịch"], Title = "Phó Chủ tịch", Name = "Trịnh Quốc Bảo" },
        Recipients = ["Thường trực Tỉnh ủy, Thường trực HĐND tỉnh (báo cáo)", "Các sở, ban, ngành", "UBND các xã, phường"],
        Archive = "VT, NC",
        Annexes = [new Annex { Title = $"Danh mục nhiệm vụ truyền thông cải cách hành chính năm {year}", Landscape = true, Content = [Tasks(year)] }],
    };

    private static TextBlock[] Body(int year) =>
    [
        new SectionTitle(SectionLevel.Roman, "MỤC ĐÍCH, YÊU CẦU"),
        new SectionTitle(SectionLevel.Arabic, "Mục đích"),
        new DashItem("Nâng cao nhận thức, trách nhiệm của cán bộ, công chức, viên chức và sự đồng thuận của người dân, doanh nghiệp đối với công tác cải cách hành chính."),
        new DashItem("Giúp người dân, doanh nghiệp biết và sử dụng dịch vụ công trực tuyến, tham gia giám sát việc giải quyết thủ tục hành chính."),
        new SectionTitle(SectionLevel.Arabic, "Yêu cầu"),
        new DashItem("Nội dung thiết thực, ngắn gọn, dễ nhớ; hình thức phù hợp với từng đối tượng, từng địa bàn."),
        new DashItem("Lồng ghép với tuyên truyền nhiệm vụ chính trị của cơ quan, đơn vị, bảo đảm tiết kiệm, hiệu quả."),
        new SectionTitle(SectionLevel.Roman, "CHỈ TIÊU"),
        new DashItem("100% cán bộ, công chức, viên chức được quán triệt các văn bản về cải cách hành chính."),
        new DashItem("Ít nhất 90% người dân, doanh nghiệp đến giao dịch tại bộ phận một cửa biết cách nộp hồ sơ trực tuyến."),
        new SectionTitle(SectionLevel.Roman, "NỘI DUNG TUYÊN TRUYỀN"),
        new DashItem("Chủ trương của Đảng, chính sách, pháp luật của Nhà nước về cải cách hành chính, chuyển đổi số."),
        new DashItem("Việc giải quyết thủ tục hành chính theo cơ chế một cửa, một cửa liên thông; dịch vụ công trực tuyến."),
        new DashItem("Mô hình hay, sáng kiến, gương điển hình trong cải cách hành chính."),
        new SectionTitle(SectionLevel.Roman, "HÌNH THỨC TUYÊN TRUYỀN"),
        new DashItem("Qua báo chí, Cổng Thông tin điện tử, hệ thống truyền thanh cơ sở, mạng xã hội."),
        new DashItem("Qua hội nghị, tập huấn, đối thoại, cuộc thi trực tuyến; tờ gấp, pa nô, áp phích."),
        new SectionTitle(SectionLevel.Roman, "TỔ CHỨC THỰC HIỆN"),
        new SectionTitle(SectionLevel.Arabic, "Các sở, ban, ngành; UBND các xã, phường"),
        new DashItem($"Xây dựng và ban hành kế hoạch truyền thông cải cách hành chính năm {year} của cơ quan, đơn vị, địa phương mình trước ngày 15/02/{year}."),
        new DashItem($"Báo cáo kết quả thực hiện về Sở Nội vụ trước ngày 15/6/{year} (6 tháng) và trước ngày 15/12/{year} (năm)."),
        new SectionTitle(SectionLevel.Arabic, "Sở Nội vụ"),
        new DashItem("Theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch này; tổng hợp, báo cáo Ủy ban nhân dân tỉnh."),
        new SectionTitle(SectionLevel.Arabic, "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        new DashItem("Vận động đoàn viên, hội viên và Nhân dân sử dụng dịch vụ công trực tuyến, giám sát việc giải quyết thủ tục hành chính."),
        new TextParagraph("Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản ánh về Sở Nội vụ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh xem xét, giải quyết."),
    ];

    private static TextTable Tasks(int year) => new()
    {
        Columns =
        [
            new TableColumn("STT", 1, ColumnAlignment.Centre), new TableColumn("Nội dung công việc", 7), new TableColumn("Cơ quan chủ trì", 4),
            new TableColumn("Cơ quan phối hợp", 4), new TableColumn("Thời gian thực hiện", 3), new TableColumn("Sản phẩm", 3),
        ],
        Rows = Rows(year).Select((cells, index) => new CellRow([$"{index + 1}", .. cells.Select(cell => (RichText)cell)])),
    };

    private static IEnumerable<string[]> Rows(int year) =>
    [
        ["Tổ chức hội nghị triển khai kế hoạch truyền thông cải cách hành chính", "Sở Nội vụ", "Các sở, ban, ngành", $"Trước ngày 28/02/{year}", "Hội nghị"],
        ["Thực hiện chuyên mục “Cải cách hành chính” trên sóng phát thanh, truyền hình, mỗi tháng 02 chuyên mục", "Đài Phát thanh - Truyền hình tỉnh", "Sở Nội vụ", "Hằng tháng", "Chuyên mục"],
        ["Đăng tin, bài về cải cách hành chính trên Cổng Thông tin điện tử tỉnh", "Cổng Thông tin điện tử tỉnh", "Các sở, ban, ngành", "Thường xuyên", "Tin, bài"],
        ["Phát trên hệ thống truyền thanh cơ sở, mỗi tuần một lần, thời lượng ít nhất 15 phút", "UBND các xã, phường", "Sở Văn hóa, Thể thao và Du lịch", "Thường xuyên", "Buổi phát thanh"],
        ["Tổ chức đối thoại giữa lãnh đạo địa phương với người dân, doanh nghiệp", "UBND các xã, phường", "Sở Nội vụ", "Định kỳ 6 tháng/01 lần", "Biên bản đối thoại"],
        ["Tập huấn kỹ năng truyền thông, hướng dẫn sử dụng dịch vụ công trực tuyến cho công chức một cửa", "Sở Nội vụ", "Trung tâm Phục vụ hành chính công tỉnh; UBND các xã, phường", $"Quý II/{year}", "Lớp tập huấn"],
        ["Biên soạn, in và phát hành tờ gấp hướng dẫn thủ tục hành chính thiết yếu", "Sở Tư pháp", "Các sở, ban, ngành", $"Quý III/{year}", "Tờ gấp"],
        ["Truyền thông về hồ sơ sức khỏe điện tử, khám chữa bệnh bằng căn cước công dân", "Sở Y tế", "Bảo hiểm xã hội tỉnh", $"Trước ngày 30/9/{year}", "Chiến dịch truyền thông"],
        ["Tổ chức cuộc thi trực tuyến tìm hiểu cải cách hành chính", "Sở Nội vụ", "Các sở, ban, ngành; UBND các xã, phường", $"Quý III/{year}", "Cuộc thi"],
        ["Niêm yết, công khai đầy đủ thủ tục hành chính; treo pa nô, áp phích tại bộ phận một cửa", "Các sở, ban, ngành; UBND các xã, phường", "Sở Tư pháp", "Thường xuyên", "Bảng niêm yết, pa nô"],
        ["Tuyên truyền, phổ biến pháp luật về cải cách hành chính nhân Ngày Pháp luật Việt Nam", "Sở Tư pháp", "UBND các xã, phường", $"Tháng 11/{year}", "Hội nghị, tài liệu"],
        ["Tọa đàm hưởng ứng Ngày Chuyển đổi số quốc gia", "Sở Khoa học và Công nghệ", "Đài Phát thanh - Truyền hình tỉnh", $"Tháng 10/{year}", "Tọa đàm"],
        ["Lựa chọn, biểu dương gương điển hình, mô hình hay trong cải cách hành chính", "Sở Nội vụ", "Báo Thanh Giang", $"Tháng 12/{year}", "Hội nghị biểu dương"],
    ];
}
