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

        await FollowSplitsAsync(oldPlanId, successors, cancellationToken);
    }

    /// <summary>
    /// What was agreed goes with the task as long as every agency named in its current versions carries on; otherwise it stays with the old edition, and the lead proposes anew.
    /// Versions of the past may name agencies that do not.
    /// </summary>
    private async Task FollowSplitsAsync(Guid oldPlanId, IReadOnlyDictionary<Guid, Guid> successors, CancellationToken cancellationToken)
    {
        var splits = await db.Set<TaskSplit>().AsSplitQuery().Include(split => split.Versions).ThenInclude(version => version.Lines).Include(split => split.Versions).ThenInclude(version => version.Parties)
            .Where(split => db.Set<PlanTask>().Any(task => task.PlanTaskId == split.PlanTaskId && task.PlanId == oldPlanId)).ToListAsync(cancellationToken);
        foreach (var split in splits)
        {
            var current = split.Versions.Where(version => version.State is SplitState.Proposed or SplitState.InForce).SelectMany(version => version.Lines.Select(line => line.AssignmentId).Append(version.ProposedByAssignmentId)).ToList();
            if (current.Count == 0 || !current.TrueForAll(successors.ContainsKey))
            {
                continue;
            }

            var heir = successors[current[0]];
            split.PlanTaskId = await db.Set<Assignment>().Where(assignment => assignment.AssignmentId == heir).Select(assignment => assignment.PlanTaskId).SingleAsync(cancellationToken);
            foreach (var version in split.Versions)
            {
                version.ProposedByAssignmentId = successors.GetValueOrDefault(version.ProposedByAssignmentId, version.ProposedByAssignmentId);
                version.Lines.ForEach(line => line.AssignmentId = successors.GetValueOrDefault(line.AssignmentId, line.AssignmentId));
                Replace(version, successors);
            }
        }
    }

    /// <summary>The assignment is a part of the key, so a party that moves is a new row.</summary>
    private void Replace(SplitVersion version, IReadOnlyDictionary<Guid, Guid> successors)
    {
        foreach (var party in version.Parties.Where(party => successors.ContainsKey(party.AssignmentId)).ToList())
        {
            version.Parties.Remove(party);
            db.Remove(party);
            var moved = new SplitParty { SplitVersionId = party.SplitVersionId, AssignmentId = successors[party.AssignmentId], State = party.State, ById = party.ById, At = party.At, Remark = party.Remark };
            version.Parties.Add(moved);
            db.Add(moved);
        }
    }
}
