using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.People.Person;

internal sealed class GrantModel(LoaDbContext db, PeopleAdmin admin, AgencyOptions agencies, CurrentUser current, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Role Role { get; set; } = Role.UnitOfficer;

    [BindProperty]
    public Guid? AgencyId { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Hãy ghi lý do.")]
    [StringLength(AuditProcess.ReasonMaxLength, ErrorMessage = "Lý do quá dài.")]
    public string Reason { get; set; } = "";

    public string PersonName { get; private set; } = "";

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    public string? AgencyHint => admin.Scope.CoversEverything ? words["Để trống chỉ khi giao quyền quản trị toàn hệ thống."].Value : null;

    public IEnumerable<SelectListItem> Roles => Enum.GetValues<Role>().Select(role => new SelectListItem(words[RoleNames.Of(role)], role.ToString(), role == Role));

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is not { } person)
        {
            return NotFound();
        }

        if (!Enum.IsDefined(Role) || !await admin.MayGrantAsync(Role, AgencyId, HttpContext.RequestAborted))
        {
            ModelState.AddModelError(nameof(AgencyId), words["Hãy chọn cơ quan của vai trò này."]);
        }
        else if (person.Grants.Any(grant => grant.Grant.Role == Role && grant.Grant.AgencyId == AgencyId))
        {
            ModelState.AddModelError(nameof(Role), words["Người này đã có vai trò đó tại cơ quan này."]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        audit.Describe("Giao vai trò", Reason.Trim());
        db.Add(new RoleGrant { RoleGrantId = Guid.CreateVersion7(), UserId = Id, Role = Role, AgencyId = AgencyId });
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        TempData.Flash(Tone.Good, words["Đã giao vai trò {0}; có hiệu lực trong vòng một phút.", words[RoleNames.Of(Role)].Value]);
        return LocalRedirect(AccountLinks.Person(Id));
    }

    /// <summary>Null also for oneself: nobody raises themselves.</summary>
    private async Task<ManagedPerson?> LoadAsync()
    {
        if (Id == current.UserId || await admin.FindAsync(Id, HttpContext.RequestAborted) is not { } person)
        {
            return null;
        }

        PersonName = person.User.DisplayName;
        Agencies = await agencies.WithinAsync(admin.Scope, HttpContext.RequestAborted);
        return person;
    }
}
