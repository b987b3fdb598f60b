using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports.Composing;

/// <summary>What one of the reports below says; figures without a row have none.</summary>
internal sealed record BelowRow(Guid ReportId, string AgencyName, IReadOnlyDictionary<Guid, (long? Value, long? Of)> Figures);

/// <summary>An agency whose report has not been accepted.</summary>
/// <param name="State">In Vietnamese, as a document says it.</param>
internal sealed record MissingAgency(string Name, string State);

/// <summary>The reports that stand behind the figures of one above: those it was rolled up from, as they were then.</summary>
internal sealed class ReportsBelow(LoaDbContext db, ReportDesk desk)
{
    public Task<int> CountAsync(Report report, CancellationToken cancellationToken) => Counted(report).CountAsync(cancellationToken);

    /// <summary>One agency after the other, in the order of official lists: what is alive is one row, however many agencies there are.</summary>
    /// <param name="figureIds">Figures wanted.</param>
    public async IAsyncEnumerable<BelowRow> RowsAsync(Report report, IReadOnlyCollection<Guid> figureIds, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cells = (
            from below in Counted(report)
            join figure in db.Set<ReportFigure>().Where(figure => figureIds.Contains(figure.FigureId)) on below.ReportId equals figure.ReportId into figures
            from figure in figures.DefaultIfEmpty()
            orderby below.Level, below.SortOrder, below.ReportId
            select new { below.ReportId, below.AgencyName, FigureId = (Guid?)figure!.FigureId, figure.Value, figure.Of }).AsAsyncEnumerable();
        (Guid Id, string Name)? agency = null;
        var values = new Dictionary<Guid, (long? Value, long? Of)>();
        await foreach (var cell in cells.WithCancellation(cancellationToken))
        {
            if (agency is { } last && last.Id != cell.ReportId)
            {
                yield return new BelowRow(last.Id, last.Name, values);
                values = [];
            }

            agency = (cell.ReportId, cell.AgencyName);
            if (cell.FigureId is { } figureId)
            {
                values[figureId] = (cell.Value, cell.Of);
            }
        }

        if (agency is { } end)
        {
            yield return new BelowRow(end.Id, end.Name, values);
        }
    }

    /// <summary>By figure: what they add up to.</summary>
    public async Task<Dictionary<Guid, (long? Value, long? Of)>> SumsAsync(Report report, CancellationToken cancellationToken) => (await (
        from below in Counted(report)
        join figure in db.Set<ReportFigure>() on below.ReportId equals figure.ReportId
        group figure by figure.FigureId into figures
        select new { figures.Key, Value = figures.Sum(figure => figure.Value), Of = figures.Sum(figure => figure.Of), Values = figures.Count(figure => figure.Value != null), Ofs = figures.Count(figure => figure.Of != null) }).ToListAsync(cancellationToken))
        .ToDictionary(sum => sum.Key, sum => (sum.Values == 0 ? null : sum.Value, sum.Ofs == 0 ? null : sum.Of));

    /// <summary>Of a report that was sent, those it named then; else those that are missing now.</summary>
    public async Task<IReadOnlyList<MissingAgency>> MissingAsync(Report report, CancellationToken cancellationToken)
    {
        if (!report.IsOpen)
        {
            return [.. ReportContent.Read((await desk.VersionAsync(report, cancellationToken)).Content).Missing.Select(name => new MissingAgency(name, "Chưa được tổng hợp khi gửi báo cáo này"))];
        }

        var rows = await db.Set<Report>().Where(below => below.ParentReportId == report.ReportId && !Counted(report).Any(counted => counted.ReportId == below.ReportId))
            .OrderBy(below => below.Level).ThenBy(below => below.SortOrder).ThenBy(below => below.ReportId).Select(below => new { below.AgencyName, below.State }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new MissingAgency(row.AgencyName, row.State switch
        {
            ReportState.Accepted => "Đã tiếp nhận, chưa tổng hợp hoặc đã đổi sau khi tổng hợp",
            ReportState.Sent => "Đã gửi, chưa được tiếp nhận",
            ReportState.Returned => "Bị trả lại, chưa gửi lại",
            _ => "Chưa gửi báo cáo",
        }))];
    }

    /// <summary>Of a report that was sent: what was in it then, whatever became of it since.</summary>
    private IQueryable<Report> Counted(Report report)
    {
        var isOpen = report.IsOpen;
        return db.Set<Report>().AsNoTracking().Where(below => db.Set<ReportTaken>().Any(taken => taken.ParentReportId == report.ReportId && taken.ReportId == below.ReportId && (!isOpen || (taken.Number == below.Sendings && below.State == ReportState.Accepted))));
    }
}
