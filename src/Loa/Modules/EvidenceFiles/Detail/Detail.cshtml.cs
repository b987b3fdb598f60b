using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Directives;
using Loa.Modules.EvidenceFiles.Composing;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.EvidenceFiles.Detail;

/// <param name="Kind">"hoat-dong" or "van-ban".</param>
internal sealed record Candidate(string Kind, Guid Id, string Title, DateOnly On, string Agency);

/// <summary>One criterion: what proves it, in order; adding by search, by upload; the folder to hand in.</summary>
[UploadLimit(FileStore.DefaultLimit)]
[RequestFormLimits(MultipartBodyLengthLimit = FileStore.DefaultLimit + (2L << 20))]
internal sealed class DetailModel(LoaDbContext db, EvidenceFileDesk desk, EvidenceFolder folder, ActivityDesk activities, DirectiveDesk directives, AgencyScope scope, FileStore store, JobQueue jobs, Calendar calendar, AuditScope audit, IStringLocalizer words) : PageModel
{
    public const string FileField = "File";
    private const int FoundMost = 20;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = "tim", SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty(Name = "qua-lon", SupportsGet = true)]
    public bool TooLarge { get; set; }

    [BindProperty(Name = FileField)]
    public IFormFile? Upload { get; set; }

    public EvidenceFile Criterion { get; private set; } = null!;

    public string Agency { get; private set; } = "";

    public IReadOnlyList<EvidenceLine> Lines { get; private set; } = [];

    public IReadOnlyList<Candidate> Found { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await desk.FindAsync(Id, Permissions.ActivitiesRead, HttpContext.RequestAborted) is null)
        {
            return NotFound();
        }

        if (TooLarge)
        {
            ModelState.AddModelError(FileField, TooLargeMessage());
            Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        return await desk.FindAsync(Id, Permissions.ActivitiesRead, cancellation) is { } file
            ? await TemporaryAnswer.WriteAsync(EvidenceFolder.NameOf(file, whole: false), TemporaryAnswer.Zip, stream => folder.WriteAsync([file], stream, cancellation))
            : NotFound();
    }

    /// <summary>A file of this criterion, to whoever may see the criterion.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid muc)
    {
        var cancellation = HttpContext.RequestAborted;
        var item = (await desk.FindAsync(Id, Permissions.ActivitiesRead, cancellation))?.Items.Find(item => item.EvidenceFileItemId == muc);
        return item?.FileId is { } fileId ? store.Show(HttpContext, await db.Set<StoredFile>().AsNoTracking().SingleAsync(file => file.StoredFileId == fileId, cancellation)) : NotFound();
    }

    public async Task<IActionResult> OnPostAddAsync(string? loai, Guid muc)
    {
        var cancellation = HttpContext.RequestAborted;
        var known = loai == "van-ban" ? await directives.FindAsync(muc, Permissions.ActivitiesRead, cancellation) is not null : await activities.FindAsync(muc, Permissions.ActivitiesRead, cancellation) is not null;
        return !known ? NotFound() : await ActAsync("Thêm vào hồ sơ kiểm chứng", words["Đã thêm vào hồ sơ."], file =>
        {
            if ((loai == "van-ban" ? file.Add(null, muc, null, null) : file.Add(muc, null, null, null)) is { } item)
            {
                db.Add(item);
            }
        });
    }

    public Task<IActionResult> OnPostMoveAsync(Guid muc, int buoc) => ActAsync("Xếp lại hồ sơ kiểm chứng", words["Đã xếp lại."], file => file.Move(muc, Math.Sign(buoc)));

    public Task<IActionResult> OnPostRemoveAsync(Guid muc) => ActAsync("Bỏ khỏi hồ sơ kiểm chứng", words["Đã bỏ khỏi hồ sơ; bản gốc vẫn còn."], file => db.RemoveRange(file.Items.Where(item => item.EvidenceFileItemId == muc)));

    public async Task<IActionResult> OnPostUploadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.FindAsync(Id, Permissions.ActivitiesLog, cancellation) is not { } file)
        {
            return NotFound();
        }

        try
        {
            if (Upload is null)
            {
                ModelState.AddModelError(FileField, words["Hãy chọn tệp."]);
                return await this.AgainAsync(db, LoadAsync);
            }

            audit.Describe("Thêm vào hồ sơ kiểm chứng");
            await using var content = Upload.OpenReadStream();
            var stored = await store.SaveAsync(content, Upload.FileName, FileStore.DefaultLimit, cancellation);
            FileCleaning.Schedule(jobs, calendar);
            db.Add(file.Add(null, null, stored.StoredFileId, null)!);
            await db.SaveChangesAsync(cancellation);
            return this.Done(words["Đã thêm vào hồ sơ."], EvidenceFileLinks.File(Id));
        }
        catch (FileRefusedException refused)
        {
            ModelState.AddModelError(FileField, refused.Refusal == FileRefusal.Empty ? words["Tệp rỗng, không có nội dung để đọc."] : TooLargeMessage());
            return await this.AgainAsync(db, LoadAsync);
        }
    }

    private async Task<IActionResult> ActAsync(string act, string said, Action<EvidenceFile> change)
    {
        if (await desk.FindAsync(Id, Permissions.ActivitiesLog, HttpContext.RequestAborted) is not { } file)
        {
            return NotFound();
        }

        audit.Describe(act);
        change(file);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        return this.Done(said, EvidenceFileLinks.File(Id));
    }

    private string TooLargeMessage() => words["Tệp lớn hơn mức cho phép ({0} MB).", FileStore.DefaultLimit >> 20];

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Criterion = (await desk.FindAsync(Id, Permissions.ActivitiesRead, cancellation))!;
        Agency = await db.Set<Agency>().Where(agency => agency.AgencyId == Criterion.AgencyId).Select(agency => agency.Name).SingleAsync(cancellation);
        Lines = await desk.LinesAsync(Criterion, cancellation);
        MayEdit = await scope.CoversAsync(Permissions.ActivitiesLog, Criterion.AgencyId, cancellation);
        Found = MayEdit && !string.IsNullOrWhiteSpace(Query) ? await SearchAsync(Folding.Fold(Query), cancellation) : [];
    }

    /// <summary>Activities and steering documents of the criterion's year first: proof of another year is rare, but not wrong.</summary>
    private async Task<IReadOnlyList<Candidate>> SearchAsync(string folded, CancellationToken cancellation)
    {
        var (first, last) = (new DateOnly(Criterion.Year, 1, 1), new DateOnly(Criterion.Year, 12, 31));
        var held = Criterion.Items.Select(item => item.ActivityId ?? item.DirectiveId).OfType<Guid>().ToList();
        var letters = await (
            from directive in directives.Visible(Permissions.ActivitiesRead)
            join agency in db.Set<Agency>() on directive.AgencyId equals agency.AgencyId
            where directive.SearchText.Contains(folded) && !held.Contains(directive.DirectiveId)
            orderby directive.IssuedOn >= first && directive.IssuedOn <= last descending, directive.IssuedOn descending, directive.DirectiveId
            select new { directive.DirectiveId, directive.Kind, directive.Reference, directive.Excerpt, directive.IssuedOn, agency.ShortName }).Take(FoundMost).ToListAsync(cancellation);
        var done = await (
            from activity in activities.Visible(Permissions.ActivitiesRead)
            join agency in db.Set<Agency>() on activity.AgencyId equals agency.AgencyId
            where activity.State != ActivityState.Withdrawn && activity.SearchText.Contains(folded) && !held.Contains(activity.ActivityId) && !db.Set<Directive>().Any(directive => directive.ActivityId == activity.ActivityId)
            orderby activity.StartsOn >= first && activity.StartsOn <= last descending, activity.StartsOn descending, activity.ActivityId
            select new { activity.ActivityId, activity.Title, activity.StartsOn, agency.ShortName }).Take(FoundMost).ToListAsync(cancellation);
        return
        [
            .. letters.Select(row => new Candidate("van-ban", row.DirectiveId, Directive.TitleOf(row.Kind, row.Reference, row.Excerpt), row.IssuedOn, row.ShortName)),
            .. done.Select(row => new Candidate("hoat-dong", row.ActivityId, row.Title, row.StartsOn, row.ShortName)),
        ];
    }
}
