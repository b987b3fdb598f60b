using Loa.Data;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks.Nudging;

/// <summary>Sends one message to each of its agencies with that agency's own values. It may run again: the key names message and agency.</summary>
internal sealed class NudgeJob(LoaDbContext db, NudgeDesk desk, Notifier notifier) : IJobHandler
{
    public const string Kind = "work.nudge.send";
    public const string NotificationKind = "work.nudge";

    public sealed record Order(Guid NudgeId);

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var nudgeId = run.Payload<Order>().NudgeId;
        var nudge = await db.Set<Nudge>().AsNoTracking().SingleAsync(one => one.NudgeId == nudgeId, cancellationToken);
        var plan = await db.Set<Plan>().AsNoTracking().SingleAsync(one => one.PlanId == nudge.PlanId, cancellationToken);
        var agencies = await db.Set<NudgeAgency>().Where(told => told.NudgeId == nudgeId).Select(told => told.AgencyId).ToListAsync(cancellationToken);
        var values = await desk.ValuesAsync(plan, agencies, cancellationToken);
        await notifier.TellAgenciesAsync(
            NotificationKind, Permissions.WorkDo,
            [.. values.Select(pair => new AgencyNotice(pair.Key, NudgeTemplate.Fill(nudge.Title, pair.Value), NudgeTemplate.Fill(nudge.Text, pair.Value), PlanLinks.Work(plan.PlanId), $"{NotificationKind}/{nudgeId:N}/{pair.Key:N}"))],
            percent => run.ReportAsync(percent), cancellationToken);
    }
}
