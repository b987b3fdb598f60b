using System.ComponentModel.DataAnnotations;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.FirstRun;

internal sealed class FirstRunModel(SetupGate gate, NewUsers newUsers, SignInManager<User> signIn, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập họ và tên.")]
    [StringLength(Accounts.User.NameMaxLength, ErrorMessage = "Họ và tên quá dài.")]
    public string DisplayName { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập địa chỉ thư điện tử.")]
    [EmailAddress(ErrorMessage = "Địa chỉ thư điện tử không đúng.")]
    [StringLength(Accounts.User.EmailMaxLength, ErrorMessage = "Địa chỉ thư điện tử không đúng.")]
    public string Email { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập mật khẩu.")]
    public string Password { get; set; } = "";

    public bool NeedsCode => !SetupGate.IsFromThisMachine(HttpContext);

    public async Task<IActionResult> OnGetAsync() => await gate.IsOpenAsync(HttpContext.RequestAborted) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (NeedsCode && !gate.IsRightCode(Code))
        {
            ModelState.AddModelError(nameof(Code), words["Mã khởi tạo không đúng; hãy xem trong nhật ký của máy chủ."]);
        }

        await gate.OneAtATime.WaitAsync(HttpContext.RequestAborted);
        try
        {
            if (!await gate.IsOpenAsync(HttpContext.RequestAborted))
            {
                return NotFound();
            }

            if (ModelState.IsValid && await CreateAsync() is { } administrator)
            {
                await signIn.SignInAsync(administrator, isPersistent: false);
                return LocalRedirect("/");
            }
        }
        finally
        {
            gate.OneAtATime.Release();
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<User?> CreateAsync()
    {
        audit.Describe("Tạo tài khoản quản trị");
        var (result, user) = await newUsers.CreateAsync(Email, DisplayName, null, Password, Role.Administrator, null, HttpContext.RequestAborted);
        foreach (var error in result.Errors.DistinctBy(error => error.Description))
        {
            ModelState.AddModelError(error.Code.Contains("Password", StringComparison.Ordinal) ? nameof(Password) : nameof(Email), error.Description);
        }

        return result.Succeeded ? user : null;
    }
}
