using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Platform.Figures;
using Loa.Platform.Search;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Figure;

internal sealed record BelowFigure(Guid ReportId, string AgencyName, ReportState State, long? Value, long? Of);

/// <summary>Where one figure of a report comes from: its formula, the reports below, and each row of the data that it counts.</summary>
internal sealed class FigureModel(LoaDbContext db, ReportScope scope, ReportDesk desk, ReportPrefiller prefiller, IStringLocalizer words) : PageModel
{
    /// <summary>The rows have pages of their own beside those of the reports below.</summary>
    public const string RowsParameter = "dong";
    private const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid FigureId { get; set; }

    [BindProperty(SupportsGet = true, Name = Paging.Parameter)]
    public int? PageNumber { get; set; }

    [BindProperty(SupportsGet = true, Name = RowsParameter)]
    public int RowsPage { get; set; } = 1;

    public OpenReport Open { get; private set; } = null!;

    public OutlineFigure Definition { get; private set; } = null!;

    public ReportFigure Row => Open.Sheet[FigureId];

    public string Formula { get; private set; } = "";

    public string? GivenBy { get; private set; }

    public bool IsFromData { get; private set; }

    public IReadOnlyList<FigureRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public Page<BelowFigure>? Below { get; private set; }

    public string RowsAddress(int page) => QueryLink.With(Request, RowsParameter, page == 1 ? null : $"{page}");

    public async Task<IActionResult> OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await scope.FindAsync(Id, cancellation) is not { } report)
        {
            return NotFound();
        }

        Open = await desk.OpenAsync(report, cancellation);
        if (Open.Sheet.Definition(FigureId) is not { } definition)
        {
            return NotFound();
        }

        (Definition, RowsPage) = (definition, Math.Clamp(RowsPage, 1, 100_000));
        var source = prefiller.Find(definition.Source);
        Formula = ReportWords.Formula(words, definition, source, Open.Sheet.Definition);
        GivenBy = Row.GivenById is { } by ? await db.Set<User>().Where(user => user.Id == by).Select(user => user.DisplayName).FirstOrDefaultAsync(cancellation) : null;
        if (await db.Set<Report>().AnyAsync(below => below.ParentReportId == Id, cancellation))
        {
            Below = await (
                from below in db.Set<Report>().AsNoTracking()
                where below.ParentReportId == Id
                join figure in db.Set<ReportFigure>().Where(figure => figure.FigureId == FigureId) on below.ReportId equals figure.ReportId into figures
                from figure in figures.DefaultIfEmpty()
                orderby below.Level, below.SortOrder, below.ReportId
                select new BelowFigure(below.ReportId, below.AgencyName, below.State, figure == null ? null : figure.Value, figure == null ? null : figure.Of)).ToPageAsync(PageNumber, cancellation);
        }

        if (definition.Origin == FigureOrigin.Data && source is not null)
        {
            await LoadRowsAsync(source, cancellation);
        }

        return Page();
    }

    private async Task LoadRowsAsync(IFigure source, CancellationToken cancellation)
    {
        IsFromData = true;
        var ask = await prefiller.OwnAsync(Open, cancellation);
        var (rows, skip) = (new List<FigureRow>(), (RowsPage - 1) * Size);
        await foreach (var row in source.RowsAsync(ReportPrefiller.Ask(Definition, ask), cancellation))
        {
            if (skip > 0)
            {
                skip--;
                continue;
            }

            if (rows.Count == Size)
            {
                HasMore = true;
                break;
            }

            rows.Add(row);
        }

        Rows = rows;
        var ids = rows.Select(row => row.AgencyId).Distinct().ToList();
        Names = await db.Set<Agency>().Where(agency => ids.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.ShortName, cancellation);
    }
}
