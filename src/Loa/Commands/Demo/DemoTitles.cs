namespace Loa.Commands.Demo;

/// <summary>What the fictional province talks about.</summary>
internal static class DemoTitles
{
    private static readonly string[] Broadcasts =
    [
        "Hướng dẫn nộp hồ sơ trực tuyến trên Cổng Dịch vụ công quốc gia", "Thời gian và địa điểm tiếp nhận hồ sơ tại bộ phận một cửa", "Thủ tục đăng ký khai sinh, cấp thẻ bảo hiểm y tế cho trẻ em",
        "Miễn, giảm lệ phí khi làm thủ tục trực tuyến", "Cách tra cứu tình trạng hồ sơ", "Tổ công nghệ số cộng đồng đến từng nhà hướng dẫn", "Quyền phản ánh, kiến nghị của người dân về thủ tục hành chính",
    ];

    private static readonly string[] NewsItems =
    [
        "Công bố danh mục thủ tục hành chính mới", "Kết quả giải quyết hồ sơ trong tháng", "Ra mắt mô hình “Ngày thứ Ba không hẹn”", "Hướng dẫn cài đặt định danh điện tử mức độ 2",
        "Rút ngắn thời gian cấp phép xây dựng nhà ở riêng lẻ", "Lãnh đạo kiểm tra bộ phận một cửa", "Thanh toán phí, lệ phí không dùng tiền mặt",
    ];

    private static readonly string[] Hamlets = ["Phổ biến thủ tục đất đai và lịch tiếp công dân", "Hướng dẫn dùng dịch vụ công trực tuyến tại nhà văn hóa", "Thông báo kết quả giải quyết kiến nghị của cử tri"];

    private static readonly string[] Reportages = ["Một ngày ở bộ phận một cửa xã vùng cao", "Cán bộ trẻ đưa dịch vụ công đến bản", "Doanh nghiệp nói về thủ tục đầu tư", "Chuyện ở trung tâm phục vụ hành chính công"];

    public static string Broadcast(Random random) => Of(Broadcasts, random);

    public static string News(Random random) => Of(NewsItems, random);

    public static string Hamlet(Random random) => Of(Hamlets, random);

    public static string Reportage(Random random) => Of(Reportages, random);

#pragma warning disable CA5394 // A demo is meant to be the same each time.
    private static string Of(string[] titles, Random random) => titles[random.Next(titles.Length)];
#pragma warning restore CA5394
}
