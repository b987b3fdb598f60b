using Loa.Documents.Vietnamese.Promises;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese.Timing;

/// <summary>"Hằng quý", "Định kỳ 6 tháng/01 lần", "02 lần/năm", "Mỗi tháng một lần": how often, as an interval.</summary>
internal static class Recurrence
{
    // Compared with diacritics: "theo quy định" is no quarter.
    private static readonly Phrases<CalendarInterval> Units = new(
        ("ngày", new(1, CalendarUnit.Day)),
        ("tuần", new(1, CalendarUnit.Week)),
        ("nửa tháng", new(2, CalendarUnit.Week)),
        ("tháng", new(1, CalendarUnit.Month)),
        ("quý", new(3, CalendarUnit.Month)),
        ("nửa năm", new(6, CalendarUnit.Month)),
        ("năm|năm học", new(1, CalendarUnit.Year)));

    private static readonly Words Periodic = new(
        "định kỳ|định kỳ hằng|định kỳ hàng|định kỳ mỗi|định kỳ theo|theo định kỳ|theo|hằng|hàng|mỗi|từng|các|trong mỗi|vào mỗi|định kỳ vào mỗi|vào hàng|theo từng", loose: true);

    private static readonly Words Per = new("trong|mỗi|hằng|hàng|trong mỗi|trên|một|trong một|/", loose: true);
    private static readonly Words AtLeast = new("có|phải có|có ít nhất|có tối thiểu|ít nhất|tối thiểu|phát|đăng|tổ chức");

    // "tháng 3 buổi" would be March.
    private static readonly Words ShortUnits = new("tuần|ngày");
    private static readonly ulong Within = WordKey.Of("trong");
    private static readonly ulong Times = WordKey.Of("lần");
    private static readonly ulong And = WordKey.Of("và");
    private static readonly Words WholeYear = new("năm|cả năm|một năm|hằng năm|hàng năm", loose: true);

    /// <summary>The token behind the recurrence at <paramref name="index"/>, or -1.</summary>
    public static int Read(Tokens tokens, int index, out CalendarInterval every)
    {
        if (TimesPer(tokens, index, out every) is var timesPer and > 0)
            return timesPer;
        if (CountedUnit(tokens, index, out every) is var counted and > 0)
            return counted;
        return Named(tokens, index, out every);
    }

    /// <summary>A unit of time with an optional count: "quý", "6 tháng", "hai tuần".</summary>
    public static int Unit(Tokens tokens, int index, out CalendarInterval unit)
    {
        var count = TimeWords.Count(tokens, index, out var value);
        var length = Units.Match(tokens, index + count, out unit);
        if (length == 0 || (count > 0 && value is < 1 or > 100))
            return -1;
        if (unit.Unit == CalendarUnit.Year && TimeWords.IsYear(tokens, index + count + length))
            return -1;
        if (count > 0)
            unit = Normal(unit with { Count = unit.Count * value });
        return index + count + length;
    }

    /// <summary>"01 lần/quý", "2 lần trong một năm", "một lần/6 tháng", "02 chuyên đề/năm".</summary>
    private static int TimesPer(Tokens tokens, int index, out CalendarInterval every)
    {
        every = default;
        if (CountedThing.Read(tokens, index) is not { Count: <= 400 } thing)
            return -1;
        var i = thing.End;
        if (tokens[i].IsMark('/'))
            i++;
        else if (Per.Match(tokens, i) is var per and > 0 && (thing.IsTimes(tokens) || !tokens[i].Is(Within)))
            i += per;
        else if (!thing.IsTimes(tokens))
            return -1;
        var end = Unit(tokens, i, out var unit);
        if (end < 0)
            return -1;
        every = Divide(unit, thing.Count);
        return end;
    }

    /// <summary>"6 tháng/01 lần", "06 tháng/lần", "một năm hai lần"; "6 tháng, năm" and "6 tháng và cả năm" as well.</summary>
    private static int CountedUnit(Tokens tokens, int index, out CalendarInterval every)
    {
        every = default;
        if (TimeWords.Count(tokens, index, out _) == 0)
            return -1;
        var end = Unit(tokens, index, out var unit);
        if (end < 0)
            return -1;
        if (TimesAfter(tokens, end, out var times) is var after and > 0)
        {
            every = Divide(unit, times);
            return after;
        }

        var joined = tokens[end].Kind == TokenKind.Mark && tokens[end].Mark is ',' or '/' or '-' or ';' || tokens[end].Is(And) ? end + 1 : -1;
        if (unit is { Unit: CalendarUnit.Month, Count: 3 or 6 } && joined > 0 && (WholeYear.At(tokens, joined) || Unit(tokens, joined, out _) > 0))
        {
            every = unit;
            return end;
        }

        return -1;
    }

    /// <summary>"hằng quý", "định kỳ 6 tháng", "mỗi năm 02 lần", "tuần 3 buổi".</summary>
    private static int Named(Tokens tokens, int index, out CalendarInterval every)
    {
        every = default;
        var words = Periodic.Match(tokens, index);
        var end = Unit(tokens, index + words, out var unit);
        if (end < 0 || (words == 0 && !(ShortUnits.At(tokens, index) && TimesAfter(tokens, end, out _) > 0)))
            return -1;
        every = unit;
        if (TimesAfter(tokens, end, out var times) is var after and > 0)
        {
            every = Divide(unit, times);
            return after;
        }

        return end;
    }

    /// <summary>"/01 lần", "một lần", "/lần", "02 lần", "có ít nhất 01 tin".</summary>
    private static int TimesAfter(Tokens tokens, int index, out int times)
    {
        times = 1;
        var i = index + AtLeast.Match(tokens, index);
        if (CountedThing.Read(tokens, i) is { Count: <= 400 } thing)
        {
            times = thing.Count;
            return thing.End;
        }

        i = index;
        if (tokens[i].IsMark('/'))
            i++;
        var count = TimeWords.Count(tokens, i, out var value);
        if (count > 0)
            times = value;
        i += count;
        return tokens[i].Is(Times) && (i > index) && times is > 0 and <= 400 ? i + 1 : -1;
    }

    private static CalendarInterval Divide(CalendarInterval interval, int times)
    {
        var months = interval.Unit switch { CalendarUnit.Year => interval.Count * 12, CalendarUnit.Month => interval.Count, _ => 0 };
        if (times == 1 || months == 0 || months % times != 0)
            return interval;
        return Normal(new(months / times, CalendarUnit.Month));
    }

    private static CalendarInterval Normal(CalendarInterval interval) =>
        interval is { Unit: CalendarUnit.Month } && interval.Count % 12 == 0 ? new(interval.Count / 12, CalendarUnit.Year) : interval;
}
