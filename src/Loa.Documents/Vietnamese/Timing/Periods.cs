using System.Runtime.InteropServices;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese.Timing;

/// <summary>
/// Reads one or several periods joined by dashes, commas, "và", "đến": "Quý IV/2025- Quý II/2026", "Tháng 3 - 6/2024", "Quý I, II".
/// A year printed once counts for its neighbours; one that is not printed at all is the first programme year.
/// </summary>
internal sealed class Periods
{
    private const int Most = 24;
    private readonly List<Period> items = [];
    private readonly Tokens tokens;

    private Periods(Tokens tokens) => this.tokens = tokens;

    /// <summary>The first token behind the periods.</summary>
    public int End { get; private set; }

    /// <summary>It opens with "từ" and nothing says until when.</summary>
    public bool Open { get; private set; }

    public Period FirstPeriod => items[0];
    public DateOnly? First => items.Min(p => p.First);
    public DateOnly? Last => items.Max(p => p.Last);

    public static Periods? Read(Tokens tokens, int index, ProgrammeYears? years, bool acrossStatements = true)
    {
        var periods = new Periods(tokens);
        return periods.ReadAll(index, acrossStatements) ? periods.Resolve(years) : null;
    }

    /// <summary>The first period alone.</summary>
    public static Periods? ReadOne(Tokens tokens, int index, ProgrammeYears? years)
    {
        var periods = new Periods(tokens);
        return periods.ReadAll(index, acrossStatements: false, most: 1) ? periods.Resolve(years) : null;
    }

    private bool ReadAll(int index, bool acrossStatements, int most = Most)
    {
        var i = index;
        var from = TimeWords.From.Match(tokens, i);
        i += from;
        i += SkipParts(i);
        i = Element(i, default);
        if (i < 0)
            return false;
        End = i;
        while (items.Count < most)
        {
            var next = Join(Remarks.After(tokens, i), acrossStatements);
            if (next < 0)
                break;
            var end = Further(next);
            if (end < 0 && Remarks.AfterLabel(tokens, next) is var labelled and > 0)
                end = Further(labelled);
            if (end < 0)
                break;
            i = End = end;
        }

        // What stands in brackets behind each of several periods tells them apart; the last one's is no statement of its own.
        if (items.Count > 1)
            End = Remarks.After(tokens, End);

        Open = from > 0 && items.Count == 1;
        return !(items is [{ Unit: PeriodUnit.Day, FirstMonth: 0 }]);
    }

    private int Further(int index)
    {
        var i = index + TimeWords.From.Match(tokens, index);
        return Element(i + SkipParts(i), items[^1]);
    }

    private int SkipParts(int index)
    {
        var i = index;
        while (TimeWords.Part.Match(tokens, i) is var length and > 0 && i - index < 8)
            i += length;
        return i - index;
    }

    /// <summary>Behind the mark or word that joins two periods, or -1.</summary>
    private int Join(int index, bool acrossStatements)
    {
        ref readonly var token = ref tokens[index];
        if (token.Kind == TokenKind.Mark && (token.Mark is ',' or '-' or '+' or '&' || (acrossStatements && token.Mark == ';')))
        {
            var after = index + 1;
            after += TimeWords.And.Match(tokens, after);
            return after;
        }

        if (TimeWords.And.Match(tokens, index) is var words and > 0)
            return index + words;
        return acrossStatements && token.StartsLine && token.Kind != TokenKind.End ? index : -1;
    }

    /// <summary>Adds the period at the token and returns the token behind it, or -1.</summary>
    private int Element(int index, Period previous)
    {
        var i = index;
        if (ReadDate(i) is var afterDate and > 0)
            return afterDate;
        if (TimeWords.Quarter.Match(tokens, i) is var q and > 0 && TimeWords.QuarterNumber(tokens, i + q) is var quarter and > 0)
            return Add(Period.OfQuarter(quarter), i + q + 1);
        if (StartsOfYear(i) is var afterMonths and > 0)
            return afterMonths;
        if (TimeWords.Month.Match(tokens, i) is var m and > 0 && MonthNumber(i + m, out var month) is var monthLength and > 0)
            return Add(Period.OfMonth(month), i + m + monthLength);
        if (ReadYear(i) is var afterYear and > 0)
            return afterYear;
        if (DayOnly(i, previous) is var afterDay and > 0)
            return afterDay;
        return Continued(i, previous);
    }

