using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Directives.Detail;

internal sealed class DetailModel(LoaDbContext db, DirectiveDesk desk, AgencyScope scope, FileStore files, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    [StringLength(Loa.Modules.Activities.Activity.ShortMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Reason { get; set; }

    public Directive Directive { get; private set; } = null!;

    public Activity Activity { get; private set; } = null!;

    public string Agency { get; private set; } = "";

    public (Guid PlanId, string Name)? Plan { get; private set; }

    public StoredFile? Document { get; private set; }

    public bool MayLog { get; private set; }

    public bool MayPublish { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await desk.FindAsync(Id, Permissions.ActivitiesRead, HttpContext.RequestAborted) is null)
        {
            return NotFound();
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync()
    {
        var directive = await desk.FindAsync(Id, Permissions.ActivitiesRead, HttpContext.RequestAborted);
        return directive?.FileId is { } fileId ? files.Show(HttpContext, await db.Set<StoredFile>().AsNoTracking().SingleAsync(file => file.StoredFileId == fileId, HttpContext.RequestAborted)) : NotFound();
    }

    public Task<IActionResult> OnPostPublishAsync() => ActAsync(Permissions.PlansIssue, state => state == ActivityState.Counted, words["Đã công khai; văn bản vào thư viện của cổng."], directive =>
    {
        desk.Publish(directive);
        return Task.CompletedTask;
    });

    public Task<IActionResult> OnPostUnpublishAsync() => ActAsync(Permissions.PlansIssue, _ => true, words["Đã thôi công khai."], directive =>
    {
        desk.Unpublish(directive);
        return Task.CompletedTask;
    });

    public Task<IActionResult> OnPostWithdrawAsync()
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.TryAddModelError(nameof(Reason), words["Hãy ghi lý do rút."]);
        }

        return ActAsync(Permissions.ActivitiesLog, state => state != ActivityState.Withdrawn, words["Đã rút văn bản; không còn được tính. Có thể khôi phục."], directive => desk.WithdrawAsync(directive, Reason!.Trim(), HttpContext.RequestAborted));
    }

    public Task<IActionResult> OnPostRestoreAsync() =>
        ActAsync(Permissions.ActivitiesLog, state => state == ActivityState.Withdrawn, words["Đã khôi phục văn bản."], directive => desk.RestoreAsync(directive, HttpContext.RequestAborted));

    private async Task<IActionResult> ActAsync(string permission, Func<ActivityState, bool> possible, string said, Func<Directive, Task> act)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.FindAsync(Id, permission, cancellation) is not { } directive || !possible((await desk.ActivityAsync(directive, cancellation)).State))
        {
            return NotFound();
        }

        return await this.ReviseAsync(db, directive, Revision, () => act(directive), (said, DirectiveLinks.Directive(Id)), words["Người khác vừa sửa văn bản này; hãy xem lại rồi làm tiếp."], LoadAsync);
    }

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Directive = (await desk.FindAsync(Id, Permissions.ActivitiesRead, cancellation))!;
        Revision = Directive.Revision;
        Activity = await desk.ActivityAsync(Directive, cancellation);
        Agency = await db.Set<Agency>().Where(agency => agency.AgencyId == Directive.AgencyId).Select(agency => agency.Name).SingleAsync(cancellation);
        var plan = await db.Set<Plan>().Where(p => p.PlanId == Directive.PlanId).Select(p => new { p.PlanId, Name = p.Reference ?? p.Subject }).FirstOrDefaultAsync(cancellation);
        Plan = plan is null ? null : (plan.PlanId, plan.Name);
        Document = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(file => file.StoredFileId == Directive.FileId, cancellation);
        MayLog = await scope.CoversAsync(Permissions.ActivitiesLog, Directive.AgencyId, cancellation);
        MayPublish = await scope.CoversAsync(Permissions.PlansIssue, Directive.AgencyId, cancellation);
    }
}
