using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Loa.Data;

/// <summary>Sums that triggers keep in step with the rows they count, and the query that counts those rows anew.</summary>
/// <param name="Table">What the sums are read from, a table or a view; several rows of the same keys add up.</param>
/// <param name="Source">The table whose rows are counted: nobody writes to it while the sums are made anew.</param>
/// <param name="Keys">Columns that say what a sum is of.</param>
/// <param name="Sums">Columns that are summed; a row in which all are zero says the same as no row.</param>
/// <param name="Recount">A query that gives keys and sums under these names, on both databases.</param>
internal sealed record Counter(string Table, string Source, IReadOnlyList<string> Keys, IReadOnlyList<string> Sums, string Recount)
{
    /// <summary>The table that keeps the sums on PostgreSQL, where <see cref="Table"/> is a view there.</summary>
    public string? Kept { get; init; }

    /// <summary>Follows from other counters: there is no table to count anew, only what PostgreSQL keeps for it.</summary>
    public bool IsDerived { get; init; }

    /// <summary>On PostgreSQL: has the server make anew what follows from the sums, and keeps it from them meanwhile. Comes before the lock on what is counted.</summary>
    public string? Mark { get; init; }

    /// <summary>On PostgreSQL: statements that leave nothing to be added to the sums, while nobody writes.</summary>
    public Func<IReadOnlyList<string>> Settle { get; init; } = () => [];
}

/// <summary>Compares every counter with a recount, and makes it anew where asked to.</summary>
internal sealed class Counters(LoaDbContext db, IEnumerable<Counter> counters)
{
    /// <summary>Of one counter: more say nothing new.</summary>
    public const int FaultsMost = 100;

    /// <summary>For statements over all that was ever done; in a country, minutes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public IReadOnlyList<Counter> All { get; } = [.. counters];

    /// <summary>Keys of the sums that differ from a recount, as text, at most <see cref="FaultsMost"/>; both are read in one statement, so writers do not disturb it.</summary>
    public Task<List<string>> FaultsAsync(Counter counter, CancellationToken cancellationToken)
    {
        var columns = Names([.. counter.Keys, .. counter.Sums]);
        var stored = $"SELECT {Names(counter.Keys)}, {string.Join(", ", counter.Sums.Select(sum => $"CAST(SUM(\"{sum}\") AS BIGINT) AS \"{sum}\""))} FROM \"{counter.Table}\" GROUP BY {Names(counter.Keys)} HAVING {string.Join(" OR ", counter.Sums.Select(sum => $"SUM(\"{sum}\") <> 0"))}";
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

    /// <summary>Counts anew while nobody writes what is counted; what is derived is added up anew by the server soon after, and is right until then.</summary>
    public async Task RebuildAsync(Counter counter, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(Longest);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var postgres = db.Database.IsNpgsql();
        if (postgres && counter.Mark is { } mark)
        {
            await RunAsync(mark, cancellationToken);
        }

        if (postgres && !counter.IsDerived)
        {
            // On SQLite the transaction alone keeps every other writer out.
            await RunAsync($"LOCK TABLE \"{counter.Source}\" IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
        }

        foreach (var statement in postgres ? counter.Settle() : [])
        {
            await RunAsync(statement, cancellationToken);
        }

        if (!counter.IsDerived)
        {
            var (table, columns) = (postgres ? counter.Kept ?? counter.Table : counter.Table, Names([.. counter.Keys, .. counter.Sums]));
            await RunAsync($"DELETE FROM \"{table}\"", cancellationToken);
            await RunAsync($"INSERT INTO \"{table}\" ({columns}) SELECT {columns} FROM ({counter.Recount}) counted", cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private Task<int> RunAsync(string sql, CancellationToken cancellationToken)
    {
#pragma warning disable EF1002 // Names and queries come from the modules, never from outside.
        return db.Database.ExecuteSqlRawAsync(sql, cancellationToken);
#pragma warning restore EF1002
    }

    private static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(name => $"\"{name}\""));
}
