using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Modules.Reports.Board;
using Loa.Modules.Reports.Outlines;
using Loa.Modules.Reports.Reminders;
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
        services.AddSingleton(new NotificationKind(ReportReminders.Kind, "Nhắc hạn gửi báo cáo"));
        services.AddSingleton(new NotificationKind(RemindJob.NotificationKind, "Cơ quan nhận nhắc gửi báo cáo"));
        services.AddScoped<ReportScope>();
        services.AddScoped<ReportReach>();
        services.AddScoped<ReportPrefiller>();
        services.AddScoped<ReportChecks>();
        services.AddScoped<ReportDesk>();
        services.AddScoped<RollUp>();
        services.AddScoped<ReportJudging>();
        services.AddScoped<PeriodWindows>();
        services.AddScoped<PlannedPeriods>();
        services.AddScoped<PeriodDesk>();
        services.AddScoped<CountedAgencies>();
        services.AddScoped<AddedReports>();
        services.AddScoped<OutlineDesk>();
        services.AddScoped<OutlineChecks>();
        services.AddScoped<OutlineHead>();
        services.AddScoped<RemindDesk>();
        services.AddScoped<ReportsToSend>();
        services.AddScoped<BoardReports>();
        services.AddScoped<Composing.ReportsBelow>();
        services.AddScoped<Composing.ReportDocument>();
        services.AddScoped<Composing.ReportWorkbook>();
        services.AddScoped<Offline.OfflineImport>();
        services.AddJob<OpenPeriodJob>(OpenPeriodJob.Kind);
        services.AddJob<RemindJob>(RemindJob.Kind);
        services.AddScoped<INotificationRound, PlannedPeriodsRound>();
        services.AddScoped<INotificationRound, ReportReminders>();
        services.AddScoped<ICalendarSource, ReportCalendarSource>();
        services.AddScoped<IAgencyChangeFollower, ReportFollower>();
        services.ProtectFolder("/Reports", Permissions.ReportsRead);
        services.ProtectFolder("/Reports/Fill", Permissions.ReportsFill);
        services.ProtectFolder("/Reports/Offline", Permissions.ReportsFill);
        services.ProtectFolder("/Reports/Signed", Permissions.ReportsFill);
        services.ProtectFolder("/Reports/Periods", Permissions.ReportsRun);
        // What a report asks for is read by whoever reads the report; the rest of the folder is for those who ask.
        services.ProtectFolder("/Reports/Outlines/List", Permissions.ReportsRun);
        services.ProtectFolder("/Reports/Outlines/Start", Permissions.ReportsRun);
        services.ProtectFolder("/Reports/Outlines/Edit", Permissions.ReportsRun);
        services.ProtectFolder("/Reports/Outlines/EditSection", Permissions.ReportsRun);
        services.ProtectFolder("/Reports/Outlines/EditFigure", Permissions.ReportsRun);
    }
}
