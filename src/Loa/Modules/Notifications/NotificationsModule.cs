using Loa.Modules.Notifications.Digest;
using Loa.Platform.Security;
using Loa.Platform.Ui;

namespace Loa.Modules.Notifications;

internal static class NotificationsModule
{
    public static void AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton(new NavItem("Thư gửi đi", NotificationLinks.Outbox, "mail", 95, Permissions.OutboxManage));
        services.AddSingleton(OutboxWatch.Kind);
        services.AddSingleton(NotificationHistory.Words);
        services.AddScoped<Notifier>();
        services.AddScoped<DigestRound>();
        services.AddScoped<OutboxWatch>();
        services.AddHostedService<DigestWorker>();
        services.ProtectFolder("/Notifications/Sending", Permissions.OutboxManage);
        services.ProtectFolder("/Notifications/Centre", Permissions.Workspace);
        services.ProtectFolder("/Notifications/Preferences", Permissions.Workspace);
        services.ProtectPage("/Notifications/Feed/Address", Permissions.Workspace);
        services.AllowAnonymousPage("/Notifications/Feed/Feed");
    }
}
