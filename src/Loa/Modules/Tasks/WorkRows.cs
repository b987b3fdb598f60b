using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Plans;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks;

/// <summary>A piece of work as lists show it.</summary>
internal sealed record WorkRow(
    Guid AssignmentId, Guid PlanId, Guid PlanTaskId, string PlanSubject, string? PlanReference, string? PlanIssuer, int Ordinal, string? Number, string Content, string? When,
    TimeframeKind? Kind, AssignmentRole Role, bool IsRequest, AssignmentState State, DateOnly? DueOn, int ProductsDone, int ProductsTotal, Guid? AssigneeId, bool IsInherited)
{
    public int Percent => State == AssignmentState.Done ? 100 : Math.Min(100, ProductsDone * 100 / Math.Max(1, ProductsTotal));

    public WorkBucket BucketOn(DateOnly today) => WorkBuckets.Of(State, IsRequest, DueOn, today);
}

internal static class WorkQueries
{
    /// <summary>What an agency carries now, of plans in force: also what it took over from agencies that ended.</summary>
    public static IQueryable<Assignment> HeldBy(this LoaDbContext db, Guid agencyId) =>
        db.Set<Assignment>().AsNoTracking().Where(assignment => assignment.HolderAgencyId == agencyId);

    /// <summary>Without what a task of the agency's own plan stands for: each job is one line of its list.</summary>
    public static IQueryable<Assignment> OnItsList(this IQueryable<Assignment> held, LoaDbContext db) =>
        // Hardly any task has one above it: saying so lets the database begin with those few.
        held.Where(assignment => !db.Set<PlanTask>().Any(own => own.ParentTaskId != null && own.ParentTaskId == assignment.PlanTaskId
            && db.Set<Assignment>().Any(mine => mine.PlanTaskId == own.PlanTaskId && mine.HolderAgencyId == assignment.HolderAgencyId && mine.State != AssignmentState.Withdrawn)));

    public static IQueryable<Assignment> In(this IQueryable<Assignment> assignments, WorkBucket bucket, DateOnly today)
    {
        var sunday = WorkBuckets.EndOfWeek(today);
        return bucket switch
        {
            WorkBucket.Done => assignments.Where(a => a.State == AssignmentState.Done),
            WorkBucket.Aside => assignments.Where(a => a.State == AssignmentState.NotApplicable || a.State == AssignmentState.Withdrawn),
            WorkBucket.Overdue => assignments.Where(a => a.State == AssignmentState.Open && !a.IsRequest && a.DueOn < today),
            WorkBucket.ThisWeek => assignments.Where(a => a.State == AssignmentState.Open && !a.IsRequest && a.DueOn >= today && a.DueOn <= sunday),
            WorkBucket.Later => assignments.Where(a => a.State == AssignmentState.Open && !a.IsRequest && a.DueOn > sunday),
            _ => assignments.Where(a => a.State == AssignmentState.Open && (a.IsRequest || a.DueOn == null)),
        };
    }

    /// <summary>By what is due, then as the plans have it.</summary>
    public static IQueryable<WorkRow> AsRows(this IQueryable<Assignment> assignments, LoaDbContext db) =>
        from assignment in assignments
        join task in db.Set<PlanTask>() on assignment.PlanTaskId equals task.PlanTaskId
        join plan in db.Set<Plan>() on assignment.PlanId equals plan.PlanId
        orderby assignment.DueOn == null, assignment.DueOn, plan.IssuedAt descending, task.Ordinal, assignment.AssignmentId
        select new WorkRow(
            assignment.AssignmentId, plan.PlanId, task.PlanTaskId, plan.Subject, plan.Reference, plan.Issuer, task.Ordinal, task.Number, task.Content, task.When,
            assignment.Kind, assignment.Role, assignment.IsRequest, assignment.State, assignment.DueOn, assignment.ProductsDone, assignment.ProductsTotal, assignment.AssigneeId,
            assignment.AgencyId != assignment.HolderAgencyId);
}
