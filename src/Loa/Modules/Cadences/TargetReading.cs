using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform.Figures;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences;

/// <summary>What is known of one agency, or of several together.</summary>
/// <param name="Denominator">Null where the target is a number, or nobody gave one.</param>
/// <param name="AsOf">The day of the latest value; null where it is computed now.</param>
internal sealed record TargetFigure(decimal Numerator, decimal? Denominator, DateOnly? AsOf)
{
    public decimal? Percent => Denominator is > 0 and var below ? 100 * Numerator / below : null;

    /// <summary>Sums above and below the line, never shares: a small agency weighs little.</summary>
    public static TargetFigure? Sum(IReadOnlyCollection<TargetFigure> figures) => figures.Count == 0
        ? null
        : new(figures.Sum(figure => figure.Numerator), figures.Any(figure => figure.Denominator is not null) ? figures.Sum(figure => figure.Denominator ?? 0) : null, figures.Max(figure => figure.AsOf));

    /// <summary>The number the target speaks of: the share for a target in percent, else what was counted.</summary>
    public decimal? Reached(Target target) => target.Unit == "%" ? Percent : Denominator is null ? Numerator : Percent ?? Numerator;

    /// <summary>Null where the plan names no value, or the share is unknown.</summary>
    public bool? Meets(Target target) => (target.Value, Reached(target)) is not ({ } wanted, { } reached) ? null : target.Comparison switch
    {
        TargetComparison.MoreThan => reached > wanted,
        TargetComparison.AtMost => reached <= wanted,
        TargetComparison.LessThan => reached < wanted,
        TargetComparison.Exactly => reached == wanted,
        _ => reached >= wanted,
    };
}

/// <summary>Values of targets: computed now where a measure says from what, else the latest that was entered.</summary>
internal sealed class TargetReading(LoaDbContext db, IEnumerable<IFigure> sources, CurrentUser user)
{
    /// <summary>Plain numbers: a target says itself what it is a share of, and its sums of activities have choices of their own.</summary>
    public IReadOnlyList<IFigure> Sources { get; } = [.. sources.Where(figure => figure is { IsShare: false, AsksForms: false, AsksTarget: false })];

    /// <summary>By default a share is entered with both its numbers, anything else with one.</summary>
    public async Task<TargetMeasure> MeasureAsync(Target target, CancellationToken cancellationToken) =>
        await db.Set<TargetMeasure>().AsNoTracking().FirstOrDefaultAsync(measure => measure.TargetId == target.TargetId, cancellationToken) ?? Default(target);

    public static TargetMeasure Default(Target target) => new() { TargetId = target.TargetId, Base = target.Unit == "%" ? BaseSource.Manual : BaseSource.None };

    /// <summary>Whom a target is asked of: agencies with work in the plan, those that have values already, and the owner where there are none; of others than the issuer only their part.</summary>
    public IQueryable<Agency> Agencies(Plan plan, bool isIssuer)
    {
        var targets = db.Set<Target>().Where(target => target.PlanId == plan.PlanId).Select(target => target.TargetId);
        var asked = db.Set<Agency>().AsNoTracking().Where(agency => agency.AgencyId == plan.OwnerAgencyId
            || db.Set<Assignment>().Any(work => work.PlanId == plan.PlanId && work.HolderAgencyId == agency.AgencyId && work.State != AssignmentState.Withdrawn)
            || db.Set<TargetValue>().Any(value => value.AgencyId == agency.AgencyId && targets.Contains(value.TargetId)));
        return isIssuer ? asked : asked.Within(user.Scope(Permissions.ActivitiesRead), agency => agency.Path);
    }

    /// <summary>Agency → its figure as known by the day.</summary>
    public async Task<IReadOnlyDictionary<Guid, TargetFigure>> FiguresAsync(Plan plan, Target target, TargetMeasure measure, IReadOnlyCollection<Guid> agencyIds, DateOnly to, CancellationToken cancellationToken)
    {
        var entered = await EnteredAsync(target.TargetId, agencyIds, to, cancellationToken);
        if (measure.Source == MeasureSource.Manual)
        {
            var below = measure.Base is BaseSource.Manual or BaseSource.None ? null : await BasesAsync(plan, measure, agencyIds, entered, to, cancellationToken);
            return entered.ToDictionary(pair => pair.Key, pair => new TargetFigure(pair.Value.Numerator, measure.Base == BaseSource.None ? null : below is null ? pair.Value.Denominator : below.TryGetValue(pair.Key, out var number) ? number : null, pair.Value.AsOf));
        }

        var numerators = await NumeratorsAsync(plan, measure, agencyIds, to, cancellationToken);
        var bases = await BasesAsync(plan, measure, agencyIds, entered, to, cancellationToken);
        return numerators.ToDictionary(pair => pair.Key, pair => new TargetFigure(pair.Value, bases.TryGetValue(pair.Key, out var number) ? number : null, null));
    }

