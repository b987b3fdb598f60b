using Microsoft.AspNetCore.Authentication.Cookies;

namespace Loa.Modules.Accounts;

internal static class SignInCookie
{
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "loa";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.LoginPath = AccountLinks.SignIn;
        options.LogoutPath = AccountLinks.SignOut;
        options.ReturnUrlParameter = "tiep";
        options.Events.OnRedirectToAccessDenied = context =>
        {
            // What you may not see does not exist: forbidden and missing answer alike.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }
}
