using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.UnitPlans;

/// <summary>A task of the plan above, as the agency that was given it sees it.</summary>
internal sealed record ParentClause(
    Guid PlanTaskId, Guid PlanId, int Ordinal, string? Group, string? Number, string Content, string? Product, string? When, TimeframeKind? Kind, DateOnly? From, DateOnly? DueOn, string? Every,
    AssignmentRole Role)
{
    /// <summary>The agency has finished it already.</summary>
    public bool IsDone { get; init; }

    /// <summary>Its number in that plan.</summary>
    public string Label => PlanTask.LabelOf(Number, Ordinal);
}

/// <summary>A target of the plan above that defines what is counted.</summary>
internal sealed record TargetDefinition(Guid TargetId, string? Numerator, string? Denominator);

/// <summary>The plan above, what it gave the agency, and who works there: what the pages of a written draft need besides the draft.</summary>
internal sealed record UnitView(
    LinkedPlan Parent, PlanStatus ParentStatus, LinkedPlan? Newer, IReadOnlyList<ParentClause> Given, IReadOnlyDictionary<Guid, ParentClause> Clauses, IReadOnlyDictionary<Guid, TargetDefinition> Definitions,
    IReadOnlyList<string> Colleagues)
{
    public string ParentName => Parent.Reference ?? Parent.Subject;

    public ParentClause? Clause(DraftTask task) => task.ParentTaskId is { } id ? Clauses.GetValueOrDefault(id) : null;

    /// <summary>What the agency was given and the draft does not carry out yet.</summary>
    public IReadOnlyList<ParentClause> Missing(PlanDraft draft)
    {
        var covered = draft.Tasks.Where(task => !task.Removed).Select(task => task.ParentTaskId).OfType<Guid>().ToHashSet();
        return [.. Given.Where(clause => !covered.Contains(clause.PlanTaskId))];
    }

    /// <summary>Its last day lies behind the one that the plan above names.</summary>
    public bool IsAfterParent(DraftTask task) => task.To > Clause(task)?.DueOn;

    public static long? Estimate(PlanDraft draft)
    {
        var known = draft.Tasks.Where(task => task is { Removed: false, Estimate: not null }).Select(task => task.Estimate!.Value).ToList();
        return known.Count == 0 ? null : known.Sum();
    }
}

internal sealed class UnitViews(LoaDbContext db, InChargePeople people)
{
    /// <summary>Null for a draft that was read from a document.</summary>
    public async Task<UnitView?> LoadAsync(PlanImport import, PlanDraft draft, CancellationToken cancellationToken)
    {
        if (import.StartedFromPlanId is not { } parentId)
        {
            return null;
        }

        var parent = await db.Set<Plan>().AsNoTracking().Where(plan => plan.PlanId == parentId).Select(plan => new { plan.Subject, plan.Reference, plan.Status }).SingleAsync(cancellationToken);
        var newer = await db.Set<Plan>().AsNoTracking().Where(plan => plan.ReplacesPlanId == parentId).OrderByDescending(plan => plan.IssuedAt)
            .Select(plan => new LinkedPlan(plan.PlanId, plan.Subject, plan.Reference)).FirstOrDefaultAsync(cancellationToken);
        var given = await GivenAsync(parentId, import.OwnerAgencyId, cancellationToken);
        var linked = draft.Tasks.Select(task => task.ParentTaskId).OfType<Guid>().Except(given.Select(clause => clause.PlanTaskId)).ToList();
        var others = await Clauses(db.Set<PlanTask>().AsNoTracking().Where(task => linked.Contains(task.PlanTaskId))).ToListAsync(cancellationToken);
        var defining = draft.Targets.Select(target => target.DefinitionId).OfType<Guid>().Distinct().ToList();
        var definitions = await db.Set<Target>().AsNoTracking().Where(target => defining.Contains(target.TargetId)).Select(target => new TargetDefinition(target.TargetId, target.Numerator, target.Denominator)).ToListAsync(cancellationToken);
        return new UnitView(
            new LinkedPlan(parentId, parent.Subject, parent.Reference), parent.Status, newer, given, given.Concat(others).ToDictionary(clause => clause.PlanTaskId),
            definitions.ToDictionary(definition => definition.TargetId), await people.NamesAsync(import.OwnerAgencyId, cancellationToken));
    }

    /// <summary>Each task once, in the stronger role; of a plan that is no longer in force also what left the lists with it.</summary>
    public async Task<List<ParentClause>> GivenAsync(Guid planId, Guid agencyId, CancellationToken cancellationToken)
    {
        var rows = await (
            from work in db.Set<Assignment>().AsNoTracking()
            join task in db.Set<PlanTask>() on work.PlanTaskId equals task.PlanTaskId
            join plan in db.Set<Plan>() on work.PlanId equals plan.PlanId
            where work.PlanId == planId && work.HolderAgencyId == agencyId && work.State != AssignmentState.NotApplicable && (work.State != AssignmentState.Withdrawn || plan.Status != PlanStatus.Issued)
            orderby task.Ordinal, work.Role
            select new { Task = task, work.Role, work.State, Due = task.TimeframeKind == TimeframeKind.Recurring || work.DueOn == null ? task.DueOn : work.DueOn }).ToListAsync(cancellationToken);
        return [.. rows.DistinctBy(row => row.Task.PlanTaskId).Select(row => Of(row.Task, row.Due, row.Role) with { IsDone = row.State == AssignmentState.Done })];
    }

    private static IQueryable<ParentClause> Clauses(IQueryable<PlanTask> tasks) => tasks.Select(task => new ParentClause(
        task.PlanTaskId, task.PlanId, task.Ordinal, task.Group, task.Number, task.Content, task.Product, task.When, task.TimeframeKind, task.From, task.DueOn, task.Every, AssignmentRole.Lead));

    private static ParentClause Of(PlanTask task, DateOnly? due, AssignmentRole role) => new(
        task.PlanTaskId, task.PlanId, task.Ordinal, task.Group, task.Number, task.Content, task.Product, task.When, task.TimeframeKind, task.From, due, task.Every, role);
}
