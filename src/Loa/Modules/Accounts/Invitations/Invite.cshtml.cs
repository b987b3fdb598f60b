using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.Invitations;

internal sealed class InviteModel(
    LoaDbContext db, PeopleAdmin admin, AgencyOptions agencies, UserManager<User> users, AccountMails mails, CurrentUser current, Calendar calendar, AuditScope audit, IStringLocalizer words) : PageModel
{
    public const int MostGrants = 3;

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập địa chỉ thư điện tử.")]
    [EmailAddress(ErrorMessage = "Địa chỉ thư điện tử không đúng.")]
    [StringLength(Accounts.User.EmailMaxLength, ErrorMessage = "Địa chỉ thư điện tử không đúng.")]
    public string Email { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập họ và tên.")]
    [StringLength(Accounts.User.NameMaxLength, ErrorMessage = "Họ và tên quá dài.")]
    public string DisplayName { get; set; } = "";

    [BindProperty]
    [StringLength(Accounts.User.TitleMaxLength, ErrorMessage = "Chức vụ quá dài.")]
    public string? JobTitle { get; set; }

    [BindProperty]
    public List<InvitedRole> Grants { get; set; } = [new() { Role = Role.UnitOfficer }];

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    public string? AgencyHint => admin.Scope.CoversEverything ? words["Để trống chỉ khi giao quyền quản trị toàn hệ thống."].Value : null;

    public IEnumerable<SelectListItem> RolesOf(int index)
    {
        var chosen = Grants[index].Role;
        var roles = Enum.GetValues<Role>().Select(role => new SelectListItem(words[RoleNames.Of(role)], role.ToString(), role == chosen));
        return index == 0 ? roles : roles.Prepend(new SelectListItem("", "", chosen is null));
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await CheckAsync();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await LoadAsync();
            return Page();
        }

        audit.Describe("Mời người dùng");
        var invitation = new Invitation
        {
            InvitationId = Guid.CreateVersion7(),
            Email = Email.Trim(),
            DisplayName = DisplayName.Trim(),
            Title = JobTitle.OrNull(),
            TokenHash = "",
            InvitedBy = current.UserId,
            CreatedAt = calendar.UtcNow,
        };
        var token = invitation.Renew(calendar.UtcNow);
        foreach (var grant in Grants.Where(grant => grant.Role is not null).DistinctBy(grant => (grant.Role, grant.AgencyId)))
        {
            invitation.Grants.Add(new InvitationGrant { InvitationGrantId = Guid.CreateVersion7(), InvitationId = invitation.InvitationId, Role = grant.Role!.Value, AgencyId = grant.AgencyId });
        }

        db.Add(invitation);
        mails.Invite(invitation, token, current.Name);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        TempData.Flash(Tone.Good, words["Đã gửi lời mời tới {0}.", invitation.Email]);
        return LocalRedirect(AccountLinks.Invitations);
    }

    private async Task CheckAsync()
    {
        if (ModelState.IsValid && await users.FindByEmailAsync(Email.Trim()) is not null)
        {
            ModelState.AddModelError(nameof(Email), words["Địa chỉ thư điện tử này đã có tài khoản."]);
        }

        for (var i = 0; i < Math.Min(Grants.Count, MostGrants); i++)
        {
            var grant = Grants[i];
            if (grant.Role is null && i > 0)
            {
                continue;
            }

            if (grant.Role is not { } role || !Enum.IsDefined(role) || !await admin.MayGrantAsync(role, grant.AgencyId, HttpContext.RequestAborted))
            {
                ModelState.AddModelError($"Grants[{i}].AgencyId", words["Hãy chọn cơ quan của vai trò này."]);
            }
        }
    }

    private async Task LoadAsync()
    {
        Grants = [.. Grants.Take(MostGrants), .. Enumerable.Range(0, Math.Max(0, MostGrants - Grants.Count)).Select(_ => new InvitedRole())];
        Agencies = await agencies.WithinAsync(admin.Scope, HttpContext.RequestAborted);
    }
}

internal sealed class InvitedRole
{
    public Role? Role { get; set; }

    public Guid? AgencyId { get; set; }
}
