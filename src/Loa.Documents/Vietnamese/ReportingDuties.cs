using Loa.Documents.Plans;
using Loa.Documents.Vietnamese.Promises;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese;

/// <summary>Sentences that oblige somebody to report.</summary>
public static class ReportingDuties
{
    private static readonly Words Report = new("báo cáo");
    private static readonly Words NoDuty = new("báo cáo viên|báo cáo chuyên đề|báo cáo đề xuất");

    /// <summary>Behind these the word is a noun: an outline, a form, the contents of another report.</summary>
    private static readonly Words Noun = new("đề cương|mẫu|nội dung|chế độ|đối với|của|trong|các|thông tin|hội nghị|dự thảo|bộ|biểu mẫu|mẫu biểu|công tác|việc|những");

    private static readonly Words Submits = new("gửi|nộp|tổng hợp|thực hiện chế độ");
    private static readonly Words Periodic = new("định kỳ");
    private static readonly Words DueWords = new("trước|chậm nhất|muộn nhất|xong|hạn|thời hạn|thời gian|vào|là");
    private static readonly Words And = new("và");
    private static readonly Words Difficulty = new("khó khăn|vướng mắc|phát sinh");

    /// <summary>One entry per period the sentence names. <see cref="ReportingDuty.By"/> is empty unless the sentence names its subject.</summary>
    public static IReadOnlyList<Found<ReportingDuty>> Read(string sentence, ProgrammeYears? years)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var tokens = Tokens.Read(sentence);
        var verb = Verb(tokens);
        if (verb < 0)
            return [];
        var labels = Labels(tokens, years);
        var address = ReportAddress.To(tokens, verb + 2);
        if (labels.Count == 0 && address is null && !Any(tokens, Periodic))
            return [];
        if (labels.TrueForAll(l => !l.IsDate) && Any(tokens, Difficulty))
            return [];
        var duty = new ReportingDuty
        {
            Text = Timeframes.OneLine(sentence),
            To = address is { } to ? sentence[to.To.Start..to.To.End] : null,
            Via = address is { } named && ReportAddress.Via(tokens, named.End) is { } via ? sentence[via.Start..via.End] : null,
        };
        var range = tokens.Range(0, tokens.Count);
        if (labels.Count == 0)
            return [new(duty, range)];
        return [.. ReportPairs.Pair(labels).Select(l => new Found<ReportingDuty>(duty with { Period = l.Period, Due = l.Due, Every = l.Every }, range))];
    }

    /// <summary>The token of "báo cáo" as a duty: as a verb, or as what is sent; -1 when the sentence only mentions reports.</summary>
    private static int Verb(Tokens tokens)
    {
        var mentioned = -1;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!Report.At(tokens, i) || NoDuty.At(tokens, i))
                continue;
            if (!Noun.At(tokens, i - 1) && !Noun.At(tokens, i - 2))
                return i;
            if (mentioned < 0 && SubmitsBefore(tokens, i))
                mentioned = i;
        }

        return mentioned;
    }

    private static bool SubmitsBefore(Tokens tokens, int index)
    {
        for (var i = Math.Max(0, index - 6); i < index; i++)
        {
            if (Submits.At(tokens, i))
                return true;
        }

        return false;
    }

    private static List<ReportLabel> Labels(Tokens tokens, ProgrammeYears? years)
    {
        var labels = new List<ReportLabel>();
        for (var i = 0; i < tokens.Count;)
        {
            var label = ReportLabel.Read(tokens, i, years) ?? ReportLabel.ReadYear(tokens, i);
            if (label is { } read && (!read.IsDate || IsDue(tokens, i)))
                labels.Add(read);
            i = label?.End ?? i + 1;
        }

        return labels;
    }

    /// <summary>The day of a cited instrument ("Quyết định số … ngày 03/6/2020") is no due day.</summary>
    private static bool IsDue(Tokens tokens, int index)
    {
        // "trước ngày 20/6 (báo cáo 6 tháng) và 20/11 (báo cáo năm)": the second day shares the first one's "trước".
        if (index > 1 && And.At(tokens, index - 1) && tokens[index - 2].IsMark(')'))
            return true;
        for (var i = index - 1; i >= 0 && i >= index - 4; i--)
        {
            if (DueWords.At(tokens, i))
                return true;
            if (tokens[i].Kind == TokenKind.Mark && tokens[i].Mark is ';' or ')')
                return false;
        }

        return index > 0 && (tokens[index - 1].IsMark(',') || And.At(tokens, index - 1)) && tokens[index - 2].Kind == TokenKind.Number;
    }

    private static bool Any(Tokens tokens, Words words)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (words.At(tokens, i))
                return true;
        }

        return false;
    }
}
