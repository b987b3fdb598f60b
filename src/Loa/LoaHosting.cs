using Loa.Platform.Files;
using Microsoft.Extensions.Logging.Console;

namespace Loa;

/// <summary>The host itself: content found beside the executable, logs as JSON lines, the address.</summary>
internal static class LoaHosting
{
    public static WebApplicationBuilder CreateBuilder(LoaSettings settings)
    {
        PrivateFolder.Create(settings.DataFolder);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Named, not guessed: under a test runner the entry assembly is not ours.
            ApplicationName = typeof(Program).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.UseStaticWebAssets();
        if (!builder.Environment.IsDevelopment())
        {
            // Run from a build, not only from a publish: compressed files and addresses that may be cached for ever.
            builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        AddLogging(builder.Logging);
        return builder;
    }

    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        // Keys lie in the data folder, which only the server reads; there is no certificate to wrap them with.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore.StaticFiles", LogLevel.Error);
        // The error page logs the exception once, with its reference number.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);

        // A person at a terminal reads lines, a log collector reads JSON.
        var asText = Environment.GetEnvironmentVariable("LOA_LOG") is { Length: > 0 } format ? format == "text" : !Console.IsOutputRedirected;
        if (asText)
        {
            logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
            });
        }
        else
        {
            logging.AddJsonConsole(console =>
            {
                console.IncludeScopes = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }

        logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId);
    }
}
