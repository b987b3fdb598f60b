using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies.Tree;

/// <summary>A node of the tree. Without scripts its page lists what is below; with them the branch opens in place.</summary>
internal sealed record TreeRow(Guid AgencyId, string Code, string Name, AgencyKind Kind, AgencyLevel Level, int Children, string? ParentName);

internal sealed class TreeModel(LoaDbContext db, CurrentUser user) : PageModel
{
    private const int MostFound = 100;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    public int Total { get; private set; }

    public IReadOnlyList<TreeRow> Roots { get; private set; } = [];

    public IReadOnlyList<TreeRow>? Found { get; private set; }

    /// <summary>May add at the top.</summary>
    public bool MayEdit { get; private set; }

    public async Task OnGetAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        MayEdit = user.Scope(Permissions.AgenciesEdit).CoversEverything;
        Total = await db.Set<Agency>().CountAsync(cancellationToken);
        var wanted = Folding.Fold(Query ?? "");
        if (wanted.Length > 0)
        {
            Found = await Rows(db.Set<Agency>().Where(agency => agency.SearchText.Contains(wanted))).Take(MostFound).ToListAsync(cancellationToken);
        }
        else
        {
            Roots = await Rows(db.Set<Agency>().Where(agency => agency.ParentId == null)).ToListAsync(cancellationToken);
        }
    }

    public async Task<IActionResult> OnGetBranchAsync(Guid id) =>
        Partial("_Branch", (IReadOnlyList<TreeRow>)await Rows(db.Set<Agency>().Where(agency => agency.ParentId == id)).ToListAsync(HttpContext.RequestAborted));

    private IQueryable<TreeRow> Rows(IQueryable<Agency> agencies) => agencies
        .OrderBy(agency => agency.Level).ThenBy(agency => agency.SortOrder).ThenBy(agency => agency.AgencyId)
        .Select(agency => new TreeRow(
            agency.AgencyId, agency.Code, agency.Name, agency.Kind, agency.Level,
            db.Set<Agency>().Count(child => child.ParentId == agency.AgencyId), agency.Parent!.Name));
}
