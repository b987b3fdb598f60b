using System.Runtime.CompilerServices;
using Loa.Data;
using Loa.Platform;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks;

/// <summary>Of the difficulties an agency raised in the time, how many were answered.</summary>
internal sealed class DifficultiesFigure(LoaDbContext db) : IFigure
{
    public string Key => "difficulties.answered";

    public string Title => "Khó khăn, vướng mắc được trả lời";

    public string Explanation => "Số khó khăn, vướng mắc cơ quan nêu trong kỳ đã được trả lời, chia cho số đã nêu.";

    public bool IsShare => true;

    public async Task<IReadOnlyDictionary<Guid, FigureValue>> OfAsync(FigureAsk ask, CancellationToken cancellationToken)
    {
        var rows = await Raised(db, ask).GroupBy(d => d.RaisedByAgencyId).Select(group => new { group.Key, All = group.Count(), Answered = group.Count(d => d.State != DifficultyState.Open) }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Key, row => new FigureValue(row.Answered, row.All));
    }

    public async IAsyncEnumerable<FigureRow> RowsAsync(FigureAsk ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var d in Raised(db, ask).OrderBy(d => d.RaisedAt).ThenBy(d => d.DifficultyId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new FigureRow(d.RaisedByAgencyId, Calendar.DayOf(d.RaisedAt), d.Text, d.State == DifficultyState.Open ? 0 : 1, WorkLinks.Difficulty(d.DifficultyId));
        }
    }

    internal static IQueryable<Difficulty> Raised(LoaDbContext db, FigureAsk ask)
    {
        var (agencies, (first, end)) = (ask.Agencies.ToArray(), Calendar.Moments(ask.From, ask.To));
        var raised = db.Set<Difficulty>().AsNoTracking().Where(d => EF.Parameter(agencies).Contains(d.RaisedByAgencyId) && d.RaisedAt >= first && d.RaisedAt < end);
        return ask.PlanId is { } plan ? raised.Where(d => d.PlanId == plan) : raised;
    }
}
