using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.People;

internal sealed record PersonRow(Guid UserId, string Name, string Email, bool IsDisabled, IReadOnlyList<(Role Role, string? Agency)> Roles);

internal sealed class PeopleModel(LoaDbContext db, UserManager<User> users, CurrentUser current, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public Paging Paging { get; private set; }

    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    public Guid? Me => current.UserId;

    public async Task OnGetAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        var found = db.Set<User>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Query))
        {
            // Names are few and personal: they are compared as typed, and kept out of the search index.
            var wanted = Query.Trim().ToUpperInvariant();
            var typed = Query.Trim();
            found = found.Where(user => user.NormalizedEmail!.Contains(wanted) || user.DisplayName.Contains(typed));
        }

        Paging = Paging.Of(PageNumber, await found.CountAsync(cancellationToken));
        var rows = await found.Include(user => user.Grants).OrderBy(user => user.DisplayName).ThenBy(user => user.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancellationToken);
        var ids = rows.SelectMany(user => user.Grants).Select(grant => grant.AgencyId).Distinct().ToList();
        var agencies = await db.Set<Agency>().Where(agency => ids.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.ShortName, cancellationToken);
        People = [.. rows.Select(user => new PersonRow(user.Id, user.DisplayName, user.Email ?? "", user.IsDisabled,
            [.. user.Grants.Select(grant => (grant.Role, grant.AgencyId is { } id ? agencies.GetValueOrDefault(id) : null))]))];
    }

    public Task<IActionResult> OnPostDisableAsync(Guid id) => SetDisabledAsync(id, disabled: true);

    public Task<IActionResult> OnPostEnableAsync(Guid id) => SetDisabledAsync(id, disabled: false);

    private async Task<IActionResult> SetDisabledAsync(Guid id, bool disabled)
    {
        // Nobody locks themselves out, so there is always an administrator left.
        var user = id == Me ? null : await users.FindByIdAsync(id.ToString());
        if (user is null)
        {
            return NotFound();
        }

        audit.Describe(disabled ? "Khóa người dùng" : "Mở khóa người dùng");
        user.IsDisabled = disabled;
        // Sessions that are open elsewhere end when their stamp is next compared, within a minute.
        await users.UpdateSecurityStampAsync(user);
        if (!disabled)
        {
            await users.SetLockoutEndDateAsync(user, null);
            await users.ResetAccessFailedCountAsync(user);
        }

        TempData.Flash(Tone.Good, disabled ? words["Đã khóa {0}.", user.DisplayName] : words["Đã mở khóa {0}.", user.DisplayName]);
        return LocalRedirect(AccountLinks.People);
    }
}
