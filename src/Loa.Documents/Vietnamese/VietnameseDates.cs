using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese;

public enum DateState
{
    /// <summary>A day of the calendar.</summary>
    Read = 1,

    /// <summary>The form of a date whose day, month or year is left open ("ngày    tháng    năm 2023").</summary>
    Incomplete = 2,

    /// <summary>Numbers that are no day of the calendar ("31/02/2024").</summary>
    Impossible = 3,
}

/// <summary>A date in a text. <see cref="Date"/> is null unless <see cref="State"/> is <see cref="DateState.Read"/>.</summary>
/// <param name="Date">The day, or null.</param>
/// <param name="State">What became of it.</param>
/// <param name="Range">The passage, "ngày" included.</param>
/// <param name="YearImplied">The text prints no year; the year given to the grammar was used.</param>
public readonly record struct FoundDate(DateOnly? Date, DateState State, TextRange Range, bool YearImplied = false);

/// <summary>Dates as administrative documents print them: "ngày 21 tháng 02 năm 2024", "21/02/2024", "21 -2- 2024", "25/5".</summary>
public static class VietnameseDates
{
    private static readonly ulong Day = WordKey.Of("ngày");
    private static readonly ulong Month = WordKey.Of("tháng");
    private static readonly ulong Year = WordKey.Of("năm");

    /// <summary>The first date at or after <paramref name="start"/>, complete or not.</summary>
    /// <param name="text">The text to look in.</param>
    /// <param name="impliedYear">The year of a date printed without one; without it "25/5" is no date.</param>
    /// <param name="start">Character to start at.</param>
    public static FoundDate? Find(string text, int? impliedYear = null, int start = 0)
    {
        var tokens = Tokens.Read(text);
        return Next(tokens, tokens.IndexAt(start), tokens.Count, impliedYear, out var found, out _) ? found : null;
    }

    /// <summary>Every date of the text in order.</summary>
    public static IReadOnlyList<FoundDate> FindAll(string text, int? impliedYear = null)
    {
        var tokens = Tokens.Read(text);
        List<FoundDate>? dates = null;
        for (var i = 0; Next(tokens, i, tokens.Count, impliedYear, out var found, out i);)
            (dates ??= []).Add(found);
        return dates ?? (IReadOnlyList<FoundDate>)[];
    }

    internal static bool Next(Tokens tokens, int from, int to, int? impliedYear, out FoundDate found, out int end)
    {
        for (var i = from; i < to; i++)
        {
            if (Match(tokens, i, impliedYear, out found) is var length and > 0)
            {
                end = i + length;
                return true;
            }
        }

        found = default;
        end = to;
        return false;
    }

    /// <summary>How many tokens the date at <paramref name="index"/> takes; 0 when none stands there.</summary>
    internal static int Match(Tokens tokens, int index, int? impliedYear, out FoundDate found)
    {
        found = default;
        var length = MatchParts(tokens, index, out var day, out var month, out var year);
        if (length == 0)
            return 0;
        var implied = year < 0 && impliedYear is not null && day > 0 && month > 0;
        if (year < 0 && !implied && !tokens[index].Is(Day))
            return 0;
        found = Make(day, month, implied ? impliedYear!.Value : year, tokens.Range(index, index + length), implied);
        return length;
    }

    /// <summary>As <see cref="Match"/>, the numbers as printed, -1 for one that is not.</summary>
    internal static int MatchParts(Tokens tokens, int index, out int day, out int month, out int year)
    {
        var i = index;
        var named = tokens[i].Is(Day);
        if (named)
            i++;
        var length = Written(tokens, i, named, out day, out month, out year);
        if (length == 0)
            length = Figures(tokens, i, named, out day, out month, out year);
        return length == 0 ? 0 : i + length - index;
    }

    private static FoundDate Make(int day, int month, int year, TextRange range, bool implied)
    {
        if (day < 0 || month < 0 || year < 0)
            return new(null, DateState.Incomplete, range);
        return year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(new DateOnly(year, month, day), DateState.Read, range, implied)
            : new(null, DateState.Impossible, range);
    }

    /// <summary>"21 tháng 02 năm 2024", any number left open or dotted ("… tháng … năm 2023").</summary>
    private static int Written(Tokens tokens, int index, bool named, out int day, out int month, out int year)
    {
        var i = index;
        day = month = year = -1;
        i += Number(tokens, i, 31, out day);
        if (!tokens[i].Is(Month) || (day < 0 && !named))
            return 0;
        i++;
        i += Number(tokens, i, 12, out month);
        var afterMonth = i;
        if (tokens[i].IsMark(','))
            i++;
        if (!tokens[i].Is(Year))
            return month > 0 && day > 0 ? afterMonth - index : 0;
        i++;
        i += YearNumber(tokens, i, out year);
        return i - index;
    }

