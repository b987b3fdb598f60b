using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Accounts;

/// <summary>A person as an administrator may deal with them.</summary>
/// <param name="IsWhole">Every grant of theirs lies in the administrator's scope: name, lock, password and sessions are theirs to manage too.</param>
internal sealed record ManagedPerson(User User, IReadOnlyList<ManagedGrant> Grants, bool IsWhole);

/// <param name="IsMine">Lies in the administrator's scope.</param>
internal sealed record ManagedGrant(RoleGrant Grant, string? AgencyName, bool IsMine);

/// <summary>
/// What an administrator may do to people: only within the scope of their own administration. Someone who also works elsewhere keeps
/// account and roles there; nobody changes their own roles upwards; the last administrator of the whole system stays.
/// </summary>
internal sealed class PeopleAdmin(LoaDbContext db, CurrentUser current)
{
    public AccessScope Scope => current.Scope(Permissions.UsersManage);

    /// <summary>People with at least one role in the scope; for the whole system everyone.</summary>
    public IQueryable<User> People()
    {
        if (Scope.CoversEverything)
        {
            return db.Set<User>();
        }

        var agencies = db.Set<Agency>().Within(Scope, agency => agency.Path);
        return db.Set<User>().Where(user => user.Grants.Any(grant => agencies.Any(agency => agency.AgencyId == grant.AgencyId)));
    }

    /// <summary>Null when there is none in the scope: missing and forbidden answer alike.</summary>
    public async Task<ManagedPerson?> FindAsync(Guid userId, CancellationToken cancellationToken)
    {
        var user = await People().Include(person => person.Grants).FirstOrDefaultAsync(person => person.Id == userId, cancellationToken);
        if (user is null)
        {
            return null;
        }

        var ids = user.Grants.Select(grant => grant.AgencyId).ToList();
        var agencies = await db.Set<Agency>().Where(agency => ids.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, cancellationToken);
        var grants = user.Grants.OrderBy(grant => grant.RoleGrantId).Select(grant =>
        {
            var agency = grant.AgencyId is { } id ? agencies[id] : null;
            return new ManagedGrant(grant, agency?.Name, Scope.Covers(agency?.Path ?? AccessScope.Top));
        }).ToList();
        return new ManagedPerson(user, grants, grants.TrueForAll(grant => grant.IsMine));
    }

    /// <summary>A role on the agency (null: the whole system) is the administrator's to give.</summary>
    public async Task<bool> MayGrantAsync(Role role, Guid? agencyId, CancellationToken cancellationToken) => agencyId is null
        ? role == Role.Administrator && Scope.CoversEverything
        : await db.Set<Agency>().Within(Scope, agency => agency.Path).AnyAsync(agency => agency.AgencyId == agencyId, cancellationToken);

    /// <summary>Nobody else could administer the whole system.</summary>
    public async Task<bool> IsLastAdministratorAsync(Guid userId, CancellationToken cancellationToken) =>
        await Administrators().AnyAsync(user => user.Id == userId, cancellationToken) && !await Administrators().AnyAsync(user => user.Id != userId, cancellationToken);

    private IQueryable<User> Administrators() =>
        db.Set<User>().Where(user => !user.IsDisabled && user.Grants.Any(grant => grant.Role == Role.Administrator && grant.AgencyId == null));
}
