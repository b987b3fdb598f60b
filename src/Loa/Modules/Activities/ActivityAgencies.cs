using Loa.Data;
using Loa.Modules.Activities.Sums;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <summary>Agencies whose rows are asked for, named one by one: the database then knows how many there are, and takes the index that fits.</summary>
/// <param name="Ids">Null: all there are.</param>
internal sealed record AgencySet(IReadOnlyList<Guid>? Ids)
{
    /// <summary>The agency that these and no others are and stand below today, where that is known: its sums are kept added up. Null: unknown.</summary>
    public Guid? BranchId { get; init; }

    public static readonly AgencySet Everything = new((IReadOnlyList<Guid>?)null);
}

/// <summary>Which agencies a person means by one of them and what stands below it, now or on a day.</summary>
internal sealed class ActivityAgencies(LoaDbContext db, AgencyTree tree, CurrentUser user)
{
    /// <summary>From so many on it is worth asking whether they are all there are.</summary>
    private const int Many = 200;

    /// <param name="rootId">Null: the whole part of the tree where the person has the permission.</param>
    /// <param name="alone">Only the agency itself.</param>
    /// <param name="day">What stood below it on that day; of that, what the person may see today.</param>
    public async Task<AgencySet> OfAsync(string permission, Guid? rootId, bool alone, DateOnly? day, CancellationToken cancellationToken)
    {
        var scope = user.Scope(permission);
        if (rootId is null && day is null && scope.CoversEverything)
        {
            return AgencySet.Everything;
        }

        var kept = db.Set<Agency>().Within(scope, agency => agency.Path);
        if (rootId is { } root)
        {
            kept = alone ? kept.Where(agency => agency.AgencyId == root)
                : day is not null ? kept
                : kept.Where(agency => db.Set<Agency>().Any(above => above.AgencyId == root && agency.Path.StartsWith(above.Path)));
        }

        var ids = await kept.Select(agency => agency.AgencyId).ToListAsync(cancellationToken);
        if (day is { } then && !alone)
        {
            ids = [.. (await BelowOnAsync(then, rootId, cancellationToken)).Intersect(ids)];
        }

        var set = ids.Count >= Many && ids.Count == await db.Set<Agency>().CountAsync(cancellationToken) ? AgencySet.Everything : new AgencySet(ids);
        return rootId is { } branch && !alone && day is null && await CoversAsync(scope, branch, cancellationToken) ? set with { BranchId = branch } : set;
    }

    private async Task<bool> CoversAsync(AccessScope scope, Guid agencyId, CancellationToken cancellationToken) =>
        scope.CoversEverything || await db.Set<Agency>().Within(scope, agency => agency.Path).AnyAsync(agency => agency.AgencyId == agencyId, cancellationToken);

    private async Task<IEnumerable<Guid>> BelowOnAsync(DateOnly day, Guid? rootId, CancellationToken cancellationToken)
    {
        var agencies = await tree.OnAsync(day, cancellationToken);
        var root = rootId is null ? "/" : agencies.FirstOrDefault(agency => agency.AgencyId == rootId)?.Path;
        return root is null ? [] : agencies.Where(agency => agency.Path.StartsWith(root, StringComparison.Ordinal)).Select(agency => agency.AgencyId);
    }
}

internal static class AgencySetQueries
{
    /// <summary>Sums that together are what the agencies did. Of a whole branch there is one row a month and form instead of one an agency; its AgencyId is the branch's.</summary>
    public static IQueryable<ActivityTotal> TotalsOf(this LoaDbContext db, AgencySet set) => set.BranchId is { } branch ? BranchSums.TotalsOf(db, branch) : db.Set<ActivityTotal>().Of(set);

    /// <summary>As <see cref="TotalsOf"/>, by topic.</summary>
    public static IQueryable<ActivityTopicTotal> TopicTotalsOf(this LoaDbContext db, AgencySet set) => set.BranchId is { } branch ? BranchSums.TopicsOf(db, branch) : db.Set<ActivityTopicTotal>().Of(set);

    /// <summary>Rows whose AgencyId is in the set.</summary>
    public static IQueryable<T> Of<T>(this IQueryable<T> rows, AgencySet set)
        where T : class
    {
        switch (set.Ids)
        {
            case null:
                return rows;
            case [var only]:
                return rows.Where(row => EF.Property<Guid>(row, nameof(Activity.AgencyId)) == only);
            case var several:
                var ids = several.ToArray();
                // One parameter, not one each: the statement stays the same however many there are.
                return rows.Where(row => EF.Parameter(ids).Contains(EF.Property<Guid>(row, nameof(Activity.AgencyId))));
        }
    }
}
