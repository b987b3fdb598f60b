using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Cadences;

/// <summary>What cadences are called in the interface, and their formula in words.</summary>
internal static class CadenceWords
{
    public static string Of(CadenceState state) => state switch
    {
        CadenceState.Met => "Đạt",
        CadenceState.Running => "Đang trong kỳ",
        CadenceState.AtRisk => "Có nguy cơ",
        CadenceState.Missed => "Không đạt",
        CadenceState.Upcoming => "Chưa tới kỳ",
        _ => "Không yêu cầu",
    };

    public static Tone Tone(CadenceState state) => state switch
    {
        CadenceState.Met => Platform.Ui.Tone.Good,
        CadenceState.AtRisk => Platform.Ui.Tone.Warning,
        CadenceState.Missed => Platform.Ui.Tone.Bad,
        CadenceState.Running => Platform.Ui.Tone.Info,
        _ => Platform.Ui.Tone.Neutral,
    };

    /// <summary>A sign for narrow strips and boards; its word must stand beside it for those who do not see it.</summary>
    public static (string Sign, string Style) Mark(CadenceState state) => state switch
    {
        CadenceState.Met => ("✓", "done"),
        CadenceState.AtRisk => ("△", "soon"),
        CadenceState.Missed => ("!", "late"),
        CadenceState.Running => ("•", "open"),
        CadenceState.Upcoming => ("·", "aside"),
        _ => ("–", "aside"),
    };

    public static string Every(IStringLocalizer words, string every) => PlanWords.Every(words, every);

    public static string Forms(IStringLocalizer words, IEnumerable<CommunicationForm> forms) => string.Join(", ", forms.Select(form => ActivityWords.Form(words, form)));

    /// <summary>"Ít nhất 2 lần mỗi tháng: tọa đàm, đối thoại; mỗi lần từ 15 phút; tính cả lồng ghép".</summary>
    public static string Demand(IStringLocalizer words, Cadence cadence) =>
        string.Join("; ", new[]
        {
            words["Ít nhất {0} lần {1}", cadence.Count, Every(words, cadence.Every)].Value,
            cadence.MinMinutes is { } least ? words["mỗi lần từ {0} phút", least].Value : null,
            cadence.PrimeTimeOnly ? words["chỉ vào giờ nhiều người theo dõi"].Value : null,
            cadence.IntegratedCounts ? words["tính cả lồng ghép"].Value : words["không tính lồng ghép"].Value,
        }.OfType<string>());

    /// <summary>"2/2 lần trong tháng 3/2026; mỗi lần từ 15 phút; hạn ghi bổ sung đến 05/04/2026": the formula with its figures.</summary>
    public static string Formula(IStringLocalizer words, Cadence cadence, PeriodStanding standing) =>
        string.Join("; ", new[]
        {
            words["{0}/{1} lần trong {2}", Formats.Number(standing.Times), Formats.Number(cadence.Count), standing.Period.Name(words, cadence.Interval)].Value,
            cadence.MinMinutes is { } least ? words["mỗi lần từ {0} phút", least].Value : null,
            cadence.PrimeTimeOnly ? words["chỉ vào giờ nhiều người theo dõi"].Value : null,
            cadence.GraceDays > 0 ? words["hạn ghi bổ sung đến {0}", Formats.Date(standing.Period.ClosesOn)].Value : null,
        }.OfType<string>());

    /// <summary>The rules of judging, for whoever wants to check one.</summary>
    public static IEnumerable<string> Rules(IStringLocalizer words, Cadence cadence)
    {
        yield return words["Tính hoạt động đã được tính (không tính hoạt động chờ xác nhận hoặc đã rút), theo ngày bắt đầu, thuộc một trong các hình thức: {0}.", Forms(words, cadence.Forms.Select(form => form.Form))];
        yield return words["Mỗi hoạt động góp số lần đã ghi của nó; đạt khi đủ {0} lần trong kỳ.", cadence.Count];
        yield return words["Có nguy cơ: chưa đạt khi đã qua hơn hai phần ba kỳ, hoặc hết kỳ mà còn hạn ghi bổ sung."];
        yield return words["Không đạt: hết kỳ và hết {0} ngày ghi bổ sung mà chưa đủ số lần.", cadence.GraceDays];
        yield return words["Kỳ bị cắt ngắn chỉ được yêu cầu khi còn ít nhất một nửa: ngày giữa kỳ nằm trong thời gian tính, từ ngày bắt đầu yêu cầu ({0}) và khi cơ quan đã được giao.", Formats.Date(cadence.DemandFrom)];
    }
}
