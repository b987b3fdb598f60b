using Loa.Modules.Activities.Import;
using Loa.Modules.Activities.List;
using Loa.Modules.Activities.Sums;
using Loa.Modules.Activities.Views;
using Loa.Modules.Notifications;
using Loa.Platform.Figures;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Loa.Modules.Activities;

internal static class ActivitiesModule
{
    public static void AddActivities(this IServiceCollection services)
    {
        services.AddSingleton(new NavItem("Hoạt động", ActivityLinks.List, "activity", 8, Permissions.ActivitiesRead, "g d"));
        services.AddSingleton(ActivityHistory.Words);
        services.AddSingleton(ActivityLinks.ListViews);
        services.AddSingleton(new NotificationKind(ActivityDesk.ConfirmKind, "Hoạt động chờ xác nhận"));
        services.AddSingleton<ConfirmationRule>();
        services.AddSingleton<IInterceptor>(provider => provider.GetRequiredService<ConfirmationRule>());
        services.AddScoped<ActivityDesk>();
        services.AddEvidence();
        services.AddScoped<ActivityChoices>();
        services.AddScoped<ActivityAgencies>();
        services.AddScoped<ActivityRows>();
        services.AddScoped<ActivityViewBar>();
        services.AddScoped<ActivityExport>();
        services.AddScoped<ActivityDuplicates>();
        services.AddScoped<OfferedForms>();
        services.AddScoped<ActivityImport>();
        services.AddSingleton(ActivityCounters.Totals);
        services.AddSingleton(ActivityCounters.Weeks);
        services.AddSingleton(ActivityCounters.Topics);
        services.AddSingleton(BranchSums.Totals);
        services.AddSingleton(BranchSums.Topics);
        services.AddScoped<SumQueue>();
        services.AddHostedService<QueueFolder>();
        services.AddScoped<ActivitySums>();
        services.AddScoped<INarrative, ActivitiesNarrative>();
        services.AddScoped<INarrative, TopicsNarrative>();
        services.AddScoped<INarrative, BestNarrative>();
        foreach (var measure in Enum.GetValues<ActivityMeasure>())
        {
            services.AddScoped<IFigure>(provider => ActivatorUtilities.CreateInstance<ActivityFigure>(provider, measure));
        }

        services.ProtectFolder("/Activities", Permissions.ActivitiesRead);
        services.ProtectFolder("/Activities/Log", Permissions.ActivitiesLog);
        services.ProtectFolder("/Activities/Edit", Permissions.ActivitiesLog);
        services.ProtectFolder("/Activities/Series", Permissions.ActivitiesLog);
        services.ProtectFolder("/Activities/Import", Permissions.ActivitiesLog);
        services.ProtectFolder("/Activities/Forms", Permissions.FormsEdit);
        services.ProtectFolder("/Activities/Queue", Permissions.ActivitiesConfirm);
        services.ProtectFolder("/Activities/Rules", Permissions.ActivitiesRule);
    }

    private static void AddEvidence(this IServiceCollection services)
    {
        services.AddSingleton(new NavItem("Lưu giữ minh chứng", ActivityLinks.Keeping, "lock", 96, Permissions.EvidenceKeep));
        services.AddSingleton(new NotificationKind(EvidenceDesk.QuarantineKind, "Minh chứng bị cách ly"));
        services.AddSingleton(EvidenceHistory.Words);
        services.AddScoped<EvidenceDesk>();
        services.AddScoped<EvidenceIntake>();
        services.AddScoped<EvidenceUploads>();
        services.AddSingleton<UploadParts>();
        services.AddScoped<INotificationRound, EvidenceRound>();
        services.AddJob<EvidenceFileJob>(EvidenceFileJob.Kind);
        services.AddJob<EvidenceLinkJob>(EvidenceLinkJob.Kind);
        services.AddJob<EvidenceUpkeep>(EvidenceUpkeep.Kind);
        services.ProtectFolder("/Activities/Proof/Pieces", Permissions.ActivitiesLog);
        services.ProtectFolder("/Activities/Keeping", Permissions.EvidenceKeep);
    }
}
