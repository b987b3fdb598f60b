using Loa.Documents.Plans;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese.Timing;

/// <summary>Finds the statements of a timeframe cell one after the other.</summary>
internal sealed class Statements(Tokens tokens, ProgrammeYears? years)
{
    /// <summary>Words that may stand before a statement ("Ban hành kế hoạch trong …") before the cell counts as prose.</summary>
    private const int MostUnknown = 16;

    private static readonly Words Conditional = new(
        "khi|nếu có|nếu|theo|sau|ngay khi|ngay sau|ngay sau khi|sau khi|trong vòng|trong thời hạn|tùy|tùy theo|tuỳ thuộc|căn cứ|căn cứ vào|phụ thuộc|đột xuất|"
        + "đã hoàn thành|đã thực hiện|đã ban hành|đã xong|đã triển khai|các năm tiếp theo|những năm tiếp theo|các năm sau|không thường xuyên|không định kỳ|chưa xác định|kết hợp",
        loose: true);

    private static readonly Words Before = new("trước", loose: true);
    private static readonly Words By = new(
        "chậm nhất|muộn nhất|trễ nhất|không muộn hơn|không chậm hơn|hoàn thành|hoàn tất|xong|kết thúc|hạn|hạn cuối|thời hạn|đến|đến hết|cho đến|tới|hết|từ nay đến|từ nay đến hết|kể từ ngày ký đến|không quá", loose: true);

    private static readonly Words Continuous = new(
        "thường xuyên|liên tục|cả năm|trong cả năm|suốt năm|trong suốt năm|suốt cả năm|trong suốt cả năm|quanh năm|xuyên suốt|thường kỳ|toàn giai đoạn|cả giai đoạn|trong cả giai đoạn|"
        + "trong suốt giai đoạn|trong suốt|suốt quá trình|hằng ngày|hàng ngày", loose: true);

    private static readonly Words WithinYear = new("trong năm|trong năm kế hoạch|năm nay|trong giai đoạn", loose: true);
    private static readonly Words EndOfYear = new("cuối năm|hết năm|trong năm|đầu năm|kết thúc năm|giữa năm|năm nay", loose: true);
    private static readonly Words Into = new("trong|của|từ|giai đoạn|năm|các năm|trong các năm|kể từ", loose: true);
    private static readonly Words Absorbed = new("liên tục|thường xuyên|hằng năm|hàng năm|mỗi năm|các năm|trong năm|cả năm|hàng ngày|hằng ngày|kịp thời|lâu dài|trong cả năm", loose: true);

    /// <summary>The first statement at or after the token, or null.</summary>
    public Statement? Next(int index)
    {
        var deadline = false;
        var before = false;
        var first = -1;
        var unknown = 0;
        for (var i = index; i < tokens.Count && unknown <= MostUnknown;)
        {
            if (EndsClause(i))
                (deadline, before, first) = (false, false, -1);
            if (tokens[i].Kind == TokenKind.Mark)
            {
                i++;
                continue;
            }

            var start = first < 0 ? i : first;
            if (At(i, start, deadline, before) is { } statement)
                return statement;
            if (Before.Match(tokens, i) is var b and > 0)
                (deadline, before, first, i) = (true, true, start, i + b);
            else if (By.Match(tokens, i) is var d and > 0)
                (deadline, before, first, i) = (true, before && !deadline, start, i + d);
            else
                (unknown, i) = (unknown + 1, i + 1);
        }

        return null;
    }

    private bool EndsClause(int index) => tokens[index].IsMark(';') || (tokens[index].StartsLine && index > 0);

    private Statement? At(int index, int start, bool deadline, bool before)
    {
        if (MonthlyDay(index, start, deadline) is { } monthly)
            return monthly;
        if (Recurrence.Read(tokens, index, out var every) is var recurring and > 0)
            return Recurs(start, recurring, every);
        if (!deadline && ReadContinuous(index) is { } continuous)
            return continuous;
        if (Conditional.Match(tokens, index) > 0 && !(deadline && first(index)))
            return new(TimeframeKind.Conditional, null, null, null, start, ClauseEnd(index));
        if (Periods.Read(tokens, index, years, acrossStatements: !deadline) is { } periods)
            return deadline ? Deadline(index, start, periods, before) : ReadPeriod(start, periods);
        return Yearly(index, start, deadline, before);

        bool first(int at) => TimeWords.From.At(tokens, at);
    }

    /// <summary>"Trước ngày 20 hàng tháng", "Ngày 15 của tháng cuối quý".</summary>
    private Statement? MonthlyDay(int index, int start, bool deadline)
    {
        var i = index + TimeWords.Day.Match(tokens, index);
        if (tokens[i] is not { Kind: TokenKind.Number, Length: <= 2, Value: >= 1 and <= 31 } number)
            return null;
        var quarter = TimeWords.EveryQuarter.Match(tokens, i + 1);
        var length = quarter > 0 ? quarter : i > index ? TimeWords.EveryMonth.Match(tokens, i + 1) : 0;
        if (length == 0 || tokens[i + 1 + length] is { Kind: TokenKind.Number })
            return null;
        var every = new CalendarInterval(quarter > 0 ? 3 : 1, CalendarUnit.Month);
        var end = i + 1 + length;
        if (TimeWords.Every.At(tokens, end) && Recurrence.Read(tokens, end, out _) is var more and > 0)
            end = more;
        if (!deadline)
            return new(TimeframeKind.Recurring, FirstDay, LastDay, every, start, end);
        var due = years is { } y ? new Period(PeriodUnit.Day, quarter > 0 ? 3 : 1, quarter > 0 ? 3 : 1, number.Value, y.From).Last : null;
        return new(TimeframeKind.Recurring, null, due, every, start, end);
    }

