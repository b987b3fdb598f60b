using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies.Tree;

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

    /// <summary>Of a search: those that ended before the day, the last to end first.</summary>
    public IReadOnlyList<TreeRow> Ended { get; private set; } = [];

    /// <summary>May add at the top.</summary>
    public bool MayEdit { get; private set; }

    public bool MayReorganise { get; private set; }

    public async Task OnGetAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        MayEdit = scope.Covers(AccessScope.Top);
        MayReorganise = scope.CoversAny;
        Total = await db.StatesOn(Day).CountAsync(cancellationToken);
        var wanted = Folding.Fold(Query ?? "");
        if (wanted.Length > 0)
        {
            Found = await db.RowsAsync(db.StatesOn(Day).Where(state => db.Set<Agency>().Any(agency => agency.AgencyId == state.AgencyId && agency.SearchText.Contains(wanted))), Day, MostFound, cancellationToken);
            Ended = await db.EndedAsync(wanted, Day, MostFound, cancellationToken);
        }
        else
        {
            Roots = await db.RowsAsync(db.StatesOn(Day).Where(state => state.ParentId == null), Day, int.MaxValue, cancellationToken);
        }
    }

    public async Task<IActionResult> OnGetBranchAsync(Guid id) =>
        Partial("_Branch", new Branch(await db.RowsAsync(db.StatesOn(Day).Where(state => state.ParentId == id), Day, int.MaxValue, HttpContext.RequestAborted), On));
}
