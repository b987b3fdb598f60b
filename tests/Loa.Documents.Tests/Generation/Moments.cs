using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Generation;

/// <summary>Timeframes of every kind with the phrase that prints them, computed here and not by the reader.</summary>
internal static class Moments
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    public static Timeframe? Any(Dice dice, ProgrammeYears? years)
    {
        if (years is not { } y)
            return dice.Chance(30) ? Of("Thường xuyên", TimeframeKind.Continuous) : Quarter(dice, 2025);
        return dice.Next(0, 13) switch
        {
            0 or 1 or 2 => Of(dice.Pick("Thường xuyên", "Thường xuyên, liên tục", "Cả năm", "Trong năm", "Thường xuyên, hằng năm"), TimeframeKind.Continuous, y),
            3 or 4 => Quarter(dice, y.From),
            5 => QuarterWithoutYear(dice, y.From),
            6 => Quarters(y.From, dice),
            7 => MonthOf(dice, y.From),
            8 => dice.Pick(
                Of("6 tháng đầu năm", TimeframeKind.Period, new(y.From, 1, 1), new(y.From, 6, 30)),
                Of($"Năm {y.From}", TimeframeKind.Period, new(y.From, 1, 1), new(y.From, 12, 31)),
                Of($"{y.From}", TimeframeKind.Period, new(y.From, 1, 1), new(y.From, 12, 31)),
                Of($"{y.From}-{y.From + 4}", TimeframeKind.Period, new(y.From, 1, 1), new(y.From + 4, 12, 31)),
                Of($"Giai đoạn {y.From} - {y.From + 4}", TimeframeKind.Period, new(y.From, 1, 1), new(y.From + 4, 12, 31))),
            9 => Deadline(dice, y.From),
            10 => Recurring(dice, y),
            11 => dice.Pick(
                new Timeframe("Tháng 12 hằng năm", TimeframeKind.Recurring, new(y.From, 12, 1), new(y.From, 12, 31), Every("P1Y")),
                new Timeframe("Trước ngày 15/11 hằng năm", TimeframeKind.Recurring, null, new(y.From, 11, 15), Every("P1Y"))),
            12 => Of(dice.Pick("Khi có phát sinh", "Theo kế hoạch", "Sau khi có hướng dẫn của cấp trên", "Đã hoàn thành"), TimeframeKind.Conditional),
            _ => null,
        };
    }

    public static Timeframe Quarter(Dice dice, int year)
    {
        var quarter = dice.Next(1, 4);
        var text = string.Format(null, dice.Pick("Quý {0}/{1}", "Quí {0}-{1}", "Quý {0} năm {1}", "Quý {0} Năm {1}"), Roman[quarter - 1], year);
        return Of(text, TimeframeKind.Period, First(year, quarter), Last(year, quarter));
    }

    private static Timeframe QuarterWithoutYear(Dice dice, int year)
    {
        var quarter = dice.Next(1, 3);
        return dice.Chance(50)
            ? Of($"Quý {Roman[quarter - 1]}", TimeframeKind.Period, First(year, quarter), Last(year, quarter))
            : Of($"Quý {Roman[quarter - 1]}, {Roman[quarter]}", TimeframeKind.Period, First(year, quarter), Last(year, quarter + 1));
    }

    private static Timeframe Quarters(int year, Dice dice) =>
        Of(dice.Pick($"Quý IV/{year}- Quý II/{year + 1}", $"Quý IV/{year} - Quý II/{year + 1}"), TimeframeKind.Period, First(year, 4), Last(year + 1, 2));

    private static Timeframe MonthOf(Dice dice, int year)
    {
        var month = dice.Next(1, 9);
        return dice.Chance(50)
            ? Of($"Tháng {month}/{year}", TimeframeKind.Period, new(year, month, 1), EndOfMonth(year, month))
            : Of($"Tháng {month} - {month + 3}/{year}", TimeframeKind.Period, new(year, month, 1), EndOfMonth(year, month + 3));
    }

    private static Timeframe Deadline(Dice dice, int year)
    {
        var (day, month) = (dice.Next(1, 28), dice.Next(3, 12));
        return dice.Next(0, 3) switch
        {
            0 => Of($"Trước ngày {day}/{month}/{year}", TimeframeKind.Deadline, null, new(year, month, day)),
            1 => Of($"Chậm nhất {day}/{month}", TimeframeKind.Deadline, null, new(year, month, day)),
            2 => Of($"Hoàn thành trong tháng {month}", TimeframeKind.Deadline, null, EndOfMonth(year, month)),
            _ => Of($"Trước năm {year + 4}", TimeframeKind.Deadline, null, new(year + 3, 12, 31)),
        };
    }

    /// <summary>"Định kỳ 6 tháng/01 lần" is not here: it is a cadence too, and the annex adds both.</summary>
    private static Timeframe Recurring(Dice dice, ProgrammeYears years)
    {
        var (text, every) = dice.Pick(("Hằng quý", "P3M"), ("Hàng tháng", "P1M"), ("Mỗi tuần", "P1W"), ("Hằng năm", "P1Y"));
        return new(text, TimeframeKind.Recurring, new(years.From, 1, 1), new(years.To, 12, 31), Every(every));
    }

    public static CalendarInterval Every(string text) => CalendarInterval.Parse(text);

    private static Timeframe Of(string text, TimeframeKind kind, DateOnly? from = null, DateOnly? to = null) => new(text, kind, from, to, null);

    private static Timeframe Of(string text, TimeframeKind kind, ProgrammeYears years) => Of(text, kind, new(years.From, 1, 1), new DateOnly(years.To, 12, 31));

    private static DateOnly First(int year, int quarter) => new(year, 3 * quarter - 2, 1);

    private static DateOnly Last(int year, int quarter) => EndOfMonth(year, 3 * quarter);

    private static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
