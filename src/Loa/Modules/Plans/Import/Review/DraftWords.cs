using Loa.Documents.Plans;
using Loa.Modules.Plans.Import.Drafts;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Import.Review;

/// <summary>Names of sections, items and fields.</summary>
internal static class DraftWords
{
    /// <summary>The class of an item's mark in the document and of its card.</summary>
    public static string Kind(DraftItem item) => item switch
    {
        DraftHeading => "heading",
        DraftBasis => "basis",
        DraftText => "text",
        DraftTarget => "target",
        DraftTask => "task",
        DraftResponsibility or DraftDuty => "duty",
        DraftCadence => "cadence",
        DraftReporting => "report",
        _ => "unread",
    };

    public static DraftSection Section(DraftItem item) => item switch
    {
        DraftHeading => DraftSection.Heading,
        DraftBasis => DraftSection.Bases,
        DraftText => DraftSection.Texts,
        DraftTarget => DraftSection.Targets,
        DraftTask => DraftSection.Tasks,
        DraftResponsibility or DraftDuty => DraftSection.Responsibilities,
        DraftCadence => DraftSection.Cadences,
        DraftReporting => DraftSection.Reporting,
        _ => DraftSection.Unread,
    };

    /// <summary>Part of the address and the id of the panel.</summary>
    public static string Slug(DraftSection section) => section switch
    {
        DraftSection.Heading => "the-thuc",
        DraftSection.Bases => "can-cu",
        DraftSection.Texts => "noi-dung",
        DraftSection.Targets => "chi-tieu",
        DraftSection.Tasks => "nhiem-vu",
        DraftSection.Responsibilities => "trach-nhiem",
        DraftSection.Cadences => "dinh-muc",
        DraftSection.Reporting => "bao-cao",
        DraftSection.Unread => "chua-doc-duoc",
        DraftSection.Agencies => "co-quan",
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, null),
    };

    public static string Title(IStringLocalizer words, DraftSection section) => section switch
    {
        DraftSection.Heading => words["Thể thức"],
        DraftSection.Bases => words["Căn cứ"],
        DraftSection.Texts => words["Nội dung"],
        DraftSection.Targets => words["Chỉ tiêu"],
        DraftSection.Tasks => words["Nhiệm vụ"],
        DraftSection.Responsibilities => words["Trách nhiệm"],
        DraftSection.Cadences => words["Định mức"],
        DraftSection.Reporting => words["Báo cáo"],
        DraftSection.Unread => words["Chưa hiểu"],
        DraftSection.Agencies => words["Cơ quan"],
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, null),
    };

    public static string Add(IStringLocalizer words, DraftSection section) => section switch
    {
        DraftSection.Bases => words["Thêm căn cứ"],
        DraftSection.Texts => words["Thêm nội dung"],
        DraftSection.Targets => words["Thêm chỉ tiêu"],
        DraftSection.Tasks => words["Thêm nhiệm vụ"],
        DraftSection.Responsibilities => words["Thêm cơ quan chịu trách nhiệm"],
        DraftSection.Cadences => words["Thêm định mức"],
        DraftSection.Reporting => words["Thêm chế độ báo cáo"],
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, null),
    };

    public static string Empty(IStringLocalizer words, DraftSection section) => section switch
    {
        DraftSection.Bases => words["Không thấy căn cứ nào trong văn bản."],
        DraftSection.Texts => words["Không thấy mục đích, nội dung hay hình thức tuyên truyền nào."],
        DraftSection.Targets => words["Văn bản không nêu chỉ tiêu có con số."],
        DraftSection.Tasks => words["Không thấy nhiệm vụ nào; hãy thêm, hoặc nhận từ phần Trách nhiệm."],
        DraftSection.Responsibilities => words["Không thấy phần Tổ chức thực hiện."],
        DraftSection.Cadences => words["Văn bản không nêu định mức nào (như “mỗi tuần một lần”)."],
        DraftSection.Reporting => words["Văn bản không nêu chế độ báo cáo."],
        DraftSection.Unread => words["Không có đoạn nào còn phải xem: mọi điều giống nhiệm vụ, thời hạn, cơ quan đều đã hiểu."],
        _ => "",
    };

    /// <summary>The same where no document was read: what to write there.</summary>
    public static string EmptyWritten(IStringLocalizer words, DraftSection section) => section switch
    {
        DraftSection.Bases => words["Chưa có căn cứ nào."],
        DraftSection.Texts => words["Chưa có mục đích, yêu cầu, nội dung hay hình thức tuyên truyền."],
        DraftSection.Targets => words["Chưa có chỉ tiêu. Phần này được bỏ qua trong văn bản nếu để trống."],
        DraftSection.Tasks => words["Chưa có nhiệm vụ nào."],
        DraftSection.Responsibilities => words["Chưa ghi trách nhiệm của bộ phận nào. Người phụ trách từng nhiệm vụ được tự liệt kê."],
        DraftSection.Cadences => words["Chưa có định mức. Phần này được bỏ qua trong văn bản nếu để trống."],
        DraftSection.Reporting => words["Chưa có chế độ báo cáo."],
        _ => "",
    };

    public static string Field(IStringLocalizer words, string name) => name switch
    {
        "kind" => words["Loại văn bản"],
        "promulgates" => words["Ban hành kèm theo"],
        "subject" => words["Trích yếu"],
        "reference" => words["Số, ký hiệu"],
        "date" => words["Ngày ban hành"],
        "place" => words["Địa danh"],
        "issuer" => words["Cơ quan ban hành"],
        "parentIssuer" => words["Cơ quan chủ quản"],
        "year" => words["Từ năm"],
        "yearTo" => words["Đến năm"],
        "signerAuthority" => words["Quyền hạn ký"],
        "signerCapacity" => words["Ký thay, thừa lệnh"],
        "signerTitle" => words["Chức vụ người ký"],
        "signerName" => words["Người ký"],
        "recipients" => words["Nơi nhận"],
        "budget" => words["Kinh phí"],
        "text" => words["Nội dung"],
        "content" => words["Nội dung công việc"],
        "lead" => words["Chủ trì"],
        "coordinating" => words["Phối hợp"],
        "monitoring" => words["Cơ quan theo dõi"],
        "when" => words["Thời gian (như văn bản)"],
        "from" => words["Từ ngày"],
        "to" => words["Hạn hoàn thành"],
        "product" => words["Sản phẩm, kết quả"],
        "detail" => words["Nội dung chi tiết"],
        "group" => words["Nhóm nhiệm vụ"],
        "number" => words["Số thứ tự"],
        "request" => words["Là đề nghị, không tính quá hạn"],
        "value" => words["Giá trị"],
        "unit" => words["Đơn vị tính"],
        "agency" => words["Cơ quan"],
        "agencies" => words["Cơ quan thực hiện"],
        "count" => words["Số lần"],
        "per" => words["Trong mỗi"],
        "minMinutes" => words["Số phút ít nhất"],
        "by" => words["Cơ quan báo cáo"],
        "via" => words["Gửi qua"],
        "period" => words["Kỳ báo cáo"],
        "due" => words["Hạn báo cáo"],
        "every" => words["Lặp lại"],
        "forms" => words["Hình thức"],
        "comparison" => words["So sánh"],
        "inCharge" => words["Người phụ trách"],
        "estimate" => words["Dự toán (đồng)"],
        "numerator" => words["Tử số"],
        "denominator" => words["Mẫu số"],
        _ => name,
    };

    /// <summary>"to" is a date in a task and an agency in a reporting duty.</summary>
    public static string Field(IStringLocalizer words, DraftItem item, string name) =>
        item is DraftReporting && name == "to" ? words["Nơi nhận báo cáo"]
        : item is DraftText && name == "kind" ? words["Thuộc mục"]
        : Field(words, name);

    public static string TextKind(IStringLocalizer words, PlanTextKind kind) => kind switch
    {
        PlanTextKind.Purpose => words["Mục đích"],
        PlanTextKind.Requirement => words["Yêu cầu"],
        PlanTextKind.Audience => words["Đối tượng"],
        PlanTextKind.Topic => words["Nội dung tuyên truyền"],
        PlanTextKind.Form => words["Hình thức tuyên truyền"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
