using System.Runtime.CompilerServices;
using Loa.Data;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks;

/// <summary>Of the work due in the time, how much was done by its day. What is not due yet is not held against anybody.</summary>
internal sealed class TasksOnTimeFigure(LoaDbContext db, Calendar calendar) : IFigure
{
    public string Key => "tasks.on-time";

    public string Title => "Tỷ lệ nhiệm vụ hoàn thành đúng hạn";

    public string Explanation => "Số nhiệm vụ chủ trì hoặc phối hợp đã xong không sau hạn, chia cho số nhiệm vụ có hạn trong kỳ và đã đến hạn; không tính việc được đề nghị, việc đã rút hoặc không thuộc cơ quan.";

    public bool IsShare => true;

    public async Task<IReadOnlyDictionary<Guid, FigureValue>> OfAsync(FigureAsk ask, CancellationToken cancellationToken)
    {
        var rows = await Due(ask).GroupBy(a => a.HolderAgencyId).Select(group => new { group.Key, All = group.Count(), OnTime = group.Count(a => a.State == AssignmentState.Done && a.DoneOn <= a.DueOn) }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Key, row => new FigureValue(row.OnTime, row.All));
    }

    public async IAsyncEnumerable<FigureRow> RowsAsync(FigureAsk ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = (
            from work in Due(ask)
            join task in db.Set<PlanTask>() on work.PlanTaskId equals task.PlanTaskId
            orderby work.DueOn, work.AssignmentId
            select new { work.AssignmentId, work.HolderAgencyId, work.DueOn, task.Content, OnTime = work.State == AssignmentState.Done && work.DoneOn <= work.DueOn }).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            yield return new FigureRow(row.HolderAgencyId, row.DueOn, row.Content, row.OnTime ? 1 : 0, WorkLinks.Item(row.AssignmentId));
        }
    }

    private IQueryable<Assignment> Due(FigureAsk ask)
    {
        var (from, to, today, agencies) = (ask.From, ask.To, calendar.VietnamToday, ask.Agencies.ToArray());
        var work = db.Set<Assignment>().AsNoTracking().Where(a => EF.Parameter(agencies).Contains(a.HolderAgencyId) && a.Role != AssignmentRole.Monitoring && !a.IsRequest && a.DueOn >= from && a.DueOn <= to
            && (a.State == AssignmentState.Done || (a.State == AssignmentState.Open && a.DueOn < today)));
        return ask.PlanId is { } plan ? work.Where(a => a.PlanId == plan) : work.Where(a => db.Set<Plan>().Any(p => p.PlanId == a.PlanId && p.Status == PlanStatus.Issued));
    }
}
