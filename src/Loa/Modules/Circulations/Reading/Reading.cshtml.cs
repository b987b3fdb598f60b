using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Circulations.Reading;

/// <summary>
/// What one is asked to read. Opening it is noted but counts for nothing; only who opened it can say that they read it. Whoever keeps or leads one of the
/// agencies may look at it without being asked.
/// </summary>
internal sealed class ReadingModel(LoaDbContext db, CirculationDesk desk, FileStore files, Calendar calendar, CurrentUser user, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public Circulation Circulation { get; private set; } = null!;

    public string Sender { get; private set; } = "";

    /// <summary>Null for who was not asked.</summary>
    public CirculationRecipient? Mine { get; private set; }

    public Guid? PlanId => Circulation.PlanId;

    public string? FileName { get; private set; }

    public long FileLength { get; private set; }

    public bool IsPdf => FileName?.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) == true;

    public IReadOnlyList<(CirculationRemark Remark, string? By)> Remarks { get; private set; } = [];

    public bool MayFollow { get; private set; }

    /// <summary>A file that was taken back is only the sender's; a plan is in the list of plans.</summary>
    public bool MayOpen { get; private set; }

    public DateOnly Today => calendar.VietnamToday;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <param name="xem">In place where the browser can.</param>
    public async Task<IActionResult> OnGetOpenAsync(bool xem)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (!MayOpen)
        {
            return NotFound();
        }

        await desk.NoteOpenedAsync(Id, HttpContext.RequestAborted);
        if (PlanId is { } planId)
        {
            return LocalRedirect(PlanLinks.Plan(planId));
        }

        var file = await db.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.StoredFileId == Circulation.FileId, HttpContext.RequestAborted);
        return xem ? files.Show(HttpContext, file) : files.Download(HttpContext, file);
    }

    public async Task<IActionResult> OnPostAcknowledgeAsync()
    {
        if (!await LoadAsync() || Mine is null || !Circulation.IsOpen)
        {
            return NotFound();
        }

        if (Mine.OpenedAt is null)
        {
            return Refuse("", words["Hãy mở văn bản ra đọc trước khi xác nhận."]);
        }

        await desk.AcknowledgeAsync(Id, HttpContext.RequestAborted);
        TempData.Flash(Tone.Good, words["Đã ghi nhận: bạn đã đọc và nắm rõ."]);
        return LocalRedirect(CirculationLinks.Reading(Id));
    }

    public async Task<IActionResult> OnPostRemarkAsync()
    {
        if (!await LoadAsync() || Mine is null || !Circulation.IsOpen)
        {
            return NotFound();
        }

        if (Text?.Trim() is not { Length: > 0 and <= CirculationRemark.TextMaxLength } text)
        {
            return Refuse(nameof(Text), string.IsNullOrWhiteSpace(Text) ? words["Hãy ghi câu hỏi hoặc ý kiến."] : words["Nội dung quá dài."]);
        }

        await desk.RemarkAsync(Circulation, user.UserId!.Value, text, isAnswer: false, HttpContext.RequestAborted);
        TempData.Flash(Tone.Good, words["Đã gửi tới {0}.", Sender]);
        return LocalRedirect($"{CirculationLinks.Reading(Id)}#trao-doi");
    }

    private PageResult Refuse(string field, string reason)
    {
        ModelState.AddModelError(field, reason);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.Readable().AsNoTracking().FirstOrDefaultAsync(c => c.CirculationId == Id, cancellation) is not { } circulation)
        {
            return false;
        }

        Circulation = circulation;
        Mine = await desk.MineAsync(Id, cancellation);
        MayFollow = await desk.Followed().AnyAsync(c => c.CirculationId == Id, cancellation);
        MayOpen = circulation.IsOpen || circulation.PlanId is not null || await desk.Senders.ContainsAsync(circulation.AgencyId, cancellation);
        Sender = await db.Set<Agency>().Where(agency => agency.AgencyId == circulation.AgencyId).Select(agency => agency.Name).SingleAsync(cancellation);
        if (circulation.FileId is { } fileId)
        {
            var file = await db.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.StoredFileId == fileId, cancellation);
            (FileName, FileLength) = (file.FileName, file.Length);
        }

        var me = user.UserId;
        Remarks = [.. (await (
            from remark in db.Set<CirculationRemark>().AsNoTracking()
            where remark.CirculationId == Id && remark.ReaderId == me
            join person in db.Set<User>() on remark.ById equals person.Id into people
            from person in people.DefaultIfEmpty()
            orderby remark.At, remark.CirculationRemarkId
            select new { remark, By = person == null ? null : person.DisplayName }).Take(200).ToListAsync(cancellation)).Select(row => (row.remark, row.By))];
        return true;
    }
}
