using Loa.Data.Migrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Loa.Data;

internal static class DataModule
{
    public static IServiceCollection AddData(this IServiceCollection services, LoaSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<Migrator>();
        services.AddScoped<Counters>();
        services.AddSingleton<IInterceptor, RevisionInterceptor>();
        services.AddSingleton<IInterceptor, InsertOnceInterceptor>();
        services.AddPooledDbContextFactory<LoaDbContext>((provider, options) => options.UseLoaDatabase(settings).AddInterceptors(provider.GetServices<IInterceptor>()));
        return services.AddScoped(provider =>
        {
            var db = provider.GetRequiredService<IDbContextFactory<LoaDbContext>>().CreateDbContext();
            db.Services = provider;
            return db;
        });
    }

    public static DbContextOptionsBuilder UseLoaDatabase(this DbContextOptionsBuilder options, LoaSettings settings) =>
        settings.UsesPostgres
            ? options.UseNpgsql(PostgresConnection(settings.Database))
            : options.UseSqlite(settings.Database).AddInterceptors(new SqlitePragmas());

    /// <summary>
    /// Statements stay planned on their connection, because planning those of a page costs PostgreSQL more than running them. And a connection that comes back is
    /// not cleaned, which would cost a page a dozen further statements: nothing here leaves state behind on one but the advisory locks, and who takes one gives it
    /// back. What the connection string says itself stands: behind a pooler that cannot keep planned statements it says <c>Max Auto Prepare=0</c>.
    /// </summary>
    internal static string PostgresConnection(string settings)
    {
        var builder = new NpgsqlConnectionStringBuilder(settings);
        if (!builder.ShouldSerialize("Max Auto Prepare"))
        {
            builder.MaxAutoPrepare = 100;
            builder.AutoPrepareMinUsages = 3;
        }

        if (!builder.ShouldSerialize("No Reset On Close"))
        {
            builder.NoResetOnClose = true;
        }

        return builder.ConnectionString;
    }
}
