using Loa.Data;
using Loa.Modules.Accounts.SingleSignOn;
using Loa.Modules.Agencies;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.Profile;

internal sealed class ProfileModel(LoaDbContext db, CurrentUser current, ProviderLogins providers, UserManager<User> users, AuditScope audit, IStringLocalizer words) : PageModel
{
    public User Me { get; private set; } = null!;

    public IReadOnlyList<(Role Role, string? Agency)> Roles { get; private set; } = [];

    public int Passkeys { get; private set; }

    public int Sessions { get; private set; }

    /// <summary>Where else this person may sign in from.</summary>
    public IReadOnlyList<IdentityUserLogin<Guid>> Logins { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        Me = await db.Set<User>().AsNoTracking().Include(user => user.Grants).SingleAsync(user => user.Id == current.UserId, cancellationToken);
        var ids = Me.Grants.Select(grant => grant.AgencyId).ToList();
        var names = await db.Set<Agency>().Where(agency => ids.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.Name, cancellationToken);
        Roles = [.. Me.Grants.OrderBy(grant => grant.RoleGrantId).Select(grant => (grant.Role, grant.AgencyId is { } id ? names.GetValueOrDefault(id) : null))];
        Passkeys = await db.Set<IdentityUserPasskey<Guid>>().CountAsync(passkey => passkey.UserId == Me.Id, cancellationToken);
        Logins = await providers.OfAsync(Me.Id, cancellationToken);
        Sessions = await db.Set<UserSession>().CountAsync(session => session.UserId == Me.Id, cancellationToken);
    }

    /// <summary>The next sign-in there links again if the address is still the same: for someone whose account at the provider is a new one.</summary>
    public async Task<IActionResult> OnPostUnlinkAsync(string? issuer, string? subject)
    {
        var me = (await users.GetUserAsync(User))!;
        if (issuer is null || subject is null || !(await providers.OfAsync(me.Id, HttpContext.RequestAborted)).Exists(login => login.LoginProvider == issuer && login.ProviderKey == subject))
        {
            return NotFound();
        }

        audit.Describe("Bỏ liên kết với tài khoản đăng nhập chung");
        await users.RemoveLoginAsync(me, issuer, subject);
        TempData.Flash(Tone.Good, words["Đã bỏ liên kết."]);
        return LocalRedirect(AccountLinks.Profile);
    }
}
