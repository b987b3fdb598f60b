using System.Diagnostics;
using Loa.Data.Migrations;
using Loa.Modules.Accounts.Demo;
using Loa.Platform.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Loa.Tests.Commands;

/// <summary>The real program against a folder with a sealed log.</summary>
public sealed class AuditCommandTests : IAsyncLifetime
{
    private readonly string root = Directory.CreateTempSubdirectory("loa-audit-").FullName;

    private string Folder => Path.Combine(root, "data");

    public async Task InitializeAsync()
    {
        var settings = new LoaSettings { DataFolder = Folder, Database = $"Data Source={Path.Combine(Folder, "loa.db")}" };
        await using var app = Program.CreateApplication(settings, builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
        await app.Services.GetRequiredService<Migrator>().MigrateAsync();
        await using (var seeding = app.Services.CreateAsyncScope())
        {
            await seeding.ServiceProvider.GetRequiredService<DemoAccounts>().SeedAsync(seeding.ServiceProvider);
        }

        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AuditSealer>().SealNextAsync();
    }

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Verify_AnswersWithItsExitCode_BeforeAndAfterTampering()
    {
        var (code, output) = await RunAsync("audit", "verify", "--data", Folder);
        code.ShouldBe(0, output);
        output.ShouldContain("in 1 sealed batches; 0 records not sealed yet");

        var record = (string)(await ExecuteAsync("""UPDATE "AuditProcesses" SET "Name" = 'x' WHERE rowid = 1; SELECT "AuditProcessId" FROM "AuditProcesses" WHERE rowid = 1"""))!;
        (code, output) = await RunAsync("audit", "verify", "--data", Folder);

        code.ShouldBe(1, output);
        output.ShouldContain($"record {record.ToLowerInvariant()} of batch 1");
    }

    [Fact]
    public async Task Forget_SomeoneUnknown_SaysSo()
    {
        var (code, output) = await RunAsync("audit", "forget", "--email", "khong-co@don-vi.example", "--data", Folder);

        code.ShouldBe(1);
        output.ShouldContain("no account");
        (code, output) = await RunAsync("audit", "forget", "--email", DemoAccounts.All[0].Email, "--data", Folder);
        code.ShouldBe(0, output);
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "loa.dll"), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("LOA_DATABASE");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "loa.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
