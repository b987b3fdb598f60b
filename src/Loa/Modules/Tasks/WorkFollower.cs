using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks;

/// <summary>Open work and open difficulties pass to the successor of an agency that ends, and return when the reorganisation is taken back.</summary>
internal sealed class WorkFollower(LoaDbContext db) : IAgencyChangeFollower
{
    public async Task FollowAsync(AgencyChange change, CancellationToken cancellationToken)
    {
        if (change.Of(AgencyPartRole.Successor).Select(id => (Guid?)id).FirstOrDefault() is not { } successor)
        {
            return;
        }

        var ended = change.Of(AgencyPartRole.Predecessor).Where(id => id != successor).ToList();
        await db.Set<Assignment>().Where(a => ended.Contains(a.HolderAgencyId) && a.State == AssignmentState.Open)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.HolderAgencyId, successor).SetProperty(a => a.AssigneeId, (Guid?)null).SetProperty(a => a.Revision, a => a.Revision + 1), cancellationToken);
        await db.Set<Difficulty>().Where(d => ended.Contains(d.WithAgencyId) && d.State == DifficultyState.Open)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.WithAgencyId, successor).SetProperty(d => d.Revision, d => d.Revision + 1), cancellationToken);
    }

    /// <summary>Only what was given to the agency itself returns: what it had taken over before is its successor's to sort out.</summary>
    public async Task TakeBackAsync(AgencyChange change, CancellationToken cancellationToken)
    {
        if (change.Of(AgencyPartRole.Successor).Select(id => (Guid?)id).FirstOrDefault() is not { } successor)
        {
            return;
        }

        var ended = change.Of(AgencyPartRole.Predecessor).Where(id => id != successor).ToList();
        await db.Set<Assignment>().Where(a => ended.Contains(a.AgencyId) && a.HolderAgencyId == successor)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.HolderAgencyId, a => a.AgencyId).SetProperty(a => a.Revision, a => a.Revision + 1), cancellationToken);
    }
}
