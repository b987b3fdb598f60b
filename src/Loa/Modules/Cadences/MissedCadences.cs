using Loa.Data;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Cadences;

/// <summary>
/// Once a day tells agencies of the periods whose days for late logging ended yesterday and that were missed, and asks for the cause: one notification an agency and day, each
/// period once. The key names the day, so a round killed midway, or run by two servers, tells nobody twice; a row says that the day is done.
/// </summary>
internal sealed class MissedCadences(LoaDbContext db, Notifier notifier, TargetDesk targets, Calendar calendar, IStringLocalizer words) : INotificationRound
{
    public const string Kind = "cadence.missed";
    public const int Hour = 7;

    /// <summary>Days on which no server ran are made up for, so many at most.</summary>
    private const int DaysMadeUp = 14;
    private const int LongestLine = 140;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = calendar.VietnamNow;
        var today = DateOnly.FromDateTime(now);
        if (now.Hour < Hour || await db.Set<CadenceRound>().AnyAsync(round => round.Day == today, cancellationToken))
        {
            return;
        }

        var last = await db.Set<CadenceRound>().Where(round => round.Day < today).MaxAsync(round => (DateOnly?)round.Day, cancellationToken);
        await targets.RecordMonthAsync(today, last, cancellationToken);
        var notices = await NoticesAsync(today, last, cancellationToken);
        if (notices.Count > 0)
        {
            await notifier.TellAgenciesAsync(Kind, Permissions.ActivitiesLog, notices, _ => Task.CompletedTask, cancellationToken);
        }

        db.Add(new CadenceRound { Day = today, FinishedAt = calendar.UtcNow });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task<List<AgencyNotice>> NoticesAsync(DateOnly today, DateOnly? last, CancellationToken cancellationToken)
    {
        var since = last is { } day && day > today.AddDays(-DaysMadeUp) ? day : today.AddDays(last is null ? -1 : -DaysMadeUp);
        var missed = await (
            from period in db.Set<CadencePeriod>().AsNoTracking()
            join cadence in db.Set<Cadence>() on period.CadenceId equals cadence.CadenceId
            join plan in db.Set<Plan>() on cadence.PlanId equals plan.PlanId
            join holder in db.Set<CadenceAgency>() on period.CadenceId equals holder.CadenceId
            where period.Demanded && period.ClosesOn >= since && period.ClosesOn < today && plan.Status == PlanStatus.Issued
                && (holder.From == null || holder.From <= period.Middle) && (holder.To == null || holder.To >= period.Middle)
                && !db.Set<CadenceCount>().Any(count => count.CadenceId == period.CadenceId && count.AgencyId == holder.AgencyId && count.Ordinal == period.Ordinal && count.Times >= cadence.Count)
                && !db.Set<CadenceCause>().Any(cause => cause.CadenceId == period.CadenceId && cause.AgencyId == holder.AgencyId && cause.From == period.From && cause.To == period.To)
            orderby holder.AgencyId, period.ClosesOn, cadence.Ordinal
            select new { holder.AgencyId, Period = period, cadence.CadenceId, cadence.Every, cadence.Text }).ToListAsync(cancellationToken);
        return [.. missed.GroupBy(row => row.AgencyId).Select(agency => new AgencyNotice(
            agency.Key,
            string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0} định mức không đạt: hãy ghi nguyên nhân", agency.Count()),
            string.Join('\n', agency.Take(6).Select(row => $"{row.Period.Name(words, Documents.Vietnamese.CalendarInterval.Parse(row.Every))}: {(row.Text.Length > LongestLine ? row.Text[..LongestLine] + "…" : row.Text)}")),
            agency.Count() == 1 ? CadenceLinks.Item(agency.First().CadenceId, agency.Key, agency.First().Period.Ordinal) : CadenceLinks.Of(agency.Key),
            $"{Kind}/{today:yyyy-MM-dd}/{agency.Key:N}"))];
    }
}
