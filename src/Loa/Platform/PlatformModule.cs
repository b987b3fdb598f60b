using System.Text.Encodings.Web;
using System.Text.Unicode;
using Loa.Platform.Localization;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Loa.Platform;

internal static class PlatformModule
{
    public static void AddPlatform(this IServiceCollection services, LoaSettings settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Calendar>();
        services.AddLoaLocalization();
        services.AddSecurity(settings);
        services.AddRazorPages(options => options.RootDirectory = "/Modules").AddDataAnnotationsLocalization();
        services.AddSingleton<IConfigureOptions<MvcOptions>>(provider =>
            new ConfigureOptions<MvcOptions>(options => options.UseVietnameseBindingMessages(provider.GetRequiredService<IStringLocalizer>())));
        // Forms are checked on the server; the attributes for a client library we do not have would only be weight (and inline style).
        services.Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        // Vietnamese letters go out as themselves; only what HTML needs is escaped.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    public static WebApplication UsePlatform(this WebApplication app)
    {
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseRequestLocalization();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }
}
