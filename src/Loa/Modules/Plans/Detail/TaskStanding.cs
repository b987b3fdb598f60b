using Loa.Data;
using Loa.Documents.Plans;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Detail;

/// <summary>How far the leads of a task are; a task that nobody in Loa leads has none.</summary>
internal sealed record TaskStanding(int Leads, int Done, int Late)
{
    public bool IsDone => Leads > 0 && Done == Leads;

    /// <summary>A task without leads is judged by its day, any other by who has yet to finish it, extensions included.</summary>
    public static bool IsLate(PlanTask task, TaskStanding? standing, DateOnly today) => standing is null ? task.IsOverdue(today) : standing.Late > 0;

    public static async Task<IReadOnlyDictionary<Guid, TaskStanding>> OfAsync(LoaDbContext db, Guid planId, DateOnly today, CancellationToken cancellation) =>
        await db.Set<Assignment>().AsNoTracking()
            .Where(a => a.PlanId == planId && a.Role == AssignmentRole.Lead && (a.State == AssignmentState.Open || a.State == AssignmentState.Done))
            .GroupBy(a => a.PlanTaskId)
            .Select(group => new
            {
                group.Key,
                Leads = group.Count(),
                Done = group.Count(a => a.State == AssignmentState.Done),
                Late = group.Count(a => a.State == AssignmentState.Open && !a.IsRequest && a.DueOn < today),
            }).ToDictionaryAsync(row => row.Key, row => new TaskStanding(row.Leads, row.Done, row.Late), cancellation);
}
