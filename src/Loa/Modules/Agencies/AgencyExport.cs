using Loa.Data;
using Loa.Modules.Agencies.Import;
using Loa.Platform.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies;

/// <summary>The tree of a day, or a part of it, as a list that the import reads back.</summary>
internal sealed class AgencyExport(LoaDbContext db, AgencyTree tree)
{
    public static IReadOnlyList<SheetColumn> Columns => AgencyColumns.ToWrite;

    /// <summary>Parents before those below them, siblings in the order of official lists.</summary>
    /// <param name="below">The code of the agency whose subtree is wanted; null: everything.</param>
    public async Task<IReadOnlyList<object?[]>> RowsAsync(DateOnly day, string? below = null, CancellationToken cancellationToken = default)
    {
        var agencies = await tree.OnAsync(day, cancellationToken);
        var counts = (await db.Set<AgencyHeadcount>().AsNoTracking().Where(count => count.CountedOn <= day).ToListAsync(cancellationToken)).ToLookup(count => count.AgencyId);
        var byId = agencies.ToDictionary(agency => agency.AgencyId);
        var children = agencies.OrderBy(agency => agency.SortOrder).ThenBy(agency => agency.AgencyId).ToLookup(agency => agency.ParentId is { } parentId && byId.ContainsKey(parentId) ? parentId : Guid.Empty);
        var rows = new List<object?[]>(agencies.Count);
        var open = new Stack<Agency>((below is null ? children[Guid.Empty] : agencies.Where(agency => agency.Code == below)).Reverse());
        while (open.TryPop(out var agency))
        {
            agency.Headcounts.AddRange(counts[agency.AgencyId]);
            rows.Add(AgencyTable.Cells(agency, agency.ParentId is { } parentId ? byId.GetValueOrDefault(parentId)?.Code : null, day));
            foreach (var child in children[agency.AgencyId].Reverse())
            {
                open.Push(child);
            }
        }

        return rows;
    }
}
