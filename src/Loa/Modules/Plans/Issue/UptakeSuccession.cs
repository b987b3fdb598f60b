using Loa.Data;
using Loa.Documents.Vietnamese;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Issue;

/// <summary>A new edition of a plan: who was asked and who has answered goes over to it, and the plans of units that carried out the old one carry out the new.</summary>
internal sealed class UptakeSuccession(LoaDbContext db)
{
    /// <summary>Gives the new rows what the old ones say, and adds those that the new edition's text alone would not ask for; nothing is written yet.</summary>
    public async Task CarryOverAsync(Guid oldPlanId, Plan plan, List<PlanUptake> rows, IReadOnlyCollection<Assignment> assignments, CancellationToken cancellationToken)
    {
        var working = assignments.Select(a => a.AgencyId).ToHashSet();
        var fresh = rows.ToDictionary(row => row.AgencyId);
        foreach (var old in await db.Set<PlanUptake>().AsNoTracking().Where(row => row.PlanId == oldPlanId).ToListAsync(cancellationToken))
        {
            if (!fresh.TryGetValue(old.AgencyId, out var row))
            {
                if (!working.Contains(old.AgencyId) && !old.IsAnswered)
                {
                    continue;
                }

                row = UptakeRows.Of(plan.PlanId, old.AgencyId, old.HolderAgencyId, old.DueOn);
                rows.Add(row);
            }

            (row.HolderAgencyId, row.IsOptional, row.Reason) = (old.HolderAgencyId, old.IsOptional, old.Reason);
            // What the issuer set by hand holds, unless the new edition names a day itself.
            row.DueOn ??= old.DueOn;
            (row.Way, row.TakenUpOn, row.RecordedAt, row.RecordedById, row.UnitPlanId) = (old.Way, old.TakenUpOn, old.RecordedAt, old.RecordedById, old.UnitPlanId);
            (row.DocumentReference, row.DocumentSubject, row.FileId) = (old.DocumentReference, old.DocumentSubject, old.FileId);
        }
    }

    /// <summary>Inside the transaction, after plan and rows were written: clauses in the same words are the same clauses.</summary>
    public async Task CompleteAsync(Guid oldPlanId, Plan plan, CancellationToken cancellationToken)
    {
        var old = await db.Set<PlanTask>().AsNoTracking().Where(task => task.PlanId == oldPlanId).Select(task => new { task.PlanTaskId, task.Content }).ToListAsync(cancellationToken);
        var successors = plan.Tasks.GroupBy(task => Folding.Fold(task.Content)).ToDictionary(group => group.Key, group => group.First().PlanTaskId);
        var map = old.Where(task => successors.ContainsKey(Folding.Fold(task.Content))).ToDictionary(task => task.PlanTaskId, task => successors[Folding.Fold(task.Content)]);
        await MoveTicksAsync(oldPlanId, plan, map, cancellationToken);
        await db.Set<Plan>().Where(unit => unit.ParentPlanId == oldPlanId && unit.Status == PlanStatus.Issued)
            .ExecuteUpdateAsync(set => set.SetProperty(unit => unit.ParentPlanId, plan.PlanId).SetProperty(unit => unit.Revision, unit => unit.Revision + 1), cancellationToken);
        var units = db.Set<Plan>().Where(unit => unit.ParentPlanId == plan.PlanId).Select(unit => unit.PlanId);
        foreach (var (from, to) in map)
        {
            await db.Set<PlanTask>().Where(task => task.ParentTaskId == from && units.Contains(task.PlanId))
                .ExecuteUpdateAsync(set => set.SetProperty(task => task.ParentTaskId, to), cancellationToken);
        }
    }

    private async Task MoveTicksAsync(Guid oldPlanId, Plan plan, Dictionary<Guid, Guid> map, CancellationToken cancellationToken)
    {
        var ticks = await db.Set<PlanUptakeTask>().AsNoTracking().Where(held => held.PlanId == oldPlanId).ToListAsync(cancellationToken);
        await db.InsertRowsAsync<PlanUptakeTask>([.. ticks.Where(held => map.ContainsKey(held.PlanTaskId)).Select(held => (held.AgencyId, TaskId: map[held.PlanTaskId])).Distinct()
            .Select(held => new PlanUptakeTask { PlanId = plan.PlanId, AgencyId = held.AgencyId, PlanTaskId = held.TaskId })], cancellationToken);
    }
}
