using Loa.Data.Migrations;

namespace Loa.Commands;

/// <summary>The application's services for a command that does not serve: database brought up to date, one scope, an exit code.</summary>
internal static class CommandHost
{
    public static async Task<int> RunAsync(LoaSettings settings, Func<IServiceProvider, Task<int>> run, CancellationToken cancellationToken)
    {
        await using var app = Program.CreateApplication(settings, builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
        try
        {
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
        }
        catch (MigrationException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }

        await using var scope = app.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }
}
