using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies.Tree;

/// <summary>What stands under one node on a day; no day: today.</summary>
internal sealed record Branch(IReadOnlyList<TreeRow> Rows, DateOnly? On)
{
    /// <summary>Of a search: each says what it stands under.</summary>
    public bool WithParents { get; init; }
}

/// <summary>A node of the tree.</summary>
/// <param name="EndedOn">Its last day, where it is shown among those that ended.</param>
internal sealed record TreeRow(Guid AgencyId, string Code, string Name, AgencyKind Kind, AgencyLevel Level, int Children, string? ParentName, DateOnly? EndedOn = null);

/// <summary>The tree of a day as rows; the page of an agency shows a branch of it.</summary>
internal static class TreeRows
{
    /// <summary>How the agencies stood on the day.</summary>
    public static IQueryable<AgencyState> StatesOn(this LoaDbContext db, DateOnly day) =>
        db.Set<AgencyState>().Where(state => (state.From == null || state.From <= day) && (state.To == null || state.To >= day));

    public static Task<List<TreeRow>> RowsAsync(this LoaDbContext db, IQueryable<AgencyState> states, DateOnly day, int most, CancellationToken cancellationToken) =>
        (from state in states
         join agency in db.Set<Agency>() on state.AgencyId equals agency.AgencyId
         orderby state.Level, agency.SortOrder, agency.AgencyId
         select new TreeRow(
            agency.AgencyId, agency.Code, state.Name, state.Kind, state.Level, db.StatesOn(day).Count(child => child.ParentId == agency.AgencyId),
            db.StatesOn(day).Where(parent => parent.AgencyId == state.ParentId).Select(parent => parent.Name).FirstOrDefault(), null))
        .Take(most).ToListAsync(cancellationToken);

    /// <summary>Those that ended before the day, with what they last stood under.</summary>
    public static Task<List<TreeRow>> EndedAsync(this LoaDbContext db, string folded, DateOnly day, int most, CancellationToken cancellationToken) =>
        db.Set<Agency>().Where(agency => agency.ValidTo < day && agency.SearchText.Contains(folded))
            .OrderByDescending(agency => agency.ValidTo).ThenBy(agency => agency.Level).ThenBy(agency => agency.SortOrder).ThenBy(agency => agency.AgencyId).Take(most)
            .Select(agency => new TreeRow(agency.AgencyId, agency.Code, agency.Name, agency.Kind, agency.Level, 0, agency.Parent!.Name, agency.ValidTo)).ToListAsync(cancellationToken);
}
