using System.CommandLine;
using Loa.Modules.Accounts.Demo;

namespace Loa.Commands.Demo;

/// <summary><c>loa demo</c> fills an empty database with the fictional province and its accounts.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "Data folder (otherwise LOA_DATA, otherwise ./data)" };
        var command = new Command("demo", "Fills an empty database with the fictional province Thanh Giang and its demo accounts.") { data };
        command.SetAction((result, cancellationToken) => CommandHost.RunAsync(LoaSettings.FromEnvironment(result.GetValue(data)), async services =>
        {
            if (!await SeedAsync(services, cancellationToken))
            {
                await Console.Error.WriteLineAsync("The database is not empty; nothing was changed.");
                return 1;
            }

            Console.WriteLine($"Created the province and {DemoAccounts.All.Count} accounts; their password is {DemoAccounts.Password}");
            Console.WriteLine("Serve it with: loa serve --demo");
            return 0;
        }, cancellationToken));
        return command;
    }

    /// <summary>The province and its people, then a year of theirs; false when the database is not empty.</summary>
    public static async Task<bool> SeedAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        if (!await scope.GetRequiredService<DemoAccounts>().SeedAsync(scope, cancellationToken))
        {
            return false;
        }

        await new DemoStory(scope).TellAsync(cancellationToken);
        return true;
    }
}
