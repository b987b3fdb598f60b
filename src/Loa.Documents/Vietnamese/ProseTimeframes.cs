using Loa.Documents.Plans;
using Loa.Documents.Vietnamese.Text;
using Loa.Documents.Vietnamese.Timing;

namespace Loa.Documents.Vietnamese;

/// <summary>
/// When something is due, by a sentence that says much else: "… báo cáo Sở Nội vụ trước ngày 15/12/2024". A cell of an annex is about
/// time and nothing else; a sentence is not, so only what its own words introduce counts here: "trước ngày", "chậm nhất", "hằng quý",
/// "trong quý II", "thường xuyên". The date of a cited document is introduced by none of them.
/// </summary>
public static class ProseTimeframes
{
    private static readonly Words Due = new(
        "trước|chậm nhất|muộn nhất|trễ nhất|không muộn hơn|không chậm hơn|hạn|hạn cuối|thời hạn|hoàn thành|xong", loose: true);

    private static readonly Words Filler = new("là|trước|đến|hết|vào|trong|đến hết", loose: true);
    private static readonly Words Periodic = new("hằng|hàng|mỗi|định kỳ|ngày", loose: true);
    private static readonly Words Within = new("trong|vào|trong khoảng", loose: true);
    private static readonly Words Always = new("thường xuyên|liên tục", loose: true);

    /// <summary>The timeframe that binds most: a deadline before a period, a period before what comes round, that before "thường xuyên".</summary>
    /// <param name="text">One duty.</param>
    /// <param name="years">Programme years, for what prints no year; a day before them is no deadline of the programme.</param>
    /// <returns>Its text is the phrase itself; null when the sentence names no time.</returns>
    public static Timeframe? Find(string text, ProgrammeYears? years)
    {
        var tokens = Tokens.Read(text);
        var known = years is { From: >= 1900 and <= 2199, To: >= 1900 and <= 2199 } ? years : null;
        var statements = new Statements(tokens, known);
        Statement? best = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(tokens, statements, i) is { } found && !IsPast(found, known) && (best is not { } other || Rank(found) < Rank(other)))
                best = found;
        }

        return best is { } statement ? new(Timeframes.OneLine(tokens.Slice(statement.First, statement.End)), statement.Kind, statement.From, statement.To, statement.Every) : null;
    }

    private static Statement? At(Tokens tokens, Statements statements, int index)
    {
        if (Due.Match(tokens, index) is var due and > 0)
        {
            var period = index + due;
            while (Filler.Match(tokens, period) is var filler and > 0)
                period += filler;
            // The time must follow at once: in "trước khi trình …" and "hoàn thành việc …" it does not.
            return StartsAt(statements, period) is not null && StartsAt(statements, index) is { Kind: TimeframeKind.Deadline or TimeframeKind.Recurring } deadline ? deadline : null;
        }

        if (Periodic.At(tokens, index) && StartsAt(statements, index) is { Kind: TimeframeKind.Recurring } recurring)
            return recurring;
        if (Within.Match(tokens, index) is var within and > 0 && (TimeWords.Quarter.At(tokens, index + within) || TimeWords.Month.At(tokens, index + within)))
            return StartsAt(statements, index) is { Kind: TimeframeKind.Period, To: not null } period ? period : null;
        return Always.At(tokens, index) && StartsAt(statements, index) is { Kind: TimeframeKind.Continuous } always ? always : null;
    }

    private static Statement? StartsAt(Statements statements, int index) => statements.Next(index) is { } found && found.First == index ? found : null;

    private static bool IsPast(Statement found, ProgrammeYears? years) => years is { } y && found.To?.Year < y.From;

    private static int Rank(Statement found) => found.Kind switch
    {
        TimeframeKind.Deadline => 0,
        TimeframeKind.Recurring when found is { From: null, To: not null } => 1,
        TimeframeKind.Period => 2,
        TimeframeKind.Recurring => 3,
        _ => 4,
    };
}