    private int ReadDate(int index)
    {
        var length = VietnameseDates.MatchParts(tokens, index, out var day, out var month, out var year);
        if (length == 0 || day < 1 || month is < 1 or > 12 || (year >= 0 && year is < 1900 or > 2199))
            return -1;
        if (day > DateTime.DaysInMonth(year < 0 ? 2024 : year, month))
            return -1;
        items.Add(new(PeriodUnit.Day, month, month, day, Math.Max(year, 0)));
        return index + length;
    }

    private int Add(Period period, int end)
    {
        var year = YearSuffix(end, period.Unit, out var length);
        items.Add(period with { Year = year });
        return end + length;
    }

    /// <summary>"/2024", "-2025", " năm 2026", ", năm 2024", " 2024", "(2024)".</summary>
    private int YearSuffix(int index, PeriodUnit unit, out int length)
    {
        var i = index;
        length = 0;
        if (tokens[i].Kind == TokenKind.Mark && tokens[i].Mark is '/' or '-' or '.' or ',' or '(')
        {
            var comma = tokens[i].Mark == ',';
            i++;
            if (comma && !TimeWords.Year.At(tokens, i))
                return 0;
        }

        if (TimeWords.Year.At(tokens, i))
            i++;
        if (TimeWords.IsYear(tokens, i))
        {
            length = i + 1 - index;
            if (tokens[index].IsMark('(') && tokens[i + 1].IsMark(')'))
                length++;
            return tokens[i].Value;
        }

        if (unit is PeriodUnit.Quarter or PeriodUnit.Month && i == index + 1 && tokens[index].IsMark('/') && tokens[i] is { Kind: TokenKind.Number, Length: 2, Value: >= 15 and <= 60 })
        {
            length = 2;
            return 2000 + tokens[i].Value;
        }

        return 0;
    }

    private int MonthNumber(int index, out int month)
    {
        month = 0;
        var length = TimeWords.Count(tokens, index, out var value);
        if (length == 0 || value is < 1 or > 12 || (length == 1 && tokens[index].Kind == TokenKind.Number && tokens[index].Length > 2))
            return 0;
        month = value;
        return length;
    }

    /// <summary>"6 tháng đầu năm 2024", "06 tháng cuối năm", "9 tháng đầu năm", "9 tháng năm 2024".</summary>
    private int StartsOfYear(int index)
    {
        var i = index;
        var length = TimeWords.Count(tokens, i, out var count);
        if (length == 0 || count is < 1 or > 11 || !MonthWord.At(tokens, i + length))
            return -1;
        i += length + 1;
        var end = FirstMonths.Match(tokens, i) is var f and > 0 ? f : LastMonths.Match(tokens, i);
        if (end == 0)
            return -1;
        var first = FirstMonths.At(tokens, i);
        i += end;
        var period = new Period(PeriodUnit.Months, first ? 1 : 13 - count, first ? count : 12, 0, 0);
        if (TimeWords.IsYear(tokens, i))
        {
            items.Add(period with { Year = tokens[i].Value });
            return i + 1;
        }

        return Add(period, i);
    }

    private static readonly Words MonthWord = new("tháng", loose: true);
    private static readonly Words FirstMonths = new("đầu năm|đầu của năm|đầu", loose: true);
    private static readonly Words LastMonths = new("cuối năm|cuối của năm|cuối", loose: true);

