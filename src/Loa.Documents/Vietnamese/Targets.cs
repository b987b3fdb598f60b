using System.Globalization;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese;

/// <summary>Measurable promises: a percentage, or a count of things that are counted.</summary>
public static class Targets
{
    private const int Lookbehind = 4;

    private static readonly Phrases<TargetComparison> Before = new(
        ("trên|hơn|đạt trên|vượt|cao hơn|lớn hơn|đạt hơn", TargetComparison.MoreThan),
        ("ít nhất|tối thiểu|từ|không dưới|không thấp hơn|không ít hơn|thấp nhất|đạt từ|tối thiểu là|ít nhất là", TargetComparison.AtLeast),
        ("tối đa|không quá|không vượt quá|nhiều nhất|không cao hơn|không trên|tối đa là", TargetComparison.AtMost),
        ("dưới|ít hơn|thấp hơn|nhỏ hơn|xuống dưới|còn dưới", TargetComparison.LessThan));

    private static readonly Words AndMore = new("trở lên");
    private static readonly Words AndLess = new("trở xuống");

    private static readonly Words Things = new(
        "lần|lượt|tin|bài|chuyên mục|chuyên trang|chuyên đề|chương trình|phóng sự|bản tin|số|kỳ|buổi|cuộc|đợt|lớp|hội nghị|hội thảo|tọa đàm|cuộc thi|hội thi|mô hình|sáng kiến|giải pháp|tờ rơi|tờ gấp|"
        + "pano|pa nô|áp phích|băng rôn|sổ tay|văn bản|video|clip|video clip|người|lượt người|hộ|đơn vị|cơ quan|thủ tục|thủ tục hành chính|tthc|dịch vụ công|hồ sơ|điểm|bậc|phút|giờ|ngày|cuốn|quyển|bộ|nhóm|tổ|câu lạc bộ");

    private static readonly Words Promising = new(
        "ít nhất|tối thiểu|tổ chức|xây dựng|đăng|đăng tải|phát|có|đạt|duy trì|thực hiện|phát hành|biên soạn|in|mở|trên|hơn|tối đa|không quá|dưới|từ|đạt từ|phấn đấu|ít nhất là|tối thiểu là|giảm|tăng|còn|cung cấp|công bố");

    /// <summary>The target of a sentence or paragraph; null when it holds no number that is one. The first percentage counts, else the first promised count.</summary>
    public static Found<PlanTarget>? Read(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var tokens = Tokens.Read(sentence);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Percentage(tokens, i, out var value, out var end))
                return Target(tokens, i, end, value, "%");
        }

        for (var i = 1; i < tokens.Count; i++)
        {
            var number = Numerals.Match(tokens, i, out var count);
            if (number == 0 || tokens[i].Kind != TokenKind.Number || !IsPromised(tokens, i))
                continue;
            if (Things.Match(tokens, i + number) is var unit and > 0)
                return Target(tokens, i, i + number + unit, count, tokens.Slice(i + number, i + number + unit));
        }

        return null;
    }

    /// <summary>"100%", "95,5 %", "90 phần trăm".</summary>
    private static bool Percentage(Tokens tokens, int index, out decimal value, out int end)
    {
        value = 0;
        end = index;
        if (tokens[index].Kind != TokenKind.Number || tokens[index] is { Glued: true } && tokens[index - 1] is { Kind: TokenKind.Mark, Mark: ',' or '.' })
            return false;
        end = index + 1;
        if (tokens[end] is { Kind: TokenKind.Mark, Mark: ',' or '.', Glued: true } && tokens[end + 1] is { Kind: TokenKind.Number, Glued: true })
            end += 2;
        if (!tokens[end].IsMark('%') && !(tokens[end].Is(Parts) && tokens[end + 1].Is(Hundred)))
            return false;
        var printed = tokens.Slice(index, end).Replace(',', '.');
        end += tokens[end].IsMark('%') ? 1 : 2;
        return decimal.TryParse(printed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static readonly ulong Parts = WordKey.Of("phần");
    private static readonly ulong Hundred = WordKey.Of("trăm");

    private static bool IsPromised(Tokens tokens, int index)
    {
        for (var i = index - 1; i >= 0 && i >= index - Lookbehind; i--)
        {
            if (Promising.Match(tokens, i) is var length and > 0 && i + length >= index - 1)
                return true;
        }

        return false;
    }

    private static Found<PlanTarget> Target(Tokens tokens, int first, int end, decimal value, string unit)
    {
        var text = Timeframes.OneLine(tokens.Text);
        return new(new(text, value, unit, Comparison(tokens, first, end)), tokens.Range(0, tokens.Count));
    }

    private static TargetComparison Comparison(Tokens tokens, int first, int end)
    {
        if (tokens[first - 1].Kind == TokenKind.Mark)
        {
            switch (tokens[first - 1].Mark)
            {
                case '≥': return TargetComparison.AtLeast;
                case '≤': return TargetComparison.AtMost;
                case '>': return TargetComparison.MoreThan;
                case '<': return TargetComparison.LessThan;
            }
        }

        if (AndMore.At(tokens, end))
            return TargetComparison.AtLeast;
        if (AndLess.At(tokens, end))
            return TargetComparison.AtMost;
        for (var i = Math.Max(0, first - Lookbehind); i < first; i++)
        {
            if (Before.Match(tokens, i, out var comparison) is var length and > 0 && i + length == first)
                return comparison;
        }

        return TargetComparison.Exactly;
    }
}
