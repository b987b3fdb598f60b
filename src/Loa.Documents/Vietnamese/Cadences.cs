using Loa.Documents.Plans;
using Loa.Documents.Vietnamese.Promises;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese;

/// <summary>A value and where it stands in the text given to the grammar.</summary>
public sealed record Found<T>(T Value, TextRange Range);

/// <summary>Promises with a number in them: "mỗi tuần một lần, ít nhất 15 phút".</summary>
public static class Cadences
{
    private const int BetweenPeriodAndCount = 30;
    private const int BetweenCountAndPeriod = 8;

    private static readonly Words Encouraged = new("khuyến khích");
    private static readonly Words Reports = new("báo cáo");
    private static readonly Words Reporter = new("báo cáo viên|báo cáo chuyên đề");
    private static readonly Words Minutes = new("phút");
    private static readonly Words Times = new("lần");
    private static readonly Words Occasion = new("lần|buổi|số|kỳ|chuyên mục|chương trình|phóng sự|tin|bài|đợt");
    private static readonly Words Not = new("không");
    private static readonly Words And = new("và");
    private static readonly Words Until = new("đến");
    private static readonly Words AtMost = new("tối đa|không quá|dưới|nhiều nhất");

    /// <summary>The cadences of a sentence. <see cref="Cadence.Agencies"/> is empty: who promises stands outside the sentence.</summary>
    public static IReadOnlyList<Found<Cadence>> Read(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var tokens = Tokens.Read(sentence);
        List<Found<Cadence>>? found = null;
        PeriodAnchor? anchor = null;
        var clause = 0;
        for (var i = 0; i < tokens.Count;)
        {
            if (EndsClause(tokens, i))
            {
                anchor = null;
                clause = ++i;
                continue;
            }

            if (CountedThing.Read(tokens, i) is { } thing)
            {
                if (Period(tokens, thing, anchor, out var end) is { } per && !IsAside(tokens, clause, thing, i))
                    (found ??= []).Add(Make(tokens, clause, thing, per));
                i = end;
                continue;
            }

            var next = PeriodAnchor.Read(tokens, i);
            if (next is { } period)
            {
                if (CountBehindUnit(tokens, period) is { } times)
                {
                    if (!IsAside(tokens, clause, times, i))
                        (found ??= []).Add(Make(tokens, clause, times, period.Per));
                    i = times.End;
                    continue;
                }

                anchor = period;
            }

            i = next?.End ?? i + 1;
        }

        return found is not null ? found : MinutesAlone(tokens) is { } lasting ? [lasting] : [];
    }

