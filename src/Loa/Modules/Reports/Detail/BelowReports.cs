using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports.Detail;

/// <summary>The reports that go into one.</summary>
/// <param name="Waiting">Sent, and not judged yet.</param>
/// <param name="Taken">How many were taken in at the last roll-up.</param>
/// <param name="Missing">Agencies whose reports are not accepted.</param>
internal sealed record BelowReports(int Count, int Sent, int Accepted, int Waiting, int Taken, IReadOnlyList<string> Missing)
{
    public static async Task<BelowReports> LoadAsync(LoaDbContext db, Guid reportId, CancellationToken cancellationToken)
    {
        var below = db.Set<Report>().AsNoTracking().Where(report => report.ParentReportId == reportId);
        var states = await below.GroupBy(report => report.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        if (states.Count == 0)
        {
            return new BelowReports(0, 0, 0, 0, 0, []);
        }

        var (accepted, waiting) = (states.GetValueOrDefault(ReportState.Accepted), states.GetValueOrDefault(ReportState.Sent));
        return new BelowReports(states.Values.Sum(), accepted + waiting, accepted, waiting, await db.Set<ReportTaken>().CountAsync(taken => taken.ParentReportId == reportId, cancellationToken),
            await below.Where(report => report.State != ReportState.Accepted).OrderBy(report => report.Level).ThenBy(report => report.SortOrder).ThenBy(report => report.ReportId).Select(report => report.AgencyName).ToListAsync(cancellationToken));
    }
}
