using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.Invitations;

internal sealed record InvitationRow(Invitation Invitation, IReadOnlyList<(Role Role, string? Agency)> Roles, string State, Tone Tone);

internal sealed class InvitationsModel(LoaDbContext db, PeopleAdmin admin, AccountMails mails, CurrentUser current, Calendar calendar, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public Paging Paging { get; private set; }

    public IReadOnlyList<InvitationRow> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        Paging = Paging.Of(PageNumber, await Mine().CountAsync(cancellationToken));
        var rows = await Mine().AsNoTracking().Include(invitation => invitation.Grants).OrderByDescending(invitation => invitation.CreatedAt).ThenBy(invitation => invitation.InvitationId)
            .Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancellationToken);
        var ids = rows.SelectMany(invitation => invitation.Grants).Select(grant => grant.AgencyId).Distinct().ToList();
        var names = await db.Set<Agency>().Where(agency => ids.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.ShortName, cancellationToken);
        Rows = [.. rows.Select(invitation =>
        {
            var (state, tone) = StateOf(invitation);
            return new InvitationRow(invitation, [.. invitation.Grants.Select(grant => (grant.Role, grant.AgencyId is { } id ? names.GetValueOrDefault(id) : null))], state, tone);
        })];
    }

    public async Task<IActionResult> OnPostResendAsync(Guid id)
    {
        if (await FindAsync(id) is not { } invitation)
        {
            return NotFound();
        }

        audit.Describe("Gửi lại lời mời");
        // The new link takes the old one's place.
        mails.Invite(invitation, invitation.Renew(calendar.UtcNow), current.Name);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        TempData.Flash(Tone.Good, words["Đã gửi lại lời mời tới {0}; đường dẫn cũ không dùng được nữa.", invitation.Email]);
        return LocalRedirect(AccountLinks.Invitations);
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id)
    {
        if (await FindAsync(id) is not { } invitation)
        {
            return NotFound();
        }

        audit.Describe("Thu hồi lời mời");
        invitation.RevokedAt = calendar.UtcNow;
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        TempData.Flash(Tone.Good, words["Đã thu hồi lời mời gửi {0}.", invitation.Email]);
        return LocalRedirect(AccountLinks.Invitations);
    }

    private Task<Invitation?> FindAsync(Guid id) =>
        Mine().FirstOrDefaultAsync(invitation => invitation.InvitationId == id && invitation.AcceptedAt == null && invitation.RevokedAt == null, HttpContext.RequestAborted);

    /// <summary>Those whose every role lies in the administrator's scope.</summary>
    private IQueryable<Invitation> Mine()
    {
        if (admin.Scope.CoversEverything)
        {
            return db.Set<Invitation>();
        }

        var agencies = db.Set<Agency>().Within(admin.Scope, agency => agency.Path);
        return db.Set<Invitation>().Where(invitation => invitation.Grants.All(grant => agencies.Any(agency => agency.AgencyId == grant.AgencyId)));
    }

    private (string State, Tone Tone) StateOf(Invitation invitation) => invitation switch
    {
        { AcceptedAt: not null } => ("Đã nhận", Tone.Good),
        { RevokedAt: not null } => ("Đã thu hồi", Tone.Neutral),
        _ when invitation.ExpiresAt <= calendar.UtcNow => ("Hết hạn", Tone.Warning),
        _ => ("Đang chờ", Tone.Info),
    };
}
