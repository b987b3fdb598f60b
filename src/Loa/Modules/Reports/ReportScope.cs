using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>
/// Whose reports a person sees, writes and receives. A report is written by the agency that holds it, and received by the one that holds the report above; those of the owner are in
/// the hands of the agency through which they go too.
/// </summary>
internal sealed class ReportScope(LoaDbContext db, CurrentUser user)
{
    public IQueryable<ReportOutline> Outlines(string permission) => db.Set<ReportOutline>().Where(outline => Agencies(permission).Any(agency => agency.AgencyId == outline.OwnerAgencyId));

    /// <summary>Periods that one runs.</summary>
    public IQueryable<ReportingPeriod> Run => Periods(Permissions.ReportsRun);

    public IQueryable<Report> Visible
    {
        get
        {
            var (seen, periods) = (Agencies(Permissions.ReportsRead), Periods(Permissions.ReportsRead));
            return db.Set<Report>().Where(report => seen.Any(agency => agency.AgencyId == report.HolderAgencyId)
                || db.Set<Report>().Any(above => above.ReportId == report.ParentReportId && seen.Any(agency => agency.AgencyId == above.HolderAgencyId))
                || periods.Any(period => period.ReportingPeriodId == report.ReportingPeriodId));
        }
    }

    public IQueryable<Report> Written
    {
        get
        {
            var (kept, periods) = (Agencies(Permissions.ReportsFill), Through(Permissions.ReportsFill));
            return db.Set<Report>().Where(report => kept.Any(agency => agency.AgencyId == report.HolderAgencyId) || (report.ParentReportId == null && periods.Any(period => period.ReportingPeriodId == report.ReportingPeriodId)));
        }
    }

    public IQueryable<Report> Received
    {
        get
        {
            var (kept, periods) = (Agencies(Permissions.ReportsRun), Through(Permissions.ReportsRun));
            return db.Set<Report>().Where(report => db.Set<Report>().Any(above => above.ReportId == report.ParentReportId
                && (kept.Any(agency => agency.AgencyId == above.HolderAgencyId) || (above.ParentReportId == null && periods.Any(period => period.ReportingPeriodId == report.ReportingPeriodId)))));
        }
    }

    public Task<Report?> FindAsync(Guid reportId, CancellationToken cancellationToken) => Visible.FirstOrDefaultAsync(report => report.ReportId == reportId, cancellationToken);

    public Task<Report?> FindWrittenAsync(Guid reportId, CancellationToken cancellationToken) => Written.FirstOrDefaultAsync(report => report.ReportId == reportId, cancellationToken);

    public Task<Report?> FindReceivedAsync(Guid reportId, CancellationToken cancellationToken) => Received.FirstOrDefaultAsync(report => report.ReportId == reportId, cancellationToken);

    public IQueryable<Agency> Agencies(string permission) => db.Set<Agency>().Within(user.Scope(permission), agency => agency.Path);

    private IQueryable<ReportingPeriod> Periods(string permission)
    {
        var kept = Agencies(permission);
        return db.Set<ReportingPeriod>().Where(period => kept.Any(agency => agency.AgencyId == period.OwnerAgencyId || agency.AgencyId == period.ThroughAgencyId));
    }

    private IQueryable<ReportingPeriod> Through(string permission)
    {
        var kept = Agencies(permission);
        return db.Set<ReportingPeriod>().Where(period => kept.Any(agency => agency.AgencyId == period.ThroughAgencyId));
    }
}
