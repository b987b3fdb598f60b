using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Loa.Platform;

/// <summary>Prints how a deadline was computed, so that an officer can check it with a wall calendar.</summary>
internal static class DeadlineWords
{
    /// <summary>"3 ngày làm việc kể từ 29/4/2026: 30/4 nghỉ lễ, 1/5 nghỉ lễ, 2–3/5 cuối tuần → 06/5/2026"; the last date is the due date.</summary>
    public static string Explain(Deadline deadline, IStringLocalizer words)
    {
        var steps = new List<string>();
        if (deadline.Clamped)
        {
            steps.Add(words["tháng {0} không có ngày {1}, lấy ngày cuối tháng {2}", $"{deadline.Nominal.Month}/{deadline.Nominal.Year}", deadline.Start!.Value.Day, Full(deadline.Nominal)]);
        }
        else if (deadline.Start is not null && deadline.Notable.Count > 0 && deadline.Rule.Unit != TermUnit.WorkingDays)
        {
            steps.Add(words["hết ngày {0}", Full(deadline.Nominal)]);
        }

        if (deadline.Notable.Count > 0)
        {
            steps.Add(string.Join(", ", Stretches(deadline.Notable, words)) + Consequence(deadline, words));
        }

        var head = Head(deadline, words);
        return steps.Count == 0 ? $"{head} → {Full(deadline.Due)}" : $"{head}: {string.Join("; ", steps)} → {Full(deadline.Due)}";
    }

    /// <summary>As in an official document: 06/5/2026, 28/02/2026 (a zero before days under ten and before January and February).</summary>
    public static string Full(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day:00}/{(date.Month < 3 ? "0" : "")}{date.Month}/{date.Year}");

    /// <summary>What a day is, when its place in the week does not tell.</summary>
    public static string Of(DayStatus day, IStringLocalizer words) => day.Special switch
    {
        { Kind: DayKind.Holiday, Occasion: Occasion.Tet } => words["nghỉ Tết"],
        { Kind: DayKind.Holiday } => words["nghỉ lễ"],
        { Kind: DayKind.Compensation } => words["nghỉ bù"],
        { Kind: DayKind.SwappedOff } => words["nghỉ hoán đổi"],
        { Kind: DayKind.MakeUp } => words["làm bù nên vẫn tính"],
        _ => words["cuối tuần"],
    };

    private static string Head(Deadline deadline, IStringLocalizer words)
    {
        if (deadline.Start is not { } start)
        {
            return words["Ngày {0}", Full(deadline.Nominal)];
        }

        var (count, from) = (deadline.Rule.Count, Full(start));
        return deadline.Rule.Unit switch
        {
            TermUnit.WorkingDays => words["{0} ngày làm việc kể từ {1}", count, from],
            TermUnit.Days => words["{0} ngày kể từ {1}", count, from],
            TermUnit.Weeks => words["{0} tuần kể từ {1}", count, from],
            TermUnit.Months => words["{0} tháng kể từ {1}", count, from],
            _ => words["{0} năm kể từ {1}", count, from],
        };
    }

    private static string Consequence(Deadline deadline, IStringLocalizer words) => deadline.Rule switch
    {
        { Unit: TermUnit.WorkingDays } => "",
        { WhenOff: OffDayPolicy.Next } => ", " + words["chuyển sang ngày làm việc đầu tiên sau đó"],
        { WhenOff: OffDayPolicy.Previous } => ", " + words["lấy ngày làm việc gần nhất trước đó"],
        _ => ", " + words["giữ nguyên ngày"],
    };

    /// <summary>Days in a row that are off for one reason are one stretch: "2–3/5 cuối tuần".</summary>
    private static IEnumerable<string> Stretches(IReadOnlyList<DayStatus> days, IStringLocalizer words)
    {
        for (var first = 0; first < days.Count;)
        {
            var last = first;
            while (last + 1 < days.Count && days[last + 1].Date == days[last].Date.AddDays(1) && Reason(days[last + 1]) == Reason(days[first]))
            {
                last++;
            }

            yield return $"{Range(days[first].Date, days[last].Date)} {Of(days[first], words)}";
            first = last + 1;
        }
    }

    private static (DayKind?, Occasion?, string?) Reason(DayStatus day) => (day.Special?.Kind, day.Special?.Occasion, day.Special?.Name);

    private static string Range(DateOnly first, DateOnly last) =>
        first == last ? Short(last) : first.Month == last.Month ? string.Create(CultureInfo.InvariantCulture, $"{first.Day}–{Short(last)}") : $"{Short(first)}–{Short(last)}";

    private static string Short(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day}/{date.Month}");
}
