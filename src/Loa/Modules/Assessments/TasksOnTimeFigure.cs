using Loa.Data;
using Loa.Modules.Plans;
using Loa.Platform;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Assessments;

/// <summary>Of the work due in the time, how much was done by its day. What is not due yet is not held against anybody.</summary>
internal sealed class TasksOnTimeFigure(LoaDbContext db, Calendar calendar) : IAssessmentFigure
{
    public string Key => "tasks.on-time";

    public string Title => "Tỷ lệ nhiệm vụ hoàn thành đúng hạn";

    public string Explanation => "Số nhiệm vụ chủ trì hoặc phối hợp đã xong không sau hạn, chia cho số nhiệm vụ có hạn trong kỳ và đã đến hạn; không tính việc được đề nghị, việc đã rút hoặc không thuộc cơ quan.";

    public bool IsShare => true;

    public bool AsksForms => false;

    public async Task<IReadOnlyDictionary<Guid, FigureValue>> OfAsync(FigureAsk ask, CancellationToken cancellationToken)
    {
        var (from, to, today, agencies) = (ask.From, ask.To, calendar.VietnamToday, ask.Agencies.ToArray());
        var work = db.Set<Assignment>().AsNoTracking().Where(a => EF.Parameter(agencies).Contains(a.HolderAgencyId) && a.Role != AssignmentRole.Monitoring && !a.IsRequest && a.DueOn >= from && a.DueOn <= to
            && (a.State == AssignmentState.Done || (a.State == AssignmentState.Open && a.DueOn < today)));
        work = ask.PlanId is { } plan ? work.Where(a => a.PlanId == plan) : work.Where(a => db.Set<Plan>().Any(p => p.PlanId == a.PlanId && p.Status == PlanStatus.Issued));
        var rows = await work.GroupBy(a => a.HolderAgencyId).Select(group => new { group.Key, All = group.Count(), OnTime = group.Count(a => a.State == AssignmentState.Done && a.DoneOn <= a.DueOn) }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Key, row => new FigureValue(row.OnTime, row.All));
    }
}
