using Loa.Data;
using Loa.Platform;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies;

/// <summary>The tree as it stands on a day: names, kinds, parents and paths are those of that day.</summary>
internal sealed class AgencyTree(LoaDbContext db, Calendar calendar)
{
    /// <summary>More would be a mistake, not a tree.</summary>
    public const int MostLevels = 50;

    /// <summary>
    /// The agencies that exist on the day, with the names valid then, in the order of official lists; not tracked. For the present day the rows
    /// themselves say it; for any other their states do.
    /// </summary>
    public async Task<IReadOnlyList<Agency>> OnAsync(DateOnly day, CancellationToken cancellationToken = default)
    {
        var agencies = db.Set<Agency>().AsNoTrackingWithIdentityResolution().Include(agency => agency.Names);
        var rows = day == calendar.VietnamToday
            ? await agencies.ExistingOn(day).ToListAsync(cancellationToken)
            : AsTheyStood(await agencies.Include(agency => agency.States.Where(state => (state.From == null || state.From <= day) && (state.To == null || state.To >= day)))
                .Where(agency => agency.States.Any(state => (state.From == null || state.From <= day) && (state.To == null || state.To >= day)))
                .AsSplitQuery().ToListAsync(cancellationToken));
        foreach (var agency in rows)
        {
            agency.Names.RemoveAll(name => !name.Covers(day));
        }

        return [.. rows.OrderBy(agency => agency.Level).ThenBy(agency => agency.SortOrder).ThenBy(agency => agency.AgencyId)];
    }

    private static List<Agency> AsTheyStood(List<Agency> agencies)
    {
        foreach (var agency in agencies)
        {
            agency.TakeOver(agency.States[0]);
        }

        SetPaths(agencies.ToDictionary(agency => agency.AgencyId));
        return agencies;
    }

    /// <summary>Writes every path afresh from the parents. An agency whose parent is not among them stands at the top.</summary>
    public static void SetPaths(IReadOnlyDictionary<Guid, Agency> agencies)
    {
        var done = new Dictionary<Guid, string>(agencies.Count);
        foreach (var agency in agencies.Values)
        {
            var path = PathOf(agency, agencies, done, depth: 0);
            if (agency.Path != path)
            {
                agency.Path = path;
            }
        }
    }

    private static string PathOf(Agency agency, IReadOnlyDictionary<Guid, Agency> agencies, Dictionary<Guid, string> done, int depth)
    {
        if (done.TryGetValue(agency.AgencyId, out var known))
        {
            return known;
        }

        if (depth > MostLevels)
        {
            throw new InvalidOperationException($"{agency.Code} stands below itself.");
        }

        var above = agency.ParentId is { } parentId && agencies.TryGetValue(parentId, out var parent) ? PathOf(parent, agencies, done, depth + 1) : "/";
        return done[agency.AgencyId] = $"{above}{agency.Code}/";
    }
}
