using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities.Sums;

/// <summary>
/// The sums of an agency and of everything below it, on the tree of today. The views of the migration are right at any moment; on PostgreSQL what stands below
/// an agency is kept added up, and <see cref="SumQueue"/> adds what was queued since.
/// </summary>
internal static class BranchSums
{
    public static readonly Counter Totals = Of("ActivityBranches", ActivityCounters.Totals);
    public static readonly Counter Topics = Of("ActivityTopicBranches", ActivityCounters.Topics);

    /// <summary>Rows whose sum over a month and form is what the branch did; the AgencyId of each is that of the branch.</summary>
    public static IQueryable<ActivityTotal> TotalsOf(LoaDbContext db, Guid branchId) =>
        db.Set<ActivityTotal>().FromSql($"""SELECT * FROM "ActivityBranches" WHERE "AgencyId" = {branchId}""").AsNoTracking();

    /// <summary>As <see cref="TotalsOf"/>, by topic.</summary>
    public static IQueryable<ActivityTopicTotal> TopicsOf(LoaDbContext db, Guid branchId) =>
        db.Set<ActivityTopicTotal>().FromSql($"""SELECT * FROM "ActivityTopicBranches" WHERE "AgencyId" = {branchId}""").AsNoTracking();

    /// <summary>The recount of every agency's own, added up along the tree of today.</summary>
    private static Counter Of(string view, Counter own)
    {
        var (keys, sums) = (own.Keys.Skip(1).ToList(), own.Sums);
        var recount = $"""
            SELECT b."AgencyId", {Columns(keys, "b.\"{0}\"")}, {Columns(sums, "CAST(SUM(b.\"{0}\") AS BIGINT) AS \"{0}\"")} FROM (
                SELECT up."AgencyId", {Columns(keys, "t.\"{0}\"")}, {Columns(sums, "t.\"{0}\"")} FROM ({own.Recount}) t
                JOIN "Agencies" own ON own."AgencyId" = t."AgencyId" JOIN "Agencies" up ON substr(own."Path", 1, length(up."Path")) = up."Path") b
            GROUP BY b."AgencyId", {Columns(keys, "b.\"{0}\"")}
            """;
        return own with
        {
            Table = view,
            Recount = recount,
            IsDerived = true,
            Kept = null,
            Settle = () => [],
        };
    }

    internal static string Columns(IEnumerable<string> names, string form) => string.Join(", ", names.Select(name => form.Replace("{0}", name, StringComparison.Ordinal)));
}
