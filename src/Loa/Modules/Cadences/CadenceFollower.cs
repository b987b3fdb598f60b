using Loa.Data;
using Loa.Modules.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences;

/// <summary>
/// The successor of an agency that ends owes what it had promised from that day on; a period the day falls in is asked of whoever is there at its middle. What the agency did
/// stays its own. The successor's activities of that time are counted at once.
/// </summary>
internal sealed class CadenceFollower(LoaDbContext db, CadenceCounting counting) : IAgencyChangeFollower
{
    public async Task FollowAsync(AgencyChange change, CancellationToken cancellationToken)
    {
        if (await HeldAsync(change, cancellationToken) is not (var successor, { Count: > 0 } held))
        {
            return;
        }

        var ids = held.Select(holder => holder.CadenceId).Distinct().ToList();
        var had = await db.Set<CadenceAgency>().Where(holder => holder.AgencyId == successor && ids.Contains(holder.CadenceId)).ToDictionaryAsync(holder => holder.CadenceId, cancellationToken);
        await counting.AloneAsync(async () =>
        {
            held.ForEach(holder => holder.To = change.EffectiveOn.AddDays(-1));
            db.AddRange(ids.Where(id => !had.ContainsKey(id)).Select(id => new CadenceAgency { CadenceId = id, AgencyId = successor, From = change.EffectiveOn }));
            await SaveAsync(ids, cancellationToken);
        }, cancellationToken);
    }

    public async Task TakeBackAsync(AgencyChange change, CancellationToken cancellationToken)
    {
        var last = change.EffectiveOn.AddDays(-1);
        if (Successor(change) is not { } successor)
        {
            return;
        }

        var ended = Ended(change, successor);
        var closed = await db.Set<CadenceAgency>().Where(holder => ended.Contains(holder.AgencyId) && holder.To == last).ToListAsync(cancellationToken);
        var ids = closed.Select(holder => holder.CadenceId).Distinct().ToList();
        var heirs = await db.Set<CadenceAgency>().Where(holder => holder.AgencyId == successor && holder.From == change.EffectiveOn && ids.Contains(holder.CadenceId)).ToListAsync(cancellationToken);
        if (closed.Count == 0)
        {
            return;
        }

        await counting.AloneAsync(async () =>
        {
            closed.ForEach(holder => holder.To = null);
            db.RemoveRange(heirs);
            await SaveAsync(ids, cancellationToken);
        }, cancellationToken);
    }

    private async Task<(Guid Successor, List<CadenceAgency> Held)?> HeldAsync(AgencyChange change, CancellationToken cancellationToken)
    {
        if (Successor(change) is not { } successor)
        {
            return null;
        }

        var ended = Ended(change, successor);
        return (successor, await db.Set<CadenceAgency>().Where(holder => ended.Contains(holder.AgencyId) && holder.To == null
            && !db.Set<Agency>().Any(agency => agency.AgencyId == holder.AgencyId && (agency.ValidTo == null || agency.ValidTo >= change.EffectiveOn))
            && db.Set<Cadence>().Any(cadence => cadence.CadenceId == holder.CadenceId && cadence.To >= change.EffectiveOn)).ToListAsync(cancellationToken));
    }

    private async Task SaveAsync(List<Guid> cadenceIds, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        foreach (var id in cadenceIds)
        {
            await counting.RecountAsync(id, cancellationToken);
        }
    }

    private static Guid? Successor(AgencyChange change) => change.Of(AgencyPartRole.Successor).Select(id => (Guid?)id).FirstOrDefault();

    private static List<Guid> Ended(AgencyChange change, Guid successor) => [.. change.Of(AgencyPartRole.Predecessor).Where(id => id != successor)];
}