    /// <summary>"Tối thiểu là 05 phút/lần phát sóng": how long a single occurrence lasts, how often being said elsewhere.</summary>
    private static Found<Cadence>? MinutesAlone(Tokens tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Minutes.At(tokens, i) && tokens[i + 1].IsMark('/') && Occasion.At(tokens, i + 2) && LeastMinutes(tokens, 0, tokens.Count) is { } least)
            {
                var forms = CommunicationForms.In(tokens, 0, tokens.Count);
                return new(new Cadence(Timeframes.OneLine(tokens.Text), [], forms.Count == 0 ? [CommunicationForm.Other] : forms, null, null, least), tokens.Range(0, tokens.Count));
            }
        }

        return null;
    }

    /// <summary>"6 tháng/01 lần", "02 tháng/lần": the unit first, then a slash and its count.</summary>
    private static CountedThing? CountBehindUnit(Tokens tokens, PeriodAnchor period)
    {
        if (!tokens[period.End].IsMark('/'))
            return null;
        var i = period.End + 1;
        if (CountedThing.Read(tokens, i) is { } thing)
            return thing;
        return Times.At(tokens, i) ? new CountedThing(1, [], i, i + 1) : null;
    }

    /// <summary>The period of a count: close behind it ("02 lần/năm"), else before it in the clause ("mỗi quý có ít nhất 04 tin").</summary>
    private static CalendarInterval? Period(Tokens tokens, CountedThing thing, PeriodAnchor? before, out int end)
    {
        end = thing.End;
        for (var joined = thing; NextJoined(tokens, joined) is { } next; joined = next)
        {
            // "05 tin và 02 bài mỗi tháng": the period behind the last count is everyone's.
            if (before is null && PeriodAnchor.ReadBehind(tokens, next.End) is { } shared)
                return shared.Per;
        }

        for (var i = thing.End; i <= thing.End + BetweenCountAndPeriod && !EndsClause(tokens, i) && tokens[i].Kind != TokenKind.End; i++)
        {
            if (i > thing.End && (tokens[i].IsMark(',') || tokens[i - 1].IsMark(',') && tokens[i].Kind == TokenKind.Word && before is not null || CountedThing.Read(tokens, i) is not null))
                break;
            if (PeriodAnchor.ReadBehind(tokens, i) is { } behind && !IsDuration(tokens, thing, behind) && (before is null || i <= thing.End + 2) && !OpensOwnCount(tokens, behind))
            {
                end = behind.End;
                return behind.Per;
            }
        }

        return before is { } anchor && thing.First - anchor.End <= BetweenPeriodAndCount ? anchor.Per : null;
    }

    /// <summary>"ngày 2 buổi, tuần 5 ngày": a counted unit apart from the count is a length of time, one of them a period ("… một tháng").</summary>
    private static bool IsDuration(Tokens tokens, CountedThing thing, PeriodAnchor behind) =>
        behind.First > thing.End && tokens[behind.First].Kind == TokenKind.Number && tokens[behind.First].Value != 1;

    private static CountedThing? NextJoined(Tokens tokens, CountedThing thing) =>
        And.At(tokens, thing.End) || tokens[thing.End].IsMark(',') ? CountedThing.Read(tokens, thing.End + 1) : null;

    /// <summary>"… 02 lần, mỗi quý 01 bài": the period belongs to the count that follows it.</summary>
    private static bool OpensOwnCount(Tokens tokens, PeriodAnchor period) =>
        !tokens[period.First].IsMark('/') && CountedThing.Read(tokens, period.End) is { } thing && !thing.IsTimes(tokens);

    /// <summary>What is only encouraged is no promise, and how often one reports is a reporting duty.</summary>
    private static bool IsAside(Tokens tokens, int clause, CountedThing thing, int index)
    {
        for (var i = index - 1; i >= clause && i >= index - 4; i--)
        {
            if (Encouraged.At(tokens, i))
                return true;
        }

        if (thing.Forms.Count > 0)
            return false;
        var forms = CommunicationForms.In(tokens, clause, thing.First).Count > 0 || CommunicationForms.In(tokens, thing.End, ClauseEnd(tokens, thing.End)).Count > 0;
        for (var i = clause; !forms && i < ClauseEnd(tokens, thing.End); i++)
        {
            if (Reports.At(tokens, i) && !Reporter.At(tokens, i))
                return true;
        }

        return false;
    }

    private static Found<Cadence> Make(Tokens tokens, int clause, CountedThing thing, CalendarInterval per)
    {
        var end = ClauseEnd(tokens, thing.End);
        IReadOnlyList<CommunicationForm> forms = thing.Forms;
        if (forms.Count == 0)
            forms = CommunicationForms.In(tokens, clause, thing.First);
        if (forms.Count == 0)
            forms = CommunicationForms.In(tokens, thing.End, end);
        if (forms.Count == 0)
            forms = [CommunicationForm.Other];
        var cadence = new Cadence(Timeframes.OneLine(tokens.Text), [], forms, thing.Count, per, LeastMinutes(tokens, clause, end));
        return new(cadence, tokens.Range(0, tokens.Count));
    }

    /// <summary>"ít nhất 15 phút", "15 - 20 phút": the least a single occurrence lasts.</summary>
    private static int? LeastMinutes(Tokens tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!Minutes.At(tokens, i) || tokens[i - 1] is not { Kind: TokenKind.Number, Value: > 0 and < 1000 } number || IsCapped(tokens, i - 1))
                continue;
            var ranged = tokens[i - 2].IsMark('-') || Until.At(tokens, i - 2);
            return ranged && tokens[i - 3] is { Kind: TokenKind.Number, Value: > 0 } least ? least.Value : number.Value;
        }

        return null;
    }

    /// <summary>"tối đa 5 phút", "dưới 5 phút"; but "không dưới 5 phút" is a least.</summary>
    private static bool IsCapped(Tokens tokens, int number) =>
        AtMost.Match(tokens, number - 2) == 2 || (AtMost.Match(tokens, number - 1) == 1 && !Not.At(tokens, number - 2));

    private static int ClauseEnd(Tokens tokens, int index)
    {
        while (index < tokens.Count && !EndsClause(tokens, index))
            index++;
        return index;
    }

    private static bool EndsClause(Tokens tokens, int index) => tokens[index].IsMark(';') || (tokens[index].IsMark('.') && !tokens[index + 1].Glued);
}
