using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Coverage.Declare;

/// <summary>An agency that makes no plan of its own says that its yearly work plan holds the work, which clauses of it, and shows the document.</summary>
[UploadLimit(FileStore.DefaultLimit)]
[RequestFormLimits(MultipartBodyLengthLimit = FileStore.DefaultLimit + (2 << 20))]
internal sealed class DeclareModel(LoaDbContext db, PlanCoverage coverage, PlanUptakes uptakes, AgencyScope scope, FileStore files, Calendar calendar, CurrentUser user, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Null: the agency of the person's seat.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? AgencyId { get; set; }

    [BindProperty(SupportsGet = true, Name = "qua-lon")]
    public bool TooLarge { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public DateOnly? Date { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public IFormFile? Document { get; set; }

    [BindProperty]
    public List<Guid> Held { get; set; } = [];

    public Plan Plan { get; private set; } = null!;

    public Agency Agency { get; private set; } = null!;

    /// <summary>Null before it has answered, and where it was not asked.</summary>
    public PlanUptake? Row { get; private set; }

    public StoredFile? Known { get; private set; }

    public IReadOnlyList<Clause> Clauses { get; private set; } = [];

    public bool IsDeclared => Row is { Way: UptakeWay.YearlyPlan, UnitPlanId: null };

    /// <summary>A plan of its own was issued and stands as the answer: it is withdrawn first.</summary>
    public bool HasOwnPlan => Row?.UnitPlanId is not null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (TooLarge)
        {
            return Refuse(nameof(Document), TooLargeMessage());
        }

        if (IsDeclared)
        {
            (Reference, Date, Subject) = (Row!.DocumentReference, Row.TakenUpOn, Row.DocumentSubject);
            Held = await db.Set<PlanUptakeTask>().Where(held => held.PlanId == Id && held.AgencyId == Row.AgencyId).Select(held => held.PlanTaskId).ToListAsync(HttpContext.RequestAborted);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync() || Plan.Status != PlanStatus.Issued)
        {
            return NotFound();
        }

        if (HasOwnPlan)
        {
            return Again();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var cancellation = HttpContext.RequestAborted;
        audit.Describe("Khai báo đã đưa vào kế hoạch công tác năm");
        Guid? fileId;
        try
        {
            fileId = await KeepAsync(cancellation);
        }
        catch (FileRefusedException e)
        {
            return Refuse(nameof(Document), e.Refusal == FileRefusal.Empty ? words["Tệp rỗng, không có nội dung để đọc."] : TooLargeMessage());
        }

        foreach (var row in await uptakes.AnswerAsync(Id, Agency.AgencyId, UptakeWay.YearlyPlan, Date!.Value, null, cancellation))
        {
            (row.DocumentReference, row.DocumentSubject, row.FileId) = (Reference!.Trim(), Subject!.Trim(), fileId);
            await SetHeldAsync(row, cancellation);
        }

        if (!await this.TrySaveAsync(db, words["Người khác vừa đổi mục này; hãy xem lại rồi làm tiếp."]))
        {
            return await FindAsync() ? Again() : NotFound();
        }

        TempData.Flash(Tone.Good, words["Đã khai báo: {0} nhiệm vụ nằm trong kế hoạch công tác năm.", Held.Count]);
        return LocalRedirect(PlanLinks.Coverage(Id));
    }

    public async Task<IActionResult> OnPostTakeBackAsync()
    {
        if (!await FindAsync() || !IsDeclared)
        {
            return NotFound();
        }

        audit.Describe("Rút khai báo kế hoạch công tác năm");
        foreach (var row in (await uptakes.RowsAsync(Id, Agency.AgencyId, HttpContext.RequestAborted)).Where(row => row is { Way: UptakeWay.YearlyPlan, UnitPlanId: null }))
        {
            db.RemoveRange(await db.Set<PlanUptakeTask>().Where(held => held.PlanId == Id && held.AgencyId == row.AgencyId).ToListAsync(HttpContext.RequestAborted));
            uptakes.TakeBack(row);
        }

        if (!await this.TrySaveAsync(db, words["Người khác vừa đổi mục này; hãy xem lại rồi làm tiếp."]))
        {
            return await FindAsync() ? Again() : NotFound();
        }

        TempData.Flash(Tone.Info, words["Đã rút khai báo."]);
        return LocalRedirect(PlanLinks.Coverage(Id));
    }

    /// <summary>The plan, and an agency that has work in it and for which the person draws up plans.</summary>
    private async Task<bool> FindAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var plan = await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.PlanId == Id, cancellation);
        var agency = (AgencyId ?? user.AgencyId) is { } agencyId ? await db.Set<Agency>().AsNoTracking().FirstOrDefaultAsync(a => a.AgencyId == agencyId, cancellation) : null;
        if (plan is null || agency is null || !await scope.CoversAsync(Permissions.PlansEdit, agency.AgencyId, cancellation))
        {
            return false;
        }

        (Plan, Agency) = (plan, agency);
        Clauses = await (from a in coverage.Given(Id)
                         where a.HolderAgencyId == agency.AgencyId || a.AgencyId == agency.AgencyId
                         join task in db.Set<PlanTask>() on a.PlanTaskId equals task.PlanTaskId
                         select new { task.PlanTaskId, task.Ordinal, task.Number, task.Content }).Distinct().OrderBy(task => task.Ordinal)
            .Select(task => new Clause(task.PlanTaskId, task.Ordinal, task.Number, task.Content)).ToListAsync(cancellation);
        Row = await db.Set<PlanUptake>().AsNoTracking().Where(row => row.PlanId == Id && (row.HolderAgencyId == agency.AgencyId || row.AgencyId == agency.AgencyId))
            .OrderByDescending(row => row.HolderAgencyId == agency.AgencyId).ThenBy(row => row.UnitPlanId != null).ThenBy(row => row.AgencyId == agency.AgencyId ? 0 : 1).FirstOrDefaultAsync(cancellation);
        Known = Row?.FileId is { } fileId ? await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(file => file.StoredFileId == fileId, cancellation) : null;
        Held = [.. Held.Intersect(Clauses.Select(clause => clause.TaskId))];
        return Clauses.Count > 0 || Row is not null;
    }

    private void Check()
    {
        if (Reference?.Trim() is not { Length: > 0 and <= Plan.ReferenceMaxLength })
        {
            ModelState.AddModelError(nameof(Reference), words["Hãy ghi số, ký hiệu của kế hoạch công tác năm, như 12/KH-SYT."]);
        }

        if (Date is null && ModelState.GetFieldValidationState(nameof(Date)) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
        {
            ModelState.AddModelError(nameof(Date), words["Hãy ghi ngày ban hành."]);
        }
        else if (Date > calendar.VietnamToday)
        {
            ModelState.AddModelError(nameof(Date), words["Ngày ban hành không thể sau hôm nay."]);
        }

        if (Subject?.Trim() is not { Length: > 0 and <= Plan.SubjectMaxLength })
        {
            ModelState.AddModelError(nameof(Subject), words["Hãy ghi tên kế hoạch công tác năm."]);
        }

        if (Document is null && !(IsDeclared && Known is not null))
        {
            ModelState.AddModelError(nameof(Document), words["Hãy chọn tệp của kế hoạch công tác năm."]);
        }

        if (Held.Count == 0 && Clauses.Count > 0)
        {
            ModelState.AddModelError(nameof(Held), words["Hãy đánh dấu ít nhất một nhiệm vụ có trong kế hoạch công tác năm."]);
        }
    }

    private async Task<Guid?> KeepAsync(CancellationToken cancellation)
    {
        if (Document is null)
        {
            return Known?.StoredFileId;
        }

        await using var content = Document.OpenReadStream();
        return (await files.SaveAsync(content, Document.FileName, cancellationToken: cancellation)).StoredFileId;
    }

    private async Task SetHeldAsync(PlanUptake row, CancellationToken cancellation)
    {
        var before = await db.Set<PlanUptakeTask>().Where(held => held.PlanId == Id && held.AgencyId == row.AgencyId).ToListAsync(cancellation);
        db.RemoveRange(before.Where(held => !Held.Contains(held.PlanTaskId)));
        db.AddRange(Held.Except(before.Select(held => held.PlanTaskId)).Select(taskId => new PlanUptakeTask { PlanId = Id, AgencyId = row.AgencyId, PlanTaskId = taskId }));
    }

    private string TooLargeMessage() => words["Tệp lớn hơn {0} MB; hãy giảm dung lượng rồi gửi lại.", FileStore.DefaultLimit >> 20];

    private PageResult Refuse(string field, string message)
    {
        ModelState.AddModelError(field, message);
        return Again();
    }

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
