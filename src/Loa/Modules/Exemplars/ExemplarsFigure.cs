using System.Runtime.CompilerServices;
using Loa.Data;
using Loa.Platform;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Exemplars;

/// <summary>How many examples, models, initiatives and movements of an agency were recognised.</summary>
internal sealed class ExemplarsFigure(LoaDbContext db) : IFigure
{
    public string Key => "exemplars.recognised";

    public string Title => "Số gương điển hình, mô hình, sáng kiến được công nhận";

    public string Explanation => "Số gương điển hình, mô hình, sáng kiến, phong trào của cơ quan được công nhận trong kỳ.";

    public async Task<IReadOnlyDictionary<Guid, FigureValue>> OfAsync(FigureAsk ask, CancellationToken cancellationToken)
    {
        var rows = await Recognised(ask).GroupBy(exemplar => exemplar.AgencyId).Select(group => new { group.Key, All = group.Count() }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Key, row => new FigureValue(row.All));
    }

    public async IAsyncEnumerable<FigureRow> RowsAsync(FigureAsk ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var exemplar in Recognised(ask).OrderBy(exemplar => exemplar.ReviewedAt).ThenBy(exemplar => exemplar.ExemplarId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new FigureRow(exemplar.AgencyId, Calendar.DayOf(exemplar.ReviewedAt!.Value), exemplar.Title, 1, ExemplarLinks.Exemplar(exemplar.ExemplarId));
        }
    }

    private IQueryable<Exemplar> Recognised(FigureAsk ask)
    {
        var (agencies, (first, end)) = (ask.Agencies.ToArray(), Calendar.Moments(ask.From, ask.To));
        return db.Set<Exemplar>().AsNoTracking().Where(exemplar => EF.Parameter(agencies).Contains(exemplar.AgencyId) && exemplar.State == ExemplarState.Recognised && exemplar.Kind != ExemplarKind.Shortcoming
            && exemplar.ReviewedAt >= first && exemplar.ReviewedAt < end);
    }
}
