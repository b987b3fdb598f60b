using System.Security.Claims;
using Loa.Data.Migrations;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Loa.Benchmarks;

/// <summary>The application over an empty, migrated database, with an administrator of everything at work.</summary>
internal static class BenchDatabase
{
    /// <summary>A new database on the server that <c>script/bench</c> started; null when there is none.</summary>
    public static async Task<string?> CreatePostgresAsync()
    {
        if (Environment.GetEnvironmentVariable("LOA_TEST_POSTGRES") is not { Length: > 0 } server)
        {
            Console.WriteLine("  PostgreSQL   absent: set LOA_TEST_POSTGRES");
            return null;
        }

        var name = $"loa_bench_{Guid.CreateVersion7():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here.
        command.CommandText = $"CREATE DATABASE {name}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 100 }.ConnectionString;
    }

    public static async Task<WebApplication> OpenAsync(string database, string folder, Action<WebApplicationBuilder>? configure = null)
    {
        var settings = new LoaSettings { DataFolder = folder, Database = database, Urls = "http://127.0.0.1:0", SignInsPerMinute = 100_000 };
        var app = Program.CreateApplication(settings, builder =>
        {
            builder.Logging.ClearProviders();
            configure?.Invoke(builder);
        });
        await app.Services.GetRequiredService<Migrator>().MigrateAsync();
        return app;
    }

    /// <summary>What follows in this flow is done by an administrator.</summary>
    public static void ActAsAdministrator(IServiceProvider services) =>
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext
        {
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Grant.ClaimType, Grant.OnEverything(Role.Administrator).ToClaim())], "bench")),
        };
}
