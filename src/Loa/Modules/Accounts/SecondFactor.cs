using System.Security.Claims;
using Loa.Data;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Accounts;

/// <summary>
/// Who must prove themselves twice. A rule is felt at the next sign-in: whoever has no second factor then gets no further than the page
/// that sets it up; sessions already open go on. A passkey counts as both factors, because it asks for finger, face or PIN.
/// </summary>
internal sealed class SecondFactor(LoaDbContext db, Calendar calendar)
{
    public const string MustEnrolClaim = "loa:must-enrol";

    /// <summary>Values of the <c>amr</c> claim that speak of two factors.</summary>
    public static readonly IReadOnlyCollection<string> Strong = ["mfa", "hwk"];

    public static bool MustEnrol(ClaimsPrincipal person) => person.HasClaim(claim => claim.Type == MustEnrolClaim);

    /// <summary>Codes are typed with spaces, as phones show them.</summary>
    public static string Digits(string? code) => string.Concat((code ?? "").Where(char.IsAsciiDigit));

    /// <summary>Also through the roles of someone the person stands in for.</summary>
    public async Task<bool> IsRequiredAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        var absent = db.Set<Delegation>().Where(Delegation.InForceOn(calendar.VietnamToday)).Where(delegation => delegation.ToUserId == userId).Select(delegation => delegation.FromUserId);
        return await db.Set<RoleGrant>().AnyAsync(grant => (grant.UserId == userId || absent.Contains(grant.UserId)) && db.Set<SecondFactorRule>().Any(rule => rule.Role == grant.Role), cancellationToken);
    }
}

internal static class SecondFactorGate
{
    private static readonly string[] Open = ["/Accounts/TwoFactor/TwoFactor", "/Accounts/SignOut/SignOut"];

    /// <summary>Until the second factor is set up, every page behind the sign-in leads to where it is set up.</summary>
    public static void UseSecondFactor(this WebApplication app) => app.Use((context, next) =>
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is not null && SecondFactor.MustEnrol(context.User) && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            && !Open.Contains(endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath))
        {
            context.Response.Redirect(AccountLinks.TwoFactor);
            return Task.CompletedTask;
        }

        return next(context);
    });
}
