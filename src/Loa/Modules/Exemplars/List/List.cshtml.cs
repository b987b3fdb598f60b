using Loa.Data;
using Loa.Documents.Vietnamese;
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

namespace Loa.Modules.Exemplars.List;

internal sealed record ExemplarRow(Guid ExemplarId, ExemplarKind Kind, string Title, string Agency, DateTime NominatedAt, ExemplarState State, bool IsRemedied, bool IsPublic, int Uses);

/// <summary>What waits for review first, then the latest.</summary>
internal sealed class ListModel(LoaDbContext db, ExemplarDesk desk, CurrentUser user, Calendar calendar, IStringLocalizer words) : PageModel
{
    private const int ExportMost = 100_000;

    [BindProperty(Name = "tim", SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty(Name = "loai", SupportsGet = true)]
    public ExemplarKind? Kind { get; set; }

    [BindProperty(Name = "trang-thai", SupportsGet = true)]
    public ExemplarState? State { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public Page<ExemplarRow> Rows { get; private set; } = null!;

    public bool MayNominate => user.Has(Permissions.ActivitiesLog);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Query) || Kind is not null || State is not null;

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<ExemplarKind>().Select(kind => new SelectListItem(words[ExemplarWords.Of(kind)], kind.ToString())).Prepend(new SelectListItem(words["Mọi loại"], ""));

    public IEnumerable<SelectListItem> States => Enum.GetValues<ExemplarState>().Select(state => new SelectListItem(words[ExemplarWords.Of(state)], state.ToString())).Prepend(new SelectListItem(words["Mọi trạng thái"], ""));

    public async Task OnGetAsync() => Rows = await Filtered().ToPageAsync(PageNumber, HttpContext.RequestAborted);

    /// <param name="dang">"csv", else a workbook.</param>
    public Task<IActionResult> OnGetExportAsync(string? dang)
    {
        SheetColumn[] columns = [new(words["Loại"]), new(words["Tên"], 70), new(words["Cơ quan"], 40), new(words["Ngày giới thiệu"], 14), new(words["Trạng thái"], 20), new(words["Số nơi áp dụng"], 12)];
        var rows = Filtered().Take(ExportMost).AsAsyncEnumerable().Select(row => new object?[]
        {
            words[ExemplarWords.Of(row.Kind)].Value, row.Title, row.Agency, DateOnly.FromDateTime(Calendar.ToVietnam(row.NominatedAt)), words[ExemplarWords.Of(row.Kind, row.State, row.IsRemedied)].Value, row.Uses,
        });
        return SheetWriter.AnswerAsync($"dien-hinh-{calendar.VietnamToday:yyyy-MM-dd}", SheetFormats.Named(dang), columns, rows, HttpContext.RequestAborted);
    }

    private IQueryable<ExemplarRow> Filtered()
    {
        var exemplars = desk.Visible().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Query))
        {
            var folded = Folding.Fold(Query);
            exemplars = exemplars.Where(exemplar => exemplar.SearchText.Contains(folded));
        }

        if (Kind is { } kind)
            exemplars = exemplars.Where(exemplar => exemplar.Kind == kind);
        exemplars = State is { } state ? exemplars.Where(exemplar => exemplar.State == state) : exemplars.Where(exemplar => exemplar.State != ExemplarState.Withdrawn);
        return from exemplar in exemplars
               join agency in db.Set<Agency>() on exemplar.AgencyId equals agency.AgencyId
               orderby exemplar.State == ExemplarState.Nominated descending, exemplar.NominatedAt descending, exemplar.ExemplarId
               select new ExemplarRow(exemplar.ExemplarId, exemplar.Kind, exemplar.Title, agency.ShortName, exemplar.NominatedAt, exemplar.State, exemplar.RemediedOn != null, exemplar.PublishedAt != null,
                   db.Set<ExemplarUse>().Count(use => use.ExemplarId == exemplar.ExemplarId));
    }
}
