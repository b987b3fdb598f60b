using Loa.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Loa.Benchmarks.Activities;

/// <summary>What the database alone needs: one prepared INSERT of the row in a transaction of its own.</summary>
internal sealed class RawInsert<T> : IAsyncDisposable
    where T : class
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand command;
    private readonly List<(IProperty Property, RelationalTypeMapping Mapping)> columns;

    private RawInsert(NpgsqlConnection connection, LoaDbContext db)
    {
        this.connection = connection;
        var entity = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        columns = [.. entity.GetProperties().Select(property => (property, property.GetRelationalTypeMapping()))];
        command = connection.CreateCommand();
#pragma warning disable CA2100 // Names come from the model.
        command.CommandText = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(column => $"\"{column.Property.GetColumnName(table)}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
#pragma warning restore CA2100
    }

    public static async Task<RawInsert<T>> OpenAsync(string database, LoaDbContext db)
    {
#pragma warning disable CA2000 // What is returned owns it.
        var opened = new NpgsqlConnection(database);
#pragma warning restore CA2000
        await opened.OpenAsync();
        return new RawInsert<T>(opened, db);
    }

    public async Task WriteAsync(T row)
    {
        command.Parameters.Clear();
        for (var i = 0; i < columns.Count; i++)
            command.Parameters.Add(columns[i].Mapping.CreateParameter(command, $"@p{i}", columns[i].Property.GetGetter().GetClrValue(row), nullable: true));
        await using var transaction = await connection.BeginTransactionAsync();
        command.Transaction = transaction;
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
