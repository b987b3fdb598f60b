using Loa.Data;
using Loa.Modules.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>Reports not accepted yet pass to the successor of an agency that ends, and return when the reorganisation is taken back. They stay reports of the agency they are of.</summary>
internal sealed class ReportFollower(LoaDbContext db) : IAgencyChangeFollower
{
    public async Task FollowAsync(AgencyChange change, CancellationToken cancellationToken)
    {
        if (Successor(change) is not { } successor)
        {
            return;
        }

        var ended = change.Of(AgencyPartRole.Predecessor).Where(id => id != successor).ToList();
        await db.Set<Report>().Where(report => ended.Contains(report.HolderAgencyId) && report.State != ReportState.Accepted)
            .ExecuteUpdateAsync(set => set.SetProperty(report => report.HolderAgencyId, successor).SetProperty(report => report.Revision, report => report.Revision + 1), cancellationToken);
    }

    public async Task TakeBackAsync(AgencyChange change, CancellationToken cancellationToken)
    {
        if (Successor(change) is not { } successor)
        {
            return;
        }

        var ended = change.Of(AgencyPartRole.Predecessor).Where(id => id != successor).ToList();
        await db.Set<Report>().Where(report => ended.Contains(report.AgencyId) && report.HolderAgencyId == successor)
            .ExecuteUpdateAsync(set => set.SetProperty(report => report.HolderAgencyId, report => report.AgencyId).SetProperty(report => report.Revision, report => report.Revision + 1), cancellationToken);
    }

    private static Guid? Successor(AgencyChange change) => change.Of(AgencyPartRole.Successor).Select(id => (Guid?)id).FirstOrDefault();
}
