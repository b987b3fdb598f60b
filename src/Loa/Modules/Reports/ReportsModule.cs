using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Loa.Platform.Ui;

namespace Loa.Modules.Reports;

internal static class ReportsModule
{
    public static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton(new NavItem("Báo cáo", ReportLinks.List, "report", 10, Permissions.ReportsRead, "g r"));
        services.AddSingleton(ReportHistory.Words);
        services.AddSingleton(new NotificationKind(OpenPeriodJob.OpenedKind, "Mở kỳ báo cáo"));
        services.AddSingleton(new NotificationKind(ReportDesk.SentKind, "Báo cáo gửi đến"));
        services.AddSingleton(new NotificationKind(ReportDesk.ReturnedKind, "Báo cáo bị trả lại"));
        services.AddSingleton(new NotificationKind(ReportDesk.AcceptedKind, "Báo cáo được tiếp nhận"));
        services.AddScoped<ReportScope>();
        services.AddScoped<ReportReach>();
        services.AddScoped<ReportPrefiller>();
        services.AddScoped<ReportChecks>();
        services.AddScoped<ReportDesk>();
        services.AddScoped<RollUp>();
        services.AddScoped<ReportJudging>();
        services.AddScoped<PeriodDesk>();
        services.AddScoped<Composing.ReportsBelow>();
        services.AddScoped<Composing.ReportDocument>();
        services.AddScoped<Composing.ReportWorkbook>();
        services.AddScoped<Offline.OfflineImport>();
        services.AddJob<OpenPeriodJob>(OpenPeriodJob.Kind);
        services.AddScoped<IAgencyChangeFollower, ReportFollower>();
        services.ProtectFolder("/Reports", Permissions.ReportsRead);
        services.ProtectFolder("/Reports/Fill", Permissions.ReportsFill);
        services.ProtectFolder("/Reports/Offline", Permissions.ReportsFill);
        services.ProtectFolder("/Reports/Signed", Permissions.ReportsFill);
        services.ProtectFolder("/Reports/Periods", Permissions.ReportsRun);
    }
}
