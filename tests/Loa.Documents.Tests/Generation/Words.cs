namespace Loa.Documents.Tests.Generation;

/// <summary>Sentences and names of our own: no place, person or passage of a real plan.</summary>
internal static class Words
{
    public static readonly IReadOnlyList<string> Provinces = ["Thanh Giang", "Hòa Bắc", "Sơn Hải", "Lam Kinh", "Vĩnh Trà"];
    public static readonly IReadOnlyList<string> Districts = ["Nam Lĩnh", "Yên Phú", "Đông Quế", "Tân Mộc"];
    public static readonly IReadOnlyList<string> Communes = ["Bến Gỗ", "Tân An Đông", "Phú Lộc Thượng", "Hồng Bàng"];

    public static readonly IReadOnlyList<string> People =
        ["Trần Minh Khôi", "Nguyễn Thị Hồng Diệp", "Lê Quang Trường", "Phạm Văn Đức", "Hoàng Y Nhung", "Đặng Quốc Ân", "Vũ Thị Mai Ca", "Bùi Đình Thuận"];

    /// <summary>Departments with the symbol they sign with.</summary>
    public static readonly IReadOnlyList<(string Name, string Symbol)> Departments =
    [
        ("Sở Nội vụ", "SNV"), ("Sở Tư pháp", "STP"), ("Sở Y tế", "SYT"), ("Sở Tài chính", "STC"), ("Sở Xây dựng", "SXD"), ("Sở Công Thương", "SCT"),
    ];

    public static readonly IReadOnlyList<(string Name, string Symbol)> Ministries =
        [("Bộ Nội vụ", "BNV"), ("Bộ Tư pháp", "BTP"), ("Bộ Y tế", "BYT"), ("Bộ Xây dựng", "BXD")];

    /// <summary>What plans are about, without a year.</summary>
    public static readonly IReadOnlyList<string> Subjects =
    [
        "tuyên truyền cải cách hành chính", "truyền thông về kiểm soát thủ tục hành chính", "thông tin, tuyên truyền về chuyển đổi số",
        "tuyên truyền về dịch vụ công trực tuyến", "nâng cao chất lượng phục vụ người dân", "truyền thông chính sách và cải cách thủ tục hành chính",
    ];

    public static readonly IReadOnlyList<string> Purposes =
    [
        "Giúp người dân và doanh nghiệp hiểu rõ quyền của mình khi làm thủ tục tại cơ quan nhà nước.",
        "Làm cho từng công chức thấy cải cách là việc hằng ngày của chính mình.",
        "Tạo sự ủng hộ của nhân dân đối với các thay đổi trong cách phục vụ.",
        "Giới thiệu kịp thời những cách làm mới để các nơi khác học theo.",
        "Tăng niềm tin của tổ chức, cá nhân vào bộ máy chính quyền các cấp.",
    ];

    public static readonly IReadOnlyList<string> Requirements =
    [
        "Nội dung phải chính xác, dễ hiểu và sát với đời sống ở cơ sở.",
        "Việc tuyên truyền phải tiết kiệm, không phô trương hình thức.",
        "Các cơ quan, đơn vị phân công người phụ trách rõ ràng.",
        "Kết quả phải được ghi nhận bằng tài liệu kiểm chứng đầy đủ.",
    ];

    public static readonly IReadOnlyList<string> Topics =
    [
        "Các quyền của người dân khi nộp hồ sơ và nhận kết quả.",
        "Cách dùng tài khoản định danh điện tử trong giao dịch với cơ quan nhà nước.",
        "Những thủ tục đã được cắt giảm giấy tờ và thời gian giải quyết.",
        "Kết quả đo lường mức độ hài lòng của tổ chức, cá nhân.",
        "Gương công chức tận tụy và các sáng kiến ở cơ sở.",
        "Kênh tiếp nhận phản ánh, kiến nghị và thời hạn trả lời.",
    ];

