using System.Security.Claims;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Loa.Modules.Accounts;

/// <summary>
/// Once a minute for each browser: is the stamp the person's, does the session still stand? Then the claims are made anew and the person
/// keeps the seat. Between two looks an ended session still works, for a minute at most.
/// </summary>
internal sealed class SessionValidator(
    IOptions<SecurityStampValidatorOptions> options,
    SignInManager<User> signIn,
    ILoggerFactory logger,
    UserSessions sessions,
    Seats seats) : SecurityStampValidator<User>(options, signIn, logger)
{
    /// <summary>What the sign-in itself said and no table knows.</summary>
    private static readonly string[] Kept = [CurrentUser.SessionClaim, "amr", ClaimTypes.AuthenticationMethod];

    protected override async Task SecurityStampVerified(User user, CookieValidatePrincipalContext context)
    {
        var before = context.Principal!;
        if (user.IsDisabled || !Guid.TryParse(before.FindFirstValue(CurrentUser.SessionClaim), out var session) || !await sessions.SeeAsync(session, user.Id))
        {
            context.RejectPrincipal();
            await SignInManager.SignOutAsync();
            return;
        }

        await base.SecurityStampVerified(user, context);
        var identity = context.Principal!.Identities.First();
        identity.AddClaims(before.Claims.Where(claim => Kept.Contains(claim.Type) || (claim.Type == SecondFactor.MustEnrolClaim && !user.TwoFactorEnabled)));
        await seats.CarryOverAsync(before, identity);
    }
}
