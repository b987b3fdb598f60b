using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Loa.Data;

/// <summary>A table of sums that triggers keep in step with the rows they count, and the query that counts those rows anew.</summary>
/// <param name="Table">The table of the sums.</param>
/// <param name="Source">The table whose rows are counted: nobody writes to it while the sums are made anew.</param>
/// <param name="Keys">Columns that say what a sum is of.</param>
/// <param name="Sums">Columns that are summed; a row in which all are zero says the same as no row.</param>
/// <param name="Recount">A query that gives keys and sums under these names, on both databases.</param>
internal sealed record Counter(string Table, string Source, IReadOnlyList<string> Keys, IReadOnlyList<string> Sums, string Recount)
{
    /// <summary>The query that gives the sums where they are a view over other counters' tables; null: they are the rows of <see cref="Table"/>.</summary>
    public string? View { get; init; }

    /// <summary>Of a view, the statement that has the server add up anew what it keeps for it, on PostgreSQL; on SQLite a view keeps nothing.</summary>
    public string? Refresh { get; init; }
}

/// <summary>Compares every counter with a recount, and makes it anew where asked to.</summary>
internal sealed class Counters(LoaDbContext db, IEnumerable<Counter> counters)
{
    /// <summary>Of one counter: more say nothing new.</summary>
    public const int FaultsMost = 100;

    public IReadOnlyList<Counter> All { get; } = [.. counters];

    /// <summary>Keys of the sums that differ from a recount, as text, at most <see cref="FaultsMost"/>; both are read in one statement, so writers do not disturb it.</summary>
    public Task<List<string>> FaultsAsync(Counter counter, CancellationToken cancellationToken)
    {
        var columns = Names([.. counter.Keys, .. counter.Sums]);
        var stored = $"SELECT {columns} FROM ({counter.View ?? $"SELECT * FROM \"{counter.Table}\""}) stored WHERE {string.Join(" OR ", counter.Sums.Select(sum => $"\"{sum}\" <> 0"))}";
        var counted = $"SELECT {columns} FROM ({counter.Recount}) counted";
        var key = string.Join(" || ' ' || ", counter.Keys.Select(name => $"CAST(\"{name}\" AS TEXT)"));
        var sql = $"""
            SELECT DISTINCT {key} AS "Value" FROM (
                SELECT * FROM ({counted} EXCEPT {stored}) missing
                UNION ALL SELECT * FROM ({stored} EXCEPT {counted}) surplus) fault
            LIMIT {FaultsMost.ToString(CultureInfo.InvariantCulture)}
            """;
        return db.Database.SqlQueryRaw<string>(sql).ToListAsync(cancellationToken);
    }

    /// <summary>Counts anew while nobody writes what is counted; what a view keeps is added up anew by the server soon after, and the view is right until then.</summary>
    public async Task RebuildAsync(Counter counter, CancellationToken cancellationToken)
    {
        if (counter.View is not null)
        {
            if (counter.Refresh is { } refresh && db.Database.IsNpgsql())
            {
#pragma warning disable EF1002 // A constant of the module.
                await db.Database.ExecuteSqlRawAsync(refresh, cancellationToken);
#pragma warning restore EF1002
            }

            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var columns = Names([.. counter.Keys, .. counter.Sums]);
#pragma warning disable EF1002 // Names and queries come from the modules, never from outside.
        if (db.Database.IsNpgsql())
        {
            // On SQLite the transaction alone keeps every other writer out.
            await db.Database.ExecuteSqlRawAsync($"LOCK TABLE \"{counter.Source}\" IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
        }

        await db.Database.ExecuteSqlRawAsync($"DELETE FROM \"{counter.Table}\"", cancellationToken);
        await db.Database.ExecuteSqlRawAsync($"INSERT INTO \"{counter.Table}\" ({columns}) SELECT {columns} FROM ({counter.Recount}) counted", cancellationToken);
#pragma warning restore EF1002
        await transaction.CommitAsync(cancellationToken);
    }

    private static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(name => $"\"{name}\""));
}
