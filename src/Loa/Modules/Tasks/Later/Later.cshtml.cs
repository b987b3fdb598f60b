using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Tasks.Later;

/// <summary>Work of an issued plan for an agency that was founded since, or was forgotten.</summary>
internal sealed class LaterModel(LoaDbContext db, LaterAgencies later, AgencyResolver resolver, AgencyOptions agencies, AgencyScope scope, Calendar calendar, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The task that was chosen on the page before.</summary>
    [BindProperty(Name = "nhiem-vu", SupportsGet = true)]
    public Guid? TaskId { get; set; }

    [BindProperty]
    public Guid? AgencyId { get; set; }

    /// <summary>A task, or every task of a group: see <see cref="AgencyTarget"/> for the latter.</summary>
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public AssignmentRole Role { get; set; } = AssignmentRole.Coordinating;

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public Guid? GroupId { get; set; }

    public Plan Plan { get; private set; } = null!;

    public IReadOnlyList<FoundedSince> Founded { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    public IEnumerable<SelectListItem> Roles => Enum.GetValues<AssignmentRole>().Select(role => new SelectListItem(PlanWords.Role(words, role), role.ToString()));

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>All agencies founded since that the group would mean.</summary>
    public async Task<IActionResult> OnPostNewAsync()
    {
        if (!await LoadAsync() || Founded.FirstOrDefault(found => found.AgencyGroupId == GroupId) is not { } found)
        {
            return NotFound();
        }

        return await ActAsync(plan => later.GiveGroupAsync(plan, found.AgencyGroupId, [.. found.Agencies.Select(agency => agency.AgencyId)], Reason!, HttpContext.RequestAborted));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var cancellation = HttpContext.RequestAborted;
        if (AgencyId is not { } agencyId || !await db.Set<Agency>().ExistingOn(calendar.VietnamToday).AnyAsync(agency => agency.AgencyId == agencyId, cancellation))
        {
            return Again(nameof(AgencyId), words["Hãy chọn một cơ quan."]);
        }

        if (!Choices.Any(choice => choice.Value == What))
        {
            return Again(nameof(What), words["Hãy chọn nhiệm vụ, hoặc nhóm."]);
        }

        if (AgencyTarget.Group(What!) is { } groupId)
        {
            return (await resolver.ExpandAsync(groupId, Plan.OwnerAgencyId, null, cancellation)).All(agency => agency.AgencyId != agencyId)
                ? Again(nameof(What), words["Nhóm này hiện không gồm cơ quan đã chọn; hãy giao từng nhiệm vụ, hoặc sửa nhóm."])
                : await ActAsync(plan => later.GiveGroupAsync(plan, groupId, [agencyId], Reason!, cancellation));
        }

        return Enum.IsDefined(Role) ? await ActAsync(plan => later.GiveTaskAsync(plan, Guid.Parse(What!), agencyId, Role, Reason!, cancellation)) : Again(nameof(Role), words["Hãy chọn vai trò."]);
    }

    private async Task<IActionResult> ActAsync(Func<Plan, Task<int>> give)
    {
        Reason = Reason?.Trim();
        if (Reason?.Length is null or 0 or > Assignment.ReasonMaxLength)
        {
            return Again(nameof(Reason), words["Hãy ghi lý do, không quá {0} chữ.", Assignment.ReasonMaxLength]);
        }

        var plan = await db.Set<Plan>().SingleAsync(p => p.PlanId == Id, HttpContext.RequestAborted);
        var given = await give(plan);
        if (given == 0)
        {
            return Again("", words["Cơ quan này đã có việc đó."]);
        }

        if (await this.TrySaveAsync(db, words["Người khác vừa thay đổi kế hoạch này; hãy xem lại rồi thử lần nữa."]))
        {
            return this.Done(words["Đã giao thêm {0} việc và báo cho cơ quan nhận.", given], PlanLinks.Plan(Id));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private PageResult Again(string key, string message)
    {
        ModelState.AddModelError(key, message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var plan = await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.PlanId == Id && p.Status == PlanStatus.Issued, cancellation);
        if (plan is null || !await scope.CoversAsync(Permissions.PlansIssue, plan.OwnerAgencyId, cancellation))
        {
            return false;
        }

        Plan = plan;
        Founded = await later.FoundedSinceAsync(plan, cancellation);
        var tasks = await db.Set<PlanTask>().AsNoTracking().Where(task => task.PlanId == Id).OrderBy(task => task.Ordinal).Select(task => new { task.PlanTaskId, task.Ordinal, task.Number, task.Content }).ToListAsync(cancellation);
        var groups = (await later.GroupsAsync(Id, cancellation)).GroupBy(named => named.AgencyGroupId!.Value);
        What ??= TaskId?.ToString();
        Choices =
        [
            new(words["Chọn nhiệm vụ, hoặc nhóm"], ""),
            .. groups.Select(group => new SelectListItem(words["Mọi nhiệm vụ giao cho “{0}” ({1})", group.First().Text, group.Select(named => named.PlanTaskId).Distinct().Count()], AgencyTarget.Of(null, group.Key))),
            .. tasks.Select(task => new SelectListItem(Cut($"{PlanTask.LabelOf(task.Number, task.Ordinal)}. {task.Content}"), task.PlanTaskId.ToString())),
        ];
        Agencies = await agencies.WithinAsync(AccessScope.Everything, cancellation);
        return true;
    }

    private static string Cut(string text) => text.Length > 110 ? text[..110] + "…" : text;
}
