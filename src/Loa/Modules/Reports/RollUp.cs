using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>
/// Takes accepted reports into the one above: figures by their rule, in one statement however many reports there are. What is corrected below afterwards changes nothing above: it
/// is marked stale, until somebody rolls up again.
/// </summary>
internal sealed class RollUp(LoaDbContext db, ReportPrefiller prefiller, Calendar calendar, AuditScope audit)
{
    /// <summary>Takes the figures in, and writes the prepared sentences of the same agencies anew. Saves, in a transaction of its own: all of it or nothing.</summary>
    /// <returns>How many reports went in.</returns>
    public async Task<int> RunAsync(OpenReport open, CancellationToken cancellationToken)
    {
        // Of thousands the sentences take seconds: they are looked up before anybody has to wait for the row.
        var (ready, own) = (await AcceptedAsync(open.Report.ReportId, cancellationToken), await prefiller.OwnAsync(open, cancellationToken));
        var texts = await prefiller.SentencesAsync(open, own, IdsOf(ready), cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await TakeAsync(open, cancellationToken);
        if (!IdsOf(taken).ToHashSet().SetEquals(IdsOf(ready)))
        {
            texts = await prefiller.SentencesAsync(open, own, IdsOf(taken), cancellationToken);
        }

        ReportPrefiller.Tell(open, texts);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return taken.Count;
    }

    /// <summary>Takes the figures in. Saves, inside the caller's transaction.</summary>
    /// <returns>The reports that went in.</returns>
    public async Task<IReadOnlyList<ReportTaken>> TakeAsync(OpenReport open, CancellationToken cancellationToken)
    {
        audit.Describe("Tổng hợp báo cáo cấp dưới");
        await db.HoldReportAsync(open.Report.ReportId, cancellationToken);
        var taken = await AcceptedAsync(open.Report.ReportId, cancellationToken);
        var sums = (await SumsAsync(open.Report.ReportId, cancellationToken)).ToDictionary(sum => sum.FigureId);
        var latest = open.Outline.Figures.Any(figure => figure.RollUp == RollUpRule.Latest) ? await LatestAsync(open, cancellationToken) : [];
        foreach (var figure in open.Sheet.Definitions)
        {
            var row = open.Sheet[figure.FigureId];
            (row.BelowValue, row.BelowOf) = figure.RollUp switch
            {
                RollUpRule.None => (null, null),
                RollUpRule.Latest => latest.GetValueOrDefault(figure.FigureId),
                _ => sums.TryGetValue(figure.FigureId, out var sum) ? (sum.Reports == 0 ? null : sum.Value, sum.Shares == 0 ? null : sum.Of) : (null, null),
            };
            row.IsStale = false;
        }

        open.Sheet.Settle();
        (open.Report.RolledUpAt, open.Report.ChangedAt) = (calendar.UtcNow, calendar.UtcNow);
        await db.SaveChangesAsync(cancellationToken);
        await db.Set<ReportTaken>().Where(row => row.ParentReportId == open.Report.ReportId).ExecuteDeleteAsync(cancellationToken);
        await db.InsertRowsAsync(taken, cancellationToken);
        return taken;
    }

    private Task<List<ReportTaken>> AcceptedAsync(Guid parentReportId, CancellationToken cancellationToken) =>
        db.Set<Report>().AsNoTracking().Where(report => report.ParentReportId == parentReportId && report.State == ReportState.Accepted)
            .Select(report => new ReportTaken { ParentReportId = parentReportId, ReportId = report.ReportId, Number = report.Sendings }).ToListAsync(cancellationToken);

    private static List<Guid> IdsOf(IReadOnlyList<ReportTaken> reports) => [.. reports.Select(report => report.ReportId)];

    /// <summary>Sums of the accepted reports below: one row a figure.</summary>
    public Task<List<FigureSum>> SumsAsync(Guid parentReportId, CancellationToken cancellationToken) => (
        from report in db.Set<Report>()
        join figure in db.Set<ReportFigure>() on report.ReportId equals figure.ReportId
        where report.ParentReportId == parentReportId && report.State == ReportState.Accepted
        group figure by figure.FigureId into figures
        select new FigureSum(figures.Key, figures.Sum(figure => figure.Value ?? 0), figures.Sum(figure => figure.Of ?? 0), figures.Count(figure => figure.Value != null), figures.Count(figure => figure.Of != null))).ToListAsync(cancellationToken);

    /// <summary>Of each figure, what the report says that was sent last and has one.</summary>
    private async Task<Dictionary<Guid, (long? Value, long? Of)>> LatestAsync(OpenReport open, CancellationToken cancellationToken)
    {
        var ids = open.Outline.Figures.Where(figure => figure.RollUp == RollUpRule.Latest).Select(figure => figure.FigureId).ToList();
        var rows = await (
            from report in db.Set<Report>()
            join figure in db.Set<ReportFigure>() on report.ReportId equals figure.ReportId
            where report.ParentReportId == open.Report.ReportId && report.State == ReportState.Accepted && ids.Contains(figure.FigureId) && figure.Value != null
            orderby report.SentAt, report.ReportId
            select new { figure.FigureId, figure.Value, figure.Of }).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.FigureId).ToDictionary(group => group.Key, group => (group.Last().Value, group.Last().Of));
    }
}

/// <param name="Reports">How many of them have a value: with none, nothing is known.</param>
/// <param name="Shares">How many have a denominator.</param>
internal sealed record FigureSum(Guid FigureId, long Value, long Of, int Reports, int Shares);
