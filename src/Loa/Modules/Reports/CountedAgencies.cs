using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>
/// Keeps every agency below the owner of an open period in one of its reports: those that began, or came below it, after the period was opened are counted by whoever stands in their
/// place. What is counted somewhere stays there.
/// </summary>
internal sealed class CountedAgencies(LoaDbContext db, ReportReach reach)
{
    public async Task CompleteOpenAsync(CancellationToken cancellationToken)
    {
        foreach (var period in await db.Set<ReportingPeriod>().AsNoTracking().Where(period => period.State == PeriodState.Open).OrderBy(period => period.ReportingPeriodId).ToListAsync(cancellationToken))
        {
            await CompleteAsync(period, cancellationToken);
        }
    }

    /// <summary>Writes the rows at once, in the caller's transaction or one of its own.</summary>
    public async Task CompleteAsync(ReportingPeriod period, CancellationToken cancellationToken)
    {
        var id = period.ReportingPeriodId;
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        // One after the other: two would write the same rows.
        await db.HoldPeriodAsync(id, cancellationToken);
        var reports = await db.Set<Report>().AsNoTracking().Where(report => report.ReportingPeriodId == id).Select(report => new { report.AgencyId, report.ReportId }).ToDictionaryAsync(report => report.AgencyId, report => report.ReportId, cancellationToken);
        if (await reach.OfAsync(period, reports.Keys.ToHashSet(), cancellationToken) is not { } expected)
        {
            return;
        }

        var known = (await db.Set<ReportAgency>().Where(row => row.ReportingPeriodId == id).Select(row => row.AgencyId).ToListAsync(cancellationToken)).ToHashSet();
        var missing = expected.Counted.Where(pair => !known.Contains(pair.Key) && reports.ContainsKey(pair.Value)).Select(pair => new ReportAgency { ReportingPeriodId = id, AgencyId = pair.Key, ReportId = reports[pair.Value] }).ToList();
        if (missing.Count > 0)
        {
            await db.InsertRowsAsync(missing, cancellationToken);
        }

        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }
    }
}
