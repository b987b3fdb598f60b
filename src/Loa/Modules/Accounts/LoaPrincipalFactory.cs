using System.Security.Claims;
using Loa.Data;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Loa.Modules.Accounts;

/// <summary>Puts name and grants into the cookie, so that a page needs no query to know what a person may do. The security stamp refreshes them.</summary>
internal sealed class LoaPrincipalFactory(UserManager<User> users, LoaDbContext db, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<User>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        await db.Entry(user).Collection(u => u.Grants).LoadAsync();
        identity.AddClaim(new Claim(CurrentUser.NameClaim, user.DisplayName));
        if (user.HomeAgencyId is { } agencyId)
        {
            identity.AddClaim(new Claim(CurrentUser.AgencyClaim, agencyId.ToString()));
        }

        foreach (var grant in user.Grants)
        {
            identity.AddClaim(new Claim(CurrentUser.GrantClaim, CurrentUser.GrantValue(grant.Role, grant.AgencyId)));
        }

        return identity;
    }
}
