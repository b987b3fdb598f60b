using System.ComponentModel.DataAnnotations;
using Loa.Modules.Agencies;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.People;

internal sealed class AddModel(PeopleAdmin admin, AgencyOptions options, NewUsers newUsers, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập họ và tên.")]
    [StringLength(Accounts.User.NameMaxLength, ErrorMessage = "Họ và tên quá dài.")]
    public string DisplayName { get; set; } = "";

    [BindProperty]
    [StringLength(Accounts.User.TitleMaxLength, ErrorMessage = "Chức vụ quá dài.")]
    public string? JobTitle { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập địa chỉ thư điện tử.")]
    [EmailAddress(ErrorMessage = "Địa chỉ thư điện tử không đúng.")]
    [StringLength(Accounts.User.EmailMaxLength, ErrorMessage = "Địa chỉ thư điện tử không đúng.")]
    public string Email { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập mật khẩu.")]
    public string Password { get; set; } = "";

    [BindProperty]
    public Role Role { get; set; } = Role.UnitOfficer;

    [BindProperty]
    public Guid? AgencyId { get; set; }

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    public string? AgencyHint => admin.Scope.CoversEverything ? words["Để trống chỉ khi giao quyền quản trị toàn hệ thống."].Value : null;

    public IEnumerable<SelectListItem> Roles => Enum.GetValues<Role>().Select(role => new SelectListItem(words[RoleNames.Of(role)], role.ToString(), role == Role));

    public Task OnGetAsync() => LoadAgenciesAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Enum.IsDefined(Role))
        {
            ModelState.AddModelError(nameof(Role), words["Giá trị không hợp lệ."]);
        }
        else if (!await admin.MayGrantAsync(Role, AgencyId, HttpContext.RequestAborted))
        {
            ModelState.AddModelError(nameof(AgencyId), words["Hãy chọn cơ quan của vai trò này."]);
        }

        if (ModelState.IsValid)
        {
            audit.Describe("Thêm người dùng");
            var (result, user) = await newUsers.CreateAsync(Email, DisplayName, JobTitle, Password, Role, AgencyId, HttpContext.RequestAborted);
            if (result.Succeeded)
            {
                TempData.Flash(Tone.Good, words["Đã thêm {0}.", user.DisplayName]);
                return LocalRedirect(AccountLinks.Person(user.Id));
            }

            foreach (var error in result.Errors.DistinctBy(error => error.Description))
            {
                ModelState.AddModelError(error.Code.Contains("Password", StringComparison.Ordinal) ? nameof(Password) : nameof(Email), error.Description);
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        await LoadAgenciesAsync();
        return Page();
    }

    private async Task LoadAgenciesAsync() => Agencies = await options.WithinAsync(admin.Scope, HttpContext.RequestAborted);
}
