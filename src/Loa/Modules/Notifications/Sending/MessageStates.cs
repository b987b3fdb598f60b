using Loa.Platform;
using Loa.Platform.Ui;

namespace Loa.Modules.Notifications.Sending;

/// <summary>States of a message in the address and in words (keys of the localizer).</summary>
internal static class MessageStates
{
    /// <summary>Those that want an eye, the most urgent first.</summary>
    public static readonly MessageState[] Open = [MessageState.Uncertain, MessageState.Failed, MessageState.Waiting, MessageState.Sending];

    public static readonly MessageState[] All = [.. Open, MessageState.Sent, MessageState.Cancelled];

    public static string KeyOf(MessageState state) => state switch
    {
        MessageState.Waiting => "cho",
        MessageState.Sending => "dang-gui",
        MessageState.Sent => "da-gui",
        MessageState.Failed => "hong",
        MessageState.Uncertain => "khong-ro",
        _ => "huy",
    };

    public static MessageState? Of(string? key) => All.Cast<MessageState?>().FirstOrDefault(state => KeyOf(state!.Value) == key);

    public static string NameOf(MessageState state) => state switch
    {
        MessageState.Waiting => "Đang chờ",
        MessageState.Sending => "Đang gửi",
        MessageState.Sent => "Đã gửi",
        MessageState.Failed => "Không gửi được",
        MessageState.Uncertain => "Không rõ kết quả",
        _ => "Đã hủy",
    };

    public static Tone ToneOf(MessageState state) => state switch
    {
        MessageState.Sent => Tone.Good,
        MessageState.Failed => Tone.Bad,
        MessageState.Uncertain => Tone.Warning,
        _ => Tone.Neutral,
    };
}
