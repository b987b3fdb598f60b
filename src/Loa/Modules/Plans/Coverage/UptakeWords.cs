using Loa.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Coverage;

internal static class UptakeWords
{
    public static string Of(IStringLocalizer words, UptakeState state) => state switch
    {
        UptakeState.Overdue => words["Quá hạn, chưa ban hành"],
        UptakeState.Missing => words["Chưa ban hành"],
        UptakeState.Late => words["Ban hành muộn"],
        UptakeState.OnTime => words["Đúng hạn"],
        UptakeState.Undated => words["Đã ban hành"],
        UptakeState.Unasked => words["Tự ban hành"],
        UptakeState.Exempt => words["Được miễn"],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static Tone Tone(UptakeState state) => state switch
    {
        UptakeState.Overdue => Platform.Ui.Tone.Bad,
        UptakeState.Missing or UptakeState.Late => Platform.Ui.Tone.Warning,
        UptakeState.OnTime or UptakeState.Undated => Platform.Ui.Tone.Good,
        _ => Platform.Ui.Tone.Neutral,
    };

    public static string Of(IStringLocalizer words, UptakeWay way) => way switch
    {
        UptakeWay.Written => words["Soạn trong Loa"],
        UptakeWay.Imported => words["Soạn ở ngoài, nhập vào Loa"],
        UptakeWay.YearlyPlan => words["Đưa vào kế hoạch công tác năm"],
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, null),
    };
}
