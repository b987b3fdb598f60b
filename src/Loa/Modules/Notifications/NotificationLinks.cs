namespace Loa.Modules.Notifications;

internal static class NotificationLinks
{
    public const string Centre = "/thong-bao";
    public const string Outbox = "/thong-bao/gui";
    public const string Preferences = "/tai-khoan/thong-bao";
    public const string Calendar = "/tai-khoan/lich";

    public static string Open(Guid notificationId) => $"{Centre}?handler=Open&id={notificationId}";

    public static string Feed(string secret) => $"/lich/{secret}.ics";
}
