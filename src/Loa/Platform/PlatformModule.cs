using System.Text.Encodings.Web;
using System.Text.Unicode;
using Loa.Platform.Audit;
using Loa.Platform.Errors;
using Loa.Platform.Files;
using Loa.Platform.Jobs;
using Loa.Platform.Localization;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Views;
using Loa.Platform.Web;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore.Diagnostics;
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
        services.AddSignInLimit(settings);
        services.AddPages();
        services.AddFiles(settings);
        services.AddSingleton<PublicNetwork>();
        services.AddSingleton<WebPages>();
        services.AddScoped<SearchIndex>();
        services.AddScoped<SavedViews>();
        services.AddScoped<AuditScope>();
        services.AddSingleton<IInterceptor, AuditInterceptor>();
        services.AddScoped<HistoryTeller>();
        services.AddSingleton(PlatformHistory.Words);
        services.AddSingleton<SealLock>();
        services.AddScoped<AuditSealer>();
        services.AddScoped<AuditVerifier>();
        services.AddHostedService<AuditSealService>();
        services.AddScoped<CalendarDays>();
        services.AddScoped<JobQueue>();
        services.AddSingleton<JobSignal>();
        services.AddSingleton<IInterceptor>(provider => provider.GetRequiredService<JobSignal>());
        services.AddHostedService<JobWorker>();
        services.AddJob<FileCleaning>(FileCleaning.Kind);
        services.AddOutbox(settings);
        services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
    }

    private static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(options => options.RootDirectory = "/Modules").AddDataAnnotationsLocalization();
        services.AddSingleton<IConfigureOptions<MvcOptions>>(provider =>
            new ConfigureOptions<MvcOptions>(options => options.UseVietnameseBindingMessages(provider.GetRequiredService<IStringLocalizer>())));
        // Forms are checked on the server; the attributes for a client library we do not have would only be weight (and inline style).
        services.Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        // Vietnamese letters go out as themselves; only what HTML needs is escaped.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    /// <summary>Everything before it is known who asks.</summary>
    public static void UsePlatform(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseErrorPages();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseRouting();
    }

    public static void UseSecurity(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    public static void MapPlatform(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapRazorPages().WithStaticAssets();
    }
}
