using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese;

/// <summary>The programme years a subject names.</summary>
public static class ProgrammeYearsGrammar
{
    private static readonly ulong Year = WordKey.Of("năm");
    private static readonly Words Stage = new("giai đoạn|các năm|nhiệm kỳ|thời kỳ");

    // Years that are a horizon, not the programme: "định hướng đến năm 2030", "tầm nhìn đến 2045".
    private static readonly Words Horizon = new("định hướng|tầm nhìn|hướng tới|hướng đến|và những năm tiếp theo");

    /// <summary>"năm 2024", "giai đoạn 2026 - 2030", "2026-2030", "các năm 2024, 2025", "đến năm 2030"; null when it names none.</summary>
    public static ProgrammeYears? Find(string subject)
    {
        var tokens = Tokens.Read(subject);
        ProgrammeYears? bare = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Horizon.At(tokens, i))
                return bare;
            if (!IsYear(tokens, i) || EndsDate(tokens, i))
                continue;
            var named = tokens[i - 1].Is(Year) || Stage.At(tokens, i - 2);
            var found = From(tokens, i, out var end);

            // "năm 2022 và giai đoạn 2022 - 2025": one programme.
            if (StageBehind(tokens, end) is var stage and > 0 && From(tokens, stage, out _) is var whole && whole.From <= found.To && whole.To > found.To)
                return new(found.From, whole.To);
            if (named || found.To != found.From)
                return found;
            bare ??= found;
            i = end - 1;
        }

        return bare;
    }

    /// <summary>A year and what continues it: "2026 - 2030", "2024, 2025 và 2026", "2025 đến năm 2030".</summary>
    private static ProgrammeYears From(Tokens tokens, int index, out int end)
    {
        var first = tokens[index].Value;
        var last = first;
        end = index + 1;
        while (Continuation(tokens, end) is var next and > 0 && tokens[next].Value > last && tokens[next].Value - first < 30)
        {
            last = tokens[next].Value;
            end = next + 1;
        }

        return new(first, last);
    }

    private static int StageBehind(Tokens tokens, int index)
    {
        var i = index + (tokens[index].IsMark(',') || tokens[index].IsMark('(') ? 1 : 0);
        i += tokens[i].Is(And) ? 1 : 0;
        i += InStage.Match(tokens, i);
        var stage = Stage.Match(tokens, i);
        return i > index && stage > 0 && IsYear(tokens, i + stage) ? i + stage : 0;
    }

    private static readonly Words InStage = new("cả|cho|trong|và cả");
    private static readonly ulong To = WordKey.Of("đến");
    private static readonly ulong And = WordKey.Of("và");

    private static int Continuation(Tokens tokens, int index)
    {
        var i = index;
        if (!(tokens[i].Kind == TokenKind.Mark && tokens[i].Mark is '-' or ',' or '/') && !tokens[i].Is(To) && !tokens[i].Is(And))
            return 0;
        i++;
        if (tokens[i].Is(Year))
            i++;
        return IsYear(tokens, i) ? i : 0;
    }

    private static readonly ulong Day = WordKey.Of("ngày");
    private static readonly ulong Month = WordKey.Of("tháng");

    /// <summary>"Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024": the day of another document.</summary>
    private static bool EndsDate(Tokens tokens, int index) =>
        tokens[index - 1].Is(Year) && tokens[index - 2].Kind == TokenKind.Number && tokens[index - 3].Is(Month) && tokens[index - 4].Kind == TokenKind.Number && tokens[index - 5].Is(Day);

    private static bool IsYear(Tokens tokens, int index) =>
        tokens[index] is { Kind: TokenKind.Number, Length: 4, Value: >= 1990 and <= 2100 }
        && !(tokens[index].Glued && tokens[index - 1].IsMark('/') && tokens[index - 2].Kind == TokenKind.Number)
        && !(tokens[index + 1].IsMark('/') && tokens[index + 1].Glued && tokens[index + 2].Kind == TokenKind.Word);
}