    private Statement Recurs(int start, int end, CalendarInterval every)
    {
        if (Range(end, out var from, out var to) is var ranged and > 0)
            return new(TimeframeKind.Recurring, from, to, every, start, ranged);
        var filler = WithinYear.Match(tokens, end);
        return new(TimeframeKind.Recurring, FirstDay, LastDay, every, start, end + filler);
    }

    private Statement? ReadContinuous(int index)
    {
        var length = Continuous.Match(tokens, index);
        if (length == 0)
        {
            length = WithinYear.Match(tokens, index);
            if (length == 0 || tokens[index + length].Kind == TokenKind.Number)
                return null;
        }

        var end = index + length;
        for (var guard = 0; guard < 8; guard++)
        {
            if (Range(end, out var from, out var to) is var ranged and > 0)
                return new(TimeframeKind.Continuous, from, to, null, index, ranged);
            var next = tokens[end].Kind == TokenKind.Mark && tokens[end].Mark is ',' or '-' or '/' or '(' ? end + 1 : end;
            next += TimeWords.And.Match(tokens, next);
            var more = Absorbed.Match(tokens, next);
            if (more == 0)
                break;
            end = next + more;
        }

        return new(TimeframeKind.Continuous, FirstDay, LastDay, null, index, end);
    }

    /// <summary>"trong năm 2024", "từ tháng 3/2024", "(giai đoạn 2026-2030)" behind a statement: the token behind it, or -1.</summary>
    private int Range(int index, out DateOnly? from, out DateOnly? to)
    {
        from = to = null;
        var i = tokens[index].Kind == TokenKind.Mark && tokens[index].Mark is ',' or '(' ? index + 1 : index;
        if (!Into.At(tokens, i) && !(i > index && tokens[index].Mark == '(' && TimeWords.IsYear(tokens, i)) && !(i == index && TimeWords.IsYear(tokens, i)))
            return -1;
        var of = tokens[i].Is(Of) ? 1 : 0;
        if (Periods.Read(tokens, i + of, years, acrossStatements: false) is not { } periods)
            return -1;
        from = periods.First;
        to = periods.Open ? Later(periods.Last) : periods.Last;
        return periods.End;
    }

    private static readonly ulong Of = WordKey.Of("của");

    private Statement ReadPeriod(int start, Periods periods)
    {
        var yearly = TimeWords.EveryYear.Match(tokens, periods.End);
        if (yearly > 0 && tokens[periods.End + yearly].Kind != TokenKind.Number)
            return new(TimeframeKind.Recurring, periods.First, periods.Last, new(1, CalendarUnit.Year), start, periods.End + yearly);
        return new(TimeframeKind.Period, periods.First, periods.Open ? Later(periods.Last) : periods.Last, null, start, periods.End);
    }

    private Statement Deadline(int index, int start, Periods periods, bool before)
    {
        // Of several days to be met the first counts; the others are further statements.
        var day = periods.FirstPeriod;
        var several = day.Unit == PeriodUnit.Day && !tokens[index].Is(Of) && periods.First != periods.Last && !TimeWords.From.At(tokens, index);
        var end = several ? Periods.ReadOne(tokens, index, years)?.End ?? periods.End : periods.End;
        var due = several ? periods.FirstPeriod.Last : before && day.Unit != PeriodUnit.Day ? periods.First?.AddDays(-1) : periods.Last;
        var yearly = TimeWords.EveryYear.Match(tokens, periods.End);
        if (yearly == 0 || tokens[periods.End + yearly].Kind == TokenKind.Number)
            return new(TimeframeKind.Deadline, null, due, null, start, end);
        return new(TimeframeKind.Recurring, null, due, new(1, CalendarUnit.Year), start, several ? end : periods.End + yearly);
    }

    /// <summary>"cuối năm", "hết năm": the first programme year.</summary>
    private Statement? Yearly(int index, int start, bool deadline, bool before)
    {
        var length = EndOfYear.Match(tokens, index);
        if (length == 0 && deadline && TimeWords.Year.At(tokens, index))
            length = 1;
        if (length == 0)
            return null;
        var last = years is { } y ? new DateOnly(y.From, 12, 31) : (DateOnly?)null;
        if (deadline)
            return new(TimeframeKind.Deadline, null, before && length == 1 ? last?.AddYears(-1) : last, null, start, index + length);
        return new(TimeframeKind.Period, years is null ? null : FirstDay, last, null, start, index + length);
    }

    private int ClauseEnd(int index)
    {
        var i = index + 1;
        while (i < tokens.Count && !EndsClause(i))
            i++;
        return i;
    }

    private DateOnly? FirstDay => years is { From: > 0 and < 9999 } y ? new(y.From, 1, 1) : null;
    private DateOnly? LastDay => years is { To: > 0 and < 9999 } y ? new(y.To, 12, 31) : null;

    /// <summary>A period without an end lasts to the end of the programme.</summary>
    private DateOnly? Later(DateOnly? day) => LastDay is { } last && last > day ? last : day;
}
