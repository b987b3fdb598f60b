using System.Runtime.CompilerServices;
using Loa.Data;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies;

/// <summary>How many people work for an agency, as last counted by the end of the days.</summary>
internal sealed class HeadcountFigure(LoaDbContext db) : IFigure
{
    public string Key => "agency.headcount";

    public string Title => "Số cán bộ, công chức, viên chức, người lao động của cơ quan";

    public string Explanation => "Số người theo lần kiểm đếm gần nhất tính đến cuối kỳ.";

    public async Task<IReadOnlyDictionary<Guid, FigureValue>> OfAsync(FigureAsk ask, CancellationToken cancellationToken) =>
        (await LastAsync(ask, cancellationToken)).ToDictionary(count => count.AgencyId, count => new FigureValue(count.Count));

    public async IAsyncEnumerable<FigureRow> RowsAsync(FigureAsk ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var count in (await LastAsync(ask, cancellationToken)).OrderBy(count => count.CountedOn).ThenBy(count => count.AgencyId))
        {
            yield return new FigureRow(count.AgencyId, count.CountedOn, Title, count.Count, null);
        }
    }

    private async Task<IEnumerable<AgencyHeadcount>> LastAsync(FigureAsk ask, CancellationToken cancellationToken)
    {
        var (ids, to) = (ask.Agencies.ToArray(), ask.To);
        var counts = await db.Set<AgencyHeadcount>().AsNoTracking().Where(count => EF.Parameter(ids).Contains(count.AgencyId) && count.CountedOn <= to).ToListAsync(cancellationToken);
        return counts.GroupBy(count => count.AgencyId).Select(group => group.MaxBy(count => count.CountedOn)!);
    }
}
