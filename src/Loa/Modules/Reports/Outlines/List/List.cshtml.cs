using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Search;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Outlines.List;

/// <param name="Periods">How many periods were opened from it.</param>
internal sealed record OutlineRow(Guid OutlineId, string Title, string Owner, string? PartOf, OutlineState State, int Version, int Sections, int Figures, int Periods, DateTime ChangedAt);

/// <summary>The outlines of one's bodies, without those that a later version replaced unless one asks for them.</summary>
internal sealed class ListModel(LoaDbContext db, OutlineDesk desk, IStringLocalizer words) : PageModel
{
    private const string Everything = "tat-ca";

    private static readonly Sorting<ReportOutline> Sorts = new Sorting<ReportOutline>(outline => outline.ReportOutlineId, "-sua").By("sua", outline => outline.ChangedAt).By("ten", outline => outline.Title);

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public string? StateText { get; set; }

    [BindProperty(SupportsGet = true, Name = TableSort.Parameter)]
    public string? SortText { get; set; }

    [BindProperty(SupportsGet = true, Name = Paging.Parameter)]
    public int? PageNumber { get; set; }

    public TableSort Sort { get; private set; }

    public Page<OutlineRow> Rows { get; private set; } = null!;

    public bool IsFiltered => !string.IsNullOrEmpty(StateText);

    public IEnumerable<SelectListItem> States =>
    [
        new(words["Đang soạn và đang dùng"], ""),
        .. Enum.GetValues<OutlineState>().Select(state => new SelectListItem(words[ReportWords.Of(state)], state.ToString())),
        new(words["Mọi bản"], Everything),
    ];

    public async Task OnGetAsync()
    {
        Sort = TableSort.From(SortText, "-sua", "sua", "ten");
        var outlines = desk.Editable.AsNoTracking();
        outlines = Enum.TryParse<OutlineState>(StateText, out var state) && Enum.IsDefined(state) ? outlines.Where(outline => outline.State == state)
            : StateText == Everything ? outlines : outlines.Where(outline => outline.State != OutlineState.Replaced);
        Rows = await Sorts.Apply(outlines, Sort.ToString())
            .Select(outline => new OutlineRow(
                outline.ReportOutlineId, outline.Title, db.Set<Agency>().First(agency => agency.AgencyId == outline.OwnerAgencyId).ShortName, outline.PartOf, outline.State, outline.Version,
                outline.Sections.Count, outline.Figures.Count, db.Set<ReportingPeriod>().Count(period => period.ReportOutlineId == outline.ReportOutlineId), outline.ChangedAt))
            .ToPageAsync(PageNumber, HttpContext.RequestAborted);
    }
}
