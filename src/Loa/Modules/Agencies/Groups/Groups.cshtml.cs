using Loa.Data;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies.Groups;

internal sealed record GroupRow(AgencyGroup Group, IReadOnlyList<string> Phrases, IReadOnlyList<AgencyRef> Agencies);

/// <summary>The groups as a plan of the person's own agency would mean them.</summary>
internal sealed class GroupsModel(LoaDbContext db, AgencyResolver resolver, AgencyScope scope, CurrentUser user) : PageModel
{
    public IReadOnlyList<GroupRow> Groups { get; private set; } = [];

    public bool MayEdit => scope.Covers(AccessScope.Top);

    public async Task OnGetAsync()
    {
        var rows = new List<GroupRow>();
        foreach (var group in await db.Set<AgencyGroup>().AsNoTracking().OrderBy(g => g.SortOrder).ThenBy(g => g.AgencyGroupId).ToListAsync(HttpContext.RequestAborted))
        {
            rows.Add(new GroupRow(group, group.Phrases.Split('\n', StringSplitOptions.RemoveEmptyEntries), await resolver.ExpandAsync(group.AgencyGroupId, user.AgencyId, cancellationToken: HttpContext.RequestAborted)));
        }

        Groups = rows;
    }
}
