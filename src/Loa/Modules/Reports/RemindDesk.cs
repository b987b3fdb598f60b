using Loa.Data;
using Loa.Modules.Notifications;
using Loa.Modules.Reports.Reminders;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>What pressing "remind" did.</summary>
/// <param name="Told">Agencies that are told.</param>
/// <param name="Unreached">Agencies that have not sent and have nobody to be told.</param>
/// <param name="Already">It was done today before; nobody is told again.</param>
internal sealed record Reminded(int Told, int Unreached, bool Already);

/// <summary>Reminds, at one press, everyone who has not sent a report of a period; once a day. The caller saves.</summary>
internal sealed class RemindDesk(LoaDbContext db, JobQueue jobs, Notifier notifier, Calendar calendar, AuditScope audit)
{
    public async Task<Reminded> RemindAsync(ReportingPeriod period, CancellationToken cancellationToken)
    {
        var today = calendar.VietnamToday;
        if (period.RemindedOn == today)
        {
            return new Reminded(period.Reminded ?? 0, 0, Already: true);
        }

        var missing = await Unsent.Of(db, today).Where(report => report.ReportingPeriodId == period.ReportingPeriodId).Select(report => report.HolderAgencyId).Distinct().ToListAsync(cancellationToken);
        var people = await notifier.PeopleAsync(missing, Permissions.ReportsFill, cancellationToken);
        var told = missing.Count(people.Contains);
        if (told > 0)
        {
            audit.Describe("Nhắc các cơ quan chưa gửi báo cáo");
            (period.RemindedOn, period.Reminded) = (today, told);
            jobs.Enqueue(RemindJob.Kind, new RemindJob.Order(period.ReportingPeriodId, today));
        }

        return new Reminded(told, missing.Count - told, Already: false);
    }
}
