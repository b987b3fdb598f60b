using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Issue;

/// <summary>A new edition of a plan: who was asked and who has answered goes over to it, and the plans of units that carried out the old one carry out the new.</summary>
internal sealed class UptakeSuccession(LoaDbContext db, Successors successors, Calendar calendar)
{
    /// <summary>Agency whose old row answers for another one now → the agency of the row.</summary>
    private readonly Dictionary<Guid, Guid> _heirs = [];

    /// <summary>Gives the new rows what the old ones say, and adds those that the new edition's text alone would not ask for; nothing is written yet.</summary>
    public async Task CarryOverAsync(Guid oldPlanId, Plan plan, List<PlanUptake> rows, IReadOnlyCollection<Assignment> assignments, CancellationToken cancellationToken)
    {
        var working = assignments.Select(a => a.AgencyId).ToHashSet();
        var fresh = rows.ToDictionary(row => row.AgencyId);
        var before = await db.Set<PlanUptake>().AsNoTracking().Where(row => row.PlanId == oldPlanId).ToListAsync(cancellationToken);
        var next = await successors.OnAsync(calendar.VietnamToday, cancellationToken);
        // Those that have a row of their own keep it; of several predecessors one that has answered speaks for the successor.
        var spokenFor = before.Select(old => old.AgencyId).Where(fresh.ContainsKey).ToHashSet();
        foreach (var old in before.OrderByDescending(row => row.IsAnswered).ThenBy(row => row.TakenUpOn).ThenBy(row => row.AgencyId))
        {
            var heir = old.HolderAgencyId == old.AgencyId ? next.GetValueOrDefault(old.AgencyId, old.AgencyId) : old.HolderAgencyId;
            var isAsked = fresh.TryGetValue(old.AgencyId, out var row);
            if (!isAsked && fresh.TryGetValue(heir, out row) && spokenFor.Add(heir))
            {
                _heirs[old.AgencyId] = heir;
                isAsked = true;
            }
            else if (!isAsked)
            {
                if (!working.Contains(old.AgencyId) && !old.IsAnswered)
                {
                    continue;
                }

                rows.Add(row = UptakeRows.Of(plan.PlanId, old.AgencyId, old.HolderAgencyId, old.DueOn));
            }

            if (row!.AgencyId == old.AgencyId)
            {
                row.HolderAgencyId = old.HolderAgencyId;
            }

            // One that answered unasked is asked now; one that was exempted with a reason stays so.
            if (!isAsked || old.Reason is not null)
            {
                (row.IsOptional, row.Reason) = (old.IsOptional, old.Reason);
            }

            // What the issuer set by hand holds, unless the new edition names a day itself.
            row.DueOn ??= old.DueOn;
            (row.Way, row.TakenUpOn, row.RecordedAt, row.RecordedById, row.UnitPlanId) = (old.Way, old.TakenUpOn, old.RecordedAt, old.RecordedById, old.UnitPlanId);
            (row.DocumentReference, row.DocumentSubject, row.FileId) = (old.DocumentReference, old.DocumentSubject, old.FileId);
        }
    }

    /// <summary>Inside the transaction, after plan and rows were written: the clauses are those that <see cref="PlanTask.PreviousTaskId"/> says.</summary>
    public async Task CompleteAsync(Guid oldPlanId, Plan plan, CancellationToken cancellationToken)
    {
        var map = plan.Tasks.Where(task => task.PreviousTaskId is not null).ToDictionary(task => task.PreviousTaskId!.Value, task => task.PlanTaskId);
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
        await db.InsertRowsAsync<PlanUptakeTask>([.. ticks.Where(held => map.ContainsKey(held.PlanTaskId)).Select(held => (AgencyId: _heirs.GetValueOrDefault(held.AgencyId, held.AgencyId), TaskId: map[held.PlanTaskId])).Distinct()
            .Select(held => new PlanUptakeTask { PlanId = plan.PlanId, AgencyId = held.AgencyId, PlanTaskId = held.TaskId })], cancellationToken);
    }
}
