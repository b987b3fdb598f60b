using System.Data;
using System.Data.Common;
using Loa.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Loa.Modules.Activities.Sums;

/// <summary>
/// On PostgreSQL whoever writes an activity only queues what it adds to the sums (ADR 0024); <see cref="FoldAsync"/> adds the queue to the sums of the agencies and of the
/// branches above them. The views that everybody reads give what is added up and what is queued, so they are right at any moment.
/// </summary>
internal sealed class SumQueue(LoaDbContext db)
{
    /// <summary>Has the sums of branches made anew at the next fold; until then the views add up those of the agencies.</summary>
    public const string Mark = """UPDATE "BranchState" SET "Stale" = true""";

    private const string Above = """JOIN "Agencies" own ON own."AgencyId" = t."AgencyId" JOIN "Agencies" up ON up."Code" = ANY (string_to_array(own."Path", '/')) AND up."AgencyId" <> own."AgencyId" """;

    private static readonly (string Queue, string Branches, Counter[] Own)[] Queues =
    [
        ("ActivityQueue", "BranchTotals", [ActivityCounters.Totals, ActivityCounters.Weeks]),
        ("ActivityTopicQueue", "BranchTopicTotals", [ActivityCounters.Topics]),
    ];

    /// <summary>Statements after which nothing is queued, for branches whose sums are marked to be made anew: before agencies' sums are counted anew, in the same transaction.</summary>
    public static IReadOnlyList<string> Settle { get; } = [.. Queues.Select(queue => Fold(queue.Queue, queue.Own, branches: null))];

    /// <summary>Adds up what was queued, and the branches anew where the tree has turned since. Only one server does it at a time; PostgreSQL only.</summary>
    /// <returns>False: another server is at it, or there was nothing to do.</returns>
    public async Task<bool> FoldAsync(CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(Counters.Longest);
        var (stale, folded) = (false, 0L);
        var done = await AloneAsync(async isStale =>
        {
            stale = isStale;
            foreach (var (queue, branches, own) in Queues)
            {
                folded += (await db.Database.SqlQueryRaw<long>(Fold(queue, own, stale ? null : branches)).ToListAsync(cancellationToken))[0];
            }
        }, cancellationToken);
        if (!done)
        {
            return false;
        }

        if (folded > 0)
        {
            await CleanAsync(cancellationToken);
        }

        // By itself: should it take long or fail, the agencies' own sums are added up all the same.
        return (stale && await AloneAsync(isStale => isStale ? BranchesAnewAsync(cancellationToken) : Task.CompletedTask, cancellationToken)) || folded > 0;
    }

    /// <summary>One snapshot for all of it: what is added to the sums is exactly what leaves the queue. A tree that turns waits for the row, so it does not turn meanwhile.</summary>
    /// <param name="act">Is told whether the sums of branches are to be made anew.</param>
    /// <returns>False: another is at it.</returns>
    private async Task<bool> AloneAsync(Func<bool, Task> act, CancellationToken cancellationToken)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            var state = await db.Database.SqlQuery<bool>($"""SELECT "Stale" AS "Value" FROM "BranchState" FOR UPDATE SKIP LOCKED""").ToListAsync(cancellationToken);
            if (state is not [var stale])
            {
                return false;
            }

            await act(stale);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (Exception problem) when ((problem as PostgresException ?? problem.InnerException as PostgresException)?.SqlState == PostgresErrorCodes.SerializationFailure)
        {
            // Another was done between this snapshot and the lock.
            return false;
        }
    }

    private async Task BranchesAnewAsync(CancellationToken cancellationToken)
    {
        foreach (var (_, branches, own) in Queues)
        {
            await RunAsync($"DELETE FROM \"{branches}\"", cancellationToken);
            await RunAsync(AddToBranches(branches, $"\"{own[0].Kept}\"", own[0]), cancellationToken);
        }

        await RunAsync("""UPDATE "BranchState" SET "Stale" = false""", cancellationToken);
    }

    /// <summary>Everyone who looks at sums reads the queue: what left it must not be read past until PostgreSQL cleans by itself.</summary>
    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync($"VACUUM (SKIP_LOCKED) {string.Join(", ", Queues.Select(queue => $"\"{queue.Queue}\""))}", cancellationToken);
        }
        catch (DbException)
        {
            // What was added up is saved; until the next time the queue is only slower to read.
        }
    }

    private Task<int> RunAsync(string sql, CancellationToken cancellationToken)
    {
#pragma warning disable EF1002 // Names of this class alone.
        return db.Database.ExecuteSqlRawAsync(sql, cancellationToken);
#pragma warning restore EF1002
    }

    /// <summary>A statement that gives how many rows left the queue.</summary>
    /// <param name="branches">Null: they are made anew.</param>
    private static string Fold(string queue, Counter[] own, string? branches)
    {
        var adding = own.Select(AddToOwn).ToList();
        if (branches is not null)
        {
            adding.Add(AddToBranches(branches, "t", own[0]));
        }

        return $"WITH t AS (DELETE FROM \"{queue}\" RETURNING *){string.Concat(adding.Select((sql, index) => $", a{index} AS ({sql})"))} SELECT count(*) AS \"Value\" FROM t";
    }

    private static string AddToOwn(Counter own)
    {
        var keys = Columns(own.Keys, "t.\"{0}\"");
        return $"{Into(own.Kept!, own)} SELECT {keys}, {Columns(own.Sums, "sum(t.\"{0}\")")} FROM t GROUP BY {keys} {Adding(own.Kept!, own)}";
    }

    private static string AddToBranches(string table, string source, Counter own)
    {
        var keys = $"up.\"{own.Keys[0]}\", {Columns(own.Keys.Skip(1), "t.\"{0}\"")}";
        return $"{Into(table, own)} SELECT {keys}, {Columns(own.Sums, "sum(t.\"{0}\")")} FROM {source} t {Above} GROUP BY {keys} {Adding(table, own)}";
    }

    private static string Into(string table, Counter own) => $"INSERT INTO \"{table}\" ({Columns([.. own.Keys, .. own.Sums], "\"{0}\"")})";

    private static string Adding(string table, Counter own) => $"""
        HAVING {string.Join(" OR ", own.Sums.Select(sum => $"sum(t.\"{sum}\") <> 0"))}
        ON CONFLICT ({Columns(own.Keys, "\"{0}\"")}) DO UPDATE SET {Columns(own.Sums, $"\"{{0}}\" = \"{table}\".\"{{0}}\" + excluded.\"{{0}}\"")}
        """;

    private static string Columns(IEnumerable<string> names, string form) => BranchSums.Columns(names, form);
}
