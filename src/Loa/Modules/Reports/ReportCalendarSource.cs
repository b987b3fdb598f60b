using System.Runtime.CompilerServices;
using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Notifications;
using Loa.Modules.Reports.Reminders;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>Due days of the reports that a person's agencies still have to send.</summary>
internal sealed class ReportCalendarSource(LoaDbContext db, Calendar calendar) : ICalendarSource
{
    private const int Most = 500;

    public string Title => "Hạn gửi báo cáo định kỳ";

    public async IAsyncEnumerable<CalendarItem> ItemsAsync(Guid userId, DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var writers = Permissions.HoldersOf(Permissions.ReportsFill).ToList();
        var agencies = db.Set<RoleGrant>().Where(grant => grant.UserId == userId && grant.AgencyId != null && writers.Contains(grant.Role)).Select(grant => grant.AgencyId!.Value);
        var (first, last) = (from, to);
        var rows = await (
            from report in Unsent.Of(db, calendar.VietnamToday).AsNoTracking()
            where report.DueOn >= first && report.DueOn <= last && agencies.Contains(report.HolderAgencyId)
            join period in db.Set<ReportingPeriod>() on report.ReportingPeriodId equals period.ReportingPeriodId
            orderby report.DueOn, report.ReportId
            select new { report.ReportId, report.DueOn, report.ChangedAt, report.AgencyName, period.Title }).Take(Most).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            yield return new CalendarItem($"bao-cao-{row.ReportId:N}", row.Title, row.DueOn, null, row.AgencyName, ReportLinks.Report(row.ReportId), row.ChangedAt);
        }
    }
}
