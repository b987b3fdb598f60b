using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese.Promises;

/// <summary>To whom a report goes, and through whom: "về UBND thành phố (qua phòng Nội vụ)".</summary>
internal static class ReportAddress
{
    private const int LongestName = 14;

    private static readonly Words Towards = new("về|đến|tới|gửi|gửi về|gửi cho|cho|lên|trình|với");
    private static readonly Words Through = new("qua|thông qua|qua đầu mối|thông qua đầu mối");
    private static readonly Words Lead = new("cơ quan|phòng|ban|sở|văn phòng|lãnh đạo|cấp trên|bộ phận|trung tâm|tổ|đơn vị|chủ tịch|thường trực|ủy ban|bộ|huyện ủy|tỉnh ủy|thành ủy|đảng ủy");
    private static readonly Words Stop = new(
        "qua|thông qua|theo|trước|để|kết quả|tình hình|định kỳ|chậm nhất|muộn nhất|hằng|hàng|vào|trong|về|nhằm|đúng|kèm|tổng hợp|xem xét|chỉ đạo|biết|đồng thời|khi|việc|công tác|đảm bảo|bảo đảm|và báo cáo|những|các nội dung|bằng|tại|cho|lồng ghép|hoặc|khó khăn");

    /// <summary>The addressee behind token <paramref name="from"/>, as a range, or null.</summary>
    public static (TextRange To, int End)? To(Tokens tokens, int from)
    {
        if (Name(tokens, from) is { } direct)
            return direct;
        for (var i = from; i < tokens.Count && !tokens[i].IsMark(';'); i++)
        {
            if (Towards.Match(tokens, i) is var towards and > 0 && Name(tokens, i + towards) is { } named)
                return named;
        }

        return null;
    }

    /// <summary>"(qua phòng Nội vụ)", ", qua Sở Nội vụ", "(phòng Tổ chức cán bộ)" behind the addressee.</summary>
    public static TextRange? Via(Tokens tokens, int from)
    {
        for (var i = from; i < tokens.Count && i < from + 30; i++)
        {
            if (Through.Match(tokens, i) is var through and > 0 && Name(tokens, i + through) is { } named)
                return named.To;
            if (i == from && tokens[i].IsMark('(') && Name(tokens, i + 1) is { } bracketed)
                return bracketed.To;
        }

        return null;
    }

    private static (TextRange To, int End)? Name(Tokens tokens, int index)
    {
        if (!(tokens[index] is { Kind: TokenKind.Word, Capital: true } && !Stop.At(tokens, index)) && !Lead.At(tokens, index))
            return null;
        var end = index + 1;
        while (end < index + LongestName && Continues(tokens, end))
            end++;
        return (tokens.Range(index, end), end);
    }

    private static bool Continues(Tokens tokens, int index)
    {
        ref readonly var token = ref tokens[index];
        if (token.Kind == TokenKind.Word)
            return token.Capital || !Stop.At(tokens, index);
        return token.IsMark('-') && tokens[index + 1] is { Kind: TokenKind.Word, Capital: true };
    }
}
