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

    public Task<AgencyGroup?> FindAsync(string code, CancellationToken cancellationToken) =>
        db.Set<AgencyGroup>().Include(group => group.Members).FirstOrDefaultAsync(group => group.Code == code, cancellationToken);
}
