using Loa.Modules.Assessments.Detail;
using Loa.Modules.Notifications;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Loa.Platform.Ui;

namespace Loa.Modules.Assessments;

internal static class AssessmentsModule
{
    public static void AddAssessments(this IServiceCollection services)
    {
        services.AddSingleton(AssessmentHistory.Words);
        services.AddSingleton(new NavItem("Đánh giá", AssessmentLinks.List, "report", 11, Permissions.ActivitiesRead, "g e"));
        services.AddSingleton(new NotificationKind(TellAssessmentJob.PublishedKind, "Đánh giá công tác tuyên truyền được công bố"));
        services.AddJob<TellAssessmentJob>(TellAssessmentJob.Kind);
        services.AddScoped<AssessmentDesk>();
        services.AddScoped<AssessmentBoard>();
        services.AddScoped<AssessmentReach>();
        services.AddScoped<AssessmentSheet>();
        services.ProtectFolder("/Assessments", Permissions.ActivitiesRead);
        services.ProtectFolder("/Assessments/Edit", Permissions.PlansIssue);
        services.ProtectFolder("/Assessments/Criterion", Permissions.PlansIssue);
        services.ProtectFolder("/Assessments/Agencies", Permissions.PlansIssue);
    }
}
