using System.Net;
using Loa.Data.Migrations;
using Loa.Modules.Accounts;
using Loa.Modules.Accounts.Demo;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>The real application on Kestrel at a free port, with a data folder of its own that goes away with it.</summary>
internal sealed class LoaServer : IAsyncDisposable
{
    public const string AdministratorEmail = "quan.tri@thanhgiang.example";
    public const string AdministratorName = "Trần Minh Khôi";
    public const string Password = "một câu dài dễ nhớ 2026";

    private readonly DirectoryInfo dataFolder;

    private LoaServer(WebApplication app, DirectoryInfo folder)
    {
        App = app;
        dataFolder = folder;
    }

    public WebApplication App { get; }

    public Uri Address => new(App.Urls.First());

    /// <param name="environment">Development also shows the component page; Production caches and compresses as in earnest.</param>
    /// <param name="smtp">A mail server, as LOA_SMTP names it.</param>
    /// <param name="port">Where a provider sends people back to; any free one otherwise.</param>
    public static async Task<LoaServer> StartAsync(string environment = "Development", bool demo = false, string? smtp = null, OidcSettings? oidc = null, int port = 0)
    {
        var folder = Directory.CreateTempSubdirectory("loa-browser-");
        var settings = new LoaSettings
        {
            DataFolder = folder.FullName,
            Database = $"Data Source={Path.Combine(folder.FullName, "loa.db")}",
            // Letters carry the address, so it must be known before the server listens.
            Urls = $"http://{IPAddress.Loopback}:{(smtp is null ? port : FreePort())}",
            Demo = demo,
            Smtp = smtp,
            Oidc = oidc,
        };
        var app = Program.CreateApplication(settings, builder =>
        {
            builder.Environment.EnvironmentName = environment;
            builder.Configuration["ReloadStaticAssetsAtRuntime"] = builder.Environment.IsDevelopment().ToString();
            builder.Logging.SetMinimumLevel(LogLevel.Error);
        });
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        await app.StartAsync();
        return new LoaServer(app, folder);
    }

    public static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async Task<LoaServer> WithAdministratorAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var (result, _) = await scope.ServiceProvider.GetRequiredService<NewUsers>()
            .CreateAsync(AdministratorEmail, AdministratorName, null, Password, Role.Administrator, null);
        result.Succeeded.ShouldBeTrue(string.Join(' ', result.Errors.Select(error => error.Description)));
        return this;
    }

    /// <summary>The fictional province with its agencies and accounts.</summary>
    public async Task<LoaServer> WithProvinceAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<DemoAccounts>().SeedAsync(scope.ServiceProvider)).ShouldBeTrue();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync(TimeSpan.FromSeconds(5));
        await App.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        try
        {
            dataFolder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A file still held open is left to the system's cleaning of its temporary folder.
        }
    }
}
