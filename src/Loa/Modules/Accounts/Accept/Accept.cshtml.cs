using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.Accept;

/// <summary>The other end of an invitation's link: it works once, and only while whoever invited is not locked.</summary>
internal sealed class AcceptModel(LoaDbContext db, NewUsers newUsers, LoaSignInManager signIn, Calendar calendar, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập mật khẩu.")]
    public string Password { get; set; } = "";

    public Invitation? Invitation { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token)
    {
        await LoadAsync(token);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        await LoadAsync(token);
        if (Invitation is null)
        {
            return Page();
        }

        if (ModelState.IsValid && await CreateAsync(Invitation) is { } user)
        {
            await signIn.SignInAsync(user, isPersistent: false);
            TempData.Flash(Tone.Good, words["Tài khoản đã sẵn sàng. Nên bật xác thực hai lớp ngay bây giờ; cũng có thể để sau."]);
            return LocalRedirect(AccountLinks.TwoFactor);
        }

        Response.StatusCode = Invitation is null ? StatusCodes.Status410Gone : StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<User?> CreateAsync(Invitation invitation)
    {
        audit.Describe("Nhận lời mời");
        await using var transaction = await db.Database.BeginTransactionAsync(HttpContext.RequestAborted);
        // Two tabs at once: the second finds the place taken.
        var now = calendar.UtcNow;
        if (await db.Set<Invitation>().Where(open => open.InvitationId == invitation.InvitationId && open.AcceptedAt == null && open.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(open => open.AcceptedAt, now), HttpContext.RequestAborted) != 1)
        {
            Invitation = null;
            return null;
        }

        var (result, user) = await newUsers.CreateAsync(
            invitation.Email, invitation.DisplayName, invitation.Title, Password, [.. invitation.Grants.Select(grant => (grant.Role, grant.AgencyId))], HttpContext.RequestAborted);
        foreach (var error in result.Errors.DistinctBy(error => error.Description))
        {
            ModelState.AddModelError(nameof(Password), error.Description);
        }

        if (!result.Succeeded)
        {
            return null;
        }

        await transaction.CommitAsync(HttpContext.RequestAborted);
        return user;
    }

    private async Task LoadAsync(string token)
    {
        var hash = Accounts.Invitation.Hash(token);
        var found = await db.Set<Invitation>().AsNoTracking().Include(invitation => invitation.Grants).FirstOrDefaultAsync(invitation => invitation.TokenHash == hash, HttpContext.RequestAborted);
        var open = found?.IsOpenAt(calendar.UtcNow) == true
            && (found.InvitedBy is null || await db.Set<User>().AnyAsync(user => user.Id == found.InvitedBy && !user.IsDisabled, HttpContext.RequestAborted));
        Invitation = open ? found : null;
        if (!open)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }
    }
}
