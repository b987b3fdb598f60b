using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Search;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Board.Rows;

/// <summary>The reports that a figure of the board counts: the same query, not only the number of its rows.</summary>
internal sealed class RowsModel(LoaDbContext db, BoardReports board, IStringLocalizer words) : PageModel
{
    private static readonly Sorting<BoardItem> Sorts = new Sorting<BoardItem>(item => item.ReportId, "co-quan")
        .By("co-quan", item => (item.Level * 1_000_000) + item.SortOrder).By("han", item => item.DueOn).By("gui", item => item.FirstSentAt);

    [BindProperty(SupportsGet = true, Name = "loai")]
    public Guid? LineId { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    /// <summary>Of one period; else of all that the board shows.</summary>
    [BindProperty(SupportsGet = true, Name = "ky")]
    public Guid? PeriodId { get; set; }

    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public Guid? AgencyId { get; set; }

    [BindProperty(SupportsGet = true, Name = "tinh-hinh")]
    public BoardFact? Fact { get; set; }

    [BindProperty(SupportsGet = true, Name = TableSort.Parameter)]
    public string? SortText { get; set; }

    [BindProperty(SupportsGet = true, Name = Platform.Ui.Paging.Parameter)]
    public int? PageNumber { get; set; }

    public TableSort Sort { get; private set; }

    public Page<BoardItem> Shown { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> Titles { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>The agency and the periods, in words.</summary>
    public string Lead { get; private set; } = "";

    public BoardFilter Filter => new(LineId, Year);

    public async Task OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Sort = TableSort.From(SortText, "co-quan", "co-quan", "han", "gui");
        var line = LineId is null ? null : (await board.LinesAsync(cancellation)).FirstOrDefault(line => line.RootId == LineId);
        var periods = PeriodId is { } one ? await board.Periods().Where(period => period.ReportingPeriodId == one).ToListAsync(cancellation) : await board.ShownAsync(line, Year, cancellation);
        Titles = periods.ToDictionary(period => period.ReportingPeriodId, period => period.Title);
        var items = BoardReports.With(board.Items([.. Titles.Keys]), Fact);
        items = AgencyId is { } agency ? items.Where(item => item.AgencyId == agency) : items;
        Shown = await Sorts.Apply(items, Sort.ToString()).ToPageAsync(PageNumber, cancellation);
        var name = await db.Set<Agency>().Where(found => found.AgencyId == AgencyId).Select(found => found.ShortName).FirstOrDefaultAsync(cancellation);
        Lead = string.Join(" · ", new[] { name, periods is [var only] ? only.Title : words["{0} kỳ gần nhất", periods.Count].Value }.Where(part => part is not null));
    }
}
