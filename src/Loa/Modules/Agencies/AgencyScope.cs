using Loa.Data;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies;

/// <summary>For a row that knows its agency only by id: is it within the person's scope? The judgement itself is <see cref="AccessScope.Covers"/>.</summary>
internal sealed class AgencyScope(LoaDbContext db, CurrentUser user)
{
    public async Task<bool> CoversAsync(string permission, Guid agencyId, CancellationToken cancellationToken)
    {
        var scope = user.Scope(permission);
        return scope.CoversEverything || (!scope.IsEmpty
            && await db.Set<Agency>().Where(agency => agency.AgencyId == agencyId).Within(scope, agency => agency.Path).AnyAsync(cancellationToken));
    }
}
