using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese.Bases;

/// <summary>Kinds of documents a plan may rest on, and the words around them.</summary>
internal static class Instruments
{
    private static readonly Phrases<string> Kinds = new(
        ("nghị định", "Nghị định"), ("nghị quyết", "Nghị quyết"), ("nghị quyết liên tịch", "Nghị quyết liên tịch"), ("quyết định", "Quyết định"), ("thông tư", "Thông tư"),
        ("thông tư liên tịch", "Thông tư liên tịch"), ("chỉ thị", "Chỉ thị"), ("kế hoạch", "Kế hoạch"), ("công văn", "Công văn"), ("công điện", "Công điện"), ("thông báo", "Thông báo"),
        ("thông báo kết luận", "Thông báo kết luận"), ("kết luận", "Kết luận"), ("chương trình", "Chương trình"), ("chương trình hành động", "Chương trình hành động"),
        ("chương trình phối hợp", "Chương trình phối hợp"), ("đề án", "Đề án"), ("hướng dẫn", "Hướng dẫn"), ("quy định", "Quy định"), ("quy chế", "Quy chế"), ("văn bản", "Văn bản"),
        ("văn bản hợp nhất", "Văn bản hợp nhất"), ("lệnh", "Lệnh"), ("sắc lệnh", "Sắc lệnh"), ("thông tri", "Thông tri"), ("chiến lược", "Chiến lược"));

    private static readonly Phrases<string> LawKinds = new(("luật", "Luật"), ("bộ luật", "Bộ luật"), ("hiến pháp", "Hiến pháp"), ("pháp lệnh", "Pháp lệnh"));

    private static readonly Words OpeningWords = new(
        "căn cứ|căn cứ vào|thực hiện|xét|theo|trên cơ sở|triển khai|triển khai thực hiện|tiếp tục thực hiện|tiếp tục triển khai|để thực hiện|để triển khai|để tiếp tục|nhằm thực hiện|nhằm triển khai|chấp hành"
        + "|quán triệt|tổ chức thực hiện|thi hành|cụ thể hóa|nhằm|để|chiếu|xuất phát từ|nhằm tiếp tục");

    private static readonly Words ProposalWords = new("theo đề nghị|xét đề nghị|theo đề xuất|xét tờ trình|theo tờ trình|trên cơ sở đề nghị|xét kiến nghị|theo kết quả|trên cơ sở kết quả|theo ý kiến|trên cơ sở ý kiến");

    private static readonly Words TitleWords = new(
        "về|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bổ sung|triển khai|thực hiện|công bố|phát động|đẩy mạnh|tăng cường|giao|kèm theo|v/v|ngày|tại|phân công|thành lập|kiện toàn|thông qua|quyết định|số|thay thế"
        + "|nâng cao|tổ chức|đề nghị|yêu cầu|thi hành|điều chỉnh|bãi bỏ|chấp thuận|cho ý kiến|năm|giai đoạn|tiếp tục|quán triệt|trong đó|theo|để|nhằm|và để|và nhằm|cụ thể hóa|công khai|chỉ đạo|đối với|hội nghị");

    /// <summary>How many tokens the kind of a document at <paramref name="index"/> takes; a law's kind counts too. Kinds are printed with a capital.</summary>
    public static int Kind(Tokens tokens, int index, out string kind, out bool law)
    {
        law = false;
        kind = "";
        if (tokens[index].Kind != TokenKind.Word)
            return 0;
        if (Kinds.Match(tokens, index, out kind) is var length and > 0)
            return length;
        law = tokens[index].Capital;
        return law ? LawKinds.Match(tokens, index, out kind) : 0;
    }

    public static int Opening(Tokens tokens, int index) => OpeningWords.Match(tokens, index);

    public static bool IsProposal(Tokens tokens, int index) => ProposalWords.At(tokens, index);

    public static bool OpensTitle(Tokens tokens, int index) => TitleWords.At(tokens, index);
}
