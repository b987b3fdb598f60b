using System.Runtime.CompilerServices;
using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks;

/// <summary>Due days of open work: what a person is in charge of, and what nobody in their agencies is.</summary>
internal sealed class WorkCalendarSource(LoaDbContext db) : ICalendarSource
{
    private const int Most = 1000;

    public string Title => "Hạn của các nhiệm vụ";

    public async IAsyncEnumerable<CalendarItem> ItemsAsync(Guid userId, DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var doers = Permissions.HoldersOf(Permissions.WorkDo).ToList();
        var agencies = db.Set<RoleGrant>().Where(grant => grant.UserId == userId && grant.AgencyId != null && doers.Contains(grant.Role)).Select(grant => grant.AgencyId!.Value);
        var (first, last) = (from, to);
        var rows = await (
            from assignment in db.Set<Assignment>().AsNoTracking()
            where assignment.State == AssignmentState.Open && !assignment.IsRequest && assignment.DueOn >= first && assignment.DueOn <= last
                && agencies.Contains(assignment.HolderAgencyId) && (assignment.AssigneeId == null || assignment.AssigneeId == userId)
            join task in db.Set<PlanTask>() on assignment.PlanTaskId equals task.PlanTaskId
            join plan in db.Set<Plan>() on assignment.PlanId equals plan.PlanId
            orderby assignment.DueOn, assignment.AssignmentId
            select new { assignment.AssignmentId, assignment.DueOn, assignment.ChangedAt, task.Content, plan.Subject, plan.Reference }).Take(Most).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            yield return new CalendarItem($"viec-{row.AssignmentId:N}", row.Content, row.DueOn!.Value, null, $"{row.Subject} {row.Reference}".Trim(), WorkLinks.Item(row.AssignmentId), row.ChangedAt);
        }
    }
}
