using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies.Tree;

/// <summary>What stands under one node on a day; no day: today.</summary>
internal sealed record Branch(IReadOnlyList<TreeRow> Rows, DateOnly? On)
{
    /// <summary>Of a search: each says what it stands under.</summary>
    public bool WithParents { get; init; }
}

/// <summary>A node of the tree.</summary>
internal sealed record TreeRow(Guid AgencyId, string Code, string Name, AgencyKind Kind, AgencyLevel Level, int Children, string? ParentName);

internal sealed class TreeModel(LoaDbContext db, AgencyScope scope, Calendar calendar) : PageModel
{
    private const int MostFound = 100;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    /// <summary>The day whose tree is shown; today where none is asked for.</summary>
    [BindProperty(Name = "ngay", SupportsGet = true)]
    public DateOnly? On { get; set; }

    public DateOnly Day => On ?? calendar.VietnamToday;

    public bool IsToday => Day == calendar.VietnamToday;

    public int Total { get; private set; }

    public IReadOnlyList<TreeRow> Roots { get; private set; } = [];

    public IReadOnlyList<TreeRow>? Found { get; private set; }

    /// <summary>May add at the top.</summary>
    public bool MayEdit { get; private set; }

    public bool MayReorganise { get; private set; }

    public async Task OnGetAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        MayEdit = scope.Covers(AccessScope.Top);
        MayReorganise = scope.CoversAny;
        Total = await States().CountAsync(cancellationToken);
        var wanted = Folding.Fold(Query ?? "");
        if (wanted.Length > 0)
        {
            Found = await RowsAsync(States().Where(state => db.Set<Agency>().Any(agency => agency.AgencyId == state.AgencyId && agency.SearchText.Contains(wanted))), MostFound, cancellationToken);
        }
        else
        {
            Roots = await RowsAsync(States().Where(state => state.ParentId == null), int.MaxValue, cancellationToken);
        }
    }

    public async Task<IActionResult> OnGetBranchAsync(Guid id) =>
        Partial("_Branch", new Branch(await RowsAsync(States().Where(state => state.ParentId == id), int.MaxValue, HttpContext.RequestAborted), On));

    /// <summary>How the agencies stood on the day.</summary>
    private IQueryable<AgencyState> States() => db.Set<AgencyState>().Where(state => (state.From == null || state.From <= Day) && (state.To == null || state.To >= Day));

    private Task<List<TreeRow>> RowsAsync(IQueryable<AgencyState> states, int most, CancellationToken cancellationToken) =>
        (from state in states
         join agency in db.Set<Agency>() on state.AgencyId equals agency.AgencyId
         orderby state.Level, agency.SortOrder, agency.AgencyId
         select new TreeRow(
            agency.AgencyId, agency.Code, state.Name, state.Kind, state.Level, States().Count(child => child.ParentId == agency.AgencyId),
            States().Where(parent => parent.AgencyId == state.ParentId).Select(parent => parent.Name).FirstOrDefault()))
        .Take(most).ToListAsync(cancellationToken);
}
