using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Platform.Figures;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Loa.Platform.Ui;

namespace Loa.Modules.Cadences;

internal static class CadencesModule
{
    public static void AddCadences(this IServiceCollection services)
    {
        services.AddSingleton(new NavItem("Định mức", CadenceLinks.Mine, "clock", 9, Permissions.ActivitiesRead, "g m"));
        services.AddSingleton(new NotificationKind(MissedCadences.Kind, "Định mức không đạt"));
        services.AddSingleton(CadenceHistory.Words);
        services.AddSingleton(CadenceCounting.Counter);
        services.AddScoped<CadenceCounting>();
        services.AddScoped<CadenceDesk>();
        services.AddScoped<CadenceReach>();
        services.AddScoped<CadenceMaker>();
        services.AddScoped<CadenceReading>();
        services.AddScoped<CadenceBoard>();
        services.AddScoped<TargetDesk>();
        services.AddScoped<TargetReading>();
        services.AddScoped<IFigure, TargetReachedFigure>();
        services.AddScoped<CadencesMetFigure>();
        services.AddScoped<IFigure>(provider => provider.GetRequiredService<CadencesMetFigure>());
        services.AddScoped<INarrative, CadencesNarrative>();
        services.AddJob<MakeCadencesJob>(MakeCadencesJob.Kind);
        services.AddScoped<IPlanIssueFollower, MakeCadencesJob.OnIssue>();
        services.AddScoped<IAgencyChangeFollower, CadenceFollower>();
        services.AddScoped<INotificationRound, MissedCadences>();
        services.ProtectFolder("/Cadences", Permissions.ActivitiesRead);
        services.ProtectFolder("/Cadences/Define/Edit", Permissions.PlansIssue);
    }
}
