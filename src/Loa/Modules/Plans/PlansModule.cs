using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Modules.Plans.Amend;
using Loa.Modules.Plans.Coverage;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Matching;
using Loa.Modules.Plans.Import.Names;
using Loa.Modules.Plans.Import.Reading;
using Loa.Modules.Plans.Issue;
using Loa.Modules.Plans.UnitPlans;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Loa.Platform.Ui;

namespace Loa.Modules.Plans;

internal static class PlansModule
{
    public static void AddPlans(this IServiceCollection services)
    {
        services.AddSingleton(new NavItem("Kế hoạch", PlanLinks.List, "plan", 10, Permissions.PlansRead, "g p"));
        services.AddSingleton(PlanHistory.Words);
        services.AddSingleton(new ReadingLimits());
        services.AddSingleton<DocumentProcess>();
        services.AddScoped<PlanImports>();
        services.AddScoped<DraftStore>();
        services.AddScoped<DraftAgencies>();
        services.AddScoped<PlanIssuer>();
        services.AddScoped<PlanSuccession>();
        services.AddScoped<PlanContacts>();
        services.AddScoped<PlanOutlines>();
        services.AddScoped<PlanAuthority>();
        services.AddScoped<PlanEditions>();
        services.AddSingleton(new NotificationKind(TellPlanJob.IssuedKind, "Kế hoạch giao việc cho cơ quan"));
        services.AddSingleton(new NotificationKind(TellPlanJob.AmendedKind, "Kế hoạch được điều chỉnh, thay thế"));
        services.AddJob<TellPlanJob>(TellPlanJob.Kind);
        services.AddScoped<PlanUptakes>();
        services.AddScoped<InChargePeople>();
        services.AddScoped<UnitViews>();
        services.AddScoped<ParentEditions>();
        services.AddScoped<UnitDrafts>();
        services.AddScoped<UnitIssue>();
        services.AddScoped<UptakeSuccession>();
        services.AddScoped<PlanCoverage>();
        services.AddScoped<UptakeDesk>();
        services.AddScoped<UptakeReminders>();
        services.AddScoped<ParentPlans>();
        services.AddSingleton(new NotificationKind(UptakeReminders.Kind, "Nhắc ban hành kế hoạch của đơn vị"));
        services.AddScoped<IAgencyChangeFollower, UptakeFollower>();
        services.AddJob<ReadImportJob>(ReadImportJob.Kind);
        services.AddJob<ImportCleaning>(ImportCleaning.Kind);
        services.ProtectFolder("/Plans", Permissions.PlansRead);
        services.ProtectFolder("/Plans/Import", Permissions.PlansEdit);
        services.ProtectFolder("/Plans/UnitPlans", Permissions.PlansEdit);
        services.ProtectFolder("/Plans/Coverage/Letter", Permissions.PlansIssue);
        services.ProtectFolder("/Plans/Coverage/Declare", Permissions.PlansEdit);
    }
}
