using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans;

/// <summary>A task of the plan above, as the task that carries it out points to it.</summary>
internal sealed record CarriedClause(Guid PlanId, Guid PlanTaskId, string Subject, string? Reference, string? Printed, int Ordinal, string Content)
{
    /// <summary>Its number in that plan.</summary>
    public string Number => Printed ?? Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>An agency's own task that carries out one of the plan above, and how far the agency is with it.</summary>
internal sealed record OwnTask(Guid PlanId, Guid PlanTaskId, string? PlanReference, string PlanSubject, string Content, string? InCharge, DateOnly? DueOn, Guid? AssignmentId, AssignmentState? State);

/// <summary>Up and down the cascade of plans, task by task.</summary>
internal static class Cascade
{
    private const int Most = 50;

    public static async Task<CarriedClause?> ClauseAsync(this LoaDbContext db, Guid? parentTaskId, CancellationToken cancellationToken) => parentTaskId is not { } id
        ? null
        : await (
            from task in db.Set<PlanTask>().AsNoTracking()
            join plan in db.Set<Plan>() on task.PlanId equals plan.PlanId
            where task.PlanTaskId == id
            select new CarriedClause(plan.PlanId, task.PlanTaskId, plan.Subject, plan.Reference, task.Number, task.Ordinal, task.Content)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>What the agency's own plans in force do for a task that it was given.</summary>
    public static Task<List<OwnTask>> CarriedOutByAsync(this LoaDbContext db, Guid parentTaskId, Guid agencyId, CancellationToken cancellationToken) => (
        from task in db.Set<PlanTask>().AsNoTracking()
        join plan in db.Set<Plan>() on task.PlanId equals plan.PlanId
        join given in db.Set<Assignment>().Where(a => a.HolderAgencyId == agencyId) on task.PlanTaskId equals given.PlanTaskId into all
        from work in all.DefaultIfEmpty()
        where task.ParentTaskId == parentTaskId && plan.OwnerAgencyId == agencyId && plan.Status == PlanStatus.Issued
        orderby plan.IssuedAt, task.Ordinal
        select new OwnTask(plan.PlanId, task.PlanTaskId, plan.Reference, plan.Subject, task.Content, task.InCharge, work == null ? task.DueOn : work.DueOn, work == null ? null : work.AssignmentId, work == null ? null : work.State))
        .Take(Most).ToListAsync(cancellationToken);
}
