using Loa.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Loa.Tests.Infrastructure;

/// <summary>One database for one test class, cloned from a template that was migrated (and seeded) once per run.</summary>
internal abstract class TestDatabase : IAsyncDisposable
{
    public abstract string ConnectionString { get; }

    public abstract ValueTask DisposeAsync();

    public static Task<TestDatabase> CreateAsync(bool postgres, Template template) => postgres ? PostgresClone.CloneAsync(template) : SqliteClone.CloneAsync(template);

    /// <summary>An existing but empty database: for tests of the migrations themselves.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(bool postgres) => postgres ? await PostgresClone.EmptyAsync() : new SqliteClone();
}

internal sealed class SqliteClone : TestDatabase
{
    private readonly string folder = Directory.CreateTempSubdirectory("loa-test-").FullName;

    private string File => Path.Combine(folder, "loa.db");

    public override string ConnectionString => $"Data Source={File}";

    public static async Task<TestDatabase> CloneAsync(Template template)
    {
        var source = await template.OnSqlite.Value;
        var clone = new SqliteClone();
        System.IO.File.Copy(source, clone.File);
        return clone;
    }

    /// <summary>A template is one plain file: nothing may be left in the write-ahead log beside it.</summary>
    public static async Task<string> MakeTemplateAsync(Func<string, Task> fill)
    {
        var clone = new SqliteClone();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(clone.folder, recursive: true);
        await fill(clone.ConnectionString);
        SqliteConnection.ClearAllPools();
        await using var connection = new SqliteConnection($"{clone.ConnectionString};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        return clone.File;
    }

    public override ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

internal sealed class PostgresClone(string server, string name) : TestDatabase
{
    private static readonly SemaphoreSlim Cloning = new(1, 1);

    public override string ConnectionString => ConnectionTo(server, name);

    public static async Task<TestDatabase> CloneAsync(Template template)
    {
        var server = await PostgresServer.ConnectionStringAsync();
        var source = await template.OnPostgres.Value;
        var name = NewName();
        // PostgreSQL refuses to copy a template that another copy is reading.
        await Cloning.WaitAsync();
        try
        {
            await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE {source}");
        }
        finally
        {
            Cloning.Release();
        }

        return new PostgresClone(server, name);
    }

    public static async Task<TestDatabase> EmptyAsync()
    {
        var server = await PostgresServer.ConnectionStringAsync();
        var name = NewName();
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        return new PostgresClone(server, name);
    }

    /// <summary>The template's name; nobody stays connected to it.</summary>
    public static async Task<string> MakeTemplateAsync(Func<string, Task> fill)
    {
        var clone = (PostgresClone)await EmptyAsync();
        await fill(clone.ConnectionString);
        await using (var connection = new NpgsqlConnection(clone.ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        return clone.Name;
    }

    private string Name => name;

    public override async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static string NewName() => $"loa_{Guid.CreateVersion7():N}";

    /// <summary>As the application itself says it: pools, which are cleared here, go by the text.</summary>
    private static string ConnectionTo(string server, string database) => DataModule.PostgresConnection(new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 20 }.ConnectionString);

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names are made here.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
