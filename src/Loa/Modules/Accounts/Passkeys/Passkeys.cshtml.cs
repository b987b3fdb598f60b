using System.Buffers.Text;
using Loa.Platform.Audit;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.Passkeys;

internal sealed record PasskeyRow(string Id, string Name, DateTime CreatedAt);

internal sealed class PasskeysModel(UserManager<User> users, LoaSignInManager signIn, AuditScope audit, IStringLocalizer words) : PageModel
{
    public const int NameMaxLength = 60;

    private User me = null!;

    public IReadOnlyList<PasskeyRow> Rows { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        me = (await users.GetUserAsync(User))!;
        await next();
    }

    public Task OnGetAsync() => LoadAsync();

    /// <summary>What the browser needs to make a key; the challenge waits in a cookie of its own.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => Content(
        await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = me.Id.ToString(), Name = me.Email!, DisplayName = me.DisplayName }), "application/json");

    public async Task<IActionResult> OnPostAddAsync(string? credential)
    {
        var made = string.IsNullOrEmpty(credential) ? null : await AttestAsync(credential);
        if (made is not { Succeeded: true })
        {
            ModelState.AddModelError("", words["Máy chưa tạo được khóa, hoặc bạn đã dừng lại. Hãy thử lại."]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await LoadAsync();
            return Page();
        }

        audit.Describe("Thêm khóa truy cập");
        var (browser, device) = DeviceWords.Of(Request.Headers.UserAgent);
        made.Passkey.Name = device ?? browser ?? "Passkey";
        await users.AddOrUpdatePasskeyAsync(me, made.Passkey);
        TempData.Flash(Tone.Good, words["Đã thêm khóa truy cập."]);
        return LocalRedirect(AccountLinks.Passkeys);
    }

    public async Task<IActionResult> OnPostRenameAsync(string? id, string? name)
    {
        var text = name?.Trim() ?? "";
        if (await FindAsync(id) is not { } key)
        {
            return NotFound();
        }

        if (text.Length is 0 or > NameMaxLength)
        {
            ModelState.AddModelError("", words["Hãy nhập tên khóa, không quá {0} chữ.", NameMaxLength]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await LoadAsync();
            return Page();
        }

        key.Name = text;
        await users.AddOrUpdatePasskeyAsync(me, key);
        TempData.Flash(Tone.Good, words["Đã lưu."]);
        return LocalRedirect(AccountLinks.Passkeys);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id)
    {
        if (await FindAsync(id) is not { } key)
        {
            return NotFound();
        }

        audit.Describe("Xóa khóa truy cập");
        await users.RemovePasskeyAsync(me, key.CredentialId);
        TempData.Flash(Tone.Good, words["Đã xóa khóa truy cập."]);
        return LocalRedirect(AccountLinks.Passkeys);
    }

    private async Task<PasskeyAttestationResult?> AttestAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // No challenge is waiting: the page was open too long, or the form was sent by hand.
            return null;
        }
    }

    private async Task<UserPasskeyInfo?> FindAsync(string? id) =>
        id is { Length: > 0 } && Base64Url.IsValid(id) ? await users.GetPasskeyAsync(me, Base64Url.DecodeFromChars(id)) : null;

    private async Task LoadAsync() => Rows = [.. (await users.GetPasskeysAsync(me)).OrderBy(key => key.CreatedAt)
        .Select(key => new PasskeyRow(Base64Url.EncodeToString(key.CredentialId), key.Name ?? "Passkey", key.CreatedAt.UtcDateTime))];
}
