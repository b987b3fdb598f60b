using Loa.Data;
using Loa.Modules.Agencies.Tree;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies.Detail;

internal sealed class DetailModel(LoaDbContext db, CurrentUser user) : PageModel
{
    public Agency Agency { get; private set; } = null!;

    public IReadOnlyList<Agency> Above { get; private set; } = [];

    public IReadOnlyList<TreeRow> Below { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public bool MayReadHistory => user.Has(Permissions.HistoryRead);

    public List<string> NamesOf(AgencyNameKind kind) => [.. Agency.Names.Where(name => name.Kind == kind).Select(name => name.Text).Order(StringComparer.Ordinal)];

    public async Task<IActionResult> OnGetAsync(string code)
    {
        var cancellationToken = HttpContext.RequestAborted;
        var agency = await db.Set<Agency>().AsNoTracking().Include(a => a.Names).FirstOrDefaultAsync(a => a.Code == code, cancellationToken);
        if (agency is null)
        {
            return NotFound();
        }

        Agency = agency;
        MayEdit = user.Scope(Permissions.AgenciesEdit).Covers(agency.Path);
        var codes = agency.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)[..^1];
        Above = [.. (await db.Set<Agency>().AsNoTracking().Where(a => codes.Contains(a.Code)).ToListAsync(cancellationToken)).OrderBy(a => a.Path.Length)];
        Below = await db.Set<Agency>().Where(a => a.ParentId == agency.AgencyId).OrderBy(a => a.SortOrder).ThenBy(a => a.AgencyId)
            .Select(a => new TreeRow(a.AgencyId, a.Code, a.Name, a.Kind, a.Level, db.Set<Agency>().Count(child => child.ParentId == a.AgencyId), null))
            .ToListAsync(cancellationToken);
        return Page();
    }
}
