using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Loa.Data.Migrations;

/// <summary>
/// Brings the database to the schema this program knows: numbered scripts, each in its own transaction, recorded with a checksum.
/// Two programs that start together wait for each other (an advisory lock on PostgreSQL, the write lock on SQLite).
/// </summary>
internal sealed partial class Migrator(LoaSettings settings, TimeProvider time, ILogger<Migrator> logger)
{
    private const long AdvisoryLock = 0x4C6F61; // "Loa"
    private readonly IReadOnlyList<MigrationScript> scripts = MigrationScript.For(settings.UsesPostgres);

    public IReadOnlyList<MigrationScript> Scripts => scripts;

    /// <summary>Applies what is missing and returns it; throws <see cref="MigrationException"/> when the schema is newer than the program or was changed.</summary>
    public async Task<IReadOnlyList<MigrationScript>> MigrateAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await PrepareAsync(connection, cancellationToken);
        var applied = new List<MigrationScript>();
        CheckHistory(await HistoryAsync(connection, null, cancellationToken));
        foreach (var script in scripts)
        {
            if (await ApplyAsync(connection, script, cancellationToken))
            {
                applied.Add(script);
                LogApplied(script.Number, script.Name);
            }
        }

        CheckHistory(await HistoryAsync(connection, null, cancellationToken));
        return applied;
    }

    /// <summary>True when every script this program knows is applied: part of <c>/healthz</c>.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var history = await HistoryAsync(connection, null, cancellationToken);
        return scripts.All(script => history.TryGetValue(script.Number, out var checksum) && checksum == script.Checksum);
    }

    private async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        // Not pooled: on SQLite foreign keys are off while migrating, on PostgreSQL the session holds the lock, and a pooled
        // connection would carry either over to its next user. A second starter may wait long for the first.
        DbConnection connection = settings.UsesPostgres
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.Database) { Pooling = false, CommandTimeout = 600 }.ConnectionString)
            : new SqliteConnection(new SqliteConnectionStringBuilder(settings.Database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (settings.UsesPostgres)
        {
            // Held by the session: freed when the connection closes, also when the program dies.
            await ExecuteAsync(connection, null, $"SELECT pg_advisory_lock({AdvisoryLock})", cancellationToken);
        }
        else
        {
            // Table rebuilds drop and rename; references are checked before each commit instead.
            await ExecuteAsync(connection, null, "PRAGMA busy_timeout = 60000; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = OFF;", cancellationToken);
        }

        await ExecuteAsync(connection, null, """
            CREATE TABLE IF NOT EXISTS "SchemaHistory" (
                "Number" INTEGER NOT NULL PRIMARY KEY, "Name" TEXT NOT NULL, "Checksum" TEXT NOT NULL, "AppliedAt" TEXT NOT NULL)
            """, cancellationToken);
    }

    private async Task<bool> ApplyAsync(DbConnection connection, MigrationScript script, CancellationToken cancellationToken)
    {
        // On SQLite this is BEGIN IMMEDIATE: a second starter waits here, then finds the script applied.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        if ((await HistoryAsync(connection, transaction, cancellationToken)).ContainsKey(script.Number))
        {
            return false;
        }

        await ExecuteAsync(connection, transaction, script.Sql, cancellationToken);
        await using var record = Command(connection, transaction, """INSERT INTO "SchemaHistory" ("Number", "Name", "Checksum", "AppliedAt") VALUES (@number, @name, @checksum, @at)""");
        Add(record, "@number", script.Number);
        Add(record, "@name", script.Name);
        Add(record, "@checksum", script.Checksum);
        Add(record, "@at", time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        await record.ExecuteNonQueryAsync(cancellationToken);
        await CheckReferencesAsync(connection, transaction, script, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task CheckReferencesAsync(DbConnection connection, DbTransaction transaction, MigrationScript script, CancellationToken cancellationToken)
    {
        if (settings.UsesPostgres)
        {
            return;
        }

        await using var check = Command(connection, transaction, "PRAGMA foreign_key_check");
        if (await check.ExecuteScalarAsync(cancellationToken) is string table)
        {
            throw new MigrationException($"Migration {script.Number} ({script.Name}) leaves a broken reference in {table}; nothing was changed.");
        }
    }

    private void CheckHistory(Dictionary<int, string> history)
    {
        var known = scripts.ToDictionary(script => script.Number);
        if (history.Keys.Where(number => !known.ContainsKey(number)).DefaultIfEmpty().Max() is > 0 and var newer)
        {
            throw new MigrationException($"The database is at schema {newer}, but this version of Loa knows only up to {known.Keys.DefaultIfEmpty().Max()}. Start the newer version of Loa, or restore a backup made by this one.");
        }

        if (scripts.FirstOrDefault(script => history.TryGetValue(script.Number, out var checksum) && checksum != script.Checksum) is { } changed)
        {
            throw new MigrationException($"Migration {changed.Number} ({changed.Name}) was applied in another wording than this program carries. In development delete the data folder; elsewhere restore a backup.");
        }
    }

    private static async Task<Dictionary<int, string>> HistoryAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        var history = new Dictionary<int, string>();
        await using var command = Command(connection, transaction, """SELECT "Number", "Checksum" FROM "SchemaHistory" """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            history[reader.GetInt32(0)] = reader.GetString(1);
        }

        return history;
    }

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, transaction, sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The text comes from scripts embedded in this program.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    [LoggerMessage(100, LogLevel.Information, "Applied migration {Number} {Name}")]
    private partial void LogApplied(int number, string name);
}
