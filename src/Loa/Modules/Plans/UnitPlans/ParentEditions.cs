using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.UnitPlans;

/// <summary>A draft that rests on an edition of the plan above which another one took the place of: its links go over to the edition in force.</summary>
internal sealed class ParentEditions(LoaDbContext db, PlanUptakes uptakes)
{
    /// <summary>The plan above and the links of the draft; nothing is written yet.</summary>
    public async Task FollowAsync(PlanImport import, PlanDraft draft, CancellationToken cancellationToken)
    {
        if (import.ParentPlanId is not { } parentId)
        {
            return;
        }

        if (await uptakes.InForceAsync(parentId, cancellationToken) is var inForce && inForce != parentId)
        {
            import.ParentPlanId = inForce;
        }

        await FollowAsync(draft, cancellationToken);
    }

    /// <summary>Each task is linked to the clause that carries on the one it was linked to; where none does, the link goes.</summary>
    public async Task FollowAsync(PlanDraft draft, CancellationToken cancellationToken)
    {
        var clauses = await ClausesAsync([.. draft.Tasks.Select(task => task.ParentTaskId).OfType<Guid>().Distinct()], cancellationToken);
        foreach (var task in draft.Tasks.Where(task => task.ParentTaskId is not null))
        {
            task.ParentTaskId = clauses[task.ParentTaskId!.Value];
        }

        var definitions = await DefinitionsAsync([.. draft.Targets.Select(target => target.DefinitionId).OfType<Guid>().Distinct()], cancellationToken);
        foreach (var target in draft.Targets.Where(target => target.DefinitionId is not null))
        {
            target.DefinitionId = definitions.GetValueOrDefault(target.DefinitionId!.Value, target.DefinitionId.Value);
        }
    }

    private async Task<Dictionary<Guid, Guid?>> ClausesAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var now = ids.ToDictionary(id => id, id => (Guid?)id);
        for (var edition = 0; edition < PlanUptakes.EditionsMost; edition++)
        {
            var linked = now.Values.OfType<Guid>().ToList();
            var old = await db.Set<PlanTask>().Where(task => linked.Contains(task.PlanTaskId) && db.Set<Plan>().Any(plan => plan.PlanId == task.PlanId && plan.Status == PlanStatus.Superseded))
                .Select(task => task.PlanTaskId).ToHashSetAsync(cancellationToken);
            if (old.Count == 0)
            {
                break;
            }

            var rows = await db.Set<PlanTask>().Where(task => task.PreviousTaskId != null && old.Contains(task.PreviousTaskId.Value)).OrderBy(task => task.PlanTaskId)
                .Select(task => new { Old = task.PreviousTaskId!.Value, task.PlanTaskId }).ToListAsync(cancellationToken);
            var next = rows.GroupBy(row => row.Old).ToDictionary(group => group.Key, group => group.Last().PlanTaskId);
            foreach (var (id, clause) in now.Where(pair => pair.Value is { } held && old.Contains(held)).ToList())
            {
                now[id] = next.TryGetValue(clause!.Value, out var successor) ? successor : null;
            }
        }

        return now;
    }

    /// <summary>Only those for which the edition in force has a target in the same words.</summary>
    private async Task<Dictionary<Guid, Guid>> DefinitionsAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, Guid>();
        var old = await db.Set<Target>().AsNoTracking().Where(target => ids.Contains(target.TargetId) && db.Set<Plan>().Any(plan => plan.PlanId == target.PlanId && plan.Status == PlanStatus.Superseded)).ToListAsync(cancellationToken);
        foreach (var plan in old.GroupBy(target => target.PlanId))
        {
            var inForce = await uptakes.InForceAsync(plan.Key, cancellationToken);
            var targets = await db.Set<Target>().AsNoTracking().Where(target => target.PlanId == inForce).OrderBy(target => target.Ordinal).ToListAsync(cancellationToken);
            foreach (var target in plan)
            {
                if (targets.Find(now => Folding.Fold(now.Text) == Folding.Fold(target.Text)) is { } same)
                {
                    found[target.TargetId] = same.DefinitionId ?? same.TargetId;
                }
            }
        }

        return found;
    }
}
