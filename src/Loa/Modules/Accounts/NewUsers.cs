using Loa.Data;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Accounts;

/// <summary>Creates accounts: the first-run page, the people page, <c>loa user add</c> and the demo province all come here.</summary>
internal sealed class NewUsers(UserManager<User> users, LoaDbContext db, Calendar calendar)
{
    public Task<(IdentityResult Result, User User)> CreateAsync(
        string email, string displayName, string? title, string password, Role role, Guid? agencyId, CancellationToken cancellationToken = default) =>
        CreateAsync(email, displayName, title, password, [(role, agencyId)], cancellationToken);

    /// <summary>The account and its grants are saved together or not at all.</summary>
    public async Task<(IdentityResult Result, User User)> CreateAsync(
        string email, string displayName, string? title, string password, IReadOnlyCollection<(Role Role, Guid? AgencyId)> grants, CancellationToken cancellationToken = default)
    {
        var user = User.Create(email, displayName, calendar.UtcNow);
        user.Title = title.OrNull();
        foreach (var (role, agencyId) in grants.Distinct())
        {
            var isWhole = role == Role.Administrator && agencyId is null;
            if (!isWhole && (agencyId is null || !await db.Set<Agencies.Agency>().AnyAsync(agency => agency.AgencyId == agencyId, cancellationToken)))
            {
                throw new InvalidOperationException($"The role {role} is for an agency.");
            }

            user.Grant(role, agencyId);
        }

        return (await users.CreateAsync(user, password), user);
    }
}
