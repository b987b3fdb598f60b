using Loa.Data;
using Loa.Modules.Plans.Amend;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Issue;

/// <summary>
/// A new edition of a plan: what agencies had done for a task that both editions hold (<see cref="TaskMatching"/>) is kept, what the new one no longer asks for
/// leaves the lists.
/// </summary>
internal sealed class PlanSuccession(LoaDbContext db, IEnumerable<IPlanReplacementFollower> followers)
{
    public const string Reason = "Đã có bản thay thế";

    /// <summary>Tells each new task which one it carries on and gives the new assignments the progress of the old ones; nothing is written yet.</summary>
    /// <returns>Old assignment → new assignment.</returns>
    public async Task<IReadOnlyDictionary<Guid, Guid>> CarryOverAsync(Guid oldPlanId, Plan plan, IReadOnlyCollection<Assignment> assignments, CancellationToken cancellationToken)
    {
        var before = (await db.Set<PlanTask>().AsNoTracking().Include(task => task.Occurrences.OrderBy(turn => turn.Ordinal)).Where(task => task.PlanId == oldPlanId).ToListAsync(cancellationToken)).ToDictionary(task => task.PlanTaskId);
        foreach (var (taskId, oldId) in TaskMatching.Pair(before.Values, plan.Tasks))
        {
            plan.Tasks.Find(task => task.PlanTaskId == taskId)!.PreviousTaskId = oldId;
        }

        var old = await db.Set<Assignment>().AsNoTracking().Where(assignment => assignment.PlanId == oldPlanId).ToListAsync(cancellationToken);
        var tasks = plan.Tasks.ToDictionary(task => task.PlanTaskId);
        var successors = new Dictionary<Guid, Guid>();
        foreach (var (assignment, previous) in Pair(old, tasks, assignments))
        {
            successors.Add(previous.AssignmentId, assignment.AssignmentId);
            CarryOver(before[previous.PlanTaskId], previous, tasks[assignment.PlanTaskId], assignment);
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

    /// <summary>
    /// The work of the agency itself; after a reorganisation, where the new edition names the successor, the work that it took over: of several the one that is furthest.
    /// </summary>
    private static List<(Assignment Now, Assignment Was)> Pair(List<Assignment> old, Dictionary<Guid, PlanTask> tasks, IReadOnlyCollection<Assignment> assignments)
    {
        var given = old.ToDictionary(was => (was.PlanTaskId, was.AgencyId));
        var held = old.ToLookup(was => (was.PlanTaskId, was.HolderAgencyId));
        var pairs = new List<(Assignment Now, Assignment Was)>();
        var taken = new HashSet<Guid>();
        var left = new List<(Assignment Now, Guid TaskId)>();
        foreach (var now in assignments)
        {
            if (tasks[now.PlanTaskId].PreviousTaskId is not { } taskId)
            {
                continue;
            }

            if (given.TryGetValue((taskId, now.AgencyId), out var was) && taken.Add(was.AssignmentId))
            {
                pairs.Add((now, was));
            }
            else
            {
                left.Add((now, taskId));
            }
        }

        foreach (var (now, taskId) in left)
        {
            if (held[(taskId, now.HolderAgencyId)].Where(was => !taken.Contains(was.AssignmentId)).OrderBy(was => was.State == AssignmentState.Withdrawn).ThenByDescending(was => was.Percent).ThenBy(was => was.AssignmentId).FirstOrDefault() is { } was)
            {
                taken.Add(was.AssignmentId);
                pairs.Add((now, was));
            }
        }

        return pairs;
    }

    private static void CarryOver(PlanTask was, Assignment previous, PlanTask now, Assignment assignment)
    {
        (assignment.State, assignment.DoneOn, assignment.Reason) = previous.State == AssignmentState.Withdrawn ? (AssignmentState.Open, null, null) : (previous.State, previous.DoneOn, previous.Reason);
        (assignment.ProductsDone, assignment.ProductsTotal, assignment.AssigneeId, assignment.HolderAgencyId) = (previous.ProductsDone, previous.ProductsTotal, previous.AssigneeId, previous.HolderAgencyId);
        if (assignment.OpenTurn is not null && previous.OpenTurn is { } open)
        {
            CarryTurns(was.Occurrences, open, previous, now.Occurrences, assignment);
        }
        else if (now.DueOn == was.DueOn && assignment.DueOn is not null && previous.DueOn is not null)
        {
            // The plan's day is the same: one that was granted beyond it still holds.
            assignment.DueOn = previous.DueOn;
        }
    }

    /// <summary>Turns that were finished, or never demanded, stay so; work goes on with the first turn that ends after them, also where the rhythm is another now.</summary>
    private static void CarryTurns(List<TaskOccurrence> before, int open, Assignment previous, List<TaskOccurrence> now, Assignment assignment)
    {
        var settled = before.FindLast(turn => turn.Ordinal < open || (turn.Ordinal == open && previous.State == AssignmentState.Done))?.To;
        var next = settled is null ? now[0] : now.Find(turn => turn.To > settled);
        if (next is null)
        {
            return;
        }

        if (assignment.State == AssignmentState.Done)
        {
            (assignment.State, assignment.DoneOn) = (AssignmentState.Open, null);
        }

        var isSameTurn = before.Find(turn => turn.Ordinal == open) is { } turn && (turn.From, turn.To, turn.DueOn) == (next.From, next.To, next.DueOn);
        (assignment.OpenTurn, assignment.DueOn) = (next.Ordinal, isSameTurn && previous.State == AssignmentState.Open ? previous.DueOn : next.DueOn);
    }
}
