using Loa.Data;
using Loa.Modules.Plans;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks;

/// <summary>
/// One job in two plans: what an agency was given by the plan above, and the tasks of its own plan that carry it out. On its list the job is one line, so what is
/// delivered and the day it is due are kept alike on both.
/// </summary>
internal sealed class CarriedWork(LoaDbContext db)
{
    /// <summary>What the agency was given above and does by this task of its own plan, while that is open.</summary>
    public async Task<Assignment?> AboveAsync(Assignment own, CancellationToken cancellationToken)
    {
        var clause = await db.Set<PlanTask>().Where(task => task.PlanTaskId == own.PlanTaskId).Select(task => task.ParentTaskId).SingleAsync(cancellationToken);
        return clause is null ? null : await db.Set<Assignment>().Where(a => a.PlanTaskId == clause && a.HolderAgencyId == own.HolderAgencyId && a.State == AssignmentState.Open)
            .OrderBy(a => a.Role).ThenBy(a => a.AssignmentId).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The tasks of the agency's own plans that carry the work out, finished ones included.</summary>
    public Task<List<Assignment>> BelowAsync(Assignment above, CancellationToken cancellationToken) => db.Set<Assignment>()
        .Where(a => a.HolderAgencyId == above.HolderAgencyId && (a.State == AssignmentState.Open || a.State == AssignmentState.Done)
            && db.Set<PlanTask>().Any(task => task.PlanTaskId == a.PlanTaskId && task.ParentTaskId == above.PlanTaskId && task.Plan!.OwnerAgencyId == above.HolderAgencyId && task.Plan.Status == PlanStatus.Issued))
        .OrderBy(a => a.AssignmentId).ToListAsync(cancellationToken);

    /// <summary>Products of everything the agency does for the work above, added up there. True when that changed.</summary>
    public async Task<bool> AddUpAsync(Assignment above, CancellationToken cancellationToken)
    {
        var below = await BelowAsync(above, cancellationToken);
        var (done, total) = (Math.Min(Assignment.ProductsMost, below.Sum(own => own.ProductsDone)), Math.Min(Assignment.ProductsMost, below.Sum(own => own.ProductsTotal)));
        if (total == 0 || (above.ProductsDone == done && above.ProductsTotal == total))
            return false;
        (above.ProductsDone, above.ProductsTotal) = (done, total);
        return true;
    }

    /// <summary>
    /// The day granted above holds for the agency's own tasks too: for one that was due on the same day, and for the only one there is. An earlier day that the
    /// agency set itself for a part of the job stays. Gives those that moved.
    /// </summary>
    public async Task<IReadOnlyList<Assignment>> MoveAsync(Assignment above, DateOnly was, DateOnly to, CancellationToken cancellationToken)
    {
        var open = (await BelowAsync(above, cancellationToken)).Where(own => own.IsOpen && own.DueOn < to).ToList();
        var moved = open.Where(own => own.DueOn == was || open.Count == 1).ToList();
        moved.ForEach(own => own.DueOn = to);
        return moved;
    }
}
