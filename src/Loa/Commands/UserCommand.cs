using System.CommandLine;
using System.Text;
using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Commands;

/// <summary><c>loa user add</c>: an account made by whoever can reach the server's data.</summary>
internal static class UserCommand
{
    public static Command Create()
    {
        var email = new Option<string>("--email") { Required = true, Description = "Address the person signs in with" };
        var name = new Option<string>("--name") { Required = true, Description = "Full name" };
        var role = new Option<Role>("--role") { DefaultValueFactory = _ => Role.Administrator, Description = "Administrator, ProgrammeOfficer, UnitOfficer, Leader, Editor or ProcedureController" };
        var agency = new Option<string?>("--agency") { Description = "Code of the agency the role is for; an administrator without one has the whole system" };
        var data = new Option<string?>("--data") { Description = "Data folder (otherwise LOA_DATA, otherwise ./data)" };
        var add = new Command("add", "Adds a person; the password is asked for, or read from standard input.") { email, name, role, agency, data };
        add.SetAction((result, cancellationToken) => CommandHost.RunAsync(
            LoaSettings.FromEnvironment(result.GetValue(data)),
            services => AddAsync(services, result.GetValue(email)!, result.GetValue(name)!, result.GetValue(role), result.GetValue(agency), cancellationToken),
            cancellationToken));
        return new Command("user", "People who sign in.") { add };
    }

    private static async Task<int> AddAsync(IServiceProvider services, string email, string name, Role role, string? agencyCode, CancellationToken cancellationToken)
    {
        Guid? agencyId = agencyCode is null ? null : await services.GetRequiredService<LoaDbContext>().Set<Agency>()
            .Where(agency => agency.Code == agencyCode).Select(agency => (Guid?)agency.AgencyId).SingleOrDefaultAsync(cancellationToken);
        if (agencyId is null && (role != Role.Administrator || agencyCode is not null))
        {
            await Console.Error.WriteLineAsync(agencyCode is null ? $"The role {role} needs --agency CODE." : $"There is no agency with code {agencyCode}.");
            return 1;
        }

        services.GetRequiredService<AuditScope>().Describe("loa user add");
        var (created, _) = await services.GetRequiredService<NewUsers>().CreateAsync(email, name, null, await ReadPasswordAsync(cancellationToken), role, agencyId, cancellationToken);
        foreach (var error in created.Errors)
        {
            await Console.Error.WriteLineAsync(error.Description);
        }

        if (created.Succeeded)
        {
            Console.WriteLine($"Added {email} as {role}.");
        }

        return created.Succeeded ? 0 : 1;
    }

    private static async Task<string> ReadPasswordAsync(CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected)
        {
            return await Console.In.ReadLineAsync(cancellationToken) ?? "";
        }

        Console.Write("Password: ");
        var password = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && password.Length > 0)
            {
                password.Length--;
            }
            else if (!char.IsControl(key.KeyChar))
            {
                password.Append(key.KeyChar);
            }
        }

        Console.WriteLine();
        return password.ToString();
    }
}
