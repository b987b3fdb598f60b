using System.Globalization;
using Loa.Platform;
using Loa.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Board;

/// <summary>What the board says; texts are keys of the localizer.</summary>
internal static class BoardWords
{
    public static string Of(BoardFact fact) => fact switch
    {
        BoardFact.OnTime => "Gửi đúng hạn",
        BoardFact.Late => "Gửi muộn",
        BoardFact.Missing => "Quá hạn, chưa gửi",
        BoardFact.Ahead => "Chưa đến hạn",
        BoardFact.Complete => "Hoàn thành",
        _ => "Đã tiếp nhận",
    };

    public static Tone Tone(BoardFact fact) => fact switch
    {
        BoardFact.OnTime or BoardFact.Accepted => Platform.Ui.Tone.Good,
        BoardFact.Late => Platform.Ui.Tone.Warning,
        BoardFact.Missing => Platform.Ui.Tone.Bad,
        BoardFact.Complete => Platform.Ui.Tone.Info,
        _ => Platform.Ui.Tone.Neutral,
    };

    /// <summary>Short names of periods; their titles where two would be called the same.</summary>
    public static IReadOnlyDictionary<Guid, string> Names(IReadOnlyList<ReportingPeriod> periods, IStringLocalizer words)
    {
        var names = periods.ToDictionary(period => period.ReportingPeriodId, period => Capital(period.Period.Name(words)));
        var twice = names.Values.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        return periods.ToDictionary(period => period.ReportingPeriodId, period => names[period.ReportingPeriodId] is var name && twice.Contains(name) ? period.Title : name);
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.CurrentUICulture) + text[1..];
}

/// <summary>What narrows the board; its figures lead to the reports behind them with the same.</summary>
internal sealed record BoardFilter(Guid? Line, int? Year)
{
    /// <summary>"?loai=…&amp;nam=…&amp;…", with what is null left out.</summary>
    public string Query(params (string Name, object? Value)[] more)
    {
        var parts = new (string Name, object? Value)[] { ("loai", Line), ("nam", Year) }.Concat(more).Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(Convert.ToString(part.Value, CultureInfo.InvariantCulture)!)}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    /// <summary>The reports that a figure counts.</summary>
    public string Rows(Guid? period, Guid? agency, BoardFact? fact) => ReportLinks.BoardRows + Query(("ky", period), ("co-quan", agency), ("tinh-hinh", fact));
}
