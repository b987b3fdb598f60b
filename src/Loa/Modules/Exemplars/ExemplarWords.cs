using Loa.Platform.Ui;

namespace Loa.Modules.Exemplars;

/// <summary>Keys of the localizer.</summary>
internal static class ExemplarWords
{
    public static string Of(ExemplarKind kind) => kind switch
    {
        ExemplarKind.Example => "Gương điển hình",
        ExemplarKind.Model => "Mô hình",
        ExemplarKind.Initiative => "Sáng kiến",
        ExemplarKind.Movement => "Phong trào thi đua",
        _ => "Hạn chế, thiếu sót",
    };

    public static string Of(ExemplarState state) => state switch
    {
        ExemplarState.Nominated => "Chờ xem xét",
        ExemplarState.Recognised => "Đã công nhận",
        ExemplarState.Declined => "Không công nhận",
        _ => "Đã rút",
    };

    /// <summary>A shortcoming is not an honour: other words for the same states.</summary>
    public static string Of(Exemplar exemplar) => Of(exemplar.Kind, exemplar.State, exemplar.RemediedOn is not null);

    public static string Of(ExemplarKind kind, ExemplarState state, bool isRemedied) => (kind, state) switch
    {
        (ExemplarKind.Shortcoming, ExemplarState.Recognised) when isRemedied => "Đã khắc phục",
        (ExemplarKind.Shortcoming, ExemplarState.Recognised) => "Cần khắc phục",
        (ExemplarKind.Shortcoming, ExemplarState.Declined) => "Không phải hạn chế",
        _ => Of(state),
    };

    public static Tone Tone(ExemplarKind kind, ExemplarState state, bool isRemedied) => state switch
    {
        ExemplarState.Nominated => Platform.Ui.Tone.Warning,
        ExemplarState.Recognised => kind == ExemplarKind.Shortcoming && !isRemedied ? Platform.Ui.Tone.Bad : Platform.Ui.Tone.Good,
        _ => Platform.Ui.Tone.Neutral,
    };
}
