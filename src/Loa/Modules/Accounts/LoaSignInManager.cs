using System.Security.Claims;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Loa.Modules.Accounts;

/// <summary>Signing in opens a session and sits the person down; every later cookie of theirs keeps both.</summary>
internal sealed class LoaSignInManager(
    UserManager<User> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<User> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<User>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<User> confirmation,
    UserSessions sessions,
    SecondFactor secondFactor,
    Seats seats) : SignInManager<User>(users, http, claims, options, logger, schemes, confirmation)
{
    private (Guid? AgencyId, Guid? ForUserId)? wanted;

    /// <summary>A locked person cannot sign in by any way: password, second factor, passkey or provider.</summary>
    public override async Task<bool> CanSignInAsync(User user) => !user.IsDisabled && await base.CanSignInAsync(user);

    public override async Task<ClaimsPrincipal> CreateUserPrincipalAsync(User user)
    {
        var principal = await base.CreateUserPrincipalAsync(user);
        var identity = principal.Identities.First();
        if (wanted is { } seat)
        {
            await seats.TakeAsync(identity, seat.AgencyId, seat.ForUserId);
        }
        else
        {
            await seats.CarryOverAsync(IsSame(user) ? Context.User : null, identity);
        }

        return principal;
    }

    public override async Task SignInWithClaimsAsync(User user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var added = additionalClaims.ToList();
        if (IsSame(user) && Context.User.FindFirstValue(CurrentUser.SessionClaim) is { } session)
        {
            added.Add(new Claim(CurrentUser.SessionClaim, session));
            added.AddRange(Context.User.Claims.Where(claim => claim.Type == SecondFactor.MustEnrolClaim && !user.TwoFactorEnabled));
        }
        else
        {
            added.Add(new Claim(CurrentUser.SessionClaim, (await sessions.OpenAsync(user.Id, Context)).ToString()));
            var isStrong = added.Exists(claim => claim.Type == "amr" && SecondFactor.Strong.Contains(claim.Value));
            if (!isStrong && await secondFactor.IsRequiredAsync(user.Id))
            {
                added.Add(new Claim(SecondFactor.MustEnrolClaim, "1"));
            }
        }

        await base.SignInWithClaimsAsync(user, authenticationProperties, added);
    }

    /// <summary>Neither locked out for wrong guesses nor locked by an administrator.</summary>
    public async Task<bool> MayEnterAsync(User user) => await PreSignInCheck(user) is null;

    /// <summary>A passkey is both factors: it is in the person's hands and asks for finger, face or PIN.</summary>
    public async Task<bool> SignInByPasskeyAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential) || await AssertAsync(credential) is not { Succeeded: true } proven || !await MayEnterAsync(proven.User))
        {
            return false;
        }

        // The counter of uses moved on.
        await UserManager.AddOrUpdatePasskeyAsync(proven.User, proven.Passkey);
        await SignInWithClaimsAsync(proven.User, new AuthenticationProperties(), [new Claim("amr", "hwk")]);
        return true;
    }

    /// <summary>
    /// A person the provider has proved. When it says it asked for a second factor that is enough; otherwise ours is asked for as after a password.
    /// </summary>
    public async Task<SignInResult> SignInByProviderAsync(User user, bool isStrong)
    {
        if (await PreSignInCheck(user) is { } refused)
        {
            return refused;
        }

        if (!isStrong)
        {
            return await SignInOrTwoFactorAsync(user, isPersistent: false, OpenIdConnectDefaults.AuthenticationScheme);
        }

        await SignInWithClaimsAsync(user, new AuthenticationProperties(), [new Claim("amr", "mfa"), new Claim(ClaimTypes.AuthenticationMethod, OpenIdConnectDefaults.AuthenticationScheme)]);
        return SignInResult.Success;
    }

    private async Task<PasskeyAssertionResult<User>?> AssertAsync(string credential)
    {
        try
        {
            return await PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // No challenge is waiting: the page was open too long, or the form was sent by hand.
            return null;
        }
    }

    /// <summary>A new cookie for another seat; one that the grants do not allow leads to the first.</summary>
    public async Task SwitchAsync(User user, Guid? agencyId, Guid? forUserId)
    {
        wanted = (agencyId, forUserId);
        await RefreshSignInAsync(user);
    }

    public override async Task SignOutAsync()
    {
        if (Guid.TryParse(Context.User.FindFirstValue(CurrentUser.SessionClaim), out var session) && Guid.TryParse(UserManager.GetUserId(Context.User), out var user))
        {
            await sessions.EndAsync(session, user);
        }

        await base.SignOutAsync();
    }

    private bool IsSame(User user) => UserManager.GetUserId(Context.User) == user.Id.ToString();
}
