using Loa.Data;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies;

/// <summary>
/// <see cref="CurrentUser.Scope"/> as the tree and rows of an agency ask for it: which part of the tree a person keeps, and whether a row that
/// knows its agency only by id lies in a scope. The judgement itself is <see cref="AccessScope.Covers"/>.
/// </summary>
internal sealed class AgencyScope(LoaDbContext db, CurrentUser user)
{
    private AccessScope Kept => user.Scope(Permissions.AgenciesEdit);

    public bool CoversAny => !Kept.IsEmpty;

    /// <param name="path">Of the agency, or of the one a new agency is to stand under; <see cref="AccessScope.Top"/> is the top.</param>
    public bool Covers(string path) => Kept.Covers(path);

    public async Task<bool> CoversAsync(string permission, Guid agencyId, CancellationToken cancellationToken)
    {
        var scope = user.Scope(permission);
        return scope.CoversEverything || (!scope.IsEmpty
            && await db.Set<Agency>().Where(agency => agency.AgencyId == agencyId).Within(scope, agency => agency.Path).AnyAsync(cancellationToken));
    }
}
