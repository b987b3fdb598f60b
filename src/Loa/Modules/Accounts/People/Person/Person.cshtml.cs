using System.Data;
using Loa.Data;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.People.Person;

internal sealed class PersonModel(LoaDbContext db, PeopleAdmin admin, UserManager<User> users, UserSessions sessions, PasswordReset reset, CurrentUser current, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ManagedPerson Person { get; private set; } = null!;

    public int Sessions { get; private set; }

    public bool IsMe => Id == current.UserId;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostRevokeAsync(Guid grantId, string? reason)
    {
        if (!await LoadAsync() || Person.Grants.FirstOrDefault(grant => grant.Grant.RoleGrantId == grantId) is not { IsMine: true } grant)
        {
            return NotFound();
        }

        if (ReasonOf(reason) is not { } why)
        {
            return Again();
        }

        audit.Describe("Thu hồi vai trò", why);
        return await UnlessLastAsync(grant.Grant is { Role: Role.Administrator, AgencyId: null }, async () =>
        {
            db.Remove(grant.Grant);
            await db.SaveChangesAsync(HttpContext.RequestAborted);
            return words["Đã thu hồi vai trò {0}.", words[RoleNames.Of(grant.Grant.Role)].Value];
        });
    }

    public Task<IActionResult> OnPostDisableAsync(string? reason) => SetDisabledAsync(disabled: true, reason);

    public Task<IActionResult> OnPostEnableAsync(string? reason) => SetDisabledAsync(disabled: false, reason);

    public async Task<IActionResult> OnPostEndSessionsAsync()
    {
        if (!await LoadAsync() || !Person.IsWhole || IsMe)
        {
            return NotFound();
        }

        audit.Describe("Kết thúc mọi phiên");
        await sessions.EndAllAsync(Id);
        await users.UpdateSecurityStampAsync(Person.User);
        return Back(words["Các phiên của {0} kết thúc trong vòng một phút.", Person.User.DisplayName]);
    }

    public async Task<IActionResult> OnPostResetPasswordAsync()
    {
        if (!await LoadAsync() || !Person.IsWhole || IsMe || Person.User.IsDisabled)
        {
            return NotFound();
        }

        await reset.SendAsync(Person.User);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        return Back(words["Thư đặt lại mật khẩu đang được gửi tới {0}.", Person.User.Email ?? ""]);
    }

    public async Task<IActionResult> OnPostResetSecondFactorAsync(string? reason)
    {
        if (!await LoadAsync() || !Person.IsWhole || IsMe)
        {
            return NotFound();
        }

        if (ReasonOf(reason) is not { } why)
        {
            return Again();
        }

        audit.Describe("Gỡ xác thực hai lớp", why);
        await users.SetTwoFactorEnabledAsync(Person.User, false);
        await users.RemoveAuthenticationTokenAsync(Person.User, "[AspNetUserStore]", "AuthenticatorKey");
        return Back(words["Đã gỡ xác thực hai lớp của {0}.", Person.User.DisplayName]);
    }

    private async Task<IActionResult> SetDisabledAsync(bool disabled, string? reason)
    {
        // Nobody locks themselves out.
        if (!await LoadAsync() || !Person.IsWhole || IsMe)
        {
            return NotFound();
        }

        if (ReasonOf(reason) is not { } why)
        {
            return Again();
        }

        audit.Describe(disabled ? "Khóa người dùng" : "Mở khóa người dùng", why);
        return await UnlessLastAsync(disabled, () => DisableAsync(Person.User, disabled));
    }

    private async Task<string> DisableAsync(User user, bool disabled)
    {
        user.IsDisabled = disabled;
        // Sessions that are open elsewhere end when their stamp is next compared, within a minute.
        await users.UpdateSecurityStampAsync(user);
        if (disabled)
        {
            await sessions.EndAllAsync(Id);
        }
        else
        {
            await users.SetLockoutEndDateAsync(user, null);
            await users.ResetAccessFailedCountAsync(user);
        }

        return disabled ? words["Đã khóa {0}.", user.DisplayName] : words["Đã mở khóa {0}.", user.DisplayName];
    }

    /// <summary>Does what removes an administrator, in a transaction that lets no two administrators remove each other at once.</summary>
    private async Task<IActionResult> UnlessLastAsync(bool removesAdministrator, Func<Task<string>> act)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, HttpContext.RequestAborted);
        try
        {
            if (removesAdministrator && await admin.IsLastAdministratorAsync(Id, HttpContext.RequestAborted))
            {
                return Again(words["Đây là người quản trị cuối cùng của hệ thống; hãy giao quyền quản trị cho người khác trước."]);
            }

            var done = await act();
            await transaction.CommitAsync(HttpContext.RequestAborted);
            return Back(done);
        }
        catch (Exception refusal) when (refusal.IsConflict())
        {
            // Not rolled back by name: when the commit was refused, that has happened already.
            await transaction.DisposeAsync();
            db.ChangeTracker.Clear();
            return await LoadAsync() ? Again(words["Người khác vừa sửa tài khoản này; hãy tải lại trang."]) : NotFound();
        }
    }

    private async Task<bool> LoadAsync()
    {
        if (await admin.FindAsync(Id, HttpContext.RequestAborted) is not { } person)
        {
            return false;
        }

        Person = person;
        Sessions = await db.Set<UserSession>().CountAsync(session => session.UserId == Id, HttpContext.RequestAborted);
        return true;
    }

    private string? ReasonOf(string? reason)
    {
        var text = reason?.Trim() ?? "";
        if (text.Length is 0 or > AuditProcess.ReasonMaxLength)
        {
            ModelState.AddModelError("reason", words["Hãy ghi lý do, không quá {0} chữ.", AuditProcess.ReasonMaxLength]);
            return null;
        }

        return text;
    }

    private LocalRedirectResult Back(string message)
    {
        TempData.Flash(Tone.Good, message);
        return LocalRedirect(AccountLinks.Person(Id));
    }

    private PageResult Again(string? problem = null)
    {
        if (problem is not null)
        {
            ModelState.AddModelError("", problem);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
