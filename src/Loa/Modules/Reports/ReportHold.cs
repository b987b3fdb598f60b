using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>Whoever writes in a report, sends it, judges it or rolls it up holds its row: the one waits for the other. Inside the caller's transaction.</summary>
internal static class ReportHold
{
    public static Task HoldReportAsync(this LoaDbContext db, Guid reportId, CancellationToken cancellationToken) =>
        db.Set<Report>().Where(report => report.ReportId == reportId).ExecuteUpdateAsync(set => set.SetProperty(report => report.ChangedAt, report => report.ChangedAt), cancellationToken);

    /// <summary>Whoever makes reports of a period, or decides whose work they count, comes one after the other.</summary>
    public static Task HoldPeriodAsync(this LoaDbContext db, Guid periodId, CancellationToken cancellationToken) =>
        db.Set<ReportingPeriod>().Where(period => period.ReportingPeriodId == periodId).ExecuteUpdateAsync(set => set.SetProperty(period => period.State, period => period.State), cancellationToken);

    /// <summary>Reports that their writers can still change and send.</summary>
    public static IQueryable<Report> WithTheirWriters(this LoaDbContext db, DateOnly today) => db.Set<Report>().Where(report => (report.State == ReportState.Filling || report.State == ReportState.Returned)
        && db.Set<ReportingPeriod>().Any(period => period.ReportingPeriodId == report.ReportingPeriodId && (period.State == PeriodState.Open || (period.State == PeriodState.Locked && report.UnlockedUntil >= today))));

    /// <returns>False: it is not with its writers any more, or its period is locked.</returns>
    public static async Task<bool> HoldOpenReportAsync(this LoaDbContext db, Guid reportId, DateOnly today, CancellationToken cancellationToken) =>
        await db.WithTheirWriters(today).Where(report => report.ReportId == reportId).ExecuteUpdateAsync(set => set.SetProperty(report => report.ChangedAt, report => report.ChangedAt), cancellationToken) > 0;
}
