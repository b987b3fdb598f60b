namespace Loa.Modules.Tasks;

/// <summary>The closed lists of this module in words: keys of the localizer.</summary>
internal static class WorkWords
{
    public static string Of(WorkEntryKind kind) => kind switch
    {
        WorkEntryKind.Note => "Ghi chú",
        WorkEntryKind.Progress => "Tiến độ",
        WorkEntryKind.Done => "Hoàn thành",
        WorkEntryKind.Reopened => "Mở lại",
        WorkEntryKind.NotApplicable => "Không áp dụng",
        WorkEntryKind.HandedOver => "Giao người phụ trách",
        WorkEntryKind.ExtensionAsked => "Xin gia hạn",
        WorkEntryKind.ExtensionGranted => "Được gia hạn",
        WorkEntryKind.ExtensionRefused => "Không được gia hạn",
        WorkEntryKind.DifficultyRaised => "Nêu khó khăn, vướng mắc",
        WorkEntryKind.PassedOn => "Chuyển cơ quan thực hiện",
        WorkEntryKind.Added => "Giao sau khi ban hành",
        WorkEntryKind.Withdrawn => "Rút việc đã giao",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(DifficultyState state) => state switch
    {
        DifficultyState.Open => "Chờ trả lời",
        DifficultyState.Answered => "Đã trả lời",
        DifficultyState.Closed => "Đã giải quyết",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(DifficultyStepKind kind) => kind switch
    {
        DifficultyStepKind.Answered => "Trả lời",
        DifficultyStepKind.PassedOn => "Chuyển tiếp",
        DifficultyStepKind.Reopened => "Nêu lại",
        DifficultyStepKind.Closed => "Đã giải quyết",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Platform.Ui.Tone Tone(DifficultyState state) => state switch
    {
        DifficultyState.Open => Platform.Ui.Tone.Warning,
        DifficultyState.Answered => Platform.Ui.Tone.Info,
        _ => Platform.Ui.Tone.Good,
    };
}
