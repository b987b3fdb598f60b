using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Platform.Security;
using Loa.Platform.Ui;

namespace Loa.Modules.Tasks;

internal static class TasksModule
{
    public static void AddTasks(this IServiceCollection services)
    {
        services.AddSingleton(new NavItem("Việc của tôi", WorkLinks.MyWork, "task", 5, Permissions.WorkRead, "g v"));
        services.AddSingleton(new NavItem("Vướng mắc", WorkLinks.Difficulties, "help", 20, Permissions.WorkRead, "g k"));
        services.AddSingleton(WorkLinks.MyWorkViews);
        services.AddSingleton(new NotificationKind(WorkDesk.ExtensionKind, "Gia hạn nhiệm vụ"));
        services.AddSingleton(new NotificationKind(WorkDesk.HandedOverKind, "Được giao phụ trách nhiệm vụ"));
        services.AddSingleton(new NotificationKind(DifficultyDesk.Kind, "Khó khăn, vướng mắc"));
        services.AddSingleton(new NotificationKind(SplitDesk.Kind, "Phân công chi tiết nhiệm vụ"));
        services.AddScoped<WorkDesk>();
        services.AddScoped<SplitDesk>();
        services.AddScoped<DifficultyDesk>();
        services.AddScoped<IAgencyChangeFollower, WorkFollower>();
        services.AddScoped<IPlanReplacementFollower, PlanReplacementFollower>();
        services.AddScoped<ICalendarSource, WorkCalendarSource>();
        services.ProtectFolder("/Tasks", Permissions.WorkRead);
        services.ProtectFolder("/Tasks/Extensions", Permissions.PlansIssue);
        services.ProtectFolder("/Tasks/Raise", Permissions.WorkDo);
    }
}