    /// <summary>"năm 2024", "Giai đoạn 2026 - 2030", "2026"; "3/2024" is a month.</summary>
    private int ReadYear(int index)
    {
        var i = index;
        while (TimeWords.Stage.Match(tokens, i) is var words and > 0 && i - index < 8)
            i += words;

        // The rest of a date that is none ("31/02/2024") is no month and no year.
        if (i == index && tokens[i].Glued && tokens[i - 1] is { Kind: TokenKind.Mark, Glued: true, Mark: '/' or '.' })
            return -1;
        if (TimeWords.IsYear(tokens, i))
        {
            if (tokens[i + 1].IsMark('/') && tokens[i + 1].Glued && tokens[i + 2].Glued && tokens[i + 2].Kind == TokenKind.Word)
                return -1;
            items.Add(Period.OfYear(tokens[i].Value));
            return i + 1;
        }

        if (i == index && tokens[i] is { Kind: TokenKind.Number, Length: <= 2, Value: >= 1 and <= 12 } && tokens[i + 1].Kind == TokenKind.Mark
            && tokens[i + 1].Mark is '/' or '-' && TimeWords.IsYear(tokens, i + 2))
            return Add(Period.OfMonth(tokens[i].Value), i + 1);
        return -1;
    }

    /// <summary>"ngày 01" of "từ ngày 01 đến ngày 15/3/2024", "20" of "20-21/3/2024", "3" of "3-5/2024": what is missing follows later.</summary>
    private int DayOnly(int index, Period previous)
    {
        var i = index;
        var named = TimeWords.Day.Match(tokens, i);
        i += named;
        if (tokens[i] is not { Kind: TokenKind.Number, Length: <= 2, Value: >= 1 and <= 31 } || (named == 0 && previous.Unit is not (PeriodUnit.None or PeriodUnit.Day)))
            return -1;
        var follows = Join(i + 1, acrossStatements: false);
        if (follows < 0)
            return -1;
        if (VietnameseDates.MatchParts(tokens, follows, out var day, out var month, out _) > 0 && day > 0 && month > 0)
        {
            items.Add(new(PeriodUnit.Day, 0, 0, tokens[i].Value, 0));
            return i + 1;
        }

        if (named == 0 && tokens[i].Value <= 12 && tokens[follows] is { Kind: TokenKind.Number, Length: <= 2 } && tokens[follows + 1].IsMark('/') && TimeWords.IsYear(tokens, follows + 2))
            return Add(Period.OfMonth(tokens[i].Value), i + 1);
        return -1;
    }

    /// <summary>A number that goes on with the unit before it: the "II" of "Quý I, II", the "6" of "Tháng 3 - 6".</summary>
    private int Continued(int index, Period previous)
    {
        if (previous.Unit == PeriodUnit.Quarter && TimeWords.QuarterNumber(tokens, index) is var quarter and > 0)
            return Add(Period.OfQuarter(quarter), index + 1);
        if (previous.Unit == PeriodUnit.Month && MonthNumber(index, out var month) is var length and > 0
            && (!LastMonthUnits.At(tokens, index + length) || (TimeWords.Year.At(tokens, index + length) && TimeWords.IsYear(tokens, index + length + 1))))
            return Add(Period.OfMonth(month), index + length);
        return -1;
    }

    private static readonly Words LastMonthUnits = new("tháng|lần|tuần|ngày|quý|năm|cuộc|kỳ|đợt", loose: true);

    /// <summary>Hands years and months to the neighbours that lack them, from the right first: "Quý IV - Quý I/2025" starts in 2024.</summary>
    private Periods Resolve(ProgrammeYears? years)
    {
        var list = CollectionsMarshal.AsSpan(items);
        for (var i = list.Length - 2; i >= 0; i--)
        {
            if (list[i].FirstMonth == 0)
                list[i] = list[i] with { FirstMonth = list[i + 1].FirstMonth, LastMonth = list[i + 1].LastMonth };
            if (list[i].Year == 0 && list[i + 1].Year != 0)
                list[i].Year = list[i].FirstMonth > list[i + 1].LastMonth ? list[i + 1].Year - 1 : list[i + 1].Year;
        }

        for (var i = 0; i < list.Length; i++)
        {
            if (list[i].Year != 0)
                continue;
            var before = i > 0 ? list[i - 1] : default;
            list[i].Year = before.Year == 0 ? years?.From ?? 0 : list[i].LastMonth < before.FirstMonth ? before.Year + 1 : before.Year;
        }

        return this;
    }
}
