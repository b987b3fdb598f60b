using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Accounts.Profile;

internal sealed class ProfileModel(LoaDbContext db, CurrentUser current) : PageModel
{
    public User Me { get; private set; } = null!;

    public IReadOnlyList<(Role Role, string? Agency)> Roles { get; private set; } = [];

    public int Passkeys { get; private set; }

    public int Sessions { get; private set; }

    public async Task OnGetAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        Me = await db.Set<User>().AsNoTracking().Include(user => user.Grants).SingleAsync(user => user.Id == current.UserId, cancellationToken);
        var ids = Me.Grants.Select(grant => grant.AgencyId).ToList();
        var names = await db.Set<Agency>().Where(agency => ids.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.Name, cancellationToken);
        Roles = [.. Me.Grants.OrderBy(grant => grant.RoleGrantId).Select(grant => (grant.Role, grant.AgencyId is { } id ? names.GetValueOrDefault(id) : null))];
        Passkeys = await db.Set<IdentityUserPasskey<Guid>>().CountAsync(passkey => passkey.UserId == Me.Id, cancellationToken);
        Sessions = await db.Set<UserSession>().CountAsync(session => session.UserId == Me.Id, cancellationToken);
    }
}
