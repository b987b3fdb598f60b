using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese.Instruments;

/// <summary>The words of preambles.</summary>
internal static class InstrumentWords
{
    public static readonly Words Kinds = new(
        "hiến pháp|bộ luật|luật|pháp lệnh|nghị quyết|nghị quyết liên tịch|nghị định|quyết định|thông tư|thông tư liên tịch|chỉ thị|kế hoạch|công văn|chương trình|chương trình hành động|chương trình công tác|chương trình phối hợp|"
        + "kết luận|thông báo|thông báo kết luận|hướng dẫn|đề án|lệnh|quy định|quy chế|văn bản|văn bản hợp nhất|công điện|chiến lược|điều lệ|quy chế phối hợp|kế hoạch liên tịch|hướng dẫn liên tịch");

    public static readonly Words Laws = new("hiến pháp|bộ luật|luật");
    public static readonly Words LawLike = new("hiến pháp|bộ luật|luật|pháp lệnh");

    public static readonly Words Openers = new("căn cứ|căn cứ vào|thực hiện|triển khai|triển khai thực hiện|tiếp tục thực hiện|thi hành|tổ chức thực hiện|căn cứ các|thực hiện các|để thực hiện|nhằm thực hiện|để triển khai|nhằm triển khai|trên cơ sở|theo");

    /// <summary>Who asked for the document is no basis of it.</summary>
    public static readonly Words Proposals = new(
        "theo đề nghị|xét đề nghị|theo đề xuất|xét tờ trình|theo tờ trình|xét đề xuất|trên cơ sở đề nghị|trên cơ sở đề xuất|xét báo cáo|sau khi xem xét|căn cứ đề nghị|căn cứ tờ trình|theo ý kiến đề nghị|trên cơ sở tham mưu|xét");

    /// <summary>What closes the last instrument of a long sentence.</summary>
    public static readonly Words Tails = new(
        "để|nhằm|trên cơ sở|theo đề nghị|xét đề nghị|theo đề xuất|xét tờ trình|đồng thời|tình hình thực tế|căn cứ tình hình|căn cứ chức năng|căn cứ điều kiện|chức năng, nhiệm vụ|yêu cầu nhiệm vụ|theo tờ trình|theo tinh thần|căn cứ vào|căn cứ|xét");

    /// <summary>Where an issuer's name ends and the title begins.</summary>
    public static readonly Words TitleStarts = new(
        "về|về việc|v/v|quy định|sửa đổi|hướng dẫn|ban hành|phê duyệt|tại|triển khai|thực hiện|một số|đẩy mạnh|tăng cường|công bố|trong|giao|đối với|thông qua|điều chỉnh|bổ sung|kết luận|nhiệm kỳ|kỳ họp|ngày|do|nhằm|để|là|và để|"
        + "phát động|quyết định|bãi bỏ|thay thế|hợp nhất|đề ra|cho ý kiến|chỉ đạo|yêu cầu|phát triển|xây dựng|đổi mới|nâng cao|tiếp tục|tổ chức|truyền thông|tuyên truyền|cải cách|kiểm soát|rà soát|phối hợp|liên quan|đơn giản hóa|tháng|năm|giai đoạn|kèm theo|quy hoạch|thành lập|bảo đảm|chuyển đổi|phân công|phân cấp|cụ thể hóa");

    public static readonly Words Verbs = new("xây dựng|ban hành|triển khai|đề ra|lập|tổ chức|thông báo|quyết định|hướng dẫn|ban hành kế hoạch|đề nghị|yêu cầu|báo cáo");
    public static readonly ulong Number = WordKey.Of("số");
    public static readonly ulong Of = WordKey.Of("của");
    public static readonly ulong And = WordKey.Of("và");
    public static readonly ulong Amending = WordKey.Of("sửa");
}