    /// <summary>A number of one or two digits ("2 1" of a scan is one number), or dots that hold its place.</summary>
    private static int Number(Tokens tokens, int index, int most, out int value)
    {
        value = -1;
        var i = index;
        if (tokens[i].Kind == TokenKind.Number && tokens[i].Length <= 2)
        {
            value = tokens[i].Value;
            if (tokens[i].Length == 1 && tokens[i + 1].Kind == TokenKind.Number && tokens[i + 1].Length == 1 && (value * 10) + tokens[i + 1].Value <= most)
            {
                value = (value * 10) + tokens[i + 1].Value;
                return 2;
            }

            return 1;
        }

        while (i - index < 40 && tokens[i].Kind == TokenKind.Mark && tokens[i].Mark is '.' or '…' or '_')
            i++;
        return i - index;
    }

    private static int YearNumber(Tokens tokens, int index, out int year)
    {
        year = -1;
        if (tokens[index].Kind == TokenKind.Number && tokens[index].Length == 4)
        {
            year = tokens[index].Value;
            return 1;
        }

        // "20 24": a scan breaks the year in two.
        if (tokens[index] is { Kind: TokenKind.Number, Value: 19 or 20 } && tokens[index + 1] is { Kind: TokenKind.Number, Length: 2 })
        {
            year = (tokens[index].Value * 100) + tokens[index + 1].Value;
            return 2;
        }

        var i = index;
        while (i - index < 40 && tokens[i].Kind == TokenKind.Mark && tokens[i].Mark is '…' or '_')
            i++;
        return i - index;
    }

    /// <summary>"21/02/2024", "21 /02/2024", "21-2-2024", "21.02.2024"; without a year "25/5" only.</summary>
    private static int Figures(Tokens tokens, int index, bool named, out int day, out int month, out int year)
    {
        day = month = year = -1;
        if (tokens[index] is not { Kind: TokenKind.Number, Length: <= 2 } || IsMiddle(tokens, index))
            return named ? OpenFigures(tokens, index, out month, out year) : 0;
        if (tokens[index + 1].Kind != TokenKind.Mark || tokens[index + 2] is not { Kind: TokenKind.Number, Length: <= 2 })
            return 0;
        var separator = tokens[index + 1].Mark;
        if (separator is not ('/' or '-' or '.'))
            return 0;
        day = tokens[index].Value;
        month = tokens[index + 2].Value;
        if (tokens[index + 3].IsMark(separator) && tokens[index + 4] is { Kind: TokenKind.Number, Length: 4 } full)
        {
            year = full.Value;
            return tokens[index + 5] is { Kind: TokenKind.Mark, Mark: '/', Glued: true } ? 0 : 5;
        }

        if (tokens[index + 3].Is(Year) && tokens[index + 4] is { Kind: TokenKind.Number, Length: 4 } yearWord && separator == '/')
        {
            year = yearWord.Value;
            return 5;
        }

        // A day and a month alone: "25/5", never "3-4" nor the start of "02/2017/TT-VPCP".
        var alone = separator == '/' && month is >= 1 and <= 12 && day is >= 1 and <= 31 && !(tokens[index + 3].IsMark('/') && tokens[index + 3].Glued);
        return alone ? 3 : 0;
    }

    /// <summary>"ngày    /02/2024", "ngày …/…/2024": the day is still open.</summary>
    private static int OpenFigures(Tokens tokens, int index, out int month, out int year)
    {
        month = year = -1;
        var i = index;
        while (i - index < 40 && tokens[i].Kind == TokenKind.Mark && tokens[i].Mark is '.' or '…' or '_')
            i++;
        if (!tokens[i].IsMark('/'))
            return 0;
        i++;
        i += Number(tokens, i, 12, out month);
        if (!tokens[i].IsMark('/') || tokens[i + 1] is not { Kind: TokenKind.Number, Length: 4 })
            return 0;
        year = tokens[i + 1].Value;
        return i + 2 - index;
    }

    /// <summary>The number continues another one: "2/17/02/2024" or "1.02.2024" is not read from its middle.</summary>
    private static bool IsMiddle(Tokens tokens, int index) =>
        index > 0 && tokens[index].Glued && tokens[index - 1].Kind == TokenKind.Mark && tokens[index - 1].Mark is '/' or '.' or ',' or '%'
        && tokens[index - 1].Glued && tokens[index - 2].Kind is TokenKind.Number;
}
