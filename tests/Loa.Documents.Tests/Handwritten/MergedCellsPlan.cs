using Loa.Documents.Tests.Generation;

namespace Loa.Documents.Tests.Handwritten;

/// <summary>A province's plan set by hand cell by cell: a product column, and numbers, agencies and dates merged downwards.</summary>
internal static class MergedCellsPlan
{
    public static byte[] Docx() => DocxPrinter.Print(new(0, new() { Document = new() }, Layout()));

    private static IReadOnlyList<Layout> Layout() =>
    [
        new HeadingLayout(["ỦY BAN NHÂN DÂN", "TỈNH LAM KINH"], "Số: 203/KH-UBND", "Lam Kinh, ngày 30 tháng 3 năm 2026"),
        new TextLayout("KẾ HOẠCH", Look.CenteredBold),
        new TextLayout("Đẩy mạnh sử dụng dịch vụ công trực tuyến năm 2026", Look.CenteredBold),
        new TextLayout("Thực hiện Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông, Ủy ban nhân dân tỉnh Lam Kinh ban hành Kế hoạch như sau:"),
        new TextLayout("MỤC ĐÍCH, YÊU CẦU", Look.Bold, "I.", Automatic: true),
        new TextLayout("Mục đích", Look.Bold, "1.", Automatic: true),
        new TextLayout("Đưa dịch vụ công trực tuyến thành lựa chọn đầu tiên của người dân."),
        new TextLayout("Yêu cầu", Look.Bold, "2.", Automatic: true),
        new TextLayout("Mỗi việc có một nơi chịu trách nhiệm."),
        new TextLayout("NHIỆM VỤ", Look.Bold, "II.", Automatic: true),
        new TextLayout("(Chi tiết tại Phụ lục kèm theo)"),
        new TextLayout("KINH PHÍ", Look.Bold, "III.", Automatic: true),
        new TextLayout("Kinh phí trong dự toán năm 2026 của các cơ quan, đơn vị."),
        new TextLayout("TỔ CHỨC THỰC HIỆN", Look.Bold, "IV.", Automatic: true),
        new TextLayout("Văn phòng UBND tỉnh", Look.Bold, "1.", Automatic: true),
        new TextLayout("Theo dõi, đôn đốc và tổng hợp kết quả."),
        new SignatureLayout(["Văn phòng Chính phủ", "Các sở, ban, ngành"], ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Phạm Văn Đức", InTable: true),
        new PageBreakLayout(),
        new TextLayout("PHỤ LỤC", Look.CenteredBold),
        new TextLayout("NHIỆM VỤ CỤ THỂ", Look.CenteredBold),
        new TextLayout("(Ban hành kèm theo Kế hoạch số 203/KH-UBND ngày 30 tháng 3 năm 2026 của UBND tỉnh Lam Kinh)", Look.CenteredItalic),
        Table(),
    ];

    private static TableLayout Table() => new(
        [
            [new("TT"), new("Nội dung nhiệm vụ"), new("Sản phẩm"), new("Chủ trì"), new("Phối hợp"), new("Thời hạn hoàn thành")],
            [new(["A. Hoàn thiện dịch vụ"], 6)],
            [
                Starts("1"), new("Rút gọn biểu mẫu điện tử của 50 thủ tục dùng nhiều nhất"), new("Quyết định công bố"), Starts("Văn phòng UBND tỉnh"),
                new("Các sở, ban, ngành cấp tỉnh"), Starts("Quý II/2026"),
            ],
            [
                Continues(), new("Kết nối thanh toán trực tuyến cho các thủ tục đã rút gọn"), new("Chức năng vận hành"), Continues(),
                new(["Sở Tài chính", "Kho bạc Nhà nước khu vực"]), Continues(),
            ],
            [new("2"), new("Thử nghiệm với người dùng trước khi công bố"), new("Biên bản thử nghiệm"), new("Sở Khoa học và Công nghệ"), new(""), new("Trước ngày 15/7/2026")],
            [new(["B. Hỗ trợ người dân"], 6)],
            [
                new("1"), new(["- Chọn mỗi xã một điểm hỗ trợ", "- bố trí thiết bị và người trực"]), new("Điểm hỗ trợ"), new("UBND các xã, phường"),
                new(["- Bưu điện tỉnh;", "- Tỉnh đoàn."]), new("Hoàn thành trong tháng 8"),
            ],
            [new("2"), new("Đo mức độ hài lòng của người dùng"), new("Báo cáo kết quả"), new("Sở Nội vụ"), new("UBND các xã, phường"), new("Hằng quý")],
        ],
        HeadingRows: 1);

    private static CellLayout Starts(string text) => new([text], 1, Merge.Starts);

    private static CellLayout Continues() => new([], 1, Merge.Continues);
}
