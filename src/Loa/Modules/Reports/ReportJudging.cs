using Loa.Data;
using Loa.Modules.Notifications;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>What a receiver does with reports, and who is told of it. Everything but <see cref="AcceptAllAsync"/> is saved by the caller, in a transaction of its own.</summary>
internal sealed class ReportJudging(LoaDbContext db, ReportDesk desk, Notifier notifier, AuditScope audit, Calendar calendar)
{
    /// <summary>Accepted at once in one transaction.</summary>
    private const int AtOnce = 50;

    public async Task AcceptAsync(OpenReport open, CancellationToken cancellationToken)
    {
        await desk.AcceptAsync(open.Report, cancellationToken);
        await MarkStaleAsync(open.Period, [open.Report], cancellationToken);
        await TellAcceptedAsync(open.Period, [open.Report], cancellationToken);
    }

    public async Task ReturnAsync(OpenReport open, string? remark, IReadOnlyDictionary<Guid, string> remarks, CancellationToken cancellationToken)
    {
        var wasAccepted = open.Report.State == ReportState.Accepted;
        await desk.ReturnAsync(open, remark, remarks, cancellationToken);
        if (wasAccepted)
        {
            await MarkStaleAsync(open.Period, [open.Report], cancellationToken);
        }

        await TellWritersAsync(open, $"Báo cáo bị trả lại: {open.Period.Title}", remark ?? "Xem nhận xét ở từng mục.", null, cancellationToken);
    }

    /// <summary>Accepts every sent report below one, as far as <paramref name="received"/> reaches; saves some at a time.</summary>
    /// <returns>How many were accepted, and how many could not be.</returns>
    public async Task<(int Accepted, int Refused)> AcceptAllAsync(Guid parentReportId, IQueryable<Report> received, CancellationToken cancellationToken)
    {
        var ids = await received.Where(report => report.ParentReportId == parentReportId && report.State == ReportState.Sent).OrderBy(report => report.ReportId).Select(report => report.ReportId).ToListAsync(cancellationToken);
        var period = await db.Set<ReportingPeriod>().AsNoTracking().SingleAsync(p => db.Set<Report>().Any(above => above.ReportId == parentReportId && above.ReportingPeriodId == p.ReportingPeriodId), cancellationToken);
        var accepted = 0;
        foreach (var some in ids.Chunk(AtOnce))
        {
            try
            {
                accepted += await AcceptSomeAsync(period, [.. some], cancellationToken);
            }
            catch (Exception refusal) when (refusal.IsConflict() || (refusal is DbUpdateException update && update.IsAnotherFirst()))
            {
                // Somebody else judged one of them a moment earlier: those of this lot are left as they now are.
            }

            db.ChangeTracker.Clear();
        }

        return (accepted, ids.Count - accepted);
    }

    public async Task TellReceiverAsync(OpenReport open, CancellationToken cancellationToken)
    {
        if (await ReceiverAsync(open, cancellationToken) is { } receiver)
        {
            await notifier.NotifyAgencyAsync(receiver, Permissions.ReportsRun, ReportDesk.SentKind, $"{open.Report.AgencyName} gửi báo cáo", open.Period.Title, ReportLinks.Report(open.Report.ReportId), $"{ReportDesk.SentKind}/{open.Report.ReportId:N}/{open.Report.Sendings}", cancellationToken);
        }
    }

    public async Task AskAsync(OpenReport open, DateOnly until, string reason, CancellationToken cancellationToken)
    {
        audit.Describe("Xin gia hạn báo cáo", reason);
        (open.Report.AskedUntil, open.Report.AskedReason, open.Report.ChangedAt) = (until, reason, calendar.UtcNow);
        if (await ReceiverAsync(open, cancellationToken) is { } receiver)
        {
            await notifier.NotifyAgencyAsync(receiver, Permissions.ReportsRun, ReportDesk.SentKind, $"{open.Report.AgencyName} xin gia hạn báo cáo đến {Formats.Date(until)}", reason, ReportLinks.Report(open.Report.ReportId), $"{ReportDesk.SentKind}/ask/{open.Report.ReportId:N}/{open.Report.Revision}", cancellationToken);
        }
    }

