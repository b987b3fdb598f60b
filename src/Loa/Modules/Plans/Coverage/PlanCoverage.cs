using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Coverage;

/// <summary>
/// Which agencies answer a plan with one of their own, and how much of it they take up. Whoever may issue for the body whose plan it is sees all;
/// others see the agencies in their own part of the tree. Every question is one statement over all agencies, or one over those of a page.
/// </summary>
internal sealed class PlanCoverage(LoaDbContext db, CurrentUser user, AgencyScope scope, Calendar calendar)
{
    public async Task<bool> MayIssueAsync(Plan plan, CancellationToken cancellationToken) => await scope.CoversAsync(Permissions.PlansIssue, plan.OwnerAgencyId, cancellationToken);

    /// <param name="all">Everything, for the issuer; else the person's part of the tree.</param>
    public IQueryable<UptakeLine> Lines(Guid planId, bool all)
    {
        var today = calendar.VietnamToday;
        return from row in Rows(planId, all)
               join agency in db.Set<Agency>() on row.AgencyId equals agency.AgencyId
               join holder in db.Set<Agency>() on row.HolderAgencyId equals holder.AgencyId
               join plan in db.Set<Plan>() on row.UnitPlanId equals plan.PlanId into plans
               from plan in plans.DefaultIfEmpty()
               select new UptakeLine
               {
                   AgencyId = row.AgencyId,
                   Name = agency.Name,
                   SearchText = agency.SearchText,
                   Level = agency.Level,
                   SortOrder = agency.SortOrder,
                   HolderId = row.HolderAgencyId,
                   HolderName = holder.Name,
                   HolderKind = holder.Kind,
                   HolderLevel = holder.Level,
                   DueOn = row.DueOn,
                   IsOptional = row.IsOptional,
                   Reason = row.Reason,
                   Way = row.Way,
                   TakenUpOn = row.TakenUpOn,
                   UnitPlanId = row.UnitPlanId,
                   Reference = plan == null ? row.DocumentReference : plan.Reference,
                   Subject = plan == null ? row.DocumentSubject : plan.Subject,
                   FileId = row.FileId,
                   State = row.IsOptional && row.Reason != null ? UptakeState.Exempt
                       : row.IsOptional ? UptakeState.Unasked
                       : row.Way == null ? (row.DueOn < today ? UptakeState.Overdue : UptakeState.Missing)
                       : row.DueOn == null ? UptakeState.Undated
                       : row.TakenUpOn > row.DueOn ? UptakeState.Late : UptakeState.OnTime,
               };
    }

    public async Task<CoverageFigures> FiguresAsync(Guid planId, bool all, CancellationToken cancellationToken)
    {
        var today = calendar.VietnamToday;
        return await Rows(planId, all).GroupBy(row => 1).Select(rows => new CoverageFigures
        {
            Must = rows.Count(row => !row.IsOptional),
            Have = rows.Count(row => !row.IsOptional && row.Way != null),
            OnTime = rows.Count(row => !row.IsOptional && row.Way != null && row.TakenUpOn <= row.DueOn),
            Late = rows.Count(row => !row.IsOptional && row.Way != null && row.TakenUpOn > row.DueOn),
            Overdue = rows.Count(row => !row.IsOptional && row.Way == null && row.DueOn < today),
            Missing = rows.Count(row => !row.IsOptional && row.Way == null && !(row.DueOn < today)),
            Exempt = rows.Count(row => row.IsOptional && row.Reason != null),
            Unasked = rows.Count(row => row.IsOptional && row.Reason == null),
            Written = rows.Count(row => row.Way == UptakeWay.Written),
            Imported = rows.Count(row => row.Way == UptakeWay.Imported),
            YearlyPlan = rows.Count(row => row.Way == UptakeWay.YearlyPlan),
        }).FirstOrDefaultAsync(cancellationToken) ?? new CoverageFigures();
    }

    /// <summary>The clauses of some agencies, in the order of the plan.</summary>
    public async Task<ILookup<Guid, HeldClause>> ClausesAsync(Guid planId, IReadOnlyCollection<Guid> agencyIds, CancellationToken cancellationToken)
    {
        var clauses = await AllClausesAsync(planId, cancellationToken);
        var given = await Given(planId).Where(a => agencyIds.Contains(a.AgencyId)).Select(a => new { a.AgencyId, a.PlanTaskId }).ToListAsync(cancellationToken);
        var taken = await Taken(db.Set<PlanUptake>().Where(row => row.PlanId == planId && agencyIds.Contains(row.AgencyId))).ToListAsync(cancellationToken);
        var covered = taken.Select(pair => (pair.AgencyId, pair.TaskId)).ToHashSet();
        return given.Where(a => clauses.ContainsKey(a.PlanTaskId)).Select(a => new HeldClause(a.AgencyId, clauses[a.PlanTaskId], covered.Contains((a.AgencyId, a.PlanTaskId))))
            .OrderBy(held => held.Clause.Ordinal).ToLookup(held => held.AgencyId);
    }

