using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Circulations.AgencyPart;

/// <summary>One agency's part: its share, and what its officers record of people who have no account.</summary>
internal sealed class AgencyPartModel(
    LoaDbContext db, CirculationDesk desk, CirculationSender sender, CirculationFigures figures, AgencyScope scope, Calendar calendar, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid AgencyId { get; set; }

    [BindProperty]
    public int? Number { get; set; }

    [BindProperty]
    public DateOnly? HeldOn { get; set; }

    [BindProperty]
    public DirectForm Form { get; set; } = DirectForm.Meeting;

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public Guid DirectId { get; set; }

    public Circulation Circulation { get; private set; } = null!;

    public AgencyShare Share { get; private set; } = null!;

    public IReadOnlyList<(CirculationDirect Direct, string? By)> Directs { get; private set; } = [];

    public bool MayRecord { get; private set; }

    public IEnumerable<SelectListItem> Forms => Enum.GetValues<DirectForm>().Select(form => new SelectListItem(CirculationWords.Of(words, form), form.ToString()));

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostRecordAsync()
    {
        if (!await LoadAsync() || !MayRecord)
        {
            return NotFound();
        }

        Check();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await desk.RecordDirectAsync(
            new CirculationDirect { CirculationId = Id, AgencyId = AgencyId, People = Number!.Value, HeldOn = HeldOn!.Value, Form = Form, Note = Note.OrNull() }, HttpContext.RequestAborted);
        TempData.Flash(Tone.Good, words["Đã ghi quán triệt trực tiếp cho {0} người.", Formats.Number(Number.Value)]);
        return LocalRedirect(CirculationLinks.Agency(Id, AgencyId));
    }

    public async Task<IActionResult> OnPostTakeBackAsync()
    {
        if (!await LoadAsync() || !MayRecord || !await desk.TakeBackDirectAsync(Id, AgencyId, DirectId, HttpContext.RequestAborted))
        {
            return NotFound();
        }

        TempData.Flash(Tone.Info, words["Đã bỏ lần ghi đó."]);
        return LocalRedirect(CirculationLinks.Agency(Id, AgencyId));
    }

    public async Task<IActionResult> OnPostRemindAsync()
    {
        if (!await LoadAsync() || !MayRecord)
        {
            return NotFound();
        }

        var told = await sender.RemindAsync(Circulation, AgencyId, HttpContext.RequestAborted);
        TempData.Flash(Tone.Good, told == 0 ? words["Hôm nay đã nhắc tất cả những người chưa đọc."] : words["Đã nhắc {0} người.", Formats.Number(told)]);
        return LocalRedirect(CirculationLinks.Agency(Id, AgencyId));
    }

    private void Check()
    {
        if (Number is not (> 0 and <= CirculationDirect.PeopleMost))
        {
            ModelState.AddModelError(nameof(Number), words["Hãy ghi số người, từ 1 trở lên."]);
        }

        if (HeldOn is not { } day || day > calendar.VietnamToday || day < Circulation.SentOn)
        {
            ModelState.AddModelError(nameof(HeldOn), words["Hãy nhập một ngày từ {0} đến hôm nay.", Formats.Date(Circulation.SentOn)]);
        }

        if (!Enum.IsDefined(Form))
        {
            ModelState.AddModelError(nameof(Form), words["Hãy chọn hình thức."]);
        }

        if (Note?.Length > CirculationDirect.NoteMaxLength)
        {
            ModelState.AddModelError(nameof(Note), words["Nội dung quá dài."]);
        }
    }

    private async Task<bool> LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.Followed().AsNoTracking().FirstOrDefaultAsync(c => c.CirculationId == Id, cancellation) is not { } circulation
            || !(await scope.CoversAsync(Permissions.WorkRead, AgencyId, cancellation) || await scope.CoversAsync(Permissions.PlansIssue, circulation.AgencyId, cancellation))
            || await figures.Agencies(circulation, null).FirstOrDefaultAsync(row => row.AgencyId == AgencyId, cancellation) is not { } share)
        {
            return false;
        }

        (Circulation, Share) = (circulation, share);
        MayRecord = circulation.IsOpen && await scope.CoversAsync(Permissions.WorkDo, AgencyId, cancellation);
        Directs = [.. (await (
            from direct in db.Set<CirculationDirect>().AsNoTracking()
            where direct.CirculationId == Id && direct.AgencyId == AgencyId
            join person in db.Set<User>() on direct.RecordedById equals person.Id into people
            from person in people.DefaultIfEmpty()
            orderby direct.HeldOn descending, direct.CirculationDirectId descending
            select new { direct, By = person == null ? null : person.DisplayName }).Take(100).ToListAsync(cancellation)).Select(row => (row.direct, row.By))];
        return true;
    }
}
