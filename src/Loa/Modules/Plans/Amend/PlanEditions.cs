using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Issue;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Amend;

/// <summary>Two editions of a plan beside each other, before and after the newer one is issued.</summary>
internal sealed class PlanEditions(LoaDbContext db)
{
    /// <summary>Agencies named under one task before the rest is only a number.</summary>
    public const int NamesMost = 20;

    /// <summary>What issuing the plan, still only in memory, would change in the one in force.</summary>
    public async Task<PlanComparison> PreviewAsync(Guid oldPlanId, Plan plan, CancellationToken cancellationToken)
    {
        var before = await BeforeAsync(oldPlanId, cancellationToken);
        var after = plan.Tasks.Select(task => new TaskSide(task, [.. task.Assignments.Select(a => new TaskPart(a.AgencyId, a.HolderAgencyId, a.Role))])).ToList();
        return PlanComparison.Of(before, after, TaskMatching.Pair([.. before.Select(side => side.Task)], plan.Tasks));
    }

    /// <summary>As it was decided at issue; agencies added to the new edition since then are not part of it.</summary>
    public async Task<PlanComparison> IssuedAsync(Guid oldPlanId, Guid planId, CancellationToken cancellationToken)
    {
        var before = await BeforeAsync(oldPlanId, cancellationToken);
        var after = await SidesAsync(planId, db.Set<Assignment>().Where(a => a.AddedOn == null), cancellationToken);
        var later = await db.Set<Assignment>().Where(a => a.PlanId == planId && a.AddedOn != null && a.AgencyId == db.Set<TaskAgency>().First(named => named.TaskAgencyId == a.TaskAgencyId).AgencyId).Select(a => a.TaskAgencyId).ToListAsync(cancellationToken);
        after.ForEach(side => side.Task.Agencies.RemoveAll(named => later.Contains(named.TaskAgencyId)));
        return PlanComparison.Of(before, after, after.Where(side => side.Task.PreviousTaskId is not null).ToDictionary(side => side.Task.PlanTaskId, side => side.Task.PreviousTaskId!.Value));
    }

    /// <summary>Names of the agencies that a page spells out.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(PlanComparison comparison, CancellationToken cancellationToken)
    {
        var ids = comparison.Added.Concat(comparison.Withdrawn).SelectMany(side => side.Parts.Take(NamesMost))
            .Concat(comparison.Changed.SelectMany(change => change.Added.Take(NamesMost).Concat(change.Removed.Take(NamesMost)).Concat(change.Moved.Take(NamesMost))))
            .Select(part => part.AgencyId).Distinct().ToList();
        return await db.Set<Agency>().Where(agency => ids.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.ShortName, cancellationToken);
    }

    /// <summary>What the older edition had given when it was replaced: not what had been withdrawn by itself before.</summary>
    private Task<List<TaskSide>> BeforeAsync(Guid planId, CancellationToken cancellationToken) =>
        SidesAsync(planId, db.Set<Assignment>().Where(a => a.State != AssignmentState.Withdrawn || a.Reason == PlanSuccession.Reason), cancellationToken);

    private async Task<List<TaskSide>> SidesAsync(Guid planId, IQueryable<Assignment> given, CancellationToken cancellationToken)
    {
        var tasks = await db.Set<PlanTask>().AsNoTracking().Include(task => task.Agencies).Where(task => task.PlanId == planId).OrderBy(task => task.Ordinal).ToListAsync(cancellationToken);
        var parts = (await given.Where(a => a.PlanId == planId).OrderBy(a => a.Role).Select(a => new { a.PlanTaskId, Part = new TaskPart(a.AgencyId, a.HolderAgencyId, a.Role) }).ToListAsync(cancellationToken))
            .ToLookup(row => row.PlanTaskId, row => row.Part);
        return [.. tasks.Select(task => new TaskSide(task, [.. parts[task.PlanTaskId]]))];
    }
}
