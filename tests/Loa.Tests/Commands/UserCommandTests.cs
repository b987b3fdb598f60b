using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Loa.Tests.Commands;

/// <summary>The real program in a process of its own, on a data folder of its own.</summary>
public sealed class UserCommandTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("loa-command-").FullName;

    private string Folder => Path.Combine(root, "data");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task UserAdd_OnAnEmptyFolder_MakesTheAdministratorAndRecordsIt()
    {
        var (code, output) = await RunAsync("cây đa bến nước sân đình", "user", "add", "--email", "quantri@don-vi.example", "--name", "Người Cài Đặt", "--data", Folder);

        code.ShouldBe(0, output);
        output.ShouldNotContain("cây đa");
        if (!OperatingSystem.IsWindows())
        {
            (File.GetUnixFileMode(Folder) & (UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute)).ShouldBe(UnixFileMode.None, "only the owner looks into the data folder");
        }

        (await ScalarAsync("""SELECT count(*) FROM "Users" u JOIN "RoleGrants" g ON g."UserId" = u."Id" WHERE u."Email" = 'quantri@don-vi.example' AND g."Role" = 1""")).ShouldBe(1L);
        (await ScalarAsync("""SELECT count(*) FROM "AuditProcesses" WHERE "Name" = 'loa user add'""")).ShouldBe(1L);
        (await ScalarAsync("""SELECT count(*) FROM "AuditChanges" WHERE "After" LIKE '%don-vi.example%' OR "After" LIKE '%Cài Đặt%'""")).ShouldBe(0L, "the record keeps no personal data");
    }

    [Theory]
    [InlineData("Matkhau@2024", "Administrator")]
    [InlineData("cây đa bến nước sân đình", "Leader")]
    public async Task UserAdd_WeakPasswordOrNoAgency_SaysWhyAndAddsNobody(string password, string role)
    {
        var (code, output) = await RunAsync(password, "user", "add", "--email", "ai-do@don-vi.example", "--name", "Ai Đó", "--role", role, "--data", Folder);

        code.ShouldBe(1);
        output.ShouldNotBeEmpty();
        (await ScalarAsync("""SELECT count(*) FROM "Users" """)).ShouldBe(0L);
    }

    private static async Task<(int Code, string Output)> RunAsync(string password, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "loa.dll"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove("LOA_DATABASE");
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(password);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private async Task<object?> ScalarAsync(string sql)
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
