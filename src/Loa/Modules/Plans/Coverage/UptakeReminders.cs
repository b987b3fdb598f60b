using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Notifications;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Coverage;

/// <param name="Reminded">Agencies reminded now.</param>
/// <param name="Already">Agencies that were reminded today before.</param>
/// <param name="Nobody">Of those reminded, the ones without anybody in Loa to read it.</param>
internal sealed record ReminderResult(int Reminded, int Already, int Nobody);

internal sealed record SentReminder(DateOnly On, int Agencies, int People, string? By);

/// <summary>Reminders to the agencies that owe a plan: at most one a day each, to the people who draw up plans for exactly that agency.</summary>
internal sealed class UptakeReminders(LoaDbContext db, Notifier notifier, Calendar calendar, CurrentUser user, AuditScope audit)
{
    public const string Kind = "plan.uptake";

    /// <param name="chosen">Null: all that owe.</param>
    public async Task<ReminderResult> RemindAsync(Plan plan, IReadOnlyCollection<Guid>? chosen, CancellationToken cancellationToken)
    {
        var today = calendar.VietnamToday;
        var owing = db.Set<PlanUptake>().AsNoTracking().Where(row => row.PlanId == plan.PlanId && !row.IsOptional && row.Way == null);
        if (chosen is not null)
        {
            owing = owing.Where(row => chosen.Contains(row.AgencyId));
        }

        var rows = await owing.ToListAsync(cancellationToken);
        var done = (await db.Set<PlanUptakeReminder>().Where(sent => sent.PlanId == plan.PlanId && sent.On == today).Select(sent => sent.AgencyId).ToListAsync(cancellationToken)).ToHashSet();
        var open = rows.Where(row => !done.Contains(row.AgencyId)).ToList();
        if (open.Count == 0)
        {
            return new ReminderResult(0, rows.Count, 0);
        }

        audit.Describe("Nhắc ban hành kế hoạch của đơn vị");
        var people = await notifier.PeopleAsync([.. open.Select(row => row.HolderAgencyId).Distinct()], Permissions.PlansEdit, cancellationToken);
        db.AddRange(open.Select(row => new PlanUptakeReminder
        {
            PlanId = plan.PlanId,
            AgencyId = row.AgencyId,
            On = today,
            SentAt = calendar.UtcNow,
            SentById = user.UserId,
            People = people[row.HolderAgencyId].Count(),
        }));
        // An agency is reminded at most once a day: one of those of this message makes its key. Somebody who works for two is told of each.
        foreach (var group in open.GroupBy(row => row.DueOn))
        {
            var readers = group.SelectMany(row => people[row.HolderAgencyId]).Distinct().ToList();
            await notifier.NotifyAsync(readers, Kind, Title(group.Key, today), Text(plan, group.Key), PlanLinks.Coverage(plan.PlanId), $"{Kind}/{plan.PlanId:N}/{group.Min(row => row.AgencyId):N}/{today:yyyyMMdd}", cancellationToken);
        }

        audit.Add([UptakeDesk.Change(plan.PlanId, new() { ["Reminded"] = open.Count })]);
        await db.SaveChangesAsync(cancellationToken);
        return new ReminderResult(open.Count, rows.Count - open.Count, open.Count(row => !people[row.HolderAgencyId].Any()));
    }

    /// <summary>What was sent, by day, the latest first.</summary>
    public async Task<IReadOnlyList<SentReminder>> SentAsync(Guid planId, CancellationToken cancellationToken)
    {
        var days = await db.Set<PlanUptakeReminder>().Where(sent => sent.PlanId == planId)
            .GroupBy(sent => new { sent.On, sent.SentById }).Select(group => new { group.Key.On, group.Key.SentById, Agencies = group.Count(), People = group.Sum(sent => sent.People) })
            .OrderByDescending(row => row.On).Take(20).ToListAsync(cancellationToken);
        var ids = days.Select(day => day.SentById).OfType<Guid>().ToList();
        var names = await db.Set<User>().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken);
        return [.. days.Select(day => new SentReminder(day.On, day.Agencies, day.People, day.SentById is { } id ? names.GetValueOrDefault(id) : null))];
    }

    public async Task<IReadOnlyDictionary<Guid, PlanUptakeReminder>> LastAsync(Guid planId, IReadOnlyCollection<Guid> agencyIds, CancellationToken cancellationToken) =>
        (await db.Set<PlanUptakeReminder>().AsNoTracking().Where(sent => sent.PlanId == planId && agencyIds.Contains(sent.AgencyId)).ToListAsync(cancellationToken))
            .GroupBy(sent => sent.AgencyId).ToDictionary(group => group.Key, group => group.MaxBy(sent => sent.On)!);

    private static string Title(DateOnly? dueOn, DateOnly today) =>
        dueOn < today ? "Cơ quan đã quá hạn ban hành kế hoạch" : "Cơ quan chưa ban hành kế hoạch";

    private static string Text(Plan plan, DateOnly? dueOn)
    {
        var name = plan.Reference is null ? plan.Subject : $"Kế hoạch số {plan.Reference} của {plan.Issuer}";
        return dueOn is { } day ? $"{name} yêu cầu ban hành kế hoạch của cơ quan, hạn đến hết ngày {Formats.Date(day)}." : $"{name} yêu cầu ban hành kế hoạch của cơ quan.";
    }
}
