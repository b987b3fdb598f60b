using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese.Bodies;

/// <summary>Finds where the name that opens a heading or duty ends: at a colon, a full stop, the end, or the verb of the duty.</summary>
internal static class AgencyOpenings
{
    private const int LongestName = 60;

    private static readonly Words Requests = new("đề nghị|kính đề nghị|trân trọng đề nghị|kính mời|mời");
    private static readonly Words Orders = new("giao|yêu cầu|phân công|giao trách nhiệm cho|giao nhiệm vụ cho|trách nhiệm của|nhiệm vụ của|đối với|về phía|giao cho");

    // "Phân công công chức làm đầu mối", "Giao cán bộ …" are duties of the one addressed; only a name makes them an order to another.
    private static readonly Words Assign = new("giao|phân công");

    // "Tổ chức tọa đàm …" is what to do; an organisation says of which kind it is.
    private static readonly Words Organise = new("tổ chức");

    private static readonly Words Organisations = new(
        "tổ chức chính trị|tổ chức đoàn thể|tổ chức, cá nhân|tổ chức có liên quan|tổ chức liên quan|tổ chức xã hội|tổ chức đảng|tổ chức cơ sở|tổ chức công đoàn|tổ chức hội|tổ chức tín dụng");

    /// <summary>Verbs that no name holds.</summary>
    private static readonly Words Verbs = new(
        "chủ trì|chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|căn cứ|thực hiện|xây dựng kế hoạch|tham mưu|theo dõi|triển khai|chủ động|chỉ đạo|tăng cường|đẩy mạnh|tiếp tục|duy trì|cập nhật|đăng tải|bố trí|đôn đốc|quán triệt|tham gia|lồng ghép|"
        + "rà soát|cung cấp|mở chuyên|phát sóng|ban hành|biên soạn|in ấn|nghiên cứu|đề xuất|thường xuyên|quan tâm|phát huy|nghiêm túc|kịp thời|tích cực|là cơ quan|là đầu mối|cần|phải|bám sát|sử dụng|vận động|chuẩn bị|cân đối|thẩm định|phân bổ|xem xét|bảo đảm|đảm bảo|"
        + "nâng cao|định kỳ|hằng|hàng|trên cơ sở|dựa trên|lập dự toán|làm đầu mối|giúp|phối hợp với|phối hợp cùng|phối hợp chặt chẽ|phối hợp lồng ghép|phối hợp tuyên truyền|chủ động phối hợp|đề xuất|yêu cầu|đề nghị|báo cáo kết quả|báo cáo ủy ban|báo cáo ubnd|gửi báo cáo|"
        + "tổng hợp|hướng dẫn các|hướng dẫn,|tổ chức triển khai|tổ chức thực hiện|tổ chức tuyên truyền|tổ chức phổ biến|tổ chức quán triệt|tổ chức các|tổ chức hội nghị|tổ chức theo dõi|tuyên truyền, phổ biến|kiểm tra, đôn đốc|kiểm tra việc|đưa nội dung|đưa tin|nắm bắt|phân công|mỗi tháng|mỗi quý|mỗi tuần|mỗi năm|trong năm|ít nhất|tối thiểu|tăng thời lượng|phấn đấu|"
        + "khẩn trương|được giao|theo chức năng|theo thẩm quyền|theo nhiệm vụ|trong phạm vi|ngoài việc|bằng nguồn|tạo điều kiện|khuyến khích|huy động|xác định|phản ánh|kiến nghị|phê duyệt|trình ubnd|trình ủy ban|tiến hành|vận hành|khai thác|thiết kế|phổ biến,|chọn cử|cử cán bộ|gắn");

    /// <summary>Words that are verbs only behind a finished name: "Văn phòng Sở tổ chức …", but "Ban Tổ chức", "các tổ chức".</summary>
    private static readonly Words Ambiguous = new("tổ chức|phối hợp|xây dựng|hướng dẫn|kiểm tra|báo cáo|tuyên truyền|quản lý|đầu tư|lập|mở|trình|gửi|có|sẽ|tiếp nhận|phổ biến|viết|ký|cử|công khai|niêm yết|thông báo|đánh giá|phát hành|bổ sung|cải tiến|số hóa|rút kinh nghiệm|đổi mới|xây");

