using System.Globalization;
using Loa.Modules.Activities;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Figures;
using Loa.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Cadences;

/// <summary>Targets and their figures as words.</summary>
internal static class TargetWords
{
    private static readonly NumberFormatInfo Typed = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>"ít nhất 90%"; null where the plan names no value.</summary>
    public static string? Wanted(IStringLocalizer words, Target target) => target.Value is not { } value
        ? null
        : $"{PlanWords.Comparison(words, target.Comparison)} {Formats.Number(value)}{(target.Unit == "%" ? "%" : " " + target.Unit)}".Trim();

    /// <summary>"180/200 (90%)", or the number alone.</summary>
    public static string Reached(TargetFigure? figure) => figure switch
    {
        null => "–",
        { Denominator: { } below } => $"{Formats.Number(figure.Numerator)}/{Formats.Number(below)}{(figure.Percent is { } percent ? $" ({Formats.Number(percent)}%)" : "")}",
        _ => Formats.Number(figure.Numerator),
    };

    public static (Tone Tone, string Word) State(Target target, TargetFigure? figure) => figure?.Meets(target) switch
    {
        true => (Tone.Good, "Đạt"),
        false => (Tone.Warning, "Chưa đạt"),
        null => (Tone.Neutral, figure is null ? "Chưa có số liệu" : "Có số liệu"),
    };

    public static string Of(MeasureSource source) => source switch
    {
        MeasureSource.Activities => "Tính từ hoạt động đã ghi",
        MeasureSource.Figure => "Lấy từ số liệu trong Loa",
        _ => "Cơ quan nhập, ghi rõ nguồn",
    };

    public static string Of(ActivityMeasure sum) => sum switch
    {
        ActivityMeasure.Activities => "Số hoạt động",
        ActivityMeasure.Minutes => "Số phút",
        ActivityMeasure.People => "Số người",
        ActivityMeasure.Copies => "Số bản",
        ActivityMeasure.Cost => "Kinh phí (đồng)",
        _ => "Số lần",
    };

    public static string Of(BaseSource source) => source switch
    {
        BaseSource.Number => "Một số cho trước, như nhau với mọi cơ quan",
        BaseSource.Manual => "Cơ quan nhập cùng tử số",
        BaseSource.Figure => "Lấy từ số liệu trong Loa",
        BaseSource.Target => "Tử số của chỉ tiêu khác",
        _ => "Không có mẫu số: chỉ tiêu là một số",
    };

    /// <summary>How the figures come about, in a sentence for the page.</summary>
    public static string Formula(IStringLocalizer words, TargetMeasure measure, IReadOnlyList<IFigure> sources)
    {
        var above = measure.Source switch
        {
            MeasureSource.Activities => words["{0} của hoạt động được tính: {1}", words[Of(measure.Sum)], measure.Forms.Count == 0 ? words["mọi hình thức"] : CadenceWords.Forms(words, measure.Forms)].Value
                + (measure.Topics.Count > 0 ? words[", về {0} nội dung đã chọn", measure.Topics.Count].Value : "")
                + (measure.Integrated is { } integrated ? integrated ? words[", chỉ lồng ghép"].Value : words[", chỉ riêng"].Value : ""),
            MeasureSource.Figure => words[sources.FirstOrDefault(source => source.Key == measure.Figure)?.Title ?? "Lấy từ số liệu trong Loa"].Value,
            _ => words["số cơ quan nhập"].Value,
        };
        return measure.Base == BaseSource.None
            ? words["Công thức: {0}.", above]
            : words["Công thức: {0} chia cho mẫu số ({1}); toàn kế hoạch là tổng tử số chia tổng mẫu số.", above, words[Of(measure.Base)].Value.ToLowerInvariant()];
    }

    /// <summary>"1.234,5" as officers type it.</summary>
    public static bool TryRead(string? text, out decimal value) => decimal.TryParse(text?.Trim(), NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, Typed, out value);
}
