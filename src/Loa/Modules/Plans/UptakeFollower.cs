using Loa.Data;
using Loa.Modules.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans;

/// <summary>The plan that an agency still owed when it ended is owed by its successor, until the reorganisation is taken back. What was answered stays as it was.</summary>
internal sealed class UptakeFollower(LoaDbContext db) : IAgencyChangeFollower
{
    public async Task FollowAsync(AgencyChange change, CancellationToken cancellationToken)
    {
        if (Successor(change) is not { } successor)
        {
            return;
        }

        var ended = change.Of(AgencyPartRole.Predecessor).Where(id => id != successor).ToList();
        await db.Set<PlanUptake>().Where(row => ended.Contains(row.HolderAgencyId) && row.Way == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HolderAgencyId, successor).SetProperty(row => row.Revision, row => row.Revision + 1), cancellationToken);
    }

    public async Task TakeBackAsync(AgencyChange change, CancellationToken cancellationToken)
    {
        if (Successor(change) is not { } successor)
        {
            return;
        }

        var ended = change.Of(AgencyPartRole.Predecessor).Where(id => id != successor).ToList();
        await db.Set<PlanUptake>().Where(row => ended.Contains(row.AgencyId) && row.HolderAgencyId == successor)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HolderAgencyId, row => row.AgencyId).SetProperty(row => row.Revision, row => row.Revision + 1), cancellationToken);
    }

    private static Guid? Successor(AgencyChange change) => change.Of(AgencyPartRole.Successor).Select(id => (Guid?)id).FirstOrDefault();
}
