using System.Data.Common;
using System.Text.Json;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Issue;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Coverage;

internal enum AskWhom
{
    /// <summary>Everyone who leads something.</summary>
    Leads = 1,

    /// <summary>Everyone who leads or helps.</summary>
    Everyone = 2,
}

/// <summary>What the issuer decides: who is to issue a plan, by when, and who need not. Each act saves itself.</summary>
internal sealed class UptakeDesk(LoaDbContext db, PlanCoverage coverage, CurrentUser user, Calendar calendar, AuditScope audit)
{
    /// <summary>From now on these must, and no others: who was asked before and owes nothing now leaves the list. Answers and exemptions stay.</summary>
    /// <returns>How many must; null where the plan is not in force any more, or another person asked at the same moment.</returns>
    public async Task<int?> AskAsync(Plan plan, AskWhom whom, DateOnly? dueOn, CancellationToken cancellationToken)
    {
        audit.Describe("Yêu cầu ban hành kế hoạch của đơn vị");
        var given = coverage.Given(plan.PlanId).Where(a => a.AgencyId != plan.OwnerAgencyId && (whom == AskWhom.Everyone || a.Role == AssignmentRole.Lead));
        var wanted = await given.Select(a => new { a.AgencyId, a.HolderAgencyId }).Distinct().ToListAsync(cancellationToken);
        var holders = wanted.GroupBy(a => a.AgencyId).ToDictionary(group => group.Key, group => group.First().HolderAgencyId);
        var known = (await db.Set<PlanUptake>().Where(row => row.PlanId == plan.PlanId).Select(row => row.AgencyId).ToListAsync(cancellationToken)).ToHashSet();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var rows = db.Set<PlanUptake>().Where(row => row.PlanId == plan.PlanId && db.Set<Plan>().Any(p => p.PlanId == row.PlanId && p.Status == PlanStatus.Issued));
        // Writes the plan's row as it is: two who ask at once, each for many agencies, wait here for each other and not in a circle further on.
        if (await db.Set<Plan>().Where(p => p.PlanId == plan.PlanId && p.Status == PlanStatus.Issued).ExecuteUpdateAsync(set => set.SetProperty(p => p.Revision, p => p.Revision), cancellationToken) == 0)
        {
            return null;
        }

        await rows.Where(row => row.Way == null && row.Reason == null && !given.Any(a => a.AgencyId == row.AgencyId)).ExecuteDeleteAsync(cancellationToken);
        await rows.Where(row => row.Reason == null && given.Any(a => a.AgencyId == row.AgencyId))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsOptional, false).SetProperty(row => row.DueOn, dueOn).SetProperty(row => row.Revision, row => row.Revision + 1), cancellationToken);
        try
        {
            await db.InsertRowsAsync<PlanUptake>([.. holders.Where(pair => !known.Contains(pair.Key)).Select(pair => UptakeRows.Of(plan.PlanId, pair.Key, pair.Value, dueOn))], cancellationToken);
        }
        catch (DbException refusal) when (refusal.IsDuplicate())
        {
            return null;
        }

        Record(plan.PlanId, new() { ["Whom"] = whom.ToString(), ["Agencies"] = holders.Count, ["DueOn"] = Formats.Date(dueOn) });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await rows.CountAsync(row => !row.IsOptional, cancellationToken);
    }

    /// <summary>An agency of today's that the person issues for, or that carries work of the plan.</summary>
    public Task<bool> MayAskAsync(Guid planId, Guid agencyId, CancellationToken cancellationToken)
    {
        var kept = db.Set<Agency>().Within(user.Scope(Permissions.PlansIssue), agency => agency.Path).Select(agency => agency.AgencyId);
        var given = coverage.Given(planId);
        return db.Set<Agency>().ExistingOn(calendar.VietnamToday).AnyAsync(agency => agency.AgencyId == agencyId && (kept.Contains(agencyId) || given.Any(a => a.HolderAgencyId == agencyId)), cancellationToken);
    }

    /// <summary>One agency that the plan's text may not name.</summary>
    /// <returns>False when there is no such agency, or it is the plan's own.</returns>
    public async Task<bool> AddAsync(Plan plan, Guid agencyId, DateOnly? dueOn, CancellationToken cancellationToken)
    {
        if (agencyId == plan.OwnerAgencyId || !await db.Set<Agency>().AnyAsync(agency => agency.AgencyId == agencyId, cancellationToken))
        {
            return false;
        }

        audit.Describe("Yêu cầu ban hành kế hoạch của đơn vị");
        if (await RowAsync(plan.PlanId, agencyId, cancellationToken) is { } row)
        {
            (row.IsOptional, row.Reason, row.DueOn) = (false, null, dueOn ?? row.DueOn);
        }
        else
        {
            db.Add(UptakeRows.Of(plan.PlanId, agencyId, agencyId, dueOn));
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    public async Task SetDueAsync(Plan plan, DateOnly? dueOn, CancellationToken cancellationToken)
    {
        audit.Describe("Đổi hạn ban hành kế hoạch của đơn vị");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var changed = await db.Set<PlanUptake>().Where(row => row.PlanId == plan.PlanId && !row.IsOptional)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueOn, dueOn).SetProperty(row => row.Revision, row => row.Revision + 1), cancellationToken);
        Record(plan.PlanId, new() { ["Agencies"] = changed, ["DueOn"] = Formats.Date(dueOn) });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task SetDueAsync(PlanUptake row, DateOnly? dueOn, CancellationToken cancellationToken)
    {
        audit.Describe("Đổi hạn ban hành kế hoạch của đơn vị");
        row.DueOn = dueOn;
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task ExemptAsync(PlanUptake row, string reason, CancellationToken cancellationToken)
    {
        audit.Describe("Miễn ban hành kế hoạch của đơn vị", reason);
        (row.IsOptional, row.Reason) = (true, reason);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task DemandAgainAsync(PlanUptake row, CancellationToken cancellationToken)
    {
        audit.Describe("Bỏ miễn ban hành kế hoạch của đơn vị");
        (row.IsOptional, row.Reason) = (false, null);
        await db.SaveChangesAsync(cancellationToken);
    }

    public Task<PlanUptake?> RowAsync(Guid planId, Guid agencyId, CancellationToken cancellationToken) =>
        db.Set<PlanUptake>().FirstOrDefaultAsync(row => row.PlanId == planId && row.AgencyId == agencyId, cancellationToken);

    /// <summary>What is written past the change tracker stands in the plan's history as one line.</summary>
    private void Record(Guid planId, Dictionary<string, object?> values) => audit.Add([Change(planId, values)]);

    internal static AuditChange Change(Guid planId, Dictionary<string, object?> values) => new()
    {
        SubjectType = nameof(Plan),
        SubjectId = planId,
        EntityType = nameof(PlanUptake),
        EntityKey = planId.ToString(),
        Action = AuditAction.Changed,
        After = JsonSerializer.Serialize(values),
    };
}
