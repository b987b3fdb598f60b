using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Exemplars.Detail;

internal sealed record UseRow(Guid AgencyId, string Agency, Guid? ActivityId, string? Activity, string? Note, DateTime At);

/// <summary>One exemplar or shortcoming, and what the person at hand may do with it.</summary>
internal sealed class DetailModel(LoaDbContext db, ExemplarDesk desk, ActivityDesk activities, AgencyScope scope, CurrentUser user, Calendar calendar, IStringLocalizer words) : PageModel
{
    private const int UsesMost = 200;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    [StringLength(Exemplar.ShortMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Remark { get; set; }

    [BindProperty]
    [StringLength(Exemplar.DecisionMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Decision { get; set; }

    [BindProperty]
    [StringLength(Exemplar.TextMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Remedy { get; set; }

    [BindProperty]
    public DateOnly? RemediedOn { get; set; }

    [BindProperty]
    [StringLength(ExemplarUse.NoteMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Note { get; set; }

    [BindProperty]
    public Guid? UsedActivityId { get; set; }

    public Exemplar Exemplar { get; private set; } = null!;

    public string Agency { get; private set; } = "";

    /// <summary>From which it was nominated, where the person may see it.</summary>
    public string? Activity { get; private set; }

    public IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<UseRow> Uses { get; private set; } = [];

    public IReadOnlyList<SelectListItem> OwnActivities { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public bool MayReview { get; private set; }

    public bool MayPublish { get; private set; }

    /// <summary>An agency other than its own, which logs activities.</summary>
    public bool MayApply { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await desk.FindAsync(Id, HttpContext.RequestAborted) is null)
        {
            return NotFound();
        }

        await LoadAsync();
        return Page();
    }

    public Task<IActionResult> OnPostRecogniseAsync() => ActAsync(Permissions.ExemplarsReview, desk.MayReview, words["Đã công nhận."], exemplar => desk.ReviewAsync(exemplar, true, Remark.OrNull(), HttpContext.RequestAborted));

    public Task<IActionResult> OnPostDeclineAsync()
    {
        Need(nameof(Remark), Remark, words["Hãy ghi lý do không công nhận."]);
        return ActAsync(Permissions.ExemplarsReview, desk.MayReview, words["Đã trả lời người giới thiệu."], exemplar => desk.ReviewAsync(exemplar, false, Remark!.Trim(), HttpContext.RequestAborted));
    }

    public Task<IActionResult> OnPostPublishAsync() => ActAsync(Permissions.ExemplarsReview, exemplar => exemplar is { State: ExemplarState.Recognised, PublishedAt: null }, words["Đã cho công khai trên cổng."], exemplar =>
    {
        desk.Publish(exemplar, Decision.OrNull());
        return Task.CompletedTask;
    }, exemplar =>
    {
        if (exemplar.IsShortcoming)
        {
            Need(nameof(Decision), Decision, words["Hạn chế chỉ công khai theo văn bản quyết định; hãy ghi số, ngày văn bản."]);
        }
    });

    public Task<IActionResult> OnPostUnpublishAsync() => ActAsync(Permissions.ExemplarsReview, exemplar => exemplar.PublishedAt is not null, words["Đã thôi công khai."], exemplar =>
    {
        desk.Unpublish(exemplar);
        return Task.CompletedTask;
    });

    public Task<IActionResult> OnPostRemedyAsync()
    {
        Need(nameof(Remedy), Remedy, words["Hãy ghi đã làm gì để khắc phục."]);
        if (RemediedOn > calendar.VietnamToday)
        {
            ModelState.AddModelError(nameof(RemediedOn), words["Ngày này chưa tới."]);
        }

        return ActAsync(Permissions.ActivitiesLog, exemplar => exemplar is { IsShortcoming: true, State: ExemplarState.Recognised }, words["Đã ghi kết quả khắc phục."], exemplar =>
        {
            desk.Remedy(exemplar, Remedy!.Trim(), RemediedOn);
            return Task.CompletedTask;
        });
    }

    public Task<IActionResult> OnPostWithdrawAsync() => ActAsync(Permissions.ActivitiesLog, exemplar => exemplar.State != ExemplarState.Withdrawn, words["Đã rút."], exemplar =>
    {
        desk.Withdraw(exemplar);
        return Task.CompletedTask;
    });

    /// <summary>By another agency: it sees the exemplar without having a say in it.</summary>
    public async Task<IActionResult> OnPostApplyAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.FindAsync(Id, cancellation) is not { State: ExemplarState.Recognised, IsShortcoming: false } exemplar || user.AgencyId is not { } agencyId || agencyId == exemplar.AgencyId
            || !await scope.CoversAsync(Permissions.ActivitiesLog, agencyId, cancellation))
        {
            return NotFound();
        }

        if (UsedActivityId is { } used && await activities.FindAsync(used, Permissions.ActivitiesLog, cancellation) is not { } own)
        {
            return NotFound();
        }

        if (UsedActivityId is null)
        {
            Need(nameof(Note), Note, words["Hãy chọn hoạt động của cơ quan hoặc ghi đã áp dụng thế nào."]);
        }

        if (ModelState.IsValid)
        {
            await desk.ApplyAsync(exemplar, agencyId, UsedActivityId, Note.OrNull(), cancellation);
            if (await this.TrySaveAsync(db, words["Người khác vừa ghi; hãy xem lại rồi làm tiếp."]))
            {
                return this.Done(words["Đã ghi cơ quan của bạn áp dụng."], ExemplarLinks.Exemplar(Id));
            }
        }

        return await this.AgainAsync(db, LoadAsync);
    }

    private async Task<IActionResult> ActAsync(string permission, Func<Exemplar, bool> possible, string said, Func<Exemplar, Task> act, Action<Exemplar>? check = null)
    {
        if (await desk.FindAsync(Id, permission, HttpContext.RequestAborted) is not { } exemplar || !possible(exemplar))
        {
            return NotFound();
        }

        check?.Invoke(exemplar);
        return await this.ReviseAsync(db, exemplar, Revision, () => act(exemplar), (said, ExemplarLinks.Exemplar(Id)), words["Người khác vừa sửa mục này; hãy xem lại rồi làm tiếp."], LoadAsync);
    }

    private void Need(string field, string? value, string problem)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            ModelState.TryAddModelError(field, problem);
        }
    }

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Exemplar = (await desk.FindAsync(Id, cancellation))!;
        (Revision, Remedy, RemediedOn) = (Exemplar.Revision, Remedy ?? Exemplar.Remedy, RemediedOn ?? Exemplar.RemediedOn);
        Agency = await db.Set<Agency>().Where(agency => agency.AgencyId == Exemplar.AgencyId).Select(agency => agency.Name).SingleAsync(cancellation);
        Activity = Exemplar.ActivityId is { } from ? (await activities.FindAsync(from, Permissions.ActivitiesRead, cancellation))?.Title : null;
        var visible = activities.Visible(Permissions.ActivitiesRead);
        Uses = await (
            from use in db.Set<ExemplarUse>()
            join agency in db.Set<Agency>() on use.AgencyId equals agency.AgencyId
            where use.ExemplarId == Id
            orderby use.At descending, use.AgencyId
            select new UseRow(use.AgencyId, agency.ShortName, use.ActivityId, visible.Where(activity => activity.ActivityId == use.ActivityId).Select(activity => activity.Title).FirstOrDefault(), use.Note, use.At)).Take(UsesMost).ToListAsync(cancellation);
        People = await db.Set<User>().Where(person => person.Id == Exemplar.NominatedById || person.Id == Exemplar.ReviewedById || person.Id == Exemplar.PublishedById).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellation);
        MayEdit = await scope.CoversAsync(Permissions.ActivitiesLog, Exemplar.AgencyId, cancellation);
        var reviews = await scope.CoversAsync(Permissions.ExemplarsReview, Exemplar.AgencyId, cancellation);
        (MayReview, MayPublish) = (reviews && desk.MayReview(Exemplar), reviews && Exemplar.State == ExemplarState.Recognised);
        MayApply = Exemplar is { State: ExemplarState.Recognised, IsShortcoming: false } && user.AgencyId is { } own && own != Exemplar.AgencyId && await scope.CoversAsync(Permissions.ActivitiesLog, own, cancellation);
        if (MayApply)
        {
            OwnActivities = [new SelectListItem(words["Không gắn với hoạt động nào"], ""), .. (await db.Set<Activity>().Where(activity => activity.AgencyId == user.AgencyId && activity.State != ActivityState.Withdrawn)
                .OrderByDescending(activity => activity.StartsOn).ThenBy(activity => activity.ActivityId).Take(50).Select(activity => new { activity.ActivityId, activity.Title, activity.StartsOn }).ToListAsync(cancellation))
                .Select(activity => new SelectListItem($"{Formats.Date(activity.StartsOn)} · {activity.Title}", activity.ActivityId.ToString()))];
        }
    }
}
