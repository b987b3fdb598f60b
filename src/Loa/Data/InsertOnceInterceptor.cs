using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Loa.Data;

/// <summary>
/// Writes added <see cref="IInsertedOnce"/> entities with <c>ON CONFLICT DO NOTHING</c>, many rows a statement, in the transaction of the
/// save they belong to. EF Core has no such insert; a look beforehand would leave the race between two writers.
/// </summary>
internal sealed class InsertOnceInterceptor : SaveChangesInterceptor
{
    /// <summary>SQLite takes 32.766 parameters a statement, PostgreSQL 65.535; fewer keep the statement small.</summary>
    private const int MaxParameters = 6000;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        eventData.Context!.ChangeTracker.Entries<IInsertedOnce>().Any(entry => entry.State == EntityState.Added)
            ? throw new NotSupportedException("What is inserted once is saved asynchronously.")
            : result;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (LoaDbContext)eventData.Context!;
        var writes = db.InsertedOnce;
        var added = db.ChangeTracker.Entries<IInsertedOnce>().Where(entry => entry.State == EntityState.Added).ToList();
        if (added.Count == 0)
        {
            return result;
        }

        if (db.Database.CurrentTransaction is null)
        {
            writes.Own = await db.Database.BeginTransactionAsync(cancellationToken);
        }

        writes.Written.AddRange(added.Select(entry => (object)entry.Entity));
        added.ForEach(entry => entry.State = EntityState.Detached);
        foreach (var kind in writes.Written.GroupBy(entity => entity.GetType()))
        {
            await InsertAsync(db, db.Model.FindEntityType(kind.Key)!, [.. kind], cancellationToken);
        }

        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        var writes = ((LoaDbContext)eventData.Context!).InsertedOnce;
        var rows = writes.Written.Count;
        writes.Written.Clear();
        if (writes.Own is { } own)
        {
            writes.Own = null;
            await using (own)
            {
                await own.CommitAsync(cancellationToken);
            }
        }

        return result + rows;
    }

    private static async Task InsertAsync(DbContext db, IEntityType type, List<object> rows, CancellationToken cancellationToken)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        var columns = type.GetProperties().Select(property => (Name: property.GetColumnName(table)!, Mapping: property.GetRelationalTypeMapping(), Property: property)).ToList();
        foreach (var batch in rows.Chunk(Math.Max(1, MaxParameters / columns.Count)))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            var sql = new StringBuilder($"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) VALUES ");
            for (var row = 0; row < batch.Length; row++)
            {
                sql.Append(row == 0 ? "(" : ", (");
                for (var i = 0; i < columns.Count; i++)
                {
                    var name = $"@p{command.Parameters.Count}";
                    var value = columns[i].Property.GetGetter().GetClrValue(batch[row]);
                    command.Parameters.Add(columns[i].Mapping.CreateParameter(command, name, value, columns[i].Property.IsNullable));
                    sql.Append(i == 0 ? "" : ", ").Append(name);
                }

                sql.Append(')');
            }

#pragma warning disable CA2100 // Names come from the model, values are parameters.
            command.CommandText = sql.Append(" ON CONFLICT DO NOTHING").ToString();
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

/// <summary>What one save writes past the tracker, and the transaction that it opened for that; empty between saves.</summary>
internal sealed class InsertOnceWrites
{
    public List<object> Written { get; } = [];

    public IDbContextTransaction? Own { get; set; }

    /// <summary>
    /// After a save that failed before its commit: the entities wait for the next try. In the caller's own transaction the rows are gone when the caller gives it up, as after every failed save; where it tries again instead,
    /// they are there already and are left out.
    /// </summary>
    public async Task UndoAsync(LoaDbContext db)
    {
        db.AddRange(Written);
        Written.Clear();
        if (Own is { } own)
        {
            Own = null;
            await own.DisposeAsync();
        }
    }

    /// <summary>The unit of work is over; a transaction that is still open ends with its context.</summary>
    public void Forget()
    {
        Written.Clear();
        Own = null;
    }
}
