using System.Security.Claims;

namespace Loa.Modules.Accounts.SingleSignOn;

/// <summary>Who the provider says it is. Issuer and subject never change hands; an address may, so it only helps the first time.</summary>
/// <param name="VerifiedEmail">Null when the provider gave none or does not vouch for it.</param>
/// <param name="IsStrong">The provider asked for more than a password.</param>
internal sealed record ProviderPerson(string Issuer, string Subject, string? VerifiedEmail, bool IsStrong)
{
    public const string IssuerClaim = "iss";
    public const string EmailVerifiedClaim = "email_verified";

    /// <summary>Values of <c>amr</c> (RFC 8176) that a password alone does not bring.</summary>
    private static readonly string[] Strong = ["mfa", "otp", "hwk"];

    public static ProviderPerson? From(ClaimsPrincipal? principal)
    {
        if (principal?.FindFirstValue("sub") is not { Length: > 0 } subject || principal.FindFirstValue(IssuerClaim) is not { Length: > 0 } issuer)
        {
            return null;
        }

        var isVerified = bool.TryParse(principal.FindFirstValue(EmailVerifiedClaim), out var said) && said;
        var methods = principal.FindAll("amr").Select(claim => claim.Value);
        return new ProviderPerson(issuer, subject, isVerified ? principal.FindFirstValue("email") : null, methods.Any(Strong.Contains));
    }
}
