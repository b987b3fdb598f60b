using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies;

/// <summary>Who carries on for an agency that has ended, and who came before one that is new, through as many reorganisations as there were.</summary>
internal sealed class Successors(LoaDbContext db)
{
    /// <summary>
    /// For each agency that had ended by <paramref name="day"/> and has a successor: the one that carries on on that day. An agency that still exists, or
    /// ended without one, is not in the result.
    /// </summary>
    public Task<IReadOnlyDictionary<Guid, Guid>> OnAsync(DateOnly day, CancellationToken cancellationToken = default) => WithoutAsync(day, null, cancellationToken);

    /// <param name="taken">A reorganisation that is being taken back, and counts no longer.</param>
    public async Task<IReadOnlyDictionary<Guid, Guid>> WithoutAsync(DateOnly day, Guid? taken, CancellationToken cancellationToken)
    {
        var changes = await db.Set<AgencyChange>().AsNoTracking().Include(change => change.Parts)
            .Where(change => change.EffectiveOn <= day && change.TakenBackAt == null && change.AgencyChangeId != taken && change.Parts.Any(part => part.Role == AgencyPartRole.Predecessor))
            .OrderBy(change => change.EffectiveOn).ThenBy(change => change.AgencyChangeId).ToListAsync(cancellationToken);
        var next = new Dictionary<Guid, Guid>();
        foreach (var change in changes)
        {
            if (change.Of(AgencyPartRole.Successor).Select(id => (Guid?)id).FirstOrDefault() is { } successor)
            {
                foreach (var predecessor in change.Of(AgencyPartRole.Predecessor).Where(id => id != successor))
                {
                    next[predecessor] = successor;
                }
            }
        }

        return next.Keys.ToDictionary(id => id, id => Last(id, next));
    }

    /// <summary>For each agency that began after <paramref name="day"/> and took over from another: the one that stood in its place on that day, the first named where there were several.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> BeforeAsync(DateOnly day, CancellationToken cancellationToken = default)
    {
        var changes = await db.Set<AgencyChange>().AsNoTracking().Include(change => change.Parts)
            .Where(change => change.EffectiveOn > day && change.TakenBackAt == null).OrderByDescending(change => change.EffectiveOn).ThenByDescending(change => change.AgencyChangeId).ToListAsync(cancellationToken);
        var before = new Dictionary<Guid, Guid>();
        foreach (var change in changes)
        {
            if (change.Of(AgencyPartRole.Predecessor).Select(id => (Guid?)id).FirstOrDefault() is { } predecessor)
            {
                foreach (var successor in change.Of(AgencyPartRole.Successor).Where(id => id != predecessor))
                {
                    before[successor] = predecessor;
                }
            }
        }

        return before.Keys.ToDictionary(id => id, id => Last(id, before));
    }

    private static Guid Last(Guid agencyId, Dictionary<Guid, Guid> next)
    {
        var seen = new HashSet<Guid> { agencyId };
        while (next.TryGetValue(agencyId, out var successor) && seen.Add(successor))
        {
            agencyId = successor;
        }

        return agencyId;
    }
}
