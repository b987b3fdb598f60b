namespace Loa.Modules.Notifications;

internal static class NotificationLinks
{
    public const string Centre = "/thong-bao";
    public const string Outbox = "/thong-bao/gui";
}
