using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks.Nudging;

/// <summary>An agency that has open work in a plan.</summary>
internal sealed record NudgeChoice(Guid AgencyId, string Name, int Late, int Open);

/// <summary>Whom one may write to about a plan, what each would read, and sending it.</summary>
internal sealed class NudgeDesk(LoaDbContext db, JobQueue jobs, Calendar calendar, CurrentUser user, AuditScope audit)
{
    private const int LinesMost = 30;
    private const int LongestLine = 120;

    /// <summary>Agencies with open work, those that are late first.</summary>
    public Task<List<NudgeChoice>> ChoicesAsync(Guid planId, CancellationToken cancellationToken)
    {
        var today = calendar.VietnamToday;
        var counted = Open(planId).GroupBy(a => a.HolderAgencyId).Select(group => new { group.Key, Late = group.Count(a => !a.IsRequest && a.DueOn < today), Open = group.Count() });
        return (
            from row in counted
            join agency in db.Set<Agency>() on row.Key equals agency.AgencyId
            orderby row.Late descending, agency.Level, agency.SortOrder, agency.AgencyId
            select new NudgeChoice(row.Key, agency.ShortName, row.Late, row.Open)).ToListAsync(cancellationToken);
    }

    /// <summary>Agency → what its message says, in one query for all of them.</summary>
    public async Task<IReadOnlyDictionary<Guid, NudgeValues>> ValuesAsync(Plan plan, IReadOnlyCollection<Guid> agencyIds, CancellationToken cancellationToken)
    {
        var today = calendar.VietnamToday;
        var names = await db.Set<Agency>().Where(agency => agencyIds.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.Name, cancellationToken);
        var rows = (await (
            from work in Open(plan.PlanId)
            where agencyIds.Contains(work.HolderAgencyId)
            join task in db.Set<PlanTask>() on work.PlanTaskId equals task.PlanTaskId
            orderby work.DueOn == null, work.DueOn, task.Ordinal
            select new { work.HolderAgencyId, work.DueOn, IsLate = !work.IsRequest && work.DueOn < today, Content = task.Content.Substring(0, LongestLine) }).ToListAsync(cancellationToken)).ToLookup(row => row.HolderAgencyId);
        return names.ToDictionary(agency => agency.Key, agency =>
        {
            var late = rows[agency.Key].Where(row => row.IsLate).ToList();
            var lines = (late.Count > 0 ? late : [.. rows[agency.Key]]).Take(LinesMost).Select(row => row.DueOn is { } due ? $"- {row.Content} (hạn {Formats.Date(due)})" : $"- {row.Content}");
            return new NudgeValues(agency.Value, PlanWords.Named(plan), late.Count, [.. lines]);
        });
    }

    /// <summary>Writes down what is sent to whom and leaves the sending to a job, in one transaction.</summary>
    /// <param name="id">Made with the form: pressing twice sends once.</param>
    public async Task SendAsync(Guid id, Plan plan, IReadOnlyCollection<Guid> agencyIds, string title, string text, CancellationToken cancellationToken)
    {
        audit.Describe("Đôn đốc cơ quan thực hiện kế hoạch");
        var nudge = new Nudge { NudgeId = id, PlanId = plan.PlanId, At = calendar.UtcNow, ById = user.UserId!.Value, Title = title, Text = text, AgencyCount = agencyIds.Count };
        db.Add(nudge);
        jobs.Enqueue(NudgeJob.Kind, new NudgeJob.Order(nudge.NudgeId));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.InsertRowsAsync([.. agencyIds.Select(agencyId => new NudgeAgency { NudgeId = nudge.NudgeId, AgencyId = agencyId })], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private IQueryable<Assignment> Open(Guid planId) =>
        db.Set<Assignment>().AsNoTracking().Where(a => a.PlanId == planId && a.State == AssignmentState.Open && a.Role != AssignmentRole.Monitoring);
}
