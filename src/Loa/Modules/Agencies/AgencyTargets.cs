using Loa.Data;
using Loa.Platform;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies;

/// <param name="Name">Of the agency, the one at the top of the subtree, or the group.</param>
/// <param name="RootId">Set for a subtree: the agency at its top, which is part of it.</param>
internal sealed record TargetMeaning(string Name, Guid? RootId, IQueryable<Agency> Agencies);

/// <summary>Whom a choice (<see cref="AgencyTarget"/>) of an agency, a subtree or a group means today.</summary>
internal sealed class AgencyTargets(LoaDbContext db, AgencyGroups groups, Calendar calendar)
{
    /// <param name="seenFromId">The agency that names a group: "các sở" are its own.</param>
    /// <param name="allowed">Of these only.</param>
    /// <returns>Null for what is no choice, or names an agency that is not allowed.</returns>
    public async Task<TargetMeaning?> FindAsync(string target, Guid seenFromId, IQueryable<Agency> allowed, CancellationToken cancellationToken)
    {
        if (AgencyTarget.Agency(target) is { } agencyId)
        {
            var agency = allowed.Where(a => a.AgencyId == agencyId);
            return await agency.Select(a => a.Name).FirstOrDefaultAsync(cancellationToken) is { } name ? new TargetMeaning(name, null, agency) : null;
        }

        if (AgencyTarget.Subtree(target) is { } rootId)
        {
            var root = await db.Set<Agency>().Where(a => a.AgencyId == rootId).Select(a => new { a.Name, a.Path }).FirstOrDefaultAsync(cancellationToken);
            return root is null ? null : new TargetMeaning(root.Name, rootId, allowed.Where(a => a.Path.StartsWith(root.Path)));
        }

        if (AgencyTarget.Group(target) is { } groupId && await db.Set<AgencyGroup>().AsNoTracking().Include(g => g.Members).FirstOrDefaultAsync(g => g.AgencyGroupId == groupId, cancellationToken) is { } group)
        {
            var ids = (await groups.MeantAsync(group, seenFromId, calendar.VietnamToday, cancellationToken)).Select(agency => agency.AgencyId).ToList();
            return new TargetMeaning(group.Name, null, allowed.Where(a => ids.Contains(a.AgencyId)));
        }

        return null;
    }
}
