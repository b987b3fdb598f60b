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
                .ExecuteUpdateAsync(set => set.SetProperty(period => period.ThroughOfAgencyId, period => period.ThroughOfAgencyId ?? period.ThroughAgencyId).SetProperty(period => period.ThroughAgencyId, successor).SetProperty(period => period.Revision, period => period.Revision + 1), cancellationToken);
        }

        await counted.CompleteOpenAsync(cancellationToken);
    }

    public async Task TakeBackAsync(AgencyChange change, CancellationToken cancellationToken)
    {
        await CheckBornAsync(cancellationToken);
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

        foreach (var period in await db.Set<ReportingPeriod>().AsNoTracking().Where(period => period.ThroughAgencyId == successor && period.ThroughOfAgencyId != null).Select(period => new { period.ReportingPeriodId, Of = period.ThroughOfAgencyId!.Value }).ToListAsync(cancellationToken))
        {
            var through = heirs.GetValueOrDefault(period.Of, period.Of);
            await db.Set<ReportingPeriod>().Where(p => p.ReportingPeriodId == period.ReportingPeriodId)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.ThroughAgencyId, through).SetProperty(p => p.Revision, p => p.Revision + 1), cancellationToken);
        }
    }

    /// <summary>An agency that is no more once its foundation is taken back must not leave a report behind that nobody could send.</summary>
    private async Task CheckBornAsync(CancellationToken cancellationToken)
    {
        foreach (var born in db.Set<Agency>().Local.Where(agency => agency.States.Count == 0).ToList())
        {
            if (await db.Set<Report>().AnyAsync(report => report.AgencyId == born.AgencyId, cancellationToken))
            {
                throw new ChangeProblem("{0} đã có báo cáo trong một kỳ; không rút được thay đổi này nữa.", born.ShortName);
            }

            await db.Set<ReportAgency>().Where(row => row.AgencyId == born.AgencyId).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private static Guid? Successor(AgencyChange change) => change.Of(AgencyPartRole.Successor).Select(id => (Guid?)id).FirstOrDefault();
}
