using System.Net;
using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Accounts.Demo;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Loa.Tests.Infrastructure;

/// <summary>
/// The real application over a real database, in memory transport. A suite is an abstract class that takes a host; two sealed classes
/// run it: <c>…OnSqlite(SqliteHost host) : …Tests(host), IClassFixture&lt;SqliteHost&gt;</c> and the same with <see cref="PostgresHost"/>.
/// </summary>
public abstract class LoaHost : IAsyncLifetime
{
    private readonly bool postgres;
    private readonly string folder = Directory.CreateTempSubdirectory("loa-host-").FullName;
    private TestDatabase? database;
    private WebApplication? app;

    private protected LoaHost(bool postgres, Template template)
    {
        this.postgres = postgres;
        Template = template;
    }

    private Template Template { get; }

    internal bool UsesPostgres => postgres;

    /// <summary>Everything the host logged, for tests that look for what must (not) be there.</summary>
    internal TestLog Log { get; } = new();

    internal LoaSettings Settings { get; private set; } = null!;

    internal IServiceProvider Services => app!.Services;

    /// <summary>Where requests seem to come from.</summary>
    internal IPAddress RemoteAddress { get; set; } = IPAddress.Loopback;

    /// <summary>Further services and settings for one suite: a host class of its own overrides these.</summary>
    private protected virtual LoaSettings Adjust(LoaSettings settings) => settings;

    private protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(postgres, Template);
        Settings = Adjust(new LoaSettings { DataFolder = folder, Database = database.ConnectionString, SignInsPerMinute = 100_000 });
        app = Program.CreateApplication(Settings, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders().AddProvider(Log);
            builder.Services.AddSingleton<IStartupFilter>(new RemoteAddressFilter(this));
            Configure(builder);
        });
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        await database!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A browser that is not signed in, in Vietnamese.</summary>
    internal TestBrowser Browse() => new(app!.GetTestServer().CreateHandler());

    /// <summary>Signs in as the first demo account with the role.</summary>
    internal async Task<TestBrowser> BrowseAsAsync(Role role) => await BrowseAsAsync(DemoAccounts.All.First(account => account.Role == role).Email, DemoAccounts.Password);

    internal async Task<TestBrowser> BrowseAsAsync(string email, string password)
    {
        var browser = Browse();
        var page = await browser.GetAsync(AccountLinks.SignIn);
        var answer = await page.SubmitAsync(page.Form("form:has([type=password])"), ("Email", email), ("Password", password));
        answer.Status.ShouldBe(HttpStatusCode.Redirect, $"{email} could not sign in");
        return browser;
    }

    /// <summary>Work on the database as the application sees it, in a scope of its own.</summary>
    internal async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    internal Task InScopeAsync(Func<IServiceProvider, Task> work) => InScopeAsync(async services =>
    {
        await work(services);
        return 0;
    });

    internal Task<T> QueryAsync<T>(Func<LoaDbContext, Task<T>> query) => InScopeAsync(services => query(services.GetRequiredService<LoaDbContext>()));

    internal Task<Guid> AgencyIdAsync(string code) => QueryAsync(db => db.Set<Loa.Modules.Agencies.Agency>().Where(agency => agency.Code == code).Select(agency => agency.AgencyId).SingleAsync());

    private sealed class RemoteAddressFilter(LoaHost host) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => builder =>
        {
            builder.Use((context, go) =>
            {
                context.Connection.RemoteIpAddress = host.RemoteAddress;
                return go(context);
            });
            next(builder);
        };
    }
}

/// <summary>The demo province on SQLite.</summary>
public class SqliteHost : LoaHost
{
    public SqliteHost()
        : base(postgres: false, Template.Province)
    {
    }
}

/// <summary>The demo province on PostgreSQL.</summary>
public class PostgresHost : LoaHost
{
    public PostgresHost()
        : base(postgres: true, Template.Province)
    {
    }
}

/// <summary>Nothing yet, on SQLite.</summary>
public class EmptySqliteHost : LoaHost
{
    public EmptySqliteHost()
        : base(postgres: false, Template.Empty)
    {
    }
}

/// <summary>Nothing yet, on PostgreSQL.</summary>
public class EmptyPostgresHost : LoaHost
{
    public EmptyPostgresHost()
        : base(postgres: true, Template.Empty)
    {
    }
}
