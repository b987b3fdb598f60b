using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Jobs;
using Loa.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports;

/// <summary>Asks one more agency in a period that is open: a new one, or one that was forgotten. What others counted of it goes over to its own report, so that nothing is counted twice.</summary>
internal sealed class AddedReports(LoaDbContext db, CountedAgencies counted, Successors successors, ReportDesk desk, JobQueue jobs, Calendar calendar, AuditScope audit, IStringLocalizer words)
{
    /// <summary>Saves, inside the caller's transaction; filling the new report and telling its agency follow as a job.</summary>
    /// <returns>Why it cannot be done; null where it was.</returns>
    public async Task<string?> AddAsync(ReportingPeriod period, Guid agencyId, string reason, CancellationToken cancellationToken)
    {
        // One after the other: both would take from the same report.
        await db.Set<ReportingPeriod>().Where(p => p.ReportingPeriodId == period.ReportingPeriodId).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, p => p.State), cancellationToken);
        var reports = await db.Set<Report>().Where(report => report.ReportingPeriodId == period.ReportingPeriodId).ToDictionaryAsync(report => report.AgencyId, cancellationToken);
        if (reports.ContainsKey(agencyId))
        {
            return words["Cơ quan này đã có báo cáo trong kỳ."];
        }

        await counted.CompleteAsync(period, cancellationToken);
        var giverId = await db.Set<ReportAgency>().Where(row => row.ReportingPeriodId == period.ReportingPeriodId && row.AgencyId == agencyId).Select(row => (Guid?)row.ReportId).SingleOrDefaultAsync(cancellationToken);
        if (reports.Values.FirstOrDefault(report => report.ReportId == giverId) is not { } giver)
        {
            return words["Cơ quan này không nằm dưới cơ quan yêu cầu báo cáo trong kỳ."];
        }

        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(agency => agency.AgencyId == agencyId, cancellationToken);
        var ids = reports.Keys.ToArray();
        var paths = await db.Set<Agency>().Where(one => EF.Parameter(ids).Contains(one.AgencyId)).ToDictionaryAsync(one => one.AgencyId, one => one.Path, cancellationToken);
        var above = reports.Values.Where(report => agency.Path.StartsWith(paths[report.AgencyId], StringComparison.Ordinal)).MaxBy(report => paths[report.AgencyId].Length) ?? reports[period.OwnerAgencyId];
        if (new[] { giver, above }.FirstOrDefault(report => !report.IsOpen || report.PrefilledAt is null) is { } closed)
        {
            return words["Số liệu của cơ quan này đang nằm trong báo cáo của {0}, mà báo cáo đó không còn đang lập; hãy trả lại hoặc rút báo cáo đó trước.", closed.AgencyName];
        }

        audit.Describe("Thêm cơ quan phải báo cáo", reason);
        var heirs = await successors.OnAsync(calendar.VietnamToday, cancellationToken);
        var added = new Report
        {
            ReportId = Guid.CreateVersion7(),
            ReportingPeriodId = period.ReportingPeriodId,
            AgencyId = agencyId,
            HolderAgencyId = heirs.GetValueOrDefault(agencyId, agencyId),
            ParentReportId = above.ReportId,
            AgencyName = agency.Name,
            Level = (int)agency.Level,
            SortOrder = agency.SortOrder,
            DueOn = period.DueOn < calendar.VietnamToday ? calendar.VietnamToday : period.DueOn,
            ChangedAt = calendar.UtcNow,
        };
        added.ExtensionReason = added.DueOn == period.DueOn ? null : reason;
        db.Add(added);
        foreach (var below in reports.Values.Where(report => report.ParentReportId == above.ReportId && paths[report.AgencyId].StartsWith(agency.Path, StringComparison.Ordinal)))
        {
            below.ParentReportId = added.ReportId;
        }

        await db.SaveChangesAsync(cancellationToken);
        var path = agency.Path;
        await db.Set<ReportAgency>().Where(row => row.ReportingPeriodId == period.ReportingPeriodId && row.ReportId == giver.ReportId && db.Set<Agency>().Any(one => one.AgencyId == row.AgencyId && one.Path.StartsWith(path)))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ReportId, added.ReportId), cancellationToken);
        await RefreshAsync(giver, cancellationToken);
        if (above != giver)
        {
            await RefreshAsync(above, cancellationToken);
        }

        // Making finds the reports made; filling takes up the one that is not, and tells its agency.
        jobs.Enqueue(OpenPeriodJob.Kind, new OpenPeriodJob.Order(period.ReportingPeriodId));
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>What went over is no longer counted here, nor in what this one took from below.</summary>
    private async Task RefreshAsync(Report giver, CancellationToken cancellationToken)
    {
        var gone = db.Set<ReportTaken>().Where(taken => taken.ParentReportId == giver.ReportId && !db.Set<Report>().Any(report => report.ReportId == taken.ReportId && report.ParentReportId == giver.ReportId));
        var isStale = await gone.ExecuteDeleteAsync(cancellationToken) > 0;
        var open = await desk.OpenAsync(giver, cancellationToken);
        await desk.RefreshAsync(open, cancellationToken);
        if (isStale)
        {
            foreach (var figure in open.Sheet.Definitions.Where(figure => figure.RollUp != RollUpRule.None))
            {
                open.Sheet[figure.FigureId].IsStale = true;
            }
        }
    }
}
