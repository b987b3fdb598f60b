using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Circulations.People;

internal sealed record PersonRow(Guid UserId, string Name, string Agency, DateTime? OpenedAt, DateTime? AcknowledgedAt, DateOnly? RemindedOn);

/// <summary>The people behind the share, one by one: who has not read it comes first.</summary>
internal sealed class PeopleModel(LoaDbContext db, CirculationDesk desk, CirculationFigures figures, AgencyScope scope, Calendar calendar, IStringLocalizer words) : PageModel
{
    private const string Unread = "chua-doc";
    private const string Read = "da-doc";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = "trang-thai", SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(Name = "co-quan", SupportsGet = true)]
    public Guid? AgencyId { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public Circulation Circulation { get; private set; } = null!;

    public Page<PersonRow> Rows { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    public IEnumerable<SelectListItem> States => [new(words["Mọi trạng thái"], ""), new(words["Chưa đọc"], Unread), new(words["Đã đọc"], Read)];

    private bool MayManage { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var cancellation = HttpContext.RequestAborted;
        Rows = await People().ToPageAsync(PageNumber, cancellation);
        var agencies = await Visible().Join(db.Set<Agency>(), a => a.AgencyId, agency => agency.AgencyId, (a, agency) => agency).OrderBy(agency => VietnameseOrder.Of(agency.Name)).ThenBy(agency => agency.AgencyId).Take(1000)
            .Select(agency => new { agency.AgencyId, agency.Name }).ToListAsync(cancellation);
        Agencies = [new SelectListItem(words["Mọi cơ quan"], ""), .. agencies.Select(agency => new SelectListItem(agency.Name, agency.AgencyId.ToString()))];
        return Page();
    }

    /// <param name="dang">"csv", else a workbook.</param>
    public async Task<IActionResult> OnGetExportAsync(string? dang)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        SheetColumn[] columns = [new(words["Cơ quan"], 50), new(words["Họ và tên"], 30), new(words["Trạng thái"], 22), new(words["Mở lần đầu"], 18), new(words["Xác nhận lúc"], 18), new(words["Nhắc gần nhất"], 14)];
        var rows = People().AsAsyncEnumerable().Select(row => new object?[]
        {
            row.Agency, row.Name, row.AcknowledgedAt is not null ? words["Đã đọc"].Value : row.OpenedAt is not null ? words["Đã mở, chưa xác nhận"].Value : words["Chưa mở"].Value,
            row.OpenedAt is { } opened ? Formats.Time(opened) : null, row.AcknowledgedAt is { } at ? Formats.Time(at) : null, row.RemindedOn,
        });
        return await SheetWriter.AnswerAsync($"quan-triet-nguoi-doc-{calendar.VietnamToday:yyyy-MM-dd}", SheetFormats.Named(dang), columns, rows, HttpContext.RequestAborted);
    }

    private IQueryable<PersonRow> People()
    {
        var visible = Visible();
        var counted = figures.Counted().Where(r => r.CirculationId == Id && visible.Any(a => a.AgencyId == r.AgencyId));
        if (AgencyId is { } agencyId)
            counted = counted.Where(r => r.AgencyId == agencyId);
        if (State == Unread)
            counted = counted.Where(r => r.AcknowledgedAt == null);
        else if (State == Read)
            counted = counted.Where(r => r.AcknowledgedAt != null);
        return from recipient in counted
               join person in db.Set<User>() on recipient.UserId equals person.Id
               join agency in db.Set<Agency>() on recipient.AgencyId equals agency.AgencyId
               orderby recipient.AcknowledgedAt != null, agency.Level, agency.SortOrder, agency.AgencyId, VietnameseOrder.Of(person.DisplayName), person.Id
               select new PersonRow(person.Id, person.DisplayName, agency.Name, recipient.OpenedAt, recipient.AcknowledgedAt, recipient.RemindedOn);
    }

    /// <summary>All agencies for the sender, those in one's scope for others.</summary>
    private IQueryable<CirculationAgency> Visible()
    {
        var chosen = db.Set<CirculationAgency>().AsNoTracking().Where(a => a.CirculationId == Id);
        var readers = desk.Readers;
        return MayManage ? chosen : chosen.Where(a => readers.Contains(a.AgencyId));
    }

    private async Task<bool> LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.Followed().AsNoTracking().FirstOrDefaultAsync(c => c.CirculationId == Id, cancellation) is not { } circulation)
        {
            return false;
        }

        Circulation = circulation;
        MayManage = await scope.CoversAsync(Permissions.PlansIssue, circulation.AgencyId, cancellation);
        return true;
    }
}
