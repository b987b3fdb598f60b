using Loa.Data;
using Loa.Modules.Plans;
using Loa.Modules.Tasks;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Commands.Demo;

/// <summary>What agencies have done with the plan by now: most of what was due is finished, some is late, some asks for help.</summary>
internal sealed class DemoWork(LoaDbContext db, WorkDesk desk, DifficultyDesk difficulties, Calendar calendar, CurrentUser user)
{
    /// <summary>Of the work that is due, four in five is done, in a fixed pattern so that every demo looks the same.</summary>
    public async Task SpreadAsync(Guid planId, CancellationToken cancellationToken)
    {
        var today = calendar.VietnamToday;
        var due = await (
            from work in db.Set<Assignment>()
            join task in db.Set<PlanTask>() on work.PlanTaskId equals task.PlanTaskId
            join agency in db.Set<Modules.Agencies.Agency>() on work.HolderAgencyId equals agency.AgencyId
            where work.PlanId == planId && work.State == AssignmentState.Open && !work.IsRequest && work.DueOn != null
            orderby task.Ordinal, agency.Path
            select work).ToListAsync(cancellationToken);
        for (var i = 0; i < due.Count; i++)
        {
            if (due[i].DueOn < today && i % 5 != 3)
            {
                await desk.FinishAsync(due[i], "Đã hoàn thành, sản phẩm lưu tại cơ quan.", cancellationToken);
            }
            else if (i % 4 == 0)
            {
                await desk.DeliverAsync(due[i], 1, 2, "Đang thực hiện, đã xong phần đầu.", cancellationToken);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task AskAsync(Guid planId, CancellationToken cancellationToken)
    {
        if (await MineAsync(planId).FirstOrDefaultAsync(work => work.DueOn != null, cancellationToken) is { DueOn: { } due } work)
        {
            await desk.AskExtensionAsync(work, due.AddDays(15), "Nhà in giao tài liệu muộn so với hợp đồng.", cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task RaiseAsync(Guid planId, CancellationToken cancellationToken)
    {
        var plan = await db.Set<Plan>().SingleAsync(candidate => candidate.PlanId == planId, cancellationToken);
        if (await MineAsync(planId).FirstOrDefaultAsync(cancellationToken) is { } work)
        {
            await difficulties.RaiseAsync(plan, work.AssignmentId, work.HolderAgencyId, "Cụm loa ở hai thôn vùng cao bị hỏng, chưa có kinh phí sửa chữa; đề nghị hướng dẫn nguồn kinh phí.", cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private IQueryable<Assignment> MineAsync(Guid planId) =>
        db.Set<Assignment>().Where(work => work.PlanId == planId && work.HolderAgencyId == user.AgencyId && work.State == AssignmentState.Open && !work.IsRequest).OrderBy(work => work.DueOn == null).ThenBy(work => work.DueOn).ThenBy(work => work.AssignmentId);
}
