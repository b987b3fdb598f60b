using Loa.Data;
using Loa.Modules.Notifications;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>What a receiver does with reports, and who is told of it. Everything but <see cref="AcceptAllAsync"/> is saved by the caller, in a transaction of its own.</summary>
internal sealed class ReportJudging(LoaDbContext db, ReportDesk desk, RollUp rollUp, Notifier notifier, AuditScope audit, Calendar calendar)
{
    /// <summary>Accepted at once in one transaction; a thousand take as long as many clicks would.</summary>
    private const int AtOnce = 50;

    public async Task AcceptAsync(OpenReport open, CancellationToken cancellationToken)
    {
        await desk.AcceptAsync(open.Report, cancellationToken);
        await rollUp.MarkStaleAsync(open.Report, cancellationToken);
        await TellWritersAsync(open, ReportDesk.AcceptedKind, $"Đã tiếp nhận báo cáo: {open.Period.Title}", null, cancellationToken);
    }

    public async Task ReturnAsync(OpenReport open, string? remark, IReadOnlyDictionary<Guid, string> remarks, CancellationToken cancellationToken)
    {
        var wasAccepted = open.Report.State == ReportState.Accepted;
        await desk.ReturnAsync(open, remark, remarks, cancellationToken);
        if (wasAccepted)
        {
            await rollUp.MarkStaleAsync(open.Report, cancellationToken);
        }

        await TellWritersAsync(open, ReportDesk.ReturnedKind, $"Báo cáo bị trả lại: {open.Period.Title}", remark ?? "Xem nhận xét ở từng mục.", cancellationToken);
    }

    /// <summary>Accepts every sent report below one, as far as <paramref name="received"/> reaches; saves some at a time.</summary>
    /// <returns>How many were accepted, and how many could not be.</returns>
    public async Task<(int Accepted, int Refused)> AcceptAllAsync(Guid parentReportId, IQueryable<Report> received, CancellationToken cancellationToken)
    {
        var ids = await received.Where(report => report.ParentReportId == parentReportId && report.State == ReportState.Sent).Select(report => report.ReportId).ToListAsync(cancellationToken);
        var accepted = 0;
        foreach (var some in ids.Chunk(AtOnce))
        {
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                var count = 0;
                foreach (var report in await db.Set<Report>().Where(report => some.Contains(report.ReportId) && report.State == ReportState.Sent).ToListAsync(cancellationToken))
                {
                    if (await desk.RefusalAsync(report, cancellationToken) is null)
                    {
                        await AcceptAsync(await desk.OpenAsync(report, cancellationToken), cancellationToken);
                        count++;
                    }
                }

                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                accepted += count;
            }
            catch (DbUpdateException refusal) when (refusal.IsAnotherFirst())
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
            await notifier.NotifyAgencyAsync(receiver, Permissions.ReportsRun, ReportDesk.SentKind, $"{open.Report.AgencyName} xin gia hạn báo cáo đến {Formats.Date(until)}", reason, ReportLinks.Report(open.Report.ReportId), $"{ReportDesk.SentKind}/ask/{open.Report.ReportId:N}/{until:yyyy-MM-dd}", cancellationToken);
        }
    }

    public async Task DecideAsync(OpenReport open, bool grant, CancellationToken cancellationToken)
    {
        if (open.Report.AskedUntil is not { } until)
        {
            return;
        }

        audit.Describe(grant ? "Đồng ý gia hạn báo cáo" : "Không đồng ý gia hạn báo cáo");
        if (grant)
        {
            (open.Report.DueOn, open.Report.ExtensionReason) = (until, open.Report.AskedReason);
        }

        (open.Report.AskedUntil, open.Report.AskedReason, open.Report.ChangedAt) = (null, null, calendar.UtcNow);
        await TellWritersAsync(open, ReportDesk.ReturnedKind, grant ? $"Được gia hạn báo cáo đến {Formats.Date(until)}" : "Không được gia hạn báo cáo", open.Period.Title, cancellationToken, $"{until:yyyy-MM-dd}/{grant}");
    }

    public async Task ExtendAsync(OpenReport open, DateOnly until, string reason, CancellationToken cancellationToken)
    {
        audit.Describe("Gia hạn báo cáo", reason);
        (open.Report.DueOn, open.Report.ExtensionReason, open.Report.AskedUntil, open.Report.AskedReason, open.Report.ChangedAt) = (until, reason, null, null, calendar.UtcNow);
        await TellWritersAsync(open, ReportDesk.ReturnedKind, $"Được gia hạn báo cáo đến {Formats.Date(until)}", reason, cancellationToken, $"{until:yyyy-MM-dd}");
    }

    /// <summary>The agency that takes in what goes to the owner is the one it goes through.</summary>
    private async Task<Guid?> ReceiverAsync(OpenReport open, CancellationToken cancellationToken)
    {
        var above = await db.Set<Report>().Where(report => report.ReportId == open.Report.ParentReportId).Select(report => new { report.HolderAgencyId, report.ParentReportId }).FirstOrDefaultAsync(cancellationToken);
        return above is { ParentReportId: null } ? open.Period.ThroughAgencyId ?? above.HolderAgencyId : above?.HolderAgencyId;
    }

    private Task TellWritersAsync(OpenReport open, string kind, string title, string? text, CancellationToken cancellationToken, string? what = null) => notifier.NotifyAgencyAsync(
        open.Report.HolderAgencyId, Permissions.ReportsFill, kind, title, text, ReportLinks.Report(open.Report.ReportId), $"{kind}/{open.Report.ReportId:N}/{what ?? open.Report.Sendings.ToString(System.Globalization.CultureInfo.InvariantCulture)}", cancellationToken);
}
