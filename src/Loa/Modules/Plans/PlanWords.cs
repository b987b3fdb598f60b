using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Platform;
using Loa.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans;

/// <summary>The closed lists of plans as words.</summary>
internal static class PlanWords
{
    public static readonly string[] Intervals = ["P1D", "P1W", "P1M", "P3M", "P6M", "P1Y"];

    /// <summary>In a message, always Vietnamese: "Kế hoạch 523/KH-UBND"; a plan without a number by its subject.</summary>
    public static string Named(Plan plan) => $"{plan.Kind ?? "Kế hoạch"} {plan.Reference ?? $"“{(plan.Subject.Length > 80 ? plan.Subject[..80] + "…" : plan.Subject)}”"}";

    public static string Status(IStringLocalizer words, PlanStatus status) => status switch
    {
        PlanStatus.Issued => words["Đang thực hiện"],
        PlanStatus.Superseded => words["Đã có bản thay thế"],
        PlanStatus.Withdrawn => words["Đã thu hồi"],
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static Tone Tone(PlanStatus status) => status switch
    {
        PlanStatus.Issued => Platform.Ui.Tone.Good,
        PlanStatus.Withdrawn => Platform.Ui.Tone.Bad,
        _ => Platform.Ui.Tone.Neutral,
    };

    public static string Role(IStringLocalizer words, AssignmentRole role) => role switch
    {
        AssignmentRole.Lead => words["Chủ trì"],
        AssignmentRole.Coordinating => words["Phối hợp"],
        AssignmentRole.Monitoring => words["Theo dõi"],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    public static string Kind(IStringLocalizer words, TimeframeKind? kind) => kind switch
    {
        TimeframeKind.Continuous => words["Thường xuyên"],
        TimeframeKind.Period => words["Trong kỳ"],
        TimeframeKind.Deadline => words["Có hạn"],
        TimeframeKind.Recurring => words["Định kỳ"],
        TimeframeKind.Conditional => words["Có điều kiện"],
        TimeframeKind.Text => words["Chưa hiểu thành ngày"],
        _ => words["Không nêu thời gian"],
    };

    /// <summary>What a printed timeframe means: "01/04/2024 – 30/06/2024", "trước hết ngày 15/11/2024".</summary>
    public static string Meaning(IStringLocalizer words, TimeframeKind? kind, DateOnly? from, DateOnly? to, string? every)
    {
        var dates = (from, to) switch
        {
            ({ } start, { } end) => $"{Formats.Date(start)} – {Formats.Date(end)}",
            (null, { } end) => words["hết ngày {0}", Formats.Date(end)].Value,
            ({ } start, null) => words["từ {0}", Formats.Date(start)].Value,
            _ => Kind(words, kind),
        };
        return every is null ? dates : $"{Every(words, every)}, {dates}";
    }

    public static string Every(IStringLocalizer words, string every) => every switch
    {
        "P1D" => words["mỗi ngày"],
        "P1W" => words["mỗi tuần"],
        "P1M" => words["mỗi tháng"],
        "P3M" => words["mỗi quý"],
        "P6M" => words["mỗi 6 tháng"],
        "P1Y" => words["mỗi năm"],
        _ => Other(words, CalendarInterval.Parse(every)),
    };

    public static string Period(IStringLocalizer words, ReportingPeriodKind period) => period switch
    {
        ReportingPeriodKind.Month => words["Tháng"],
        ReportingPeriodKind.Quarter => words["Quý"],
        ReportingPeriodKind.HalfYear => words["6 tháng"],
        ReportingPeriodKind.NineMonth => words["9 tháng"],
        ReportingPeriodKind.Year => words["Năm"],
        ReportingPeriodKind.Other => words["Khác"],
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, null),
    };

    public static string Comparison(IStringLocalizer words, TargetComparison? comparison) => comparison switch
    {
        TargetComparison.AtLeast => words["ít nhất"],
        TargetComparison.MoreThan => words["trên"],
        TargetComparison.AtMost => words["không quá"],
        TargetComparison.LessThan => words["dưới"],
        _ => "",
    };

    private static string Other(IStringLocalizer words, CalendarInterval interval) => interval.Unit switch
    {
        CalendarUnit.Day => words["mỗi {0} ngày", interval.Count],
        CalendarUnit.Week => words["mỗi {0} tuần", interval.Count],
        CalendarUnit.Month => words["mỗi {0} tháng", interval.Count],
        _ => words["mỗi {0} năm", interval.Count],
    };
}
