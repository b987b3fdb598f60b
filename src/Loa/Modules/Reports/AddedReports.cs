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
internal sealed class AddedReports(LoaDbContext db, ReportReach reach, CountedAgencies counted, Successors successors, ReportDesk desk, RollUp rollUp, JobQueue jobs, Calendar calendar, AuditScope audit, IStringLocalizer words)
{
    /// <summary>Saves, inside the caller's transaction; filling the new report and telling its agency follow as a job.</summary>
    /// <returns>Why it cannot be done; null where it was.</returns>
    public async Task<string?> AddAsync(ReportingPeriod period, Guid agencyId, string reason, CancellationToken cancellationToken)
    {
        // One after the other: both would take from the same report.
        await db.HoldPeriodAsync(period.ReportingPeriodId, cancellationToken);
        var reports = await db.Set<Report>().Where(report => report.ReportingPeriodId == period.ReportingPeriodId).ToDictionaryAsync(report => report.AgencyId, cancellationToken);
        if (reports.ContainsKey(agencyId))
        {
            return words["Cơ quan này đã có báo cáo trong kỳ."];
        }

        await counted.CompleteAsync(period, cancellationToken);
        if (await PlaceAsync(period, agencyId, reports, cancellationToken) is not { } place)
        {
            return words["Cơ quan này không nằm dưới cơ quan yêu cầu báo cáo trong kỳ."];
        }

        var (agency, above) = (place.Agency, place.Above);
        var givers = reports.Values.Where(report => place.Givers.Contains(report.ReportId)).ToList();
        if (givers.Append(above).Any(report => report.PrefilledAt is null))
        {
            return words["Báo cáo đang chứa số liệu của cơ quan này còn đang được điền; hãy thử lại sau giây lát."];
        }

        if (givers.Append(above).FirstOrDefault(report => !report.IsOpen) is { } closed)
        {
            return words["Báo cáo của {0}, nơi đang tính hoặc sẽ nhận số liệu của cơ quan này, đã gửi hoặc đã tiếp nhận; hãy trả lại hoặc rút báo cáo đó trước.", closed.AgencyName];
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
        foreach (var below in reports.Values.Where(report => place.Below.Contains(report.AgencyId)))
        {
            below.ParentReportId = added.ReportId;
        }

        await db.SaveChangesAsync(cancellationToken);
        var moving = place.Moving.ToArray();
        await db.Set<ReportAgency>().Where(row => row.ReportingPeriodId == period.ReportingPeriodId && EF.Parameter(moving).Contains(row.AgencyId)).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReportId, added.ReportId), cancellationToken);
        foreach (var giver in givers.Append(above).Distinct())
        {
            await RefreshAsync(giver, cancellationToken);
        }

        // Making finds the reports made; filling takes up the one that is not, and tells its agency.
        jobs.Enqueue(OpenPeriodJob.Kind, new OpenPeriodJob.Order(period.ReportingPeriodId));
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>Where its report stands: as if it had been asked when the period was opened; an agency that is not on the period's tree stands where it is now.</summary>
    private async Task<Place?> PlaceAsync(ReportingPeriod period, Guid agencyId, Dictionary<Guid, Report> reports, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ReportAgency>().AsNoTracking().Where(row => row.ReportingPeriodId == period.ReportingPeriodId).ToDictionaryAsync(row => row.AgencyId, row => row.ReportId, cancellationToken);
        var expected = await reach.OfAsync(period, reports.Keys.Append(agencyId).ToHashSet(), cancellationToken);
        if (expected?.Agencies.FirstOrDefault(agency => agency.AgencyId == agencyId) is { } standing)
        {
            var taken = rows.Keys.Where(id => expected.Counted.TryGetValue(id, out var by) && by == agencyId).ToList();
            return new Place(standing, reports[expected.Receivers[agencyId]], taken, taken.Select(id => rows[id]).ToHashSet(), expected.Receivers.Where(pair => pair.Value == agencyId).Select(pair => pair.Key).ToHashSet());
        }

        if (!rows.TryGetValue(agencyId, out var giver))
        {
            return null;
        }

        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(agency => agency.AgencyId == agencyId, cancellationToken);
        var (ids, path) = (rows.Where(row => row.Value == giver).Select(row => row.Key).Concat(reports.Keys).ToArray(), agency.Path);
        var paths = await db.Set<Agency>().Where(one => EF.Parameter(ids).Contains(one.AgencyId)).ToDictionaryAsync(one => one.AgencyId, one => one.Path, cancellationToken);
        var above = reports.Values.Where(report => paths.TryGetValue(report.AgencyId, out var its) && path.StartsWith(its, StringComparison.Ordinal)).MaxBy(report => paths[report.AgencyId].Length) ?? reports[period.OwnerAgencyId];
        return new Place(agency, above, [.. rows.Where(row => row.Value == giver && !reports.ContainsKey(row.Key) && IsBelow(row.Key)).Select(row => row.Key)], new HashSet<Guid> { giver }, reports.Values.Where(report => report.ParentReportId == above.ReportId && IsBelow(report.AgencyId)).Select(report => report.AgencyId).ToHashSet());

        bool IsBelow(Guid id) => paths.TryGetValue(id, out var its) && its.StartsWith(path, StringComparison.Ordinal);
    }

    /// <summary>What went over is no longer counted here, nor in what this one took from below.</summary>
    private async Task RefreshAsync(Report giver, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(giver, cancellationToken);
        if (await db.Set<ReportTaken>().AnyAsync(taken => taken.ParentReportId == giver.ReportId && !db.Set<Report>().Any(report => report.ReportId == taken.ReportId && report.ParentReportId == giver.ReportId), cancellationToken))
        {
            await rollUp.TakeAsync(open, cancellationToken);
        }

        await desk.RefreshAsync(open, cancellationToken);
    }

    /// <param name="Above">The report into which its own goes.</param>
    /// <param name="Moving">Agencies that its report counts from now on.</param>
    /// <param name="Givers">The reports that counted them until now.</param>
    /// <param name="Below">Agencies whose reports go into its own from now on.</param>
    private sealed record Place(Agency Agency, Report Above, IReadOnlyList<Guid> Moving, IReadOnlySet<Guid> Givers, IReadOnlySet<Guid> Below);
}
