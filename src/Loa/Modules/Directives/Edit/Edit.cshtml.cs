using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Files;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Directives.Edit;

internal sealed class DirectiveForm
{
    [Required(ErrorMessage = "Hãy ghi loại văn bản.")]
    [StringLength(Directive.KindMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string Kind { get; set; } = "Công văn";

    [Required(ErrorMessage = "Hãy ghi số và ký hiệu, như 122/UBND-NC.")]
    [StringLength(Directive.ReferenceMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string Reference { get; set; } = "";

    [Required(ErrorMessage = "Hãy ghi ngày ban hành.")]
    public DateOnly? IssuedOn { get; set; }

    [Required(ErrorMessage = "Hãy ghi trích yếu.")]
    [StringLength(Directive.ExcerptMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string Excerpt { get; set; } = "";

    [StringLength(Directive.SummaryMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Summary { get; set; }

    [StringLength(Directive.SignerMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Signer { get; set; }

    public Guid? PlanId { get; set; }

    /// <summary>Tasks that it serves.</summary>
    public List<Guid> Tasks { get; set; } = [];
}

/// <summary>Records a steering document, or corrects one.</summary>
[UploadLimit(FileStore.DefaultLimit)]
[RequestFormLimits(MultipartBodyLengthLimit = FileStore.DefaultLimit + (2L << 20))]
internal sealed class EditModel(LoaDbContext db, DirectiveDesk desk, AgencyScope scope, AgencyOptions options, ActivityChoices choices, FileStore files, JobQueue jobs, CurrentUser user, Calendar calendar, IStringLocalizer words) : PageModel
{
    public const string FileField = "File";

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    public Guid? AgencyId { get; set; }

    [BindProperty]
    public DirectiveForm Form { get; set; } = new();

    [BindProperty(Name = FileField)]
    public IFormFile? Upload { get; set; }

    /// <summary>The person has seen that the number exists already and wants it all the same.</summary>
    [BindProperty]
    public bool TwinAccepted { get; set; }

    /// <summary>A task whose page led here.</summary>
    [BindProperty(SupportsGet = true, Name = DirectiveLinks.TaskParameter)]
    public Guid? TaskId { get; set; }

    [BindProperty(Name = "qua-lon", SupportsGet = true)]
    public bool TooLarge { get; set; }

    public Guid? Twin { get; private set; }

    public string? FileName { get; private set; }

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Plans { get; private set; } = [];

    public IReadOnlyList<ServedChoice> Tasks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (Id is { } id)
        {
            if (await FindAsync(id) is not { } directive)
            {
                return NotFound();
            }

            (Form, AgencyId, Revision) = (new DirectiveForm { Kind = directive.Kind, Reference = directive.Reference, IssuedOn = directive.IssuedOn, Excerpt = directive.Excerpt, Summary = directive.Summary, Signer = directive.Signer, PlanId = directive.PlanId }, directive.AgencyId, directive.Revision);
            Form.Tasks = [.. (await desk.ActivityAsync(directive, HttpContext.RequestAborted)).Tasks.Select(task => task.PlanTaskId)];
        }
        else
        {
            (NewId, AgencyId, Form.IssuedOn) = (Guid.CreateVersion7(), user.AgencyId, calendar.VietnamToday);
            Form.Tasks = TaskId is { } task ? [task] : [];
        }

        await LoadAsync();
        if (TooLarge)
        {
            ModelState.AddModelError(FileField, TooLargeMessage());
            Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var directive = Id is { } id ? await FindAsync(id) : new Directive { DirectiveId = NewId };
        if (directive is null || directive.DirectiveId == Guid.Empty)
        {
            return NotFound();
        }

        AgencyId = Id is null ? AgencyId ?? user.AgencyId : directive.AgencyId;
        if (AgencyId is { } agencyId && !await scope.CoversAsync(Permissions.ActivitiesLog, agencyId, cancellation))
        {
            return NotFound();
        }

        if (Id is null && await desk.FindAsync(NewId, Permissions.ActivitiesRead, cancellation) is not null)
        {
            return LocalRedirect(DirectiveLinks.Directive(NewId));
        }

        if (Form.IssuedOn > calendar.VietnamToday)
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.IssuedOn)}", words["Ngày này chưa tới; chỉ ghi văn bản đã ban hành."]);
        }

        if (AgencyId is null)
        {
            ModelState.AddModelError(nameof(AgencyId), words["Hãy chọn cơ quan."]);
        }

        if (ModelState.IsValid)
        {
            Apply(directive);
            Twin = TwinAccepted ? null : await desk.TwinAsync(directive, cancellation);
            if (Twin is not null)
            {
                ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Reference)}", words["Văn bản mang số này trong năm đã được ghi; xem liên kết bên dưới. Nếu đúng là văn bản khác, đánh dấu rồi lưu lần nữa."]);
            }
            else if (await SaveFileAsync(directive, cancellation) && await this.TryAsync(db, () => SaveAsync(directive, cancellation), words["Người khác vừa sửa văn bản này; hãy xem lại rồi làm tiếp."]))
            {
                return this.Done(words["Đã lưu văn bản."], DirectiveLinks.Directive(directive.DirectiveId));
            }
        }

        return await this.AgainAsync(db, LoadAsync);
    }

    private void Apply(Directive directive)
    {
        if (Id is null)
        {
            directive.AgencyId = AgencyId!.Value;
        }
        else
        {
            db.Entry(directive).Property(d => d.Revision).OriginalValue = Revision;
        }

        directive.Number(Form.Reference.Trim());
        (directive.Kind, directive.IssuedOn, directive.Excerpt) = (Form.Kind.Trim(), Form.IssuedOn!.Value, Form.Excerpt.Trim().TrimEnd('.'));
        (directive.Summary, directive.Signer, directive.PlanId) = (Form.Summary.OrNull(), Form.Signer.OrNull(), Form.PlanId);
    }

    private async Task SaveAsync(Directive directive, CancellationToken cancellation)
    {
        directive.PlanId = directive.PlanId is { } plan && await db.Set<Plan>().AnyAsync(p => p.PlanId == plan, cancellation) ? plan : null;
        (Form.Tasks, _) = await choices.ServableAsync(directive.AgencyId, Form.Tasks, [], cancellation);
        await (Id is null ? desk.AddAsync(directive, Form.Tasks, cancellation) : desk.ChangeAsync(directive, Form.Tasks, cancellation));
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<bool> SaveFileAsync(Directive directive, CancellationToken cancellation)
    {
        if (Upload is null)
        {
            return true;
        }

        try
        {
            await using var content = Upload.OpenReadStream();
            directive.FileId = (await files.SaveAsync(content, Upload.FileName, FileStore.DefaultLimit, cancellation)).StoredFileId;
            // A file that a later one replaces is cleaned away after its term.
            FileCleaning.Schedule(jobs, calendar);
            return true;
        }
        catch (FileRefusedException refused)
        {
            ModelState.AddModelError(FileField, refused.Refusal == FileRefusal.Empty ? words["Tệp rỗng, không có nội dung để đọc."] : TooLargeMessage());
            return false;
        }
    }

    private string TooLargeMessage() => words["Tệp lớn hơn mức cho phép ({0} MB).", FileStore.DefaultLimit >> 20];

    private async Task<Directive?> FindAsync(Guid id) =>
        await desk.FindAsync(id, Permissions.ActivitiesLog, HttpContext.RequestAborted) is { } directive && (await desk.ActivityAsync(directive, HttpContext.RequestAborted)).State != ActivityState.Withdrawn ? directive : null;

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Agencies = Id is null ? await options.WithinAsync(user.Scope(Permissions.ActivitiesLog), cancellation) : [];
        FileName = Id is null ? null : await db.Set<Directive>().Where(d => d.DirectiveId == Id).Select(d => db.Set<StoredFile>().Where(file => file.StoredFileId == d.FileId).Select(file => file.FileName).FirstOrDefault()).FirstOrDefaultAsync(cancellation);
        Tasks = AgencyId is { } agencyId ? await choices.TasksAsync(agencyId, Form.Tasks, cancellation) : [];
        var plans = await db.Set<Plan>().Where(plan => plan.PlanId == Form.PlanId || (plan.Status == PlanStatus.Issued && (plan.OwnerAgencyId == AgencyId || db.Set<Assignment>().Any(work => work.PlanId == plan.PlanId && work.HolderAgencyId == AgencyId))))
            .OrderByDescending(plan => plan.IssuedAt).ThenBy(plan => plan.PlanId).Take(100).Select(plan => new { plan.PlanId, plan.Reference, plan.Subject }).ToListAsync(cancellation);
        Plans = [new SelectListItem(words["Không gắn với kế hoạch nào"], ""), .. plans.Select(plan => new SelectListItem($"{plan.Reference} {plan.Subject}".Trim(), plan.PlanId.ToString()))];
    }
}
