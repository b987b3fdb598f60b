using Loa.Platform.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace Loa.Platform.Security;

internal static class SecuritySetup
{
    public static void AddSecurity(this IServiceCollection services, LoaSettings settings)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentUser>();
        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
            foreach (var permission in Permissions.All)
            {
                options.AddPolicy(permission, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => CurrentUser.Allows(context.User, permission)));
            }
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "loa-chong-gia-mao";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true; // SecurityHeaders says DENY for every page.
            options.HeaderName = "X-Loa-Token";
        });
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddDataProtection().SetApplicationName("Loa").PersistKeysToFileSystem(PrivateFolder.Create(settings.KeysFolder));
    }
}
