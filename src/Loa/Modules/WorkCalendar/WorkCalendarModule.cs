using Loa.Platform.Security;
using Loa.Platform.Ui;

namespace Loa.Modules.WorkCalendar;

internal static class WorkCalendarModule
{
    public static void AddWorkCalendar(this IServiceCollection services)
    {
        services.AddSingleton(new NavItem("Lịch làm việc", CalendarLinks.Year, "calendar", 85, Permissions.Workspace, "g l"));
        services.AddSingleton(CalendarHistory.Words);
        services.ProtectFolder("/WorkCalendar", Permissions.Workspace);
        services.ProtectFolder("/WorkCalendar/Edit", Permissions.CalendarEdit);
    }
}
