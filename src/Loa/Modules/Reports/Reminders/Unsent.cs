using Loa.Data;
using Loa.Modules.Notifications;
using Loa.Platform;

namespace Loa.Modules.Reports.Reminders;

internal static class Unsent
{
    /// <summary>Reports that somebody is to send and still can; the owner's own goes nowhere.</summary>
    public static IQueryable<Report> Of(LoaDbContext db, DateOnly today) => db.WithTheirWriters(today).Where(report => report.ParentReportId != null && report.PrefilledAt != null);
}

internal static class RemindWords
{
    /// <param name="wasSent">It was sent before, and was returned or taken back since.</param>
    public static AgencyNotice Notice(string kind, Guid reportId, Guid agencyId, string period, DateOnly due, int graceDays, bool wasSent, DateOnly today)
    {
        var title = wasSent ? $"Báo cáo chưa gửi lại: {period}" : due < today ? $"Quá hạn gửi báo cáo: {period}" : due == today ? $"Hôm nay là hạn gửi báo cáo: {period}" : $"Sắp đến hạn gửi báo cáo: {period}";
        var text = !wasSent && due < today && due.AddDays(graceDays) >= today
            ? $"Hạn gửi {Formats.Date(due)}; gửi chậm nhất ngày {Formats.Date(due.AddDays(graceDays))} vẫn được tính đúng hạn."
            : $"Hạn gửi {Formats.Date(due)}. Số liệu đã được điền sẵn; hãy xem lại, bổ sung và gửi.";
        return new AgencyNotice(agencyId, title, text, ReportLinks.Report(reportId), $"{kind}/{reportId:N}/{today:yyyy-MM-dd}");
    }
}
