using Loa.Data;
using Loa.Modules.Plans;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks;

/// <summary>Entries, requests and difficulties move to the assignments of the new edition; what has no successor stays with the old one, readable there.</summary>
internal sealed class PlanReplacementFollower(LoaDbContext db) : IPlanReplacementFollower
{
    public async Task FollowAsync(Guid oldPlanId, IReadOnlyDictionary<Guid, Guid> successors, CancellationToken cancellationToken)
    {
        var old = db.Set<Assignment>().Where(assignment => assignment.PlanId == oldPlanId).Select(assignment => assignment.AssignmentId);
        foreach (var entry in await db.Set<WorkEntry>().Where(entry => old.Contains(entry.AssignmentId)).ToListAsync(cancellationToken))
        {
            entry.AssignmentId = successors.GetValueOrDefault(entry.AssignmentId, entry.AssignmentId);
        }

        foreach (var request in await db.Set<ExtensionRequest>().Where(request => old.Contains(request.AssignmentId)).ToListAsync(cancellationToken))
        {
            request.AssignmentId = successors.GetValueOrDefault(request.AssignmentId, request.AssignmentId);
        }

        foreach (var difficulty in await db.Set<Difficulty>().Where(difficulty => difficulty.AssignmentId != null && old.Contains(difficulty.AssignmentId.Value)).ToListAsync(cancellationToken))
        {
            difficulty.AssignmentId = successors.GetValueOrDefault(difficulty.AssignmentId!.Value, difficulty.AssignmentId.Value);
        }
    }
}
