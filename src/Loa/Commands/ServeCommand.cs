using System.CommandLine;
using Loa.Commands.Demo;
using Loa.Data.Migrations;
using Loa.Modules.Accounts;

namespace Loa.Commands;

/// <summary><c>loa serve</c>, and what <c>loa</c> alone does.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Runs the web application.");
        Configure(command);
        return command;
    }

    public static void Configure(Command command)
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on, separated by ;", DefaultValueFactory = _ => LoaSettings.DefaultUrls };
        var data = new Option<string?>("--data") { Description = "Data folder (otherwise LOA_DATA, otherwise ./data)" };
        var demo = new Option<bool>("--demo") { Description = "On an empty folder: a fictional province with accounts shown on the sign-in page" };
        command.Add(urls);
        command.Add(data);
        command.Add(demo);
        command.SetAction(async (result, cancellationToken) =>
        {
            try
            {
                return await RunAsync(LoaSettings.FromEnvironment(result.GetValue(data)) with { Urls = result.GetValue(urls)!, Demo = result.GetValue(demo) }, cancellationToken);
            }
            catch (SettingsException problem)
            {
                await Console.Error.WriteLineAsync(problem.Message);
                return 1;
            }
        });
    }

    private static async Task<int> RunAsync(LoaSettings settings, CancellationToken cancellationToken)
    {
        await using var app = Program.CreateApplication(settings);
        try
        {
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
        }
        catch (MigrationException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }

        if (settings.Demo)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await DemoCommand.SeedAsync(scope.ServiceProvider, cancellationToken);
        }

        await FirstRunGate.AnnounceAsync(app);
        await app.RunAsync(cancellationToken);
        return 0;
    }
}
