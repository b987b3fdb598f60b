using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Loa.Data;

/// <summary>
/// Writes many rows of one kind past the change tracker, whose bookkeeping costs more than the rows: COPY on PostgreSQL, one prepared statement on
/// SQLite. Only for rows that are not audited one by one; part of the transaction that is open on the context.
/// </summary>
internal static class BulkRows
{
    public static async Task InsertRowsAsync<T>(this LoaDbContext db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken = default)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var columns = Columns(db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped."), out var table);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
            {
                await CopyAsync(postgres, table, columns, rows, cancellationToken);
            }
            else
            {
                await InsertAsync((SqliteConnection)db.Database.GetDbConnection(), (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction(), table, columns, rows, cancellationToken);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string table, List<Column> columns, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY \"{table}\" ({Names(columns)}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            foreach (var column in columns)
            {
                if (column.Read(row) is { } value)
                {
                    await writer.WriteAsync(value, column.Type, cancellationToken);
                }
                else
                {
                    await writer.WriteNullAsync(cancellationToken);
                }
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static async Task InsertAsync<T>(SqliteConnection connection, SqliteTransaction? outer, string table, List<Column> columns, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        await using var own = outer is null ? (SqliteTransaction)await connection.BeginTransactionAsync(cancellationToken) : null;
        await using var command = connection.CreateCommand();
        command.Transaction = outer ?? own;
#pragma warning disable CA2100 // Names come from the model.
        command.CommandText = $"INSERT INTO \"{table}\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
#pragma warning restore CA2100
        var parameters = columns.Select((column, i) => column.Mapping.CreateParameter(command, $"@p{i}", null, nullable: true)).ToList();
        parameters.ForEach(parameter => command.Parameters.Add(parameter));
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                parameters[i].Value = columns[i].Read(row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }
    }

    private static List<Column> Columns(IEntityType entity, out string table)
    {
        table = entity.GetTableName()!;
        var store = StoreObjectIdentifier.Table(table);
        return [.. entity.GetProperties().Where(property => property.GetColumnName(store) is not null).Select(property => new Column(property.GetColumnName(store)!, property, property.GetRelationalTypeMapping()))];
    }

    private static string Names(List<Column> columns) => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));

    private sealed class Column(string name, IProperty property, RelationalTypeMapping mapping)
    {
        private readonly Func<object?, object?>? convert = mapping.Converter is { } converter ? converter.ConvertToProvider : null;

        public string Name => name;

        public RelationalTypeMapping Mapping => mapping;

        /// <summary>The store's own name of the type ("uuid", "integer"), for COPY.</summary>
        public string Type { get; } = mapping.StoreType.Split('(')[0];

        public object? Read(object row)
        {
            var value = property.GetGetter().GetClrValue(row);
            return convert is not null && value is not null ? convert(value) : value;
        }
    }
}