    public async Task DecideAsync(OpenReport open, bool grant, CancellationToken cancellationToken)
    {
        if (open.Report.AskedUntil is not { } until)
        {
            return;
        }

        audit.Describe(grant ? "Đồng ý gia hạn báo cáo" : "Không đồng ý gia hạn báo cáo");
        // The period itself may have been moved further meanwhile: nobody loses days by being granted some.
        if (grant && until > open.Report.DueOn)
        {
            (open.Report.DueOn, open.Report.ExtensionReason) = (until, open.Report.AskedReason);
        }

        (open.Report.AskedUntil, open.Report.AskedReason, open.Report.ChangedAt) = (null, null, calendar.UtcNow);
        await TellWritersAsync(open, grant ? $"Được gia hạn báo cáo đến {Formats.Date(open.Report.DueOn)}" : "Không được gia hạn báo cáo", open.Period.Title, "decide", cancellationToken);
    }

    public async Task ExtendAsync(OpenReport open, DateOnly until, string reason, CancellationToken cancellationToken)
    {
        audit.Describe("Gia hạn báo cáo", reason);
        (open.Report.DueOn, open.Report.ExtensionReason, open.Report.AskedUntil, open.Report.AskedReason, open.Report.ChangedAt) = (until, reason, null, null, calendar.UtcNow);
        await TellWritersAsync(open, $"Được gia hạn báo cáo đến {Formats.Date(until)}", reason, "extend", cancellationToken);
    }

    /// <summary>The agency that takes in what goes to the owner is the one it goes through.</summary>
    private async Task<Guid?> ReceiverAsync(OpenReport open, CancellationToken cancellationToken)
    {
        var above = await db.Set<Report>().Where(report => report.ReportId == open.Report.ParentReportId).Select(report => new { report.HolderAgencyId, report.ParentReportId }).FirstOrDefaultAsync(cancellationToken);
        return above is { ParentReportId: null } ? open.Period.ThroughAgencyId ?? above.HolderAgencyId : above?.HolderAgencyId;
    }

    /// <param name="act">Of several in one sending; the revision tells each from the one before, also where the words are the same.</param>
    private Task TellWritersAsync(OpenReport open, string title, string? text, string? act, CancellationToken cancellationToken) => notifier.NotifyAgencyAsync(
        open.Report.HolderAgencyId, Permissions.ReportsFill, ReportDesk.ReturnedKind, title, text, ReportLinks.Report(open.Report.ReportId),
        $"{ReportDesk.ReturnedKind}/{open.Report.ReportId:N}/{(act is null ? $"{open.Report.Sendings}" : $"{act}/{open.Report.Revision}")}", cancellationToken);

    private async Task TellAcceptedAsync(ReportingPeriod period, List<Report> reports, CancellationToken cancellationToken)
    {
        var people = await notifier.PeopleAsync([.. reports.Select(report => report.HolderAgencyId).Distinct()], Permissions.ReportsFill, cancellationToken);
        await notifier.NotifyAsync(
            ReportDesk.AcceptedKind,
            [.. reports.SelectMany(report => people[report.HolderAgencyId].Select(person => new Notice(person, $"Đã tiếp nhận báo cáo: {period.Title}", null, ReportLinks.Report(report.ReportId), $"{ReportDesk.AcceptedKind}/{report.ReportId:N}/{report.Sendings}")))],
            cancellationToken);
    }

