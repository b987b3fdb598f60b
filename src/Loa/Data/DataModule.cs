using Loa.Data.Migrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Loa.Data;

internal static class DataModule
{
    public static IServiceCollection AddData(this IServiceCollection services, LoaSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<Migrator>();
        services.AddScoped<Counters>();
        services.AddSingleton<IInterceptor, RevisionInterceptor>();
        services.AddScoped<IInterceptor, InsertOnceInterceptor>();
        return services.AddDbContext<LoaDbContext>((provider, options) => options.UseLoaDatabase(settings).AddInterceptors(provider.GetServices<IInterceptor>()));
    }

    public static DbContextOptionsBuilder UseLoaDatabase(this DbContextOptionsBuilder options, LoaSettings settings) =>
        settings.UsesPostgres
            ? options.UseNpgsql(settings.Database)
            : options.UseSqlite(settings.Database).AddInterceptors(new SqlitePragmas());
}
