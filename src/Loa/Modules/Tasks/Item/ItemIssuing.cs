using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks.Item;

/// <summary>Another agency's part in the same task, as the agency that follows the task sees it.</summary>
internal sealed record OtherPart(string Agency, AssignmentRole Role, AssignmentState State, bool IsRequest, DateOnly? DueOn, int ProductsDone, int ProductsTotal)
{
    public WorkBucket BucketOn(DateOnly today) => WorkBuckets.Of(State, IsRequest, DueOn, today);
}

/// <summary>What the body that issued the plan does with one piece of work, and what an agency that follows the task sees.</summary>
internal sealed partial class ItemModel
{
    [BindProperty]
    public string? IssuerReason { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    /// <summary>Null unless this agency follows the task.</summary>
    public Page<OtherPart>? Others { get; private set; }

    public Task<IActionResult> OnPostWithdrawAsync() => IssueAsync(AssignmentState.Open, words["Đã rút việc này và báo cho cơ quan."], async (plan, work) =>
    {
        await later.WithdrawAsync(plan, work, IssuerReason!, HttpContext.RequestAborted);
        return true;
    });

    public Task<IActionResult> OnPostGiveAgainAsync() => IssueAsync(AssignmentState.Withdrawn, words["Đã giao lại và báo cho cơ quan."], async (plan, work) =>
    {
        if (await later.GiveTaskAsync(plan, work.PlanTaskId, work.AgencyId, work.Role, IssuerReason!, HttpContext.RequestAborted) > 0)
        {
            return true;
        }

        Refuse("", words["Cơ quan này đã kết thúc mà không có cơ quan kế thừa; hãy giao cho cơ quan khác."]);
        return false;
    });

    private async Task<IActionResult> IssueAsync(AssignmentState from, string said, Func<Plan, Assignment, Task<bool>> act)
    {
        if (!await LoadAsync() || !MayIssue)
        {
            return NotFound();
        }

        IssuerReason = IssuerReason.OrNull();
        if (IssuerReason?.Length is null or > Assignment.ReasonMaxLength)
        {
            Refuse(nameof(IssuerReason), words["Hãy ghi lý do, không quá {0} chữ.", Assignment.ReasonMaxLength]);
        }

        var work = await db.Set<Assignment>().SingleAsync(a => a.AssignmentId == Id, HttpContext.RequestAborted);
        db.Entry(work).Property(a => a.Revision).OriginalValue = Revision;
        if (work.State != from || work.Revision != Revision)
        {
            Refuse("", words["Việc này vừa được người khác thay đổi. Hãy xem lại bên dưới."]);
        }

        if (ModelState.IsValid && await act(await db.Set<Plan>().SingleAsync(plan => plan.PlanId == work.PlanId, HttpContext.RequestAborted), work))
        {
            try
            {
                await db.SaveChangesAsync(HttpContext.RequestAborted);
                TempData.Flash(Tone.Good, said);
                return LocalRedirect(WorkLinks.Item(Id));
            }
            catch (DbUpdateConcurrencyException)
            {
                Refuse("", words["Việc này vừa được người khác thay đổi. Hãy xem lại bên dưới."]);
            }
        }

        db.ChangeTracker.Clear();
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await LoadAsync();
        return Page();
    }

    private async Task LoadOthersAsync(CancellationToken cancellation)
    {
        if (Work.Role != AssignmentRole.Monitoring)
        {
            return;
        }

        var today = Today;
        Others = await (
            from other in db.Set<Assignment>().AsNoTracking()
            where other.PlanTaskId == Work.PlanTaskId && other.AssignmentId != Work.AssignmentId && other.State != AssignmentState.Withdrawn
            join agency in db.Set<Agency>() on other.HolderAgencyId equals agency.AgencyId
            orderby other.State == AssignmentState.Open && !other.IsRequest && other.DueOn < today descending, other.Role, agency.Level, agency.SortOrder, other.AssignmentId
            select new OtherPart(agency.Name, other.Role, other.State, other.IsRequest, other.DueOn, other.ProductsDone, other.ProductsTotal)).ToPageAsync(PageNumber, cancellation);
    }
}
