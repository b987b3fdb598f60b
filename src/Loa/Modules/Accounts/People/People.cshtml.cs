using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Accounts.People;

internal sealed record PersonRow(Guid UserId, string Name, string Email, bool IsDisabled, IReadOnlyList<(Role Role, string? Agency)> Roles);

internal sealed class PeopleModel(LoaDbContext db, PeopleAdmin admin) : PageModel
{
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public Paging Paging { get; private set; }

    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    public bool MaySetRules => admin.Scope.CoversEverything;

    public async Task OnGetAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        var found = admin.People().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Query))
        {
            // Names are few and personal: they are compared as typed, and kept out of the search index.
            var wanted = Query.Trim().ToUpperInvariant();
            var typed = Query.Trim();
            found = found.Where(user => user.NormalizedEmail!.Contains(wanted) || user.DisplayName.Contains(typed));
        }

        Paging = Paging.Of(PageNumber, await found.CountAsync(cancellationToken));
        var rows = await found.Include(user => user.Grants).OrderBy(user => VietnameseOrder.Of(user.DisplayName)).ThenBy(user => user.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancellationToken);
        var ids = rows.SelectMany(user => user.Grants).Select(grant => grant.AgencyId).Distinct().ToList();
        var agencies = await db.Set<Agency>().Where(agency => ids.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.ShortName, cancellationToken);
        People = [.. rows.Select(user => new PersonRow(user.Id, user.DisplayName, user.Email ?? "", user.IsDisabled,
            [.. user.Grants.OrderBy(grant => grant.RoleGrantId).Select(grant => (grant.Role, grant.AgencyId is { } id ? agencies.GetValueOrDefault(id) : null))]))];
    }
}
