using Loa.Data;
using Loa.Platform.Security;

namespace Loa.Modules.Accounts;

internal static class AgencyPeople
{
    /// <summary>Who holds the permission by a role on exactly this agency and may sign in; a role above it, which reaches down, does not make one of its people.</summary>
    public static IQueryable<User> PeopleOf(this LoaDbContext db, Guid agencyId, string permission)
    {
        var roles = Permissions.HoldersOf(permission).ToList();
        return db.Set<User>().Where(person => !person.IsDisabled && db.Set<RoleGrant>().Any(grant => grant.UserId == person.Id && grant.AgencyId == agencyId && roles.Contains(grant.Role)));
    }
}
