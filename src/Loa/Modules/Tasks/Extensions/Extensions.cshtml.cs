using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Tasks.Extensions;

internal sealed record AskedRow(ExtensionRequest Request, string Agency, string Content, Guid PlanId, string Plan, string AskedBy);

/// <summary>What agencies ask of the plans that one's own agencies issued; each answer is recorded beside the work.</summary>
internal sealed class ExtensionsModel(LoaDbContext db, WorkDesk desk, CurrentUser user, IStringLocalizer words) : PageModel
{
    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    [BindProperty]
    public Guid RequestId { get; set; }

    [BindProperty]
    public DateOnly? GrantedDueOn { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public Page<AskedRow> Requests { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostGrantAsync() => DecideAsync(granted: true);

    public Task<IActionResult> OnPostRefuseAsync() => DecideAsync(granted: false);

    private async Task<IActionResult> DecideAsync(bool granted)
    {
        var cancellation = HttpContext.RequestAborted;
        var request = await Mine().FirstOrDefaultAsync(r => r.ExtensionRequestId == RequestId, cancellation);
        if (request is null)
        {
            return NotFound();
        }

        var answer = Answer.OrNull();
        if (!granted && answer is null)
        {
            ModelState.AddModelError(nameof(Answer), words["Hãy ghi lý do không chấp thuận."]);
        }
        else if (answer?.Length > ExtensionRequest.ReasonMaxLength)
        {
            ModelState.AddModelError(nameof(Answer), words["Nội dung quá dài."]);
        }
        else if (granted && GrantedDueOn <= request.DueOn)
        {
            ModelState.AddModelError(nameof(GrantedDueOn), words["Hãy nhập ngày sau hạn hiện nay {0}.", Platform.Formats.Date(request.DueOn)]);
        }

        if (ModelState.IsValid)
        {
            var work = await db.Set<Assignment>().SingleAsync(a => a.AssignmentId == request.AssignmentId, cancellation);
            await desk.DecideAsync(work, request, granted, GrantedDueOn, answer, cancellation);
            if (await this.TrySaveAsync(db, words["Người khác vừa trả lời đề nghị này."]))
            {
                return this.Done(granted ? words["Đã cho gia hạn; cơ quan đề nghị được báo."] : words["Đã trả lời; cơ quan đề nghị được báo."], WorkLinks.Extensions);
            }
        }

        return await this.AgainAsync(db, LoadAsync);
    }

    /// <summary>Open requests on plans of the agencies for which the person may issue.</summary>
    private IQueryable<ExtensionRequest> Mine()
    {
        var owners = db.Set<Agency>().Within(user.Scope(Permissions.PlansIssue), agency => agency.Path).Select(agency => agency.AgencyId);
        return from request in db.Set<ExtensionRequest>()
               where request.State == ExtensionState.Asked
               join work in db.Set<Assignment>() on request.AssignmentId equals work.AssignmentId
               join plan in db.Set<Plan>() on work.PlanId equals plan.PlanId
               where owners.Contains(plan.OwnerAgencyId)
               select request;
    }

    private async Task LoadAsync() => Requests = await (
        from request in Mine().AsNoTracking()
        join work in db.Set<Assignment>() on request.AssignmentId equals work.AssignmentId
        join task in db.Set<PlanTask>() on work.PlanTaskId equals task.PlanTaskId
        join plan in db.Set<Plan>() on work.PlanId equals plan.PlanId
        join agency in db.Set<Agency>() on work.HolderAgencyId equals agency.AgencyId
        join person in db.Set<User>() on request.AskedById equals person.Id
        orderby request.AskedAt, request.ExtensionRequestId
        select new AskedRow(request, agency.Name, task.Content, plan.PlanId, plan.Reference ?? plan.Subject, person.DisplayName)).ToPageAsync(PageNumber, HttpContext.RequestAborted);
}
