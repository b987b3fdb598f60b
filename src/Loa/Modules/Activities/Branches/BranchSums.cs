using System.Data;
using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities.Branches;

/// <summary>
/// The sums of an agency and of everything below it, on the tree of today. The views of the migration are right at any moment; on PostgreSQL what stands below
/// an agency is kept added up, and <see cref="FoldAsync"/> adds what was queued since.
/// </summary>
internal sealed class BranchSums(LoaDbContext db)
{
    public static readonly Counter Totals = Of("ActivityBranches", ActivityCounters.Totals);
    public static readonly Counter Topics = Of("ActivityTopicBranches", ActivityCounters.Topics);

    /// <summary>Rows whose sum over a month and form is what the branch did; the AgencyId of each is that of the branch.</summary>
    public static IQueryable<ActivityTotal> TotalsOf(LoaDbContext db, Guid branchId) =>
        db.Set<ActivityTotal>().FromSql($"""SELECT * FROM "ActivityBranches" WHERE "AgencyId" = {branchId}""").AsNoTracking();

    /// <summary>As <see cref="TotalsOf"/>, by topic.</summary>
    public static IQueryable<ActivityTopicTotal> TopicsOf(LoaDbContext db, Guid branchId) =>
        db.Set<ActivityTopicTotal>().FromSql($"""SELECT * FROM "ActivityTopicBranches" WHERE "AgencyId" = {branchId}""").AsNoTracking();

    /// <summary>Adds up what was queued, or everything where the tree has turned since. Only one server does it at a time; PostgreSQL only.</summary>
    /// <returns>False: another server is at it, or there was nothing to do.</returns>
    public async Task<bool> FoldAsync(CancellationToken cancellationToken)
    {
        // One snapshot for all of it: what is added to the sums is exactly what leaves the queue. A tree that turns waits for the row, so it does not turn meanwhile.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var state = await db.Database.SqlQuery<bool>($"""SELECT "Stale" AS "Value" FROM "BranchState" FOR UPDATE SKIP LOCKED""").ToListAsync(cancellationToken);
        if (state is not [var stale])
        {
            return false;
        }

        var done = 0;
        foreach (var (table, own) in new[] { ("BranchTotals", ActivityCounters.Totals), ("BranchTopicTotals", ActivityCounters.Topics) })
        {
            done += await (stale ? AnewAsync(table, own, cancellationToken) : AddAsync(table, own, cancellationToken));
        }

        if (stale)
        {
            await db.Database.ExecuteSqlAsync($"""UPDATE "BranchState" SET "Stale" = false""", cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return stale || done > 0;
    }

    private Task<int> AddAsync(string table, Counter own, CancellationToken cancellationToken) =>
        RunAsync($"""WITH t AS (DELETE FROM "{table}Queue" RETURNING *) {Insert(table, "t", own)}""", cancellationToken);

    private async Task<int> AnewAsync(string table, Counter own, CancellationToken cancellationToken)
    {
        await RunAsync($"""DELETE FROM "{table}Queue" """, cancellationToken);
        await RunAsync($"""DELETE FROM "{table}" """, cancellationToken);
        return await RunAsync(Insert(table, $"\"{own.Table}\"", own), cancellationToken);
    }

    private Task<int> RunAsync(string sql, CancellationToken cancellationToken)
    {
#pragma warning disable EF1002 // Names of this class alone.
        return db.Database.ExecuteSqlRawAsync(sql, cancellationToken);
#pragma warning restore EF1002
    }

    private static string Insert(string table, string source, Counter own)
    {
        var keys = own.Keys.Skip(1).ToList();
        var names = Columns([.. own.Keys, .. own.Sums], "\"{0}\"");
        return $"""
            INSERT INTO "{table}" ({names})
            SELECT up."AgencyId", {Columns(keys, "t.\"{0}\"")}, {Columns(own.Sums, "sum(t.\"{0}\")")}
            FROM {source} t JOIN "Agencies" own ON own."AgencyId" = t."AgencyId" JOIN "Agencies" up ON up."Code" = ANY (string_to_array(own."Path", '/')) AND up."AgencyId" <> own."AgencyId"
            GROUP BY up."AgencyId", {Columns(keys, "t.\"{0}\"")}
            HAVING {string.Join(" OR ", own.Sums.Select(sum => $"sum(t.\"{sum}\") <> 0"))}
            ON CONFLICT ({Columns(own.Keys, "\"{0}\"")}) DO UPDATE SET {Columns(own.Sums, $"\"{{0}}\" = \"{table}\".\"{{0}}\" + excluded.\"{{0}}\"")}
            """;
    }

    /// <summary>The recount of every agency's own, added up along the tree of today.</summary>
    private static Counter Of(string view, Counter own)
    {
        var (keys, sums) = (own.Keys.Skip(1).ToList(), own.Sums);
        var grouped = $"SELECT b.\"AgencyId\", {Columns(keys, "b.\"{0}\"")}, {Columns(sums, "CAST(SUM(b.\"{0}\") AS BIGINT) AS \"{0}\"")}";
        var recount = $"""
            {grouped} FROM (
                SELECT up."AgencyId", {Columns(keys, "t.\"{0}\"")}, {Columns(sums, "t.\"{0}\"")} FROM ({own.Recount}) t
                JOIN "Agencies" own ON own."AgencyId" = t."AgencyId" JOIN "Agencies" up ON substr(own."Path", 1, length(up."Path")) = up."Path") b
            GROUP BY b."AgencyId", {Columns(keys, "b.\"{0}\"")}
            """;
        return own with
        {
            Table = view,
            Recount = recount,
            Refresh = """UPDATE "BranchState" SET "Stale" = true""",
            View = $"{grouped} FROM \"{view}\" b GROUP BY b.\"AgencyId\", {Columns(keys, "b.\"{0}\"")}",
        };
    }

    private static string Columns(IEnumerable<string> names, string form) => string.Join(", ", names.Select(name => form.Replace("{0}", name, StringComparison.Ordinal)));
}
