using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Accounts;
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

namespace Loa.Modules.Tasks.Item;

/// <summary>One piece of work of one agency: what is asked, how far it is, and everything one can do with it.</summary>
internal sealed partial class ItemModel(LoaDbContext db, WorkDesk desk, CarriedWork carried, LaterAgencies later, SplitDesk splits, AgencyScope scope, Calendar calendar, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [StringLength(WorkEntry.TextMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Text { get; set; }

    [BindProperty]
    public string? AsideReason { get; set; }

    [BindProperty]
    public string? ExtensionReason { get; set; }

    [BindProperty]
    [Range(0, Assignment.ProductsMost, ErrorMessage = "Số sản phẩm không đúng.")]
    public int? Done { get; set; }

    [BindProperty]
    [Range(1, Assignment.ProductsMost, ErrorMessage = "Số sản phẩm không đúng.")]
    public int? Total { get; set; }

    [BindProperty]
    public Guid? AssigneeId { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    public Assignment Work { get; private set; } = null!;

    public PlanTask Task { get; private set; } = null!;

    public Plan Plan => Task.Plan!;

    public Agency Holder { get; private set; } = null!;

    public string? GivenTo { get; private set; }

    public Turns? Turns { get; private set; }

    public IReadOnlyList<(WorkEntry Entry, string? By)> Entries { get; private set; } = [];

    public ExtensionRequest? Asked { get; private set; }

    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    public string? Assignee { get; private set; }

    public IReadOnlyList<Difficulty> Difficulties { get; private set; } = [];

    /// <summary>Who does what by when, as the agencies of the task agreed it.</summary>
    public SplitView? Split { get; private set; }

    public bool MayDo { get; private set; }

    /// <summary>The body that issued the plan may take the work back, and give it again.</summary>
    public bool MayIssue { get; private set; }

    /// <summary>The clause of the plan above that it carries out.</summary>
    public CarriedClause? Clause { get; private set; }

    /// <summary>What the agency's own plans do for it.</summary>
    public IReadOnlyList<OwnTask> OwnTasks { get; private set; } = [];

    public DateOnly Today => calendar.VietnamToday;

    public WorkBucket Bucket => WorkBuckets.Of(Work.State, Work.IsRequest, Work.DueOn, Today);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostNoteAsync() => ActAsync(NoteAsync);

    private async Task<string?> NoteAsync(Assignment work)
    {
        if (Done is { } done && Total is { } total && (done != work.ProductsDone || total != work.ProductsTotal))
        {
            await desk.DeliverAsync(work, done, total, Text.OrNull(), HttpContext.RequestAborted);
        }
        else if (Text.OrNull() is { } text)
        {
            desk.Note(work, text);
        }
        else
        {
            return Refuse(nameof(Text), words["Hãy ghi đã làm được gì, hoặc số sản phẩm."]);
        }

        return words["Đã ghi tiến độ."];
    }

    public Task<IActionResult> OnPostFinishAsync() => ActAsync(async work =>
    {
        await desk.FinishAsync(work, Text.OrNull(), HttpContext.RequestAborted);
        return work.IsOpen ? words["Đã xong kỳ này; kỳ sau đến hạn {0}.", Formats.Date(work.DueOn)] : words["Đã hoàn thành."];
    });

    public Task<IActionResult> OnPostReopenAsync() => ActAsync(
        work =>
        {
            desk.Reopen(work, Text.OrNull());
            return System.Threading.Tasks.Task.FromResult<string?>(words["Đã mở lại."]);
        },
        whileOpen: false);

    public Task<IActionResult> OnPostSetAsideAsync() => ActAsync(work =>
    {
        if (AsideReason.OrNull() is not { Length: <= Assignment.ReasonMaxLength } reason)
        {
            return System.Threading.Tasks.Task.FromResult(Refuse(nameof(AsideReason), words["Hãy ghi lý do, không quá {0} chữ.", Assignment.ReasonMaxLength]));
        }

        desk.SetAside(work, reason);
        return System.Threading.Tasks.Task.FromResult<string?>(words["Đã đánh dấu không áp dụng; cơ quan ban hành xem được lý do."]);
    });

    public Task<IActionResult> OnPostHandOverAsync() => ActAsync(async work =>
    {
        if (AssigneeId is { } to && !Colleagues.Any(item => item.Value == to.ToString()))
        {
            return Refuse(nameof(AssigneeId), words["Chọn một người trong danh sách."]);
        }

        await desk.HandOverAsync(work, AssigneeId, null, HttpContext.RequestAborted);
        return words["Đã giao."];
    });

    public Task<IActionResult> OnPostExtendAsync() => ActAsync(async work =>
    {
        if (work.DueOn is not { } due || Asked is not null)
        {
            return Refuse("", words["Việc này không có hạn để gia hạn, hoặc đã có đề nghị đang chờ trả lời."]);
        }

        if (DueOn is not { } wanted || wanted <= due)
        {
            return Refuse(nameof(DueOn), words["Hãy nhập ngày sau hạn hiện nay {0}.", Formats.Date(due)]);
        }

        if (ExtensionReason.OrNull() is not { Length: <= ExtensionRequest.ReasonMaxLength } reason)
        {
            return Refuse(nameof(ExtensionReason), words["Hãy ghi lý do, không quá {0} chữ.", ExtensionRequest.ReasonMaxLength]);
        }

        await desk.AskExtensionAsync(work, wanted, reason, HttpContext.RequestAborted);
        return words["Đã gửi đề nghị gia hạn; hạn cũ vẫn tính cho đến khi được chấp thuận."];
    });

    /// <returns>Null: the reason stands in the model state.</returns>
    private string? Refuse(string field, string reason)
    {
        ModelState.AddModelError(field, reason);
        return null;
    }

    /// <param name="act">Gives the words to flash, or null with the reason in the model state.</param>
    private async Task<IActionResult> ActAsync(Func<Assignment, Task<string?>> act, bool whileOpen = true)
    {
        if (!await LoadAsync() || await desk.FindAsync(Id, Permissions.WorkDo, HttpContext.RequestAborted) is not { } work || Plan.Status != PlanStatus.Issued)
        {
            return NotFound();
        }

        db.Entry(work).Property(a => a.Revision).OriginalValue = Revision;
        if (work.IsOpen != whileOpen || work.State == AssignmentState.Withdrawn)
        {
            ModelState.AddModelError("", words["Việc này vừa được người khác thay đổi. Hãy xem lại bên dưới."]);
        }

        return ModelState.IsValid && await act(work) is { } said && await this.TrySaveAsync(db, words["Việc này vừa được người khác thay đổi. Hãy xem lại bên dưới."])
            ? this.Done(said, WorkLinks.Item(Id))
            : await this.AgainAsync(db, LoadAsync);
    }

    private async Task<bool> LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.FindAsync(Id, Permissions.WorkRead, cancellation) is not { } work)
        {
            return false;
        }

        db.Entry(work).State = EntityState.Detached;
        Work = work;
        Task = await db.Set<PlanTask>().AsNoTracking().Include(task => task.Plan).SingleAsync(task => task.PlanTaskId == work.PlanTaskId, cancellation);
        Holder = await db.Set<Agency>().AsNoTracking().SingleAsync(agency => agency.AgencyId == work.HolderAgencyId, cancellation);
        GivenTo = work.AgencyId == work.HolderAgencyId ? null : await db.Set<Agency>().Where(agency => agency.AgencyId == work.AgencyId).Select(agency => agency.Name).SingleAsync(cancellation);
        MayDo = Plan.Status == PlanStatus.Issued && work.State != AssignmentState.Withdrawn && await scope.CoversAsync(Permissions.WorkDo, work.HolderAgencyId, cancellation);
        MayIssue = Plan.Status == PlanStatus.Issued && await scope.CoversAsync(Permissions.PlansIssue, Plan.OwnerAgencyId, cancellation);
        Turns = await desk.TurnsAsync(work, cancellation);
        var above = (await carried.AboveAsync(work, cancellation))?.AssignmentId;
        Asked = await db.Set<ExtensionRequest>().AsNoTracking().OrderByDescending(request => request.AskedAt).ThenBy(request => request.ExtensionRequestId)
            .FirstOrDefaultAsync(request => (request.AssignmentId == Id || request.AssignmentId == above) && request.State == ExtensionState.Asked, cancellation);
        Difficulties = await db.Set<Difficulty>().AsNoTracking().Where(difficulty => difficulty.AssignmentId == Id).OrderByDescending(difficulty => difficulty.RaisedAt).Take(20).ToListAsync(cancellation);
        await LoadOthersAsync(cancellation);
        Split = await splits.ViewAsync(work.PlanTaskId, cancellation);
        Clause = await db.ClauseAsync(Task.ParentTaskId, cancellation);
        OwnTasks = await db.CarriedOutByAsync(work.PlanTaskId, work.HolderAgencyId, cancellation);
        await LoadPeopleAsync(cancellation);
        return true;
    }

    private async Task LoadPeopleAsync(CancellationToken cancellation)
    {
        var entries = await db.Set<WorkEntry>().AsNoTracking().Where(entry => entry.AssignmentId == Id).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.WorkEntryId).Take(200).ToListAsync(cancellation);
        var ids = entries.Select(entry => entry.ById).Append(Work.AssigneeId).OfType<Guid>().Distinct().ToList();
        var names = await db.Set<User>().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellation);
        Entries = [.. entries.Select(entry => (entry, entry.ById is { } id ? names.GetValueOrDefault(id) : null))];
        Assignee = Work.AssigneeId is { } who ? names.GetValueOrDefault(who) : null;
        var colleagues = await db.PeopleOf(Work.HolderAgencyId, Permissions.WorkDo)
            .OrderBy(person => VietnameseOrder.Of(person.DisplayName)).ThenBy(person => person.Id).Take(500).Select(person => new { person.Id, person.DisplayName }).ToListAsync(cancellation);
        Colleagues = [new SelectListItem(words["Chưa giao cho ai"], ""), .. colleagues.Select(person => new SelectListItem(person.DisplayName, person.Id.ToString(), person.Id == Work.AssigneeId))];
    }
}
