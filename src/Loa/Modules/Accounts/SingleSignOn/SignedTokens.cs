using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Loa.Modules.Accounts.SingleSignOn;

/// <summary>
/// The framework lets an ID token of the code flow go unsigned, because it comes over TLS from the provider itself (OpenID Connect
/// Core 3.1.3.7). Here a proxy may look into that TLS, as agencies' networks do, so the signature must be there and right.
/// </summary>
internal sealed class SignedTokens : JsonWebTokenHandler
{
    public override Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        validationParameters.RequireSignedTokens = true;
        return base.ValidateTokenAsync(token, validationParameters);
    }
}
