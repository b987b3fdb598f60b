using Loa.Data;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks.Reminders;

/// <summary>
/// Once a day tells everyone what of their work is due (<see cref="ReminderRules"/>): the person it was handed to, else the agency's people; one notification a person, however
/// many tasks. The key names the day, so a round killed midway, or run by two servers, tells nobody twice; a row says that the day is done.
/// </summary>
internal sealed class DueReminders(LoaDbContext db, Notifier notifier, CalendarDays holidays, Calendar calendar) : INotificationRound
{
    public const string Kind = "work.due";
    private const int AtOnce = 1000;
    private const int LongestText = 850;
    private const int LongestLine = 140;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = calendar.VietnamNow;
        var today = DateOnly.FromDateTime(now);
        if (now.Hour < ReminderRules.Hour || await db.Set<ReminderRound>().AnyAsync(round => round.Day == today, cancellationToken))
        {
            return;
        }

        var work = await DueAsync(await DueDaysAsync(today, cancellationToken), cancellationToken);
        var contents = await ContentsAsync(work, cancellationToken);
        foreach (var some in (await ByPersonAsync(work, cancellationToken)).Chunk(AtOnce))
        {
            await notifier.NotifyAsync(Kind, [.. some.Select(person => Tell(person.Key, [.. person.Value.OrderBy(due => due.DueOn)], contents, today))], cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        db.Add(new ReminderRound { Day = today, FinishedAt = calendar.UtcNow });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task<List<DateOnly>> DueDaysAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var days = await holidays.LoadAsync(cancellationToken);
        var last = await db.Set<ReminderRound>().Where(round => round.Day < today).MaxAsync(round => (DateOnly?)round.Day, cancellationToken);
        var missed = last is null ? 0 : Math.Min(ReminderRules.DaysMadeUp, today.DayNumber - last.Value.DayNumber) - 1;
        return [.. Enumerable.Range(0, missed + 1).SelectMany(back => ReminderRules.DueDays(today.AddDays(-back), days)).Distinct()];
    }

    /// <summary>Requests are never overdue, and who only follows a task has no due day.</summary>
    private Task<List<DueWork>> DueAsync(List<DateOnly> dueDays, CancellationToken cancellationToken) => (
        from work in db.Set<Assignment>().AsNoTracking()
        where work.DueOn != null && dueDays.Contains(work.DueOn.Value) && work.State == AssignmentState.Open && !work.IsRequest
            && db.Set<Plan>().Any(plan => plan.PlanId == work.PlanId && plan.Status == PlanStatus.Issued)
        select new DueWork(work.AssignmentId, work.PlanTaskId, work.HolderAgencyId, work.AssigneeId, work.DueOn!.Value)).ToListAsync(cancellationToken);

    private async Task<Dictionary<Guid, string>> ContentsAsync(List<DueWork> work, CancellationToken cancellationToken)
    {
        var contents = new Dictionary<Guid, string>();
        foreach (var some in work.Select(due => due.PlanTaskId).Distinct().Chunk(AtOnce))
        {
            foreach (var task in await db.Set<PlanTask>().Where(task => some.Contains(task.PlanTaskId)).Select(task => new { task.PlanTaskId, Content = task.Content.Substring(0, LongestLine) }).ToListAsync(cancellationToken))
            {
                contents[task.PlanTaskId] = task.Content.Length == LongestLine ? task.Content + "…" : task.Content;
            }
        }

        return contents;
    }

    /// <summary>Whoever was put in charge and left the agency since is not the one to remind: then its people are.</summary>
    private async Task<Dictionary<Guid, List<DueWork>>> ByPersonAsync(List<DueWork> work, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, List<DueWork>>();
        foreach (var some in work.GroupBy(due => due.HolderAgencyId).Chunk(AtOnce))
        {
            var people = await notifier.PeopleAsync([.. some.Select(agency => agency.Key)], Permissions.WorkDo, cancellationToken);
            foreach (var due in some.SelectMany(agency => agency))
            {
                var all = people[due.HolderAgencyId];
                foreach (var person in due.AssigneeId is { } inCharge && all.Contains(inCharge) ? [inCharge] : all)
                {
                    (found.TryGetValue(person, out var list) ? list : found[person] = []).Add(due);
                }
            }
        }

        return found;
    }

    private static Notice Tell(Guid person, List<DueWork> work, Dictionary<Guid, string> contents, DateOnly today)
    {
        var parts = new[] { ("quá hạn", work.Count(due => due.DueOn < today)), ("đến hạn hôm nay", work.Count(due => due.DueOn == today)), ("sắp đến hạn", work.Count(due => due.DueOn > today)) };
        var title = "Nhắc việc: " + string.Join(", ", parts.Where(part => part.Item2 > 0).Select(part => string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0} {1}", part.Item2, part.Item1)));
        var lines = WorkLines.Fit(work.Select(due => $"{Formats.Date(due.DueOn)}: {contents[due.PlanTaskId]}"), LongestText);
        return new Notice(person, title, lines, work.Count == 1 ? WorkLinks.Item(work[0].AssignmentId) : WorkLinks.MyWork, $"{Kind}/{today:yyyy-MM-dd}");
    }

    private sealed record DueWork(Guid AssignmentId, Guid PlanTaskId, Guid HolderAgencyId, Guid? AssigneeId, DateOnly DueOn);
}
