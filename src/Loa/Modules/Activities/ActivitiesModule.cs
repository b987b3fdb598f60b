using Loa.Modules.Activities.Import;
using Loa.Modules.Notifications;
using Loa.Platform.Security;
using Loa.Platform.Ui;

namespace Loa.Modules.Activities;

internal static class ActivitiesModule
{
    public static void AddActivities(this IServiceCollection services)
    {
        services.AddSingleton(new NavItem("Hoạt động", ActivityLinks.List, "activity", 8, Permissions.ActivitiesRead, "g d"));
        services.AddSingleton(ActivityHistory.Words);
        services.AddSingleton(ActivityLinks.ListViews);
        services.AddSingleton(new NotificationKind(ActivityDesk.ConfirmKind, "Hoạt động chờ xác nhận"));
        services.AddScoped<ActivityDesk>();
        services.AddScoped<ActivityChoices>();
        services.AddScoped<ActivityDuplicates>();
        services.AddScoped<OfferedForms>();
        services.AddScoped<ActivityImport>();
        services.AddSingleton(ActivityCounters.Totals);
        services.AddSingleton(ActivityCounters.Weeks);
        services.AddSingleton(ActivityCounters.Topics);
        services.ProtectFolder("/Activities", Permissions.ActivitiesRead);
        services.ProtectFolder("/Activities/Log", Permissions.ActivitiesLog);
        services.ProtectFolder("/Activities/Edit", Permissions.ActivitiesLog);
        services.ProtectFolder("/Activities/Series", Permissions.ActivitiesLog);
        services.ProtectFolder("/Activities/Import", Permissions.ActivitiesLog);
        services.ProtectFolder("/Activities/Forms", Permissions.FormsEdit);
        services.ProtectFolder("/Activities/Queue", Permissions.ActivitiesConfirm);
        services.ProtectFolder("/Activities/Rules", Permissions.ActivitiesRule);
    }
}
