using Loa.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Loa.Modules.Accounts.SingleSignOn;

/// <summary>Sign-in at the administration's own provider, by OpenID Connect's code flow with PKCE.</summary>
internal static partial class SingleSignOnSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void AddSingleSignOn(this IServiceCollection services, LoaSettings settings)
    {
        services.AllowAnonymousPage("/Accounts/SingleSignOn/Start");
        services.AllowAnonymousPage("/Accounts/SingleSignOn/Finish");
        services.AddScoped<ProviderLogins>();
        if (settings.Oidc is { } provider)
        {
            services.AddAuthentication().AddOpenIdConnect(OpenIdConnectDefaults.AuthenticationScheme, provider.Name, options =>
            {
                Configure(options, provider);
                Configure(options.Events, settings.PublicUrl);
            });
        }
    }

    private static void Configure(OpenIdConnectOptions options, OidcSettings provider)
    {
        options.Authority = provider.Authority.AbsoluteUri;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        // Over plain http only on the machine itself; the settings allow no other.
        options.RequireHttpsMetadata = provider.Authority.Scheme == Uri.UriSchemeHttps;
        options.CallbackPath = AccountLinks.SingleSignOnCallback;
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes as an address, not as a form of another site: the cookies of the way there can be Lax.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("email");
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.MapUniqueJsonKey(ProviderPerson.EmailVerifiedClaim, ProviderPerson.EmailVerifiedClaim);
        // Kept beside the subject, which means something only together with it.
        options.ClaimActions.Remove(ProviderPerson.IssuerClaim);
        options.TokenHandler = new SignedTokens { MapInboundClaims = false };
        options.DisableTelemetry = true;
        options.BackchannelTimeout = Patience;
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(2);
        // Signed with the provider's private key; an HMAC would only prove that someone knows the client's secret.
        options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];
    }

    private static void Configure(OpenIdConnectEvents events, string? publicUrl)
    {
        events.OnRedirectToIdentityProvider = context =>
        {
            if (publicUrl is not null)
            {
                // What the provider has on its list, whatever a proxy made of the request.
                context.ProtocolMessage.RedirectUri = publicUrl + AccountLinks.SingleSignOnCallback;
            }

            return Task.CompletedTask;
        };
        events.OnRemoteFailure = async context =>
        {
            var logger = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Loa.SingleSignOn");
            LogFailure(logger, context.Failure?.Message);
            // Nothing of an earlier, half-finished attempt may be taken for this one.
            await context.HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
            context.Response.Redirect(AccountLinks.SingleSignOnFinish);
            context.HandleResponse();
        };
    }

    [LoggerMessage(310, LogLevel.Warning, "Single sign-on failed: {Reason}")]
    internal static partial void LogFailure(ILogger logger, string? reason);
}
