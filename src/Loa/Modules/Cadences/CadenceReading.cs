using Loa.Data;
using Loa.Modules.Activities;
using Loa.Modules.Plans;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences;

/// <param name="Cause">Why it was missed, where the agency said so.</param>
internal sealed record PeriodStanding(CadencePeriod Period, long Times, long Minutes, CadenceState State, CadenceCause? Cause);

/// <summary>A cadence as one agency holds it, with all its periods in order.</summary>
/// <param name="Plan">Number or subject.</param>
internal sealed record HeldCadence(Cadence Cadence, CadenceAgency Holder, string Plan, IReadOnlyList<PeriodStanding> Periods)
{
    public PeriodStanding? On(DateOnly day) => Periods.FirstOrDefault(standing => standing.Period.From <= day && standing.Period.To >= day);

    public int CountOf(CadenceState state) => Periods.Count(standing => standing.State == state);

    /// <summary>Missed and not explained yet.</summary>
    public IEnumerable<PeriodStanding> Unexplained => Periods.Where(standing => standing is { State: CadenceState.Missed, Cause: null });
}

/// <summary>What one agency has promised and how it stands.</summary>
internal sealed class CadenceReading(LoaDbContext db)
{
    /// <summary>More promises than an agency can have.</summary>
    private const int Most = 300;

    /// <summary>Of plans in force, those that ask it of the agency; the newest plan first.</summary>
    public async Task<IReadOnlyList<HeldCadence>> HeldByAsync(Guid agencyId, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = await (
            from holder in db.Set<CadenceAgency>()
            join cadence in db.Set<Cadence>() on holder.CadenceId equals cadence.CadenceId
            join plan in db.Set<Plan>() on cadence.PlanId equals plan.PlanId
            where holder.AgencyId == agencyId && plan.Status == PlanStatus.Issued
            orderby plan.IssuedAt descending, plan.PlanId, cadence.Ordinal, cadence.CadenceId
            select cadence.CadenceId).Take(Most).ToListAsync(cancellationToken);
        return await LoadAsync(ids, agencyId, today, cancellationToken);
    }

    /// <summary>Null where the agency does not hold it.</summary>
    public async Task<HeldCadence?> OneAsync(Guid cadenceId, Guid agencyId, DateOnly today, CancellationToken cancellationToken) =>
        await LoadAsync([cadenceId], agencyId, today, cancellationToken) is [var held, ..] ? held : null;

    /// <summary>The activities that count, as the triggers count them.</summary>
    public static IQueryable<Activity> Counting(IQueryable<Activity> activities, Cadence cadence, Guid agencyId, DateOnly from, DateOnly to)
    {
        var forms = cadence.Forms.ConvertAll(form => form.Form);
        var counting = activities.Where(activity => activity.AgencyId == agencyId && activity.State == ActivityState.Counted && activity.StartsOn >= from && activity.StartsOn <= to && forms.Contains(activity.Form));
        if (cadence.MinMinutes is { } least)
            counting = counting.Where(activity => activity.Minutes >= least);
        if (cadence.PrimeTimeOnly)
            counting = counting.Where(activity => activity.IsPrimeTime);
        if (!cadence.IntegratedCounts)
            counting = counting.Where(activity => !activity.IsIntegrated);
        return counting;
    }

    private async Task<IReadOnlyList<HeldCadence>> LoadAsync(List<Guid> ids, Guid agencyId, DateOnly today, CancellationToken cancellationToken)
    {
        var cadences = await db.Set<Cadence>().AsNoTracking().AsSplitQuery().Include(cadence => cadence.Forms.OrderBy(form => form.Form)).Include(cadence => cadence.Periods.OrderBy(period => period.Ordinal))
            .Where(cadence => ids.Contains(cadence.CadenceId)).ToDictionaryAsync(cadence => cadence.CadenceId, cancellationToken);
        var holders = await db.Set<CadenceAgency>().AsNoTracking().Where(holder => holder.AgencyId == agencyId && ids.Contains(holder.CadenceId)).ToDictionaryAsync(holder => holder.CadenceId, cancellationToken);
        var counts = (await db.Set<CadenceCount>().AsNoTracking().Where(count => count.AgencyId == agencyId && ids.Contains(count.CadenceId)).ToListAsync(cancellationToken)).ToDictionary(count => (count.CadenceId, count.Ordinal));
        var causes = (await db.Set<CadenceCause>().AsNoTracking().Where(cause => cause.AgencyId == agencyId && ids.Contains(cause.CadenceId)).ToListAsync(cancellationToken)).ToDictionary(cause => (cause.CadenceId, cause.From, cause.To));
        var plans = cadences.Values.Select(cadence => cadence.PlanId).Distinct().ToList();
        var names = await db.Set<Plan>().Where(plan => plans.Contains(plan.PlanId)).ToDictionaryAsync(plan => plan.PlanId, plan => plan.Reference ?? plan.Subject, cancellationToken);
        return [.. ids.Where(id => cadences.ContainsKey(id) && holders.ContainsKey(id)).Select(id =>
        {
            var (cadence, holder) = (cadences[id], holders[id]);
            return new HeldCadence(cadence, holder, names[cadence.PlanId], [.. cadence.Periods.Select(period =>
            {
                var count = counts.GetValueOrDefault((id, period.Ordinal));
                return new PeriodStanding(period, count?.Times ?? 0, count?.Minutes ?? 0, CadenceStates.Of(period, holder, cadence.Count, count?.Times ?? 0, today), causes.GetValueOrDefault((id, period.From, period.To)));
            })]);
        })];
    }
}
