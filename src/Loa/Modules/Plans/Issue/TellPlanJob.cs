using System.Globalization;
using Loa.Data;
using Loa.Modules.Notifications;
using Loa.Modules.Plans.Amend;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Issue;

/// <summary>
/// Tells every agency what a plan just issued gives it; of a new edition what it adds, changes and withdraws. It is enqueued in the transaction of the issue, which does not
/// wait for it, and may run again: the key names plan and agency.
/// </summary>
internal sealed class TellPlanJob(LoaDbContext db, Notifier notifier, PlanEditions editions) : IJobHandler
{
    public const string Kind = "plan.tell";
    public const string IssuedKind = "plan.issued";
    public const string AmendedKind = "plan.amended";

    public sealed record Order(Guid PlanId);

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var planId = run.Payload<Order>().PlanId;
        var plan = await db.Set<Plan>().AsNoTracking().SingleAsync(p => p.PlanId == planId, cancellationToken);
        var notices = plan.ReplacesPlanId is { } oldId ? await AmendedAsync(plan, oldId, cancellationToken) : await IssuedAsync(plan, cancellationToken);
        await notifier.TellAgenciesAsync(plan.ReplacesPlanId is null ? IssuedKind : AmendedKind, Permissions.WorkDo, notices, percent => run.ReportAsync(percent), cancellationToken);
    }

    private async Task<List<AgencyNotice>> IssuedAsync(Plan plan, CancellationToken cancellationToken)
    {
        var given = await db.Set<Assignment>().Where(a => a.PlanId == plan.PlanId && a.State == AssignmentState.Open && a.AddedOn == null).GroupBy(a => a.HolderAgencyId)
            .Select(group => new { AgencyId = group.Key, Count = group.Count(), Lead = group.Count(a => a.Role == AssignmentRole.Lead), DueOn = group.Min(a => a.DueOn) }).ToListAsync(cancellationToken);
        return given.ConvertAll(row => new AgencyNotice(
            row.AgencyId, Words("{0} giao cơ quan {1} nhiệm vụ", PlanWords.Named(plan), row.Count),
            string.Join('\n', new[] { plan.Subject, row.Lead > 0 ? Words("Chủ trì {0} nhiệm vụ.", row.Lead) : null, row.DueOn is { } due ? Words("Hạn gần nhất {0}.", Platform.Formats.Date(due)) : null }.Where(line => line is not null)),
            PlanLinks.Work(plan.PlanId), $"{IssuedKind}/{plan.PlanId:N}/{row.AgencyId:N}"));
    }

    private async Task<List<AgencyNotice>> AmendedAsync(Plan plan, Guid oldId, CancellationToken cancellationToken)
    {
        var comparison = await editions.IssuedAsync(oldId, plan.PlanId, cancellationToken);
        return [.. comparison.ByAgency().Select(pair => new AgencyNotice(
            pair.Key, Words("{0} được điều chỉnh: {1}", PlanWords.Named(plan), Counted(pair.Value)), plan.ReplacesReason is null ? plan.Subject : $"{plan.Subject}\nLý do: {plan.ReplacesReason}",
            PlanLinks.Changes(plan.PlanId), $"{AmendedKind}/{plan.PlanId:N}/{pair.Key:N}"))];
    }

    /// <summary>"thêm 1, thay đổi 2, rút 1 nhiệm vụ".</summary>
    private static string Counted(AgencyChanges changes) =>
        string.Join(", ", new[] { ("thêm", changes.Added), ("thay đổi", changes.Changed), ("rút", changes.Withdrawn) }.Where(part => part.Item2 > 0).Select(part => Words("{0} {1}", part.Item1, part.Item2))) + " nhiệm vụ";

    private static string Words(string format, params object?[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
