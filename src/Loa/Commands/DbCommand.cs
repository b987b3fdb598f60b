using System.CommandLine;
using Loa.Data;
using Loa.Data.Migrations;
using Microsoft.EntityFrameworkCore;

namespace Loa.Commands;

/// <summary><c>loa db migrate</c> brings the database up to date; <c>loa db script</c> prints the model's tables, to write a migration from.</summary>
internal static class DbCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "Data folder (otherwise LOA_DATA, otherwise ./data)" };
        var migrate = new Command("migrate", "Applies the migrations that are missing.") { data };
        migrate.SetAction((result, cancellationToken) => CommandHost.RunAsync(LoaSettings.FromEnvironment(result.GetValue(data)), services =>
        {
            Console.WriteLine($"The database is at schema {services.GetRequiredService<Migrator>().Scripts[^1].Number}.");
            return Task.FromResult(0);
        }, cancellationToken));

        var provider = new Argument<string>("provider") { Description = "sqlite or postgres" };
        var script = new Command("script", "Prints the SQL that creates the whole model on a provider.") { provider };
        script.SetAction(result => Script(result.GetValue(provider) == "postgres"));
        return new Command("db", "The database.") { migrate, script };
    }

    private static void Script(bool postgres)
    {
        var settings = new LoaSettings { DataFolder = ".", Database = postgres ? "Host=localhost" : "Data Source=:memory:" };
        var options = new DbContextOptionsBuilder<LoaDbContext>();
        options.UseLoaDatabase(settings);
        using var db = new LoaDbContext(options.Options);
        Console.WriteLine(db.Database.GenerateCreateScript());
    }
}
