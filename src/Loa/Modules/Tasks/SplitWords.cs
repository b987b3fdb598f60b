using Loa.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Tasks;

/// <summary>States of an agreed split in words.</summary>
internal static class SplitWords
{
    public static string Of(IStringLocalizer words, SplitState state) => state switch
    {
        SplitState.Proposed => words["Chờ các cơ quan đồng ý"],
        SplitState.InForce => words["Đang có hiệu lực"],
        SplitState.Replaced => words["Đã có bản thay thế"],
        SplitState.Dropped => words["Đã rút hoặc đề xuất lại"],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(IStringLocalizer words, SplitAnswer answer) => answer switch
    {
        SplitAnswer.Waiting => words["Chưa trả lời"],
        SplitAnswer.Agreed => words["Đồng ý"],
        SplitAnswer.Remarked => words["Có ý kiến"],
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };

    public static Tone Tone(SplitState state) => state switch
    {
        SplitState.Proposed => Platform.Ui.Tone.Warning,
        SplitState.InForce => Platform.Ui.Tone.Good,
        _ => Platform.Ui.Tone.Neutral,
    };

    public static Tone Tone(SplitAnswer answer) => answer switch
    {
        SplitAnswer.Agreed => Platform.Ui.Tone.Good,
        SplitAnswer.Remarked => Platform.Ui.Tone.Warning,
        _ => Platform.Ui.Tone.Neutral,
    };
}
