using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Modules.Tasks.Nudging;
using Loa.Modules.Tasks.Reminders;
using Loa.Platform.Figures;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Loa.Platform.Ui;

namespace Loa.Modules.Tasks;

internal static class TasksModule
{
    public static void AddTasks(this IServiceCollection services)
    {
        services.AddSingleton(new NavItem("Việc của tôi", WorkLinks.MyWork, "task", 5, Permissions.WorkRead, "g v"));
        services.AddSingleton(new NavItem("Vướng mắc", WorkLinks.Difficulties, "help", 20, Permissions.WorkRead, "g k"));
        services.AddSingleton(WorkHistory.Words);
        services.AddSingleton(WorkLinks.MyWorkViews);
        services.AddSingleton(new NotificationKind(WorkDesk.ExtensionKind, "Gia hạn nhiệm vụ"));
        services.AddSingleton(new NotificationKind(WorkDesk.HandedOverKind, "Được giao phụ trách nhiệm vụ"));
        services.AddSingleton(new NotificationKind(WorkDesk.GivenKind, "Giao thêm, rút nhiệm vụ"));
        services.AddSingleton(new NotificationKind(DifficultyDesk.Kind, "Khó khăn, vướng mắc"));
        services.AddSingleton(new NotificationKind(SplitDesk.Kind, "Phân công chi tiết nhiệm vụ"));
        services.AddScoped<CarriedWork>();
        services.AddScoped<WorkDesk>();
        services.AddScoped<SplitDesk>();
        services.AddScoped<DifficultyDesk>();
        services.AddSingleton(new NotificationKind(DueReminders.Kind, "Nhắc việc đến hạn"));
        services.AddSingleton(new NotificationKind(NudgeJob.NotificationKind, "Đôn đốc của cơ quan ban hành"));
        services.AddScoped<LaterAgencies>();
        services.AddScoped<INotificationRound, DueReminders>();
        services.AddScoped<NudgeDesk>();
        services.AddJob<NudgeJob>(NudgeJob.Kind);
        services.AddScoped<IAgencyChangeFollower, WorkFollower>();
        services.AddScoped<IPlanReplacementFollower, PlanReplacementFollower>();
        services.AddScoped<ICalendarSource, WorkCalendarSource>();
        services.AddScoped<TasksOnTimeFigure>();
        services.AddScoped<TasksDoneFigure>();
        services.AddScoped<IFigure>(provider => provider.GetRequiredService<TasksOnTimeFigure>());
        services.AddScoped<IFigure>(provider => provider.GetRequiredService<TasksDoneFigure>());
        services.AddScoped<IFigure, DifficultiesFigure>();
        services.AddScoped<INarrative, TasksNarrative>();
        services.AddScoped<INarrative, DifficultiesNarrative>();
        services.ProtectFolder("/Tasks", Permissions.WorkRead);
        services.ProtectFolder("/Tasks/Extensions", Permissions.PlansIssue);
        services.ProtectFolder("/Tasks/Later", Permissions.PlansIssue);
        services.ProtectFolder("/Tasks/Nudging", Permissions.PlansIssue);
        services.ProtectFolder("/Tasks/Raise", Permissions.WorkDo);
    }
}
