using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans;

/// <summary>Whom a person who issues for an agency can give work, and whom only ask for it.</summary>
internal sealed class PlanAuthority(LoaDbContext db, CurrentUser user)
{
    /// <summary>Agencies on this path and below it are given work; every other one is asked.</summary>
    public async Task<string> CommandedPathAsync(Guid ownerAgencyId, CancellationToken cancellationToken)
    {
        var path = await db.Set<Agency>().Where(agency => agency.AgencyId == ownerAgencyId).Select(agency => agency.Path).SingleAsync(cancellationToken);
        // What the program does by itself, with nobody signed in, is not held back.
        return !user.IsSignedIn || user.Scope(Permissions.PlansCommand).Covers(path) ? AccessScope.Top : path;
    }
}