    /// <summary>Of every clause: how many of the agencies that must issue a plan have it, and how many of those took it into theirs.</summary>
    public async Task<IReadOnlyList<ClauseShare>> ByTaskAsync(Guid planId, bool all, CancellationToken cancellationToken)
    {
        var asked = Rows(planId, all).Where(row => !row.IsOptional);
        var given = from a in Given(planId) join row in asked on a.AgencyId equals row.AgencyId select new { a.AgencyId, a.PlanTaskId };
        var counts = await given.GroupBy(a => a.PlanTaskId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        var covered = await (from a in given join pair in Taken(asked) on new { a.AgencyId, TaskId = a.PlanTaskId } equals new { pair.AgencyId, pair.TaskId } select a.PlanTaskId)
            .GroupBy(id => id).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        var clauses = await AllClausesAsync(planId, cancellationToken);
        return [.. clauses.Values.Where(clause => counts.ContainsKey(clause.TaskId)).OrderBy(clause => clause.Ordinal)
            .Select(clause => new ClauseShare(clause, counts[clause.TaskId], covered.GetValueOrDefault(clause.TaskId)))];
    }

    /// <summary>Those that must issue a plan and have the clause, but not in their own.</summary>
    public IQueryable<UptakeLine> Without(IQueryable<UptakeLine> lines, Guid planId, Guid taskId)
    {
        var given = Given(planId);
        return lines.Where(line => !line.IsOptional && given.Any(a => a.AgencyId == line.AgencyId && a.PlanTaskId == taskId)
            && !db.Set<PlanTask>().Any(task => task.PlanId == line.UnitPlanId && task.ParentTaskId == taskId)
            && !db.Set<PlanUptakeTask>().Any(held => held.PlanId == planId && held.AgencyId == line.AgencyId && held.PlanTaskId == taskId));
    }

    /// <summary>Least covered first, or last. Counted over all agencies at once: asked for each of them by itself it takes twenty times as long.</summary>
    public IQueryable<UptakeLine> ByShare(IQueryable<UptakeLine> lines, Guid planId, bool descending)
    {
        var given = Given(planId).GroupBy(a => a.AgencyId).Select(group => new { AgencyId = group.Key, Count = group.Count() });
        var covered = (from a in Given(planId)
                       join pair in Taken(Rows(planId, all: true)) on new { a.AgencyId, TaskId = a.PlanTaskId } equals new { pair.AgencyId, pair.TaskId }
                       select a.AgencyId).GroupBy(id => id).Select(group => new { AgencyId = group.Key, Count = group.Count() });
        var measured = from line in lines
                       join g in given on line.AgencyId equals g.AgencyId into givens
                       from g in givens.DefaultIfEmpty()
                       join c in covered on line.AgencyId equals c.AgencyId into covereds
                       from c in covereds.DefaultIfEmpty()
                       select new { Line = line, Share = ((int?)c.Count ?? 0) * 1000 / ((int?)g.Count ?? 1) };
        var ordered = descending
            ? measured.OrderByDescending(row => row.Share).ThenByDescending(row => row.Line.AgencyId)
            : measured.OrderBy(row => row.Share).ThenBy(row => row.Line.AgencyId);
        return ordered.Select(row => row.Line);
    }

    /// <summary>What an agency of the plan was given to lead or to help with; what it does not have to do is no clause to cover.</summary>
    public IQueryable<Assignment> Given(Guid planId) => db.Set<Assignment>().AsNoTracking().Where(a =>
        a.PlanId == planId && !a.IsRequest && (a.Role == AssignmentRole.Lead || a.Role == AssignmentRole.Coordinating)
        && a.State != AssignmentState.Withdrawn && a.State != AssignmentState.NotApplicable);

    public IQueryable<PlanUptake> Rows(Guid planId, bool all)
    {
        var rows = db.Set<PlanUptake>().AsNoTracking().Where(row => row.PlanId == planId);
        if (all)
        {
            return rows;
        }

        var within = db.Set<Agency>().Within(user.Scope(Permissions.PlansRead), agency => agency.Path).Select(agency => agency.AgencyId);
        return rows.Where(row => within.Contains(row.HolderAgencyId));
    }

    /// <summary>Agency and clause, once each, whatever way it was taken up.</summary>
    private IQueryable<TakenClause> Taken(IQueryable<PlanUptake> rows)
    {
        var inPlans = from row in rows
                      join task in db.Set<PlanTask>() on row.UnitPlanId equals task.PlanId
                      where task.ParentTaskId != null
                      select new TakenClause { AgencyId = row.AgencyId, TaskId = task.ParentTaskId!.Value };
        var ticked = from row in rows
                     join held in db.Set<PlanUptakeTask>() on new { row.PlanId, row.AgencyId } equals new { held.PlanId, held.AgencyId }
                     select new TakenClause { AgencyId = held.AgencyId, TaskId = held.PlanTaskId };
        return inPlans.Union(ticked);
    }

    private Task<Dictionary<Guid, Clause>> AllClausesAsync(Guid planId, CancellationToken cancellationToken) =>
        db.Set<PlanTask>().AsNoTracking().Where(task => task.PlanId == planId).Select(task => new Clause(task.PlanTaskId, task.Ordinal, task.Number, task.Content))
            .ToDictionaryAsync(clause => clause.TaskId, cancellationToken);

    private sealed class TakenClause
    {
        public Guid AgencyId { get; init; }
        public Guid TaskId { get; init; }
    }
}