    /// <summary>The latest value of each agency, entered for the target or for the one of its own plan that takes over the definition.</summary>
    private async Task<Dictionary<Guid, TargetValue>> EnteredAsync(Guid targetId, IReadOnlyCollection<Guid> agencyIds, DateOnly to, CancellationToken cancellationToken)
    {
        var rows = await Latest(Values(targetId).Where(value => value.Source == MeasureSource.Manual && value.AsOf <= to && agencyIds.Contains(value.AgencyId))).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.AgencyId).ToDictionary(group => group.Key, group => group.OrderBy(row => row.AsOf).ThenBy(row => row.At).Last());
    }

    /// <summary>Everything said about the target, by an agency itself or in its own plan.</summary>
    public IQueryable<TargetValue> Values(Guid targetId) => db.Set<TargetValue>().AsNoTracking().Where(value => value.TargetId == targetId
        || db.Set<Target>().Any(child => child.TargetId == value.TargetId && child.DefinitionId == targetId && db.Set<Plan>().Any(plan => plan.PlanId == child.PlanId && plan.OwnerAgencyId == value.AgencyId && plan.Status == PlanStatus.Issued)));

    private static IQueryable<TargetValue> Latest(IQueryable<TargetValue> values) =>
        values.Where(value => !values.Any(other => other.TargetId == value.TargetId && other.AgencyId == value.AgencyId && (other.AsOf > value.AsOf || (other.AsOf == value.AsOf && other.Number > value.Number))));

    private async Task<IReadOnlyDictionary<Guid, decimal>> NumeratorsAsync(Plan plan, TargetMeasure measure, IReadOnlyCollection<Guid> agencyIds, DateOnly to, CancellationToken cancellationToken)
    {
        var (from, until) = CadenceMaker.Span(plan);
        until = to < until ? to : until;
        if (measure.Source == MeasureSource.Figure)
        {
            return await FigureAsync(measure.Figure, agencyIds, from, until, cancellationToken);
        }

        var (first, last) = (Activity.MonthOf(from), Activity.MonthOf(until));
        var sums = measure.Topics.Count > 0
            ? await ByTopicAsync(measure, agencyIds, first, last, cancellationToken)
            : await ByFormAsync(measure, agencyIds, first, last, cancellationToken);
        // Nothing logged is nothing done: it counts as zero, so that the denominator is whole.
        return agencyIds.ToDictionary(id => id, id => (decimal)sums.GetValueOrDefault(id));
    }

    private Task<Dictionary<Guid, long>> ByFormAsync(TargetMeasure measure, IReadOnlyCollection<Guid> agencyIds, int first, int last, CancellationToken cancellationToken)
    {
        var (forms, sum) = (measure.Forms, measure.Sum);
        var totals = db.Set<ActivityTotal>().AsNoTracking().Where(total => agencyIds.Contains(total.AgencyId) && total.Month >= first && total.Month <= last && total.State == ActivityState.Counted);
        if (forms.Count > 0)
            totals = totals.Where(total => forms.Contains(total.Form));
        if (measure.Integrated is { } integrated)
            totals = totals.Where(total => total.IsIntegrated == integrated);
        return totals.GroupBy(total => total.AgencyId).Select(group => new
        {
            group.Key,
            Value = group.Sum(total => sum == ActivityMeasure.Activities ? total.Activities : sum == ActivityMeasure.Minutes ? total.Minutes : sum == ActivityMeasure.People ? total.People : sum == ActivityMeasure.Copies ? total.Copies : sum == ActivityMeasure.Cost ? total.Cost : total.Times),
        }).ToDictionaryAsync(row => row.Key, row => row.Value, cancellationToken);
    }

    private Task<Dictionary<Guid, long>> ByTopicAsync(TargetMeasure measure, IReadOnlyCollection<Guid> agencyIds, int first, int last, CancellationToken cancellationToken)
    {
        var (topics, isActivities) = (measure.Topics, measure.Sum == ActivityMeasure.Activities);
        var totals = db.Set<ActivityTopicTotal>().AsNoTracking().Where(total => agencyIds.Contains(total.AgencyId) && topics.Contains(total.PlanTextId) && total.Month >= first && total.Month <= last && total.State == ActivityState.Counted);
        if (measure.Integrated is { } integrated)
            totals = totals.Where(total => total.IsIntegrated == integrated);
        return totals.GroupBy(total => total.AgencyId).Select(group => new { group.Key, Value = group.Sum(total => isActivities ? total.Activities : total.Times) }).ToDictionaryAsync(row => row.Key, row => row.Value, cancellationToken);
    }

    private async Task<IReadOnlyDictionary<Guid, decimal>> FigureAsync(string? key, IReadOnlyCollection<Guid> agencyIds, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Sources.FirstOrDefault(source => source.Key == key) is { } figure
            ? (await figure.OfAsync(new FigureAsk([.. agencyIds], from, to), cancellationToken)).ToDictionary(pair => pair.Key, pair => pair.Value.Value)
            : new Dictionary<Guid, decimal>();

    private async Task<IReadOnlyDictionary<Guid, decimal>> BasesAsync(Plan plan, TargetMeasure measure, IReadOnlyCollection<Guid> agencyIds, Dictionary<Guid, TargetValue> entered, DateOnly to, CancellationToken cancellationToken)
    {
        switch (measure.Base)
        {
            case BaseSource.Number:
                return measure.BaseNumber is { } number ? agencyIds.ToDictionary(id => id, _ => number) : new Dictionary<Guid, decimal>();
            case BaseSource.Manual:
                return entered.Where(pair => pair.Value.Denominator is not null).ToDictionary(pair => pair.Key, pair => pair.Value.Denominator!.Value);
            case BaseSource.Figure:
                var (from, until) = CadenceMaker.Span(plan);
                return await FigureAsync(measure.BaseFigure, agencyIds, from, to < until ? to : until, cancellationToken);
            case BaseSource.Target when measure.BaseTargetId is { } other && other != measure.TargetId:
                var below = await db.Set<TargetMeasure>().AsNoTracking().FirstOrDefaultAsync(m => m.TargetId == other, cancellationToken);
                return below is null or { Source: MeasureSource.Manual }
                    ? (await EnteredAsync(other, agencyIds, to, cancellationToken)).ToDictionary(pair => pair.Key, pair => pair.Value.Numerator)
                    : await NumeratorsAsync(plan, below, agencyIds, to, cancellationToken);
            default:
                return new Dictionary<Guid, decimal>();
        }
    }
}
