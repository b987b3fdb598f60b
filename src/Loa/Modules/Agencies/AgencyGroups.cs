using Loa.Data;
using Loa.Modules.Agencies.Resolving;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies;

/// <summary>Whom a group means, also before it is saved.</summary>
internal sealed class AgencyGroups(LoaDbContext db, AgencyTree tree)
{
    /// <param name="issuerId">The agency whose plan names the group; null: seen from nowhere in particular.</param>
    public async Task<IReadOnlyList<AgencyRef>> MeantAsync(AgencyGroup group, Guid? issuerId, DateOnly day, CancellationToken cancellationToken)
    {
        var agencies = await tree.OnAsync(day, cancellationToken);
        return [.. new NameMatcher(new AgencyDirectory(agencies, [group]), agencies.FirstOrDefault(agency => agency.AgencyId == issuerId)).Expand(group).Select(AgencyRef.Of)];
    }

    /// <summary>In their order; those that mean nobody on the day (the districts, after 30 June 2025) come last.</summary>
    public async Task<IReadOnlyList<(AgencyGroup Group, bool IsEmpty)>> AllAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var groups = await db.Set<AgencyGroup>().AsNoTracking().Include(group => group.Members).OrderBy(group => group.SortOrder).ThenBy(group => group.AgencyGroupId).ToListAsync(cancellationToken);
        var there = await db.Set<Agency>().ExistingOn(day).Select(agency => new { agency.Kind, agency.Level }).Distinct().ToListAsync(cancellationToken);
        var named = groups.SelectMany(group => group.Members.Where(member => !member.IsExcluded).Select(member => member.AgencyId)).Distinct().ToList();
        var alive = await db.Set<Agency>().ExistingOn(day).Where(agency => named.Contains(agency.AgencyId)).Select(agency => agency.AgencyId).ToListAsync(cancellationToken);
        bool IsEmpty(AgencyGroup group) => !there.Exists(pair => group.Kinds.Contains(pair.Kind) && group.Levels.Contains(pair.Level)) && !group.Members.Exists(member => !member.IsExcluded && alive.Contains(member.AgencyId));
        return [.. groups.Select(group => (Group: group, IsEmpty: IsEmpty(group))).OrderBy(one => one.IsEmpty)];
    }

    public Task<AgencyGroup?> FindAsync(string code, CancellationToken cancellationToken) =>
        db.Set<AgencyGroup>().Include(group => group.Members).FirstOrDefaultAsync(group => group.Code == code, cancellationToken);
}
