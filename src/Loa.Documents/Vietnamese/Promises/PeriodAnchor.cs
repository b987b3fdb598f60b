using Loa.Documents.Vietnamese.Text;
using Loa.Documents.Vietnamese.Timing;

namespace Loa.Documents.Vietnamese.Promises;

/// <summary>"mỗi tuần", "hằng quý", "một tháng", "trong năm": the period a count belongs to; tokens [First, End).</summary>
internal readonly record struct PeriodAnchor(CalendarInterval Per, int First, int End)
{
    private static readonly Words Each = new("mỗi|hằng|hàng|từng|trong mỗi|trong|trong một|định kỳ|định kỳ hằng|định kỳ hàng|định kỳ mỗi|cứ|cứ mỗi|trên|theo|vào hằng|vào hàng|vào mỗi");
    private static readonly Words PartOfYear = new("đầu|cuối|tới|tiếp theo|sau|trước|qua|đến");
    private static readonly Words Short = new("tuần|ngày");
    private static readonly ulong In = WordKey.Of("trong");

    /// <summary>The period that stands before its count.</summary>
    public static PeriodAnchor? Read(Tokens tokens, int index)
    {
        var each = Each.Match(tokens, index);
        var counted = each == 0 ? TimeWords.Count(tokens, index, out _) : 0;
        if (each == 0 && counted == 0)
            return ShortUnit(tokens, index);
        if (each > 0 && tokens[index].Is(In) && TimeWords.Year.At(tokens, index + each) && TimeWords.IsYear(tokens, index + each + 1))
            return new(new(1, CalendarUnit.Year), index, index + each + 2);
        var end = Recurrence.Unit(tokens, index + each, out var unit);
        return end < 0 || PartOfYear.At(tokens, end) || IsNamed(tokens, end) ? null : new(unit, index, end);
    }

    /// <summary>"loa truyền thanh tuần 3 buổi": a bare unit with its count at once behind it; "tháng 3 buổi" would be March.</summary>
    private static PeriodAnchor? ShortUnit(Tokens tokens, int index) =>
        Short.At(tokens, index) && tokens[index - 1].Kind != TokenKind.Number && CountedThing.Read(tokens, index + 1) is not null && Recurrence.Unit(tokens, index, out var unit) is var end and > 0
            ? new(unit, index, end) : null;

    /// <summary>"/quý", "mỗi năm", "trong 01 tháng", "một lần" aside: the period that stands behind its count.</summary>
    public static PeriodAnchor? ReadBehind(Tokens tokens, int index)
    {
        if (!tokens[index].IsMark('/'))
            return Short.At(tokens, index) ? null : Read(tokens, index);
        var end = Recurrence.Unit(tokens, index + 1, out var unit);
        return end < 0 ? null : new(unit, index, end);
    }

    /// <summary>"tháng 5/2024", "quý III": a named stretch, not one of many. "mỗi tháng 02 chuyên mục" is followed by a count.</summary>
    private static bool IsNamed(Tokens tokens, int index) =>
        (tokens[index].Kind == TokenKind.Number && CountedThing.Read(tokens, index) is null)
        || (tokens[index] is { Kind: TokenKind.Word, AllCapitals: true, Length: <= 3 } && TimeWords.QuarterNumber(tokens, index) > 0);
}
