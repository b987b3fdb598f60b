using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Reading;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.UnitPlans.Signed;

/// <summary>The signed document, where it came after the plan was issued, or came again.</summary>
[UploadLimit(64L << 20)]
[RequestFormLimits(MultipartBodyLengthLimit = 66L << 20)]
internal sealed class SignedModel(LoaDbContext db, PlanImports imports, FileStore files, AgencyScope scope, AuditScope audit, Calendar calendar, ReadingLimits limits, IStringLocalizer words) : PageModel
{
    public const string FileField = "File";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = FileField)]
    public IFormFile? Upload { get; set; }

    [BindProperty(SupportsGet = true, Name = "qua-lon")]
    public bool TooLarge { get; set; }

    public Plan Plan { get; private set; } = null!;

    public StoredFile? Present { get; private set; }

    /// <summary>Copies that were replaced, the latest first, and who had sent them.</summary>
    public IReadOnlyList<(StoredFile File, string? By)> Earlier { get; private set; } = [];

    public long MaxBytes => limits.UploadBytes;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        return TooLarge ? Again(TooLargeMessage(), StatusCodes.Status413PayloadTooLarge) : Page();
    }

    /// <summary>A copy that was replaced.</summary>
    public async Task<IActionResult> OnGetCopyAsync(Guid file, CancellationToken cancellation) =>
        await LoadAsync(cancellation) && Earlier.FirstOrDefault(copy => copy.File.StoredFileId == file).File is { } found ? files.Download(HttpContext, found) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (Upload is null)
            return Again(words["Hãy chọn tệp PDF hoặc Word của văn bản đã ký."]);
        await using var content = Upload.OpenReadStream();
        if (!await SignedFiles.LooksRightAsync(Upload.FileName, content, cancellation))
            return Again(Upload.Length == 0 ? words["Tệp rỗng, không có nội dung để đọc."] : words["Hãy chọn tệp PDF hoặc Word của văn bản đã ký."]);
        try
        {
            var file = await imports.KeepAsync(content, Upload.FileName, cancellation);
            audit.Describe("Lưu bản kế hoạch đã ký");
            if (Plan.SignedFileId is { } earlier && !await db.Set<PlanSignedCopy>().AnyAsync(copy => copy.PlanId == Id && copy.FileId == earlier, cancellation))
            {
                db.Add(new PlanSignedCopy { PlanId = Id, FileId = earlier, ReplacedAt = calendar.UtcNow });
            }

            Plan.SignedFileId = file.StoredFileId;
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException problem) when (problem.IsAnotherFirst())
        {
            db.ChangeTracker.Clear();
            return await LoadAsync(cancellation) ? Again(words["Người khác vừa đổi mục này; hãy xem lại rồi làm tiếp."]) : NotFound();
        }
        catch (FileRefusedException)
        {
            return Again(TooLargeMessage());
        }

        TempData.Flash(Tone.Good, words["Đã lưu bản đã ký."]);
        return Redirect(PlanLinks.Plan(Id));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        // Of a plan that was read from a file, that file is the document.
        if (await db.Set<Plan>().FirstOrDefaultAsync(plan => plan.PlanId == Id && plan.Status == PlanStatus.Issued && db.Set<PlanImport>().Any(import => import.PlanImportId == plan.PlanImportId && import.StartedFromPlanId != null), cancellation) is not { } found
            || !await scope.CoversAsync(Permissions.PlansIssue, found.OwnerAgencyId, cancellation))
        {
            return false;
        }

        Plan = found;
        Present = found.SignedFileId is { } fileId ? await db.Set<StoredFile>().AsNoTracking().SingleAsync(file => file.StoredFileId == fileId, cancellation) : null;
        await LoadEarlierAsync(cancellation);
        return true;
    }

    private async Task LoadEarlierAsync(CancellationToken cancellation)
    {
        var rows = await (
            from copy in db.Set<PlanSignedCopy>()
            join file in db.Set<StoredFile>() on copy.FileId equals file.StoredFileId
            join person in db.Set<User>() on file.ReceivedBy equals person.Id into people
            from person in people.DefaultIfEmpty()
            where copy.PlanId == Id
            orderby copy.ReplacedAt descending, copy.FileId descending
            select new { file, By = person == null ? null : person.DisplayName }).AsNoTracking().ToListAsync(cancellation);
        Earlier = [.. rows.Select(row => (row.file, row.By))];
    }

    private PageResult Again(string message, int status = StatusCodes.Status400BadRequest)
    {
        ModelState.AddModelError(FileField, message);
        Response.StatusCode = status;
        return Page();
    }

    private string TooLargeMessage() => words["Tệp lớn hơn {0} MB, quá lớn so với một văn bản kế hoạch. Nếu là bản quét, hãy quét lại ở 200 dpi, đen trắng.", limits.UploadBytes >> 20];
}