    private async Task<int> AcceptSomeAsync(ReportingPeriod period, List<Guid> some, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var waiting = db.Set<Report>().Where(report => some.Contains(report.ReportId) && report.State == ReportState.Sent);
        // Held before the one above, as a single one is: whoever judges or takes back one of them waits, or is waited for.
        await waiting.ExecuteUpdateAsync(set => set.SetProperty(report => report.ChangedAt, report => report.ChangedAt), cancellationToken);
        var reports = await waiting.ToListAsync(cancellationToken);
        // Only where something should have gone in can it be missing.
        var above = await waiting.Where(report => db.Set<Report>().Any(below => below.ParentReportId == report.ReportId)).Select(report => report.ReportId).ToListAsync(cancellationToken);
        var accepted = new List<Report>();
        foreach (var report in reports)
        {
            if (!above.Contains(report.ReportId) || await desk.RefusalAsync(report, cancellationToken) is null)
            {
                await desk.AcceptAsync(report, cancellationToken);
                accepted.Add(report);
            }
        }

        if (accepted.Count > 0)
        {
            await MarkStaleAsync(period, accepted, cancellationToken);
            await TellAcceptedAsync(period, accepted, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return accepted.Count;
    }

    /// <summary>
    /// Before saving, for reports below one that become accepted, or that were accepted and are so no longer: the figures above that are no longer what the reports below say are
    /// marked. Inside the caller's transaction.
    /// </summary>
    private async Task MarkStaleAsync(ReportingPeriod period, List<Report> reports, CancellationToken cancellationToken)
    {
        if (reports[0].ParentReportId is not { } parentId)
        {
            return;
        }

        await db.HoldReportAsync(parentId, cancellationToken);
        if (await db.Set<Report>().AsNoTracking().Where(parent => parent.ReportId == parentId).Select(parent => parent.RolledUpAt).SingleAsync(cancellationToken) is null)
        {
            return;
        }

        var (ids, outlineId) = (reports.Select(report => report.ReportId).ToList(), period.ReportOutlineId);
        var valid = reports.Where(report => report.State == ReportState.Accepted).Select(report => report.ReportId).ToList();
        var then = await FiguresAsync(
            from taken in db.Set<ReportTaken>()
            where taken.ParentReportId == parentId && ids.Contains(taken.ReportId)
            join version in db.Set<ReportVersion>() on new { taken.ReportId, taken.Number } equals new { version.ReportId, version.Number }
            select version, cancellationToken);
        var now = await FiguresAsync(
            from report in db.Set<Report>()
            where valid.Contains(report.ReportId)
            join version in db.Set<ReportVersion>() on new { report.ReportId, Number = report.Sendings } equals new { version.ReportId, version.Number }
            select version, cancellationToken);
        var changed = then.Keys.Union(now.Keys).Where(key => then.GetValueOrDefault(key) != now.GetValueOrDefault(key)).Select(key => key.FigureId).Distinct().ToList();
        // A figure that is the agency's own only takes nothing from below.
        await db.Set<ReportFigure>()
            .Where(figure => figure.ReportId == parentId && !figure.IsStale && changed.Contains(figure.FigureId)
                && !db.Set<OutlineFigure>().Any(own => own.ReportOutlineId == outlineId && own.FigureId == figure.FigureId && own.RollUp == RollUpRule.None))
            .ExecuteUpdateAsync(set => set.SetProperty(figure => figure.IsStale, true).SetProperty(figure => figure.Revision, figure => figure.Revision + 1), cancellationToken);
    }

    private static async Task<Dictionary<(Guid ReportId, Guid FigureId), (long? Value, long? Of)>> FiguresAsync(IQueryable<ReportVersion> versions, CancellationToken cancellationToken) =>
        (await versions.Select(version => new { version.ReportId, version.Content }).ToListAsync(cancellationToken))
        .SelectMany(version => ReportContent.Read(version.Content).Figures.Select(figure => (version.ReportId, figure)))
        .ToDictionary(said => (said.ReportId, said.figure.FigureId), said => (said.figure.Value, said.figure.Of));
}
