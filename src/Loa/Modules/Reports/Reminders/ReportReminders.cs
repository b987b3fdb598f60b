using Loa.Data;
using Loa.Modules.Notifications;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports.Reminders;

/// <summary>
/// Once a day sees to it that agencies that are new are counted by a report, and reminds those who have not sent a report (<see cref="RemindRules"/>): one notification a report and day. The key names both, so a round killed midway, or run by two
/// servers, tells nobody twice; a row says that the day is done.
/// </summary>
internal sealed class ReportReminders(LoaDbContext db, CountedAgencies counted, Notifier notifier, CalendarDays holidays, Calendar calendar) : INotificationRound
{
    public const string Kind = "reports.due";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = calendar.VietnamNow;
        var today = DateOnly.FromDateTime(now);
        if (now.Hour < RemindRules.Hour || await db.Set<ReportRound>().AnyAsync(round => round.Day == today, cancellationToken))
        {
            return;
        }

        await counted.CompleteOpenAsync(cancellationToken);
        var notices = await NoticesAsync(today, cancellationToken);
        if (notices.Count > 0)
        {
            await notifier.TellAgenciesAsync(Kind, Permissions.ReportsFill, notices, _ => Task.CompletedTask, cancellationToken);
        }

        db.Add(new ReportRound { Day = today, FinishedAt = calendar.UtcNow });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task<List<AgencyNotice>> NoticesAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var days = await holidays.LoadAsync(cancellationToken);
        var last = await db.Set<ReportRound>().Where(round => round.Day < today).MaxAsync(round => (DateOnly?)round.Day, cancellationToken);
        var missed = last is null ? 0 : Math.Min(RemindRules.DaysMadeUp, today.DayNumber - last.Value.DayNumber) - 1;
        var looked = Enumerable.Range(0, missed + 1).Select(back => today.AddDays(-back)).ToList();
        var (first, end) = (today.AddDays(-RemindRules.DaysAfterMost - RemindRules.DaysMadeUp), today.AddDays(RemindRules.FarthestAhead));
        var open = await (
            from report in Unsent.Of(db, today)
            where report.DueOn >= first && report.DueOn <= end
            join period in db.Set<ReportingPeriod>() on report.ReportingPeriodId equals period.ReportingPeriodId
            orderby report.ReportId
            select new { report.ReportId, report.HolderAgencyId, report.DueOn, WasSent = report.FirstSentAt != null, period.Title, period.GraceDays, period.RemindBefore, period.RemindAfter }).ToListAsync(cancellationToken);
        // Of a province there are hundreds of reports and a handful of due days.
        var due = open.Select(row => (row.DueOn, row.RemindBefore, row.RemindAfter)).Distinct()
            .Where(row => looked.Exists(day => RemindRules.Falls(day, row.DueOn, row.RemindBefore, row.RemindAfter, days))).ToHashSet();
        return [.. open.Where(row => due.Contains((row.DueOn, row.RemindBefore, row.RemindAfter)))
            .Select(row => RemindWords.Notice(Kind, row.ReportId, row.HolderAgencyId, row.Title, row.DueOn, row.GraceDays, row.WasSent, today))];
    }
}
