using System.Runtime.CompilerServices;
using Loa.Data;
using Loa.Modules.Plans;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks;

/// <summary>How much work was finished in the time.</summary>
internal sealed class TasksDoneFigure(LoaDbContext db) : IFigure
{
    public string Key => "tasks.done";

    public string Title => "Số nhiệm vụ hoàn thành";

    public string Explanation => "Số nhiệm vụ chủ trì hoặc phối hợp được ghi hoàn thành trong kỳ.";

    public async Task<IReadOnlyDictionary<Guid, FigureValue>> OfAsync(FigureAsk ask, CancellationToken cancellationToken)
    {
        var rows = await Done(ask).GroupBy(a => a.HolderAgencyId).Select(group => new { group.Key, All = group.Count() }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Key, row => new FigureValue(row.All));
    }

    public async IAsyncEnumerable<FigureRow> RowsAsync(FigureAsk ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = (
            from work in Done(ask)
            join task in db.Set<PlanTask>() on work.PlanTaskId equals task.PlanTaskId
            orderby work.DoneOn, work.AssignmentId
            select new { work.AssignmentId, work.HolderAgencyId, work.DoneOn, task.Content }).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            yield return new FigureRow(row.HolderAgencyId, row.DoneOn, row.Content, 1, WorkLinks.Item(row.AssignmentId));
        }
    }

    private IQueryable<Assignment> Done(FigureAsk ask)
    {
        var (from, to, agencies) = (ask.From, ask.To, ask.Agencies.ToArray());
        var work = db.Set<Assignment>().AsNoTracking().Where(a => EF.Parameter(agencies).Contains(a.HolderAgencyId) && a.Role != AssignmentRole.Monitoring && a.State == AssignmentState.Done && a.DoneOn >= from && a.DoneOn <= to);
        return ask.PlanId is { } plan ? work.Where(a => a.PlanId == plan) : work;
    }
}
