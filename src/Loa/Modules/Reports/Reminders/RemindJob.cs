using Loa.Data;
using Loa.Modules.Notifications;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports.Reminders;

/// <summary>Reminds everyone who has not sent a report of one period. It may run again: the key names report and day.</summary>
internal sealed class RemindJob(LoaDbContext db, Notifier notifier) : IJobHandler
{
    public const string Kind = "reports.remind.send";
    public const string NotificationKind = "reports.remind";

    public sealed record Order(Guid ReportingPeriodId, DateOnly Day);

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var order = run.Payload<Order>();
        var period = await db.Set<ReportingPeriod>().AsNoTracking().SingleAsync(one => one.ReportingPeriodId == order.ReportingPeriodId, cancellationToken);
        var reports = await Unsent.Of(db, order.Day).Where(report => report.ReportingPeriodId == order.ReportingPeriodId).OrderBy(report => report.ReportId)
            .Select(report => new { report.ReportId, report.HolderAgencyId, report.DueOn, WasSent = report.FirstSentAt != null }).ToListAsync(cancellationToken);
        if (reports.Count > 0)
        {
            await notifier.TellAgenciesAsync(
                NotificationKind, Permissions.ReportsFill,
                reports.ConvertAll(report => RemindWords.Notice(NotificationKind, report.ReportId, report.HolderAgencyId, period.Title, report.DueOn, period.GraceDays, report.WasSent, order.Day)),
                percent => run.ReportAsync(percent), cancellationToken);
        }
    }
}
