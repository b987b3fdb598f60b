using Loa.Modules.Activities;
using Loa.Platform;
using Loa.Platform.Figures;
using Loa.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Assessments;

/// <summary>What assessments say in the interface.</summary>
internal static class AssessmentWords
{
    public static string Of(AssessmentState state) => state switch
    {
        AssessmentState.Draft => "Đang soạn",
        AssessmentState.Published => "Đã công bố",
        _ => "Đã có bản mới",
    };

    public static Tone Tone(AssessmentState state) => state switch
    {
        AssessmentState.Draft => Platform.Ui.Tone.Warning,
        AssessmentState.Published => Platform.Ui.Tone.Good,
        _ => Platform.Ui.Tone.Neutral,
    };

    /// <summary>How a criterion is scored, as the agencies read it.</summary>
    public static string Formula(IStringLocalizer words, AssessmentCriterion criterion, IFigure? figure)
    {
        if (criterion.Figure is null)
        {
            return words["Chấm tay, tối đa {0} điểm.", Points.Text(criterion.MaxPoints)];
        }

        if (figure is null)
        {
            return words["Số liệu này không còn; điểm là điểm đã chấm."];
        }

        var narrowed = string.Join("; ", new[]
        {
            criterion.Forms.Count == 0 ? null : string.Join(", ", criterion.Forms.Select(form => ActivityWords.Form(words, form))),
            criterion.Integrated is { } integrated ? words[integrated ? "Lồng ghép" : "Riêng"].Value : null,
        }.Where(part => part is not null));
        var title = words[figure.Title].Value + (narrowed.Length == 0 ? "" : $" ({narrowed})");
        var points = ScoreSteps.TryRead(criterion.Steps, out var steps)
            ? string.Join("; ", steps.Steps.Select(step => words["từ {0} được {1} điểm", figure.IsShare ? $"{step.From}%" : Formats.Number(step.From), Points.Text(step.Points)].Value))
            : words["{0} điểm nhân với tỷ lệ", Points.Text(criterion.MaxPoints)].Value;
        return $"{title}: {points}. {words[figure.Explanation].Value}";
    }

    /// <summary>"45", "12/15 (80%)".</summary>
    public static string Value(IStringLocalizer words, BoardCell cell) => cell switch
    {
        { Value: null } => "–",
        { Of: 0 } => words["Không có gì để tính"],
        { Value: { } part, Of: { } of } => $"{Formats.Number(part)}/{Formats.Number(of)} ({Formats.Number(part * 100m / of, 1)}%)",
        _ => Formats.Number(cell.Value.Value),
    };
}
