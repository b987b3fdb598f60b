using Loa.Data;
using Loa.Documents.Plans;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <summary>What an agency did in one form, alone or within something else.</summary>
/// <param name="Minutes">On air or in session altogether.</param>
/// <param name="Cost">In đồng.</param>
internal sealed record ActivitySum(Guid AgencyId, CommunicationForm Form, bool IsIntegrated, long Activities, long Times, long Minutes, long People, long Copies, long Cost);

/// <summary>
/// What agencies did between two days, by form. Whole months are read from the sums that the database keeps, other stretches from the activities themselves; the last
/// answer is kept, because figures of one report ask the same one after the other.
/// </summary>
internal sealed class ActivitySums(LoaDbContext db)
{
    private (IReadOnlyList<Guid> Agencies, DateOnly From, DateOnly To)? asked;
    private IReadOnlyList<ActivitySum> answer = [];

    /// <summary>Counted activities only; agencies that did nothing have no row.</summary>
    public async Task<IReadOnlyList<ActivitySum>> OfAsync(IReadOnlyList<Guid> agencies, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        if (asked is { } last && ReferenceEquals(last.Agencies, agencies) && last.From == from && last.To == to)
        {
            return answer;
        }

        answer = from.Day == 1 && to.AddDays(1).Day == 1
            ? await MonthsAsync(agencies, Activity.MonthOf(from), Activity.MonthOf(to), cancellationToken)
            : await DaysAsync(agencies, from, to, cancellationToken);
        asked = (agencies, from, to);
        return answer;
    }

    private Task<List<ActivitySum>> MonthsAsync(IReadOnlyList<Guid> agencies, int first, int last, CancellationToken cancellationToken) =>
        db.Set<ActivityTotal>().AsNoTracking().Of(new AgencySet(agencies)).Where(total => total.Month >= first && total.Month <= last && total.State == ActivityState.Counted)
            .GroupBy(total => new { total.AgencyId, total.Form, total.IsIntegrated })
            .Where(group => group.Sum(t => t.Activities) != 0)
            .Select(group => new ActivitySum(group.Key.AgencyId, group.Key.Form, group.Key.IsIntegrated, group.Sum(t => t.Activities), group.Sum(t => t.Times), group.Sum(t => t.Minutes), group.Sum(t => t.People), group.Sum(t => t.Copies), group.Sum(t => t.Cost)))
            .ToListAsync(cancellationToken);

    private Task<List<ActivitySum>> DaysAsync(IReadOnlyList<Guid> agencies, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var ids = agencies.ToArray();
        return db.Set<Activity>().AsNoTracking().Where(activity => EF.Parameter(ids).Contains(activity.AgencyId) && activity.StartsOn >= from && activity.StartsOn <= to && activity.State == ActivityState.Counted)
            .GroupBy(activity => new { activity.AgencyId, activity.Form, activity.IsIntegrated })
            .Select(group => new ActivitySum(
                group.Key.AgencyId, group.Key.Form, group.Key.IsIntegrated, group.LongCount(), group.Sum(a => (long)a.Times), group.Sum(a => (long)(a.Minutes ?? 0) * a.Times),
                group.Sum(a => (long)(a.People ?? 0)), group.Sum(a => (long)(a.Copies ?? 0)), group.Sum(a => a.Cost ?? 0)))
            .ToListAsync(cancellationToken);
    }
}
