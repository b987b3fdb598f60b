using System.CommandLine;
using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Platform.Audit;
using Microsoft.AspNetCore.Identity;

namespace Loa.Commands;

/// <summary><c>loa audit verify</c> checks every seal of the audit log; <c>loa audit forget</c> takes a person out of it.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "Data folder (otherwise LOA_DATA, otherwise ./data)" };
        var verify = new Command("verify", "Checks that no sealed record was changed, removed or added; exit code 1 when one was.") { data };
        verify.SetAction((result, cancellationToken) => CommandHost.RunAsync(
            LoaSettings.FromEnvironment(result.GetValue(data)), services => VerifyAsync(services, cancellationToken), cancellationToken));

        var email = new Option<string>("--email") { Required = true, Description = "Address the person signs in with" };
        var forget = new Command("forget", "Erases who stands behind a person's acts so far; records and seals stay whole.") { email, data };
        forget.SetAction((result, cancellationToken) => CommandHost.RunAsync(
            LoaSettings.FromEnvironment(result.GetValue(data)), services => ForgetAsync(services, result.GetValue(email)!, cancellationToken), cancellationToken));
        return new Command("audit", "The record of changes.") { verify, forget };
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var verdict = await services.GetRequiredService<AuditVerifier>().VerifyAsync(fault => Console.Error.WriteLine($"{fault.Kind}: {fault.Text}"), cancellationToken);
        Console.WriteLine($"{verdict.Records} records with {verdict.Changes} changes in {verdict.Seals} sealed batches; {verdict.Tail} records not sealed yet.");
        Console.WriteLine(verdict.IsIntact ? "The sealed records are as they were sealed." : $"{verdict.Faults} faults: the log was tampered with, or a backup was restored in part.");
        return verdict.IsIntact ? 0 : 1;
    }

    private static async Task<int> ForgetAsync(IServiceProvider services, string email, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<UserManager<User>>().FindByEmailAsync(email) is not { } user)
        {
            await Console.Error.WriteLineAsync($"There is no account {email}.");
            return 1;
        }

        var erased = await AuditActors.EraseAsync(services.GetRequiredService<LoaDbContext>(), user.Id, cancellationToken);
        Console.WriteLine(erased ? "The history now shows a deleted user for everything done so far." : "No act of this person is on record.");
        return 0;
    }
}
