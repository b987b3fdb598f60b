using Loa.Data.Migrations;
using Loa.Modules.Accounts.Demo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Loa.Tests.Infrastructure;

/// <summary>What a test starts from. Filled once per run and provider, however many classes clone it.</summary>
internal sealed class Template
{
    /// <summary>Migrated, and nothing in it: the first run.</summary>
    public static readonly Template Empty = new(_ => Task.CompletedTask);

    /// <summary>The demo province with its accounts.</summary>
    public static readonly Template Province = new(async scope => (await scope.GetRequiredService<DemoAccounts>().SeedAsync(scope)).ShouldBeTrue());

    private Template(Func<IServiceProvider, Task> seed)
    {
        OnSqlite = new(() => SqliteClone.MakeTemplateAsync(connection => FillAsync(connection, seed)));
        OnPostgres = new(() => PostgresClone.MakeTemplateAsync(connection => FillAsync(connection, seed)));
    }

    public Lazy<Task<string>> OnSqlite { get; }

    public Lazy<Task<string>> OnPostgres { get; }

    private static async Task FillAsync(string connection, Func<IServiceProvider, Task> seed)
    {
        var folder = Directory.CreateTempSubdirectory("loa-template-").FullName;
        var settings = new LoaSettings { DataFolder = folder, Database = connection };
        await using (var app = Program.CreateApplication(settings, builder => builder.Logging.SetMinimumLevel(LogLevel.Warning)))
        {
            await app.Services.GetRequiredService<Migrator>().MigrateAsync();
            await using var scope = app.Services.CreateAsyncScope();
            await seed(scope.ServiceProvider);
        }

        Directory.Delete(folder, recursive: true);
    }
}