    private static readonly Words NounsBeforeAmbiguous = new("các|những|ban|phòng|hội đồng|cán bộ|công tác|bộ phận|tổ|và|chức năng|chuyên môn|trung tâm|ủy ban|đơn vị|của|về|người|để|việc|được|ủy viên|sở|bộ");

    // "… thuộc Văn phòng phối hợp …": the name is finished; "Phòng tổ chức" alone is not.
    private static readonly Words Office = new("văn phòng");

    public static AgencyOpening? Read(string paragraph)
    {
        var label = ListLabels.Read(paragraph);
        var tokens = Tokens.Read(paragraph);
        var first = label is { } l ? tokens.IndexAt(l.Length) : 0;
        var requests = Requests.Match(tokens, first);
        var lead = requests > 0 ? requests : Orders.Match(tokens, first);
        first += lead;
        if (tokens[first].IsMark(':'))
            first++;
        if (!Lexicon.IsHead(tokens, first, inside: lead > 0) || (lead == 0 && !tokens[first].Capital))
            return null;
        if (lead == 0 ? Organise.At(tokens, first) && !Organisations.At(tokens, first) : Assign.At(tokens, first - lead) && !tokens[first].Capital)
            return null;
        return Walk(tokens, first, requests > 0);
    }

    private static AgencyOpening? Walk(Tokens tokens, int first, bool request)
    {
        var depth = 0;
        for (var i = first + 1; i <= tokens.Count && i - first <= LongestName; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.End)
                return Make(tokens, first, i, i, request, closed: true);
            if (token.Kind == TokenKind.Mark && token.Mark is '(' or ')')
                depth += token.Mark == '(' ? 1 : -1;
            if (depth > 0)
                continue;
            if (token.IsMark(':'))
                return Make(tokens, first, i, i + 1, request, closed: true);
            if (token.IsMark('.') && (tokens[i + 1].Kind == TokenKind.End || (tokens[i + 1].Capital && !tokens[i + 1].Glued)) && tokens[i - 1].Length > 2)
                return Make(tokens, first, i, i + 1, request, closed: true);
            if (token.StartsLine && token.Capital && !Lexicon.IsHead(tokens, i, inside: true))
                return Make(tokens, first, i, i, request, closed: true);
            if (IsVerb(tokens, first, i))
                return Make(tokens, first, i, i, request, closed: false);
        }

        return null;
    }

    private static bool IsVerb(Tokens tokens, int first, int index)
    {
        if (tokens[index].Kind != TokenKind.Word || (tokens[index].Capital && !(tokens[index - 1].IsMark(',') || tokens[index - 1].IsMark('-'))))
            return false;
        if (Verbs.At(tokens, index))
            return !(tokens[index - 1].IsMark('(') || tokens[index - 1].IsMark('"')) && index > first;
        if (!Ambiguous.At(tokens, index) || tokens[index - 1].Kind != TokenKind.Word || tokens[index].Capital)
            return false;
        return (!NounsBeforeAmbiguous.At(tokens, index - 1) || Office.At(tokens, index - 2)) && !(tokens[index].Is(Have) && Lexicon.Closing.At(tokens, index));
    }

    private static readonly ulong Have = WordKey.Of("có");

    private static AgencyOpening? Make(Tokens tokens, int first, int end, int rest, bool request, bool closed)
    {
        while (end > first + 1 && tokens[end - 1].Kind == TokenKind.Mark && tokens[end - 1].Mark is ',' or ';' or '-' or '.' or '…')
            end--;
        if (end <= first)
            return null;
        var range = tokens.Range(first, end);
        var restStart = rest < tokens.Count ? tokens[rest].Start : tokens.Text.Length;
        return new(Timeframes.OneLine(tokens.Text.AsSpan(range.Start, range.Length)), range, request, restStart, closed);
    }
}
