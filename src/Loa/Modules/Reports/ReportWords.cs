using System.Globalization;
using Loa.Modules.Activities;
using Loa.Platform.Figures;
using Loa.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports;

/// <summary>What reports say in the interface; texts are keys of the localizer.</summary>
internal static class ReportWords
{
    public static string Of(ReportState state) => state switch
    {
        ReportState.Filling => "Đang lập",
        ReportState.Sent => "Đã gửi",
        ReportState.Returned => "Bị trả lại",
        _ => "Đã tiếp nhận",
    };

    public static Tone Tone(ReportState state) => state switch
    {
        ReportState.Filling => Platform.Ui.Tone.Neutral,
        ReportState.Sent => Platform.Ui.Tone.Info,
        ReportState.Returned => Platform.Ui.Tone.Warning,
        _ => Platform.Ui.Tone.Good,
    };

    public static string Of(PeriodState state) => state switch
    {
        PeriodState.Opening => "Đang mở",
        PeriodState.Open => "Đang nhận báo cáo",
        PeriodState.Planned => "Hẹn mở",
        _ => "Đã khóa",
    };

    public static Tone Tone(PeriodState state) => state switch
    {
        PeriodState.Opening or PeriodState.Planned => Platform.Ui.Tone.Info,
        PeriodState.Open => Platform.Ui.Tone.Good,
        _ => Platform.Ui.Tone.Neutral,
    };

    public static string Of(OutlineState state) => state switch
    {
        OutlineState.Draft => "Đang soạn",
        OutlineState.InUse => "Đang dùng",
        _ => "Đã có bản mới",
    };

    public static Tone Tone(OutlineState state) => state switch
    {
        OutlineState.Draft => Platform.Ui.Tone.Warning,
        OutlineState.InUse => Platform.Ui.Tone.Good,
        _ => Platform.Ui.Tone.Neutral,
    };

    public static string Of(RollUpRule rule) => rule switch
    {
        RollUpRule.Sum => "Cộng số của các báo cáo",
        RollUpRule.RatioOfSums => "Cộng tử số và mẫu số rồi chia",
        RollUpRule.Latest => "Lấy số gửi mới nhất",
        _ => "Không tổng hợp, chỉ lấy số của chính cơ quan",
    };

    public static string Of(FigureOrigin origin) => origin switch
    {
        FigureOrigin.Data => "Tính từ dữ liệu",
        FigureOrigin.Parts => "Cộng các số liệu khác",
        _ => "Nhập tay",
    };

    public static string Of(ReportVerdict verdict) => verdict switch
    {
        ReportVerdict.Returned => "Trả lại",
        ReportVerdict.Accepted => "Tiếp nhận",
        _ => "Chưa xem xét",
    };

    public static Tone Tone(ReportVerdict verdict) => verdict switch
    {
        ReportVerdict.Returned => Platform.Ui.Tone.Warning,
        ReportVerdict.Accepted => Platform.Ui.Tone.Good,
        _ => Platform.Ui.Tone.Neutral,
    };

    /// <summary>How a figure comes about and is rolled up, as its writers read it.</summary>
    public static string Formula(IStringLocalizer words, OutlineFigure figure, IFigure? source, Func<Guid, OutlineFigure?> other)
    {
        var narrowed = string.Join("; ", new[]
        {
            figure.Forms.Count == 0 ? null : string.Join(", ", figure.Forms.Select(form => ActivityWords.Form(words, form))),
            figure.Integrated is { } integrated ? words[integrated ? "Lồng ghép" : "Riêng"].Value : null,
        }.Where(part => part is not null));
        var value = figure.Origin switch
        {
            FigureOrigin.Data when source is null => words["Nguồn số liệu này không còn; hãy nhập tay."].Value,
            FigureOrigin.Data => $"{words[source.Title].Value}{(narrowed.Length == 0 ? "" : $" ({narrowed})")}. {words[source.Explanation].Value}",
            FigureOrigin.Parts => words["Tổng của: {0}.", string.Join(" + ", figure.Parts.Select(part => other(part)?.Name).Where(name => name is not null))].Value,
            _ => words["Cơ quan nhập."].Value,
        };
        var over = figure.OverId is { } id && other(id) is { } under ? " " + words["Chia cho: {0}.", under.Name].Value : "";
        return $"{value}{over} {words["Tổng hợp: {0}.", words[Of(figure.RollUp)].Value.ToLower(CultureInfo.CurrentUICulture)].Value}";
    }
}
