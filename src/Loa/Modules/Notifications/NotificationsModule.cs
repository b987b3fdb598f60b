using Loa.Platform.Security;
using Loa.Platform.Ui;

namespace Loa.Modules.Notifications;

internal static class NotificationsModule
{
    public static void AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton(new NavItem("Thư gửi đi", NotificationLinks.Outbox, "mail", 95, Permissions.OutboxManage));
        services.ProtectFolder("/Notifications/Sending", Permissions.OutboxManage);
    }
}