    public static readonly IReadOnlyList<string> Audiences =
        ["Cán bộ, công chức, viên chức của các cơ quan hành chính.", "Người dân và cộng đồng doanh nghiệp trên địa bàn.", "Học sinh, sinh viên và thanh niên ở cơ sở."];

    public static readonly IReadOnlyList<string> Budgets =
    [
        "Kinh phí lấy từ dự toán chi thường xuyên đã giao cho các cơ quan, đơn vị.",
        "Các đơn vị được huy động thêm nguồn hợp pháp khác theo quy định.",
        "Việc chi tiêu thực hiện đúng định mức và chế độ hiện hành.",
    ];

    /// <summary>What is to be done; the ending mark is left to the printer.</summary>
    public static readonly IReadOnlyList<string> Tasks =
    [
        "Phát hành bản tin về cải cách hành chính",
        "Mở chuyên mục giải đáp thủ tục hành chính trên trang thông tin điện tử",
        "Tổ chức hội nghị tập huấn kỹ năng giao tiếp cho công chức bộ phận một cửa",
        "Biên soạn sổ tay hướng dẫn nộp hồ sơ trực tuyến",
        "Thực hiện phóng sự về mô hình chính quyền thân thiện",
        "Treo băng rôn, khẩu hiệu tại trụ sở và nơi công cộng",
        "Lồng ghép tuyên truyền trong sinh hoạt thôn, bản, tổ dân phố",
        "Tổ chức cuộc thi trực tuyến tìm hiểu về dịch vụ công",
        "Đối thoại giữa lãnh đạo và người dân về giải quyết hồ sơ đất đai",
        "Niêm yết công khai danh mục thủ tục và số điện thoại đường dây nóng",
        "Khảo sát nhu cầu thông tin của người dân ở vùng xa",
        "Xây dựng bộ nhận diện truyền thông của bộ phận một cửa",
        "Phát thanh nội dung hướng dẫn trên hệ thống truyền thanh cơ sở",
        "Tổng kết và khen thưởng các đơn vị làm tốt",
        "Rà soát, cập nhật cơ sở dữ liệu thủ tục hành chính",
        "Thiết kế tờ gấp giới thiệu quy trình liên thông",
        "Bồi dưỡng cộng tác viên truyền thông ở cấp xã",
        "Đăng tải câu hỏi thường gặp và câu trả lời trên cổng thông tin điện tử",
    ];

    public static readonly IReadOnlyList<string> Details =
        ["Soạn nội dung, duyệt và phát hành", "Chọn báo cáo viên, mời đại biểu, chuẩn bị tài liệu", "Khảo sát trước, lấy ý kiến sau khi làm", "Ký hợp đồng và nghiệm thu theo quý"];

    public static readonly IReadOnlyList<string> Products =
        ["Bản tin", "Kế hoạch của đơn vị", "Báo cáo kết quả", "Video, phóng sự", "Hội nghị", "Quyết định của Chủ tịch UBND tỉnh", "Tài liệu được phát hành"];

    public static readonly IReadOnlyList<string> Groups =
    [
        "Công tác chỉ đạo, điều hành", "Tuyên truyền trên các phương tiện thông tin đại chúng", "Tuyên truyền trực quan và qua hội nghị",
        "Nâng cao năng lực đội ngũ làm truyền thông", "Kiểm tra, đánh giá kết quả", "Hỗ trợ người dân sử dụng dịch vụ công trực tuyến",
    ];

    public static readonly IReadOnlyList<string> Duties =
    [
        "Chủ trì theo dõi, đôn đốc các đơn vị thực hiện Kế hoạch này.",
        "Bảo đảm đường truyền và an toàn thông tin cho các hệ thống dùng chung.",
        "Hướng dẫn các địa phương về nội dung và cách làm.",
        "Cung cấp số liệu, hình ảnh cho các cơ quan báo chí.",
        "Thẩm định dự toán và bố trí kinh phí theo phân cấp.",
        "Phân công công chức làm đầu mối của đơn vị.",
        "Lựa chọn các mô hình hay để giới thiệu rộng rãi.",
    ];
}
