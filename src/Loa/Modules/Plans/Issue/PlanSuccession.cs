using Loa.Data;
using Loa.Documents.Vietnamese;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Issue;

/// <summary>
/// A new edition of a plan: what agencies had done for a task that both editions hold in the same words is kept, what the new one no longer asks for
/// leaves the lists.
/// </summary>
internal sealed class PlanSuccession(LoaDbContext db, IEnumerable<IPlanReplacementFollower> followers)
{
    public const string Reason = "Đã có bản thay thế";

    /// <summary>Gives the new assignments the progress of the old ones; nothing is written yet.</summary>
    /// <returns>Old assignment → new assignment.</returns>
    public async Task<IReadOnlyDictionary<Guid, Guid>> CarryOverAsync(Guid oldPlanId, Plan plan, IReadOnlyCollection<Assignment> assignments, CancellationToken cancellationToken)
    {
        var before = await (
            from assignment in db.Set<Assignment>().AsNoTracking()
            join task in db.Set<PlanTask>() on assignment.PlanTaskId equals task.PlanTaskId
            where assignment.PlanId == oldPlanId
            select new { Assignment = assignment, task.Content }).ToListAsync(cancellationToken);
        var old = before.GroupBy(row => (Folding.Fold(row.Content), row.Assignment.AgencyId)).ToDictionary(group => group.Key, group => group.First().Assignment);
        var contents = plan.Tasks.ToDictionary(task => task.PlanTaskId, task => Folding.Fold(task.Content));
        var successors = new Dictionary<Guid, Guid>();
        foreach (var assignment in assignments)
        {
            if (old.TryGetValue((contents[assignment.PlanTaskId], assignment.AgencyId), out var previous) && successors.TryAdd(previous.AssignmentId, assignment.AssignmentId))
            {
                (assignment.State, assignment.DoneOn, assignment.Reason) = previous.State == AssignmentState.Withdrawn ? (AssignmentState.Open, null, null) : (previous.State, previous.DoneOn, previous.Reason);
                // The turns of a recurring task that were finished stay finished.
                assignment.DueOn = assignment.Kind == Documents.Plans.TimeframeKind.Recurring && previous.Kind == assignment.Kind ? previous.DueOn : assignment.DueOn;
                (assignment.ProductsDone, assignment.ProductsTotal, assignment.AssigneeId, assignment.HolderAgencyId) = (previous.ProductsDone, previous.ProductsTotal, previous.AssigneeId, previous.HolderAgencyId);
            }
        }

        return successors;
    }

    /// <summary>Inside the transaction, after the new assignments were written.</summary>
    public async Task CompleteAsync(Guid oldPlanId, IReadOnlyDictionary<Guid, Guid> successors, CancellationToken cancellationToken)
    {
        foreach (var follower in followers)
        {
            await follower.FollowAsync(oldPlanId, successors, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.Set<Assignment>().Where(a => a.PlanId == oldPlanId && a.State != AssignmentState.Withdrawn)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AssignmentState.Withdrawn).SetProperty(a => a.Reason, Reason).SetProperty(a => a.Revision, a => a.Revision + 1), cancellationToken);
    }
}
