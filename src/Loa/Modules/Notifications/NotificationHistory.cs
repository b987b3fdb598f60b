using Loa.Platform.Audit;

namespace Loa.Modules.Notifications;

/// <summary>What this module records, as a history tells it.</summary>
internal static class NotificationHistory
{
    public static HistoryWords Words { get; } = new HistoryWords().Row<CalendarFeed>("Địa chỉ lịch");
}
