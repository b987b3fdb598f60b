using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Sheets;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Board;

/// <summary>Agencies × periods: who has sent, in time or late, and what was accepted; as far as the person sees reports.</summary>
internal sealed class BoardModel(LoaDbContext db, BoardReports board, ReportScope scope, RemindDesk reminding, Platform.Calendar calendar, IStringLocalizer words) : PageModel
{
    private static readonly Sorting<BoardLine> Sorts = new Sorting<BoardLine>(line => line.AgencyId, "-dung-han")
        .By("dung-han", line => line.Rate).By("co-quan", line => (line.Level * 1_000_000) + line.SortOrder).By("thieu", line => line.Missing).By("tiep-nhan", line => line.Accepted);

    /// <summary>The first version of an outline; its later ones belong to it.</summary>
    [BindProperty(SupportsGet = true, Name = "loai")]
    public Guid? LineId { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    /// <summary>Only agencies that have such a report in the periods shown.</summary>
    [BindProperty(SupportsGet = true, Name = "co")]
    public BoardFact? Having { get; set; }

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = TableSort.Parameter)]
    public string? SortText { get; set; }

    [BindProperty(SupportsGet = true, Name = Platform.Ui.Paging.Parameter)]
    public int? PageNumber { get; set; }

    public TableSort Sort { get; private set; }

    public IReadOnlyList<ReportingPeriod> Periods { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyDictionary<Guid, PeriodCount> Counts { get; private set; } = new Dictionary<Guid, PeriodCount>();

    public Page<BoardLine> Lines { get; private set; } = null!;

    public BoardRanking Ranking { get; private set; } = null!;

    public IReadOnlyDictionary<(Guid AgencyId, Guid PeriodId), BoardItem> Cells { get; private set; } = new Dictionary<(Guid, Guid), BoardItem>();

    /// <summary>Periods that the person runs: those who are missing can be reminded.</summary>
    public IReadOnlySet<Guid> Run { get; private set; } = new HashSet<Guid>();

    public IEnumerable<SelectListItem> OutlineLines { get; private set; } = [];

    public IEnumerable<SelectListItem> Years { get; private set; } = [];

    public IEnumerable<SelectListItem> Facts => new[] { BoardFact.Missing, BoardFact.Late, BoardFact.OnTime, BoardFact.Ahead }.Select(fact => new SelectListItem(words[BoardWords.Of(fact)], fact.ToString())).Prepend(new SelectListItem(words["Mọi cơ quan"], ""));

    public BoardFilter Filter => new(LineId, Year);

    public DateOnly Today => calendar.VietnamToday;

    public bool IsFiltered => LineId is not null || Year is not null || Having is not null || !string.IsNullOrWhiteSpace(Query);

    /// <summary>The person's choices as they stand in the address of the export.</summary>
    public string ExportHref => ReportLinks.Board + Filter.Query(("co", Having), ("tim", string.IsNullOrWhiteSpace(Query) ? null : Query), ("handler", "Export"));

    public IReadOnlyList<string> Series => [words["Gửi đúng hạn, %"], words["Đã tiếp nhận, %"]];

    /// <summary>A period in which somebody still has time is yet to come: its share is not said.</summary>
    public IReadOnlyList<ChartGroup> Trend => [.. Periods.Select(period => Counts.TryGetValue(period.ReportingPeriodId, out var count)
        ? new ChartGroup(Names[period.ReportingPeriodId], [Share(period, count, count.OnTime, BoardFact.OnTime), Share(period, count, count.Accepted, BoardFact.Accepted)])
        : new ChartGroup(Names[period.ReportingPeriodId], [new ChartValue(0, null, true), new ChartValue(0, null, true)]))];

    public async Task OnGetAsync() => await LoadAsync();

    /// <summary>Reminds everyone who has not sent a report of one period.</summary>
    public async Task<IActionResult> OnPostRemindAsync(Guid ky)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await scope.Run.FirstOrDefaultAsync(period => period.ReportingPeriodId == ky, cancellation) is not { } period)
        {
            return NotFound();
        }

        var done = await reminding.RemindAsync(period, cancellation);
        if (await this.TrySaveAsync(db, words["Người khác vừa sửa kỳ này; hãy xem lại."]))
        {
            TempData.Flash(RemindSaid.Tone(done), RemindSaid.Of(words, done));
            return LocalRedirect(ReportLinks.Board + Filter.Query());
        }

        return await this.AgainAsync(db, LoadAsync);
    }

    /// <summary>All agencies that the board shows, a row each report.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? dang)
    {
        var cancellation = HttpContext.RequestAborted;
        await LoadPeriodsAsync(cancellation);
        var items = board.Items(PeriodIds);
        var kept = Narrowed(board.PerAgency(items)).Select(line => line.AgencyId);
        SheetColumn[] columns = [new(words["Cơ quan"], 44), new(words["Kỳ báo cáo"], 40), new(words["Hạn gửi"], 12), new(words["Gửi lần đầu ngày"], 14), new(words["Tình hình gửi"], 22), new(words["Trạng thái"], 18)];
        return await SheetWriter.AnswerAsync($"theo-doi-bao-cao-{Today:yyyy-MM-dd}", SheetFormats.Named(dang), columns, RowsAsync(items.Where(item => kept.Contains(item.AgencyId))), cancellation);
    }

    private async IAsyncEnumerable<object?[]> RowsAsync(IQueryable<BoardItem> items)
    {
        var titles = Periods.ToDictionary(period => period.ReportingPeriodId, period => period.Title);
        await foreach (var item in items.OrderBy(item => item.Level).ThenBy(item => item.SortOrder).ThenBy(item => item.AgencyId).ThenBy(item => item.DueOn).ThenBy(item => item.ReportId).AsAsyncEnumerable())
        {
            yield return [item.AgencyName, titles[item.PeriodId], item.DueOn, item.FirstSentAt is { } sent ? Platform.Calendar.DayOf(sent) : null, words[BoardWords.Of(item.Sending)].Value, words[ReportWords.Of(item.State)].Value];
        }
    }

    private List<Guid> PeriodIds => [.. Periods.Select(period => period.ReportingPeriodId)];

    private ChartValue Share(ReportingPeriod period, PeriodCount count, int part, BoardFact fact) =>
        new((long)Formats.PercentOf(part, count.Expected), Filter.Rows(period.ReportingPeriodId, null, fact), count.Ahead > 0);

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        await LoadPeriodsAsync(cancellation);
        Sort = TableSort.From(SortText, "-dung-han", "dung-han", "co-quan", "thieu", "tiep-nhan");
        var items = board.Items(PeriodIds);
        Counts = await BoardReports.PerPeriodAsync(items, cancellation);
        var lines = board.PerAgency(items);
        Ranking = await BoardRanking.ReadAsync(lines, cancellation);
        Lines = await Sorts.Apply(Narrowed(lines), Sort.ToString()).ToPageAsync(PageNumber, cancellation);
        var shown = Lines.Rows.Select(line => line.AgencyId).ToList();
        Cells = await items.Where(item => shown.Contains(item.AgencyId)).ToDictionaryAsync(item => (item.AgencyId, item.PeriodId), cancellation);
        var ids = PeriodIds;
        Run = (await scope.Run.Where(period => ids.Contains(period.ReportingPeriodId) && period.State == PeriodState.Open).Select(period => period.ReportingPeriodId).ToListAsync(cancellation)).ToHashSet();
        var years = await board.Periods().Select(period => period.Year).Distinct().OrderDescending().ToListAsync(cancellation);
        Years = years.Select(year => new SelectListItem($"{year}", $"{year}")).Prepend(new SelectListItem(words["Mọi năm"], ""));
    }

    private async Task LoadPeriodsAsync(CancellationToken cancellation)
    {
        var known = await board.LinesAsync(cancellation);
        var line = known.FirstOrDefault(line => line.RootId == LineId);
        LineId = line?.RootId;
        OutlineLines = known.Select(each => new SelectListItem(each.Title, each.RootId.ToString())).Prepend(new SelectListItem(words["Mọi loại báo cáo"], ""));
        Periods = await board.ShownAsync(line, Year, cancellation);
        Names = BoardWords.Names(Periods, words);
    }

    private IQueryable<BoardLine> Narrowed(IQueryable<BoardLine> lines)
    {
        lines = Having switch
        {
            BoardFact.Missing => lines.Where(line => line.Missing > 0),
            BoardFact.Late => lines.Where(line => line.Late > 0),
            BoardFact.OnTime => lines.Where(line => line.OnTime > 0),
            BoardFact.Ahead => lines.Where(line => line.Ahead > 0),
            _ => lines,
        };
        return board.Named(lines, Query);
    }
}
