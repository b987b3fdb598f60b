using Loa.Platform.Audit;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.TwoFactor;

/// <summary>A code from the phone beside the password: set up, renewed, turned off. The recovery codes are in one answer and nowhere else.</summary>
internal sealed class TwoFactorModel(UserManager<User> users, LoaSignInManager signIn, SecondFactor secondFactor, AuditScope audit, IStringLocalizer words) : PageModel
{
    private const int CodeCount = 10;

    [BindProperty]
    public string? Code { get; set; }

    public User Me { get; private set; } = null!;

    /// <summary>Of an authenticator that is not confirmed yet; null before the set-up began.</summary>
    public string? Key { get; private set; }

    public int CodesLeft { get; private set; }

    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public bool MustEnrol => !Me.TwoFactorEnabled && SecondFactor.MustEnrol(User);

    public string Address => $"otpauth://totp/Loa:{Uri.EscapeDataString(Me.Email!)}?secret={Key}&issuer=Loa&digits=6";

    /// <summary>In fours, which the eye can keep and no line breaks.</summary>
    public IEnumerable<string> KeyParts => (Key ?? "").ToLowerInvariant().Chunk(4).Select(part => new string(part));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Me = (await users.GetUserAsync(User))!;
        await next();
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostBeginAsync()
    {
        if (!Me.TwoFactorEnabled)
        {
            audit.Describe("Thiết lập xác thực hai lớp");
            await users.ResetAuthenticatorKeyAsync(Me);
            await signIn.RefreshSignInAsync(Me);
        }

        return LocalRedirect(AccountLinks.TwoFactor);
    }

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        if (Me.TwoFactorEnabled || !await IsRightAsync())
        {
            return await AgainAsync();
        }

        audit.Describe("Bật xác thực hai lớp");
        await users.SetTwoFactorEnabledAsync(Me, true);
        return await ShowCodesAsync();
    }

    public async Task<IActionResult> OnPostNewCodesAsync()
    {
        if (!Me.TwoFactorEnabled || !await IsRightAsync())
        {
            return await AgainAsync();
        }

        audit.Describe("Tạo mã dự phòng mới");
        return await ShowCodesAsync();
    }

    public async Task<IActionResult> OnPostTurnOffAsync()
    {
        if (!Me.TwoFactorEnabled || !await IsRightAsync())
        {
            return await AgainAsync();
        }

        if (await secondFactor.IsRequiredAsync(Me.Id, HttpContext.RequestAborted))
        {
            ModelState.AddModelError("", words["Vai trò của bạn yêu cầu xác thực hai lớp nên không tắt được. Đổi điện thoại thì nhờ người quản trị gỡ rồi thiết lập lại."]);
            return await AgainAsync();
        }

        audit.Describe("Tắt xác thực hai lớp");
        await users.SetTwoFactorEnabledAsync(Me, false);
        await users.RemoveAuthenticationTokenAsync(Me, "[AspNetUserStore]", "AuthenticatorKey");
        await signIn.RefreshSignInAsync(Me);
        TempData.Flash(Tone.Good, words["Đã tắt xác thực hai lớp."]);
        return LocalRedirect(AccountLinks.Profile);
    }

    private async Task<IActionResult> ShowCodesAsync()
    {
        RecoveryCodes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(Me, CodeCount) ?? []];
        await signIn.RefreshSignInAsync(Me);
        Code = null;
        ModelState.Clear();
        return Page();
    }

    private async Task<bool> IsRightAsync()
    {
        var code = SecondFactor.Digits(Code);
        if (await users.VerifyTwoFactorTokenAsync(Me, users.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            return true;
        }

        ModelState.AddModelError(nameof(Code), words["Mã không đúng hoặc đã dùng; hãy nhập mã đang hiện, hoặc chờ mã tiếp theo. Nếu vẫn sai, kiểm tra giờ trên điện thoại."]);
        return false;
    }

    private async Task<IActionResult> AgainAsync()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Key = Me.TwoFactorEnabled ? null : await users.GetAuthenticatorKeyAsync(Me);
        CodesLeft = Me.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(Me) : 0;
    }
}
