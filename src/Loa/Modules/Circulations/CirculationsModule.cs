using Loa.Modules.Notifications;
using Loa.Platform.Security;
using Loa.Platform.Ui;

namespace Loa.Modules.Circulations;

internal static class CirculationsModule
{
    public static void AddCirculations(this IServiceCollection services)
    {
        services.AddSingleton(new NavItem("Cần đọc", CirculationLinks.Inbox, "unread", 7, Permissions.WorkRead, "g q", CirculationDesk.CountUnreadAsync));
        services.AddSingleton(new NotificationKind(CirculationDesk.Kind, "Văn bản cần đọc (quán triệt)"));
        services.AddSingleton(new NotificationKind(CirculationDesk.RemarkKind, "Trao đổi về văn bản quán triệt"));
        services.AddSingleton(CirculationHistory.Words);
        services.AddScoped<CirculationDesk>();
        services.AddScoped<CirculationSender>();
        services.AddScoped<CirculationReach>();
        services.AddScoped<CirculationFigures>();
        services.AddScoped<ICalendarSource, CirculationCalendarSource>();
        services.ProtectFolder("/Circulations", Permissions.WorkRead);
        services.ProtectFolder("/Circulations/Send", Permissions.PlansIssue);
    }
}
