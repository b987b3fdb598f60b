using Loa.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Loa.Benchmarks.Activities;

/// <summary>What the database alone needs: INSERTs that stay planned, one for each row, in a transaction of their own and in one round trip.</summary>
internal sealed class RawInsert : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly LoaDbContext db;
    private readonly Dictionary<Type, (string Sql, List<(IProperty Property, RelationalTypeMapping Mapping)> Columns)> tables = [];

    private RawInsert(NpgsqlConnection connection, LoaDbContext db) => (this.connection, this.db) = (connection, db);

    public static async Task<RawInsert> OpenAsync(string database, LoaDbContext db)
    {
#pragma warning disable CA2000 // What is returned owns it.
        var opened = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 2 }.ConnectionString);
#pragma warning restore CA2000
        await opened.OpenAsync();
        return new RawInsert(opened, db);
    }

    public async Task WriteAsync(IReadOnlyList<object> rows)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var row in rows)
        {
            var (sql, columns) = TableOf(row.GetType());
#pragma warning disable CA2100 // Names come from the model.
            var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
            foreach (var (property, mapping) in columns)
            {
                var value = property.GetGetter().GetClrValue(row);
                value = mapping.Converter is { } converter && value is not null ? converter.ConvertToProvider(value) : value;
                command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, DataTypeName = mapping.StoreType.Split('(')[0] });
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private (string Sql, List<(IProperty Property, RelationalTypeMapping Mapping)> Columns) TableOf(Type type)
    {
        if (!tables.TryGetValue(type, out var table))
        {
            var entity = db.Model.FindEntityType(type)!;
            var store = StoreObjectIdentifier.Table(entity.GetTableName()!);
            var columns = entity.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never || property.ClrType == typeof(Guid)).Select(property => (property, property.GetRelationalTypeMapping())).ToList();
            tables[type] = table = ($"INSERT INTO \"{store.Name}\" ({string.Join(", ", columns.Select(column => $"\"{column.property.GetColumnName(store)}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))})", columns);
        }

        return table;
    }
}
