using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>
/// Reports pass to the successor of an agency that ends, and return when the reorganisation is taken back; they stay reports of the agency they are of. So does receiving for another
/// body. What the successor does from now on is counted by a report of the open periods.
/// </summary>
internal sealed class ReportFollower(LoaDbContext db, Successors successors, CountedAgencies counted, Calendar calendar) : IAgencyChangeFollower
{
    public async Task FollowAsync(AgencyChange change, CancellationToken cancellationToken)
    {
        if (Successor(change) is { } successor)
        {
            var ended = change.Of(AgencyPartRole.Predecessor).Where(id => id != successor).ToList();
            await db.Set<Report>().Where(report => ended.Contains(report.HolderAgencyId)).ExecuteUpdateAsync(set => set.SetProperty(report => report.HolderAgencyId, successor).SetProperty(report => report.Revision, report => report.Revision + 1), cancellationToken);
            await db.Set<ReportingPeriod>().Where(period => period.ThroughAgencyId != null && ended.Contains(period.ThroughAgencyId.Value))
                .ExecuteUpdateAsync(set => set.SetProperty(period => period.ThroughAgencyId, successor).SetProperty(period => period.Revision, period => period.Revision + 1), cancellationToken);
        }

        await counted.CompleteOpenAsync(cancellationToken);
    }

    public async Task TakeBackAsync(AgencyChange change, CancellationToken cancellationToken)
    {
        if (Successor(change) is not { } successor)
        {
            return;
        }

        // Whoever carries on without this one, through what else was reorganised before.
        var heirs = await successors.WithoutAsync(calendar.VietnamToday, change.AgencyChangeId, cancellationToken);
        var agencies = await db.Set<Report>().Where(report => report.HolderAgencyId == successor && report.AgencyId != successor).Select(report => report.AgencyId).Distinct().ToListAsync(cancellationToken);
        foreach (var agencyId in agencies)
        {
            var holder = heirs.GetValueOrDefault(agencyId, agencyId);
            await db.Set<Report>().Where(report => report.AgencyId == agencyId && report.HolderAgencyId == successor && holder != successor)
                .ExecuteUpdateAsync(set => set.SetProperty(report => report.HolderAgencyId, holder).SetProperty(report => report.Revision, report => report.Revision + 1), cancellationToken);
        }

        // Reports go through one agency: where several had become one, the first named takes it up again.
        var first = change.Of(AgencyPartRole.Predecessor).Where(id => id != successor).Select(id => (Guid?)id).FirstOrDefault();
        if (first is not null && db.Set<Agency>().Local.Any(agency => agency.AgencyId == successor && agency.States.Count == 0))
        {
            await db.Set<ReportingPeriod>().Where(period => period.ThroughAgencyId == successor)
                .ExecuteUpdateAsync(set => set.SetProperty(period => period.ThroughAgencyId, first).SetProperty(period => period.Revision, period => period.Revision + 1), cancellationToken);
        }
    }

    private static Guid? Successor(AgencyChange change) => change.Of(AgencyPartRole.Successor).Select(id => (Guid?)id).FirstOrDefault();
}
