using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese.Timing;

/// <summary>
/// The words of timeframes, compared without diacritics: in these cells "Quí", "Quý" and the "Quy" of a scan mean the same,
/// and every word counts only beside a number or another time word.
/// </summary>
internal static class TimeWords
{
    public static readonly Words Quarter = new("quý|q", loose: true);
    public static readonly Words Month = new("tháng|t", loose: true);
    public static readonly Words Year = new("năm", loose: true);
    public static readonly Words Day = new("ngày", loose: true);
    public static readonly Words From = new("từ|bắt đầu từ|bắt đầu|kể từ", loose: true);
    public static readonly Words Until = new("đến|tới|cho đến|đến hết|tới hết|đến cuối|cho đến hết", loose: true);
    public static readonly Words And = new("và|hoặc|đến|tới|đến hết|tới hết|đến cuối|cho đến|cho đến hết", loose: true);
    public static readonly Words Every = new("hằng|hàng|mỗi|từng", loose: true);
    public static readonly Words EveryYear = new("hằng năm|hàng năm|mỗi năm|của mỗi năm|của hằng năm|của hàng năm|trong mỗi năm|từng năm|các năm|các năm trong giai đoạn", loose: true);
    public static readonly Words EveryMonth = new("hằng tháng|hàng tháng|mỗi tháng|của tháng|của mỗi tháng|các tháng|trong tháng", loose: true);
    public static readonly Words EveryQuarter = new("tháng cuối quý|của tháng cuối quý|tháng cuối của quý|của tháng cuối mỗi quý|tháng cuối mỗi quý|của tháng cuối cùng của quý|tháng cuối hàng quý", loose: true);
    public static readonly Words Stage = new("giai đoạn|thời kỳ|nhiệm kỳ|các năm|năm|trong năm|trong giai đoạn|năm học", loose: true);

    /// <summary>What may stand before a period without changing it: the widest reading is kept, nothing is invented.</summary>
    public static readonly Words Part = new(
        "đầu|giữa|cuối|trung tuần|thượng tuần|hạ tuần|nửa đầu|nửa cuối|trong|vào|khoảng|dự kiến|dự kiến trong|dịp|thời điểm|trong khoảng thời gian|trong thời gian|thời gian", loose: true);

    /// <summary>"Quý III" with the letters a scan confuses: "lll", "1V".</summary>
    public static int QuarterNumber(Tokens tokens, int index)
    {
        ref readonly var token = ref tokens[index];
        if (token.Kind == TokenKind.Number)
            return token is { Length: <= 2, Value: >= 1 and <= 4 } ? token.Value : 0;
        if (token.Kind != TokenKind.Word || token.Length > 3)
            return 0;
        Span<char> letters = stackalloc char[3];
        for (var i = 0; i < token.Length; i++)
        {
            letters[i] = tokens.Text[token.Start + i] switch { 'l' or 'i' => 'I', 'v' => 'V', var c => c };
        }

        return Numerals.Roman(letters[..token.Length]) is { } value and <= 4 ? value : 0;
    }

    public static bool IsYear(Tokens tokens, int index) => tokens[index] is { Kind: TokenKind.Number, Length: 4, Value: >= 1990 and <= 2100 };

    /// <summary>A count before a unit of time: figures or words, but never "năm", which is the year here.</summary>
    public static int Count(Tokens tokens, int index, out int value)
    {
        value = 0;
        return Year.At(tokens, index) ? 0 : Numerals.Match(tokens, index, out value);
    }
}
