using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Cadences.Board;

/// <summary>Agencies × cadences of one plan, those with most missed periods first. Who issued the plan sees everyone; others their part of the tree.</summary>
internal sealed class BoardModel(LoaDbContext db, CadenceBoard board, AgencyScope scope, Calendar calendar, IStringLocalizer words) : PageModel
{
    private const int AtOnce = 200;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = "loc", SupportsGet = true)]
    public BoardFilter? Filter { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public Plan Plan { get; private set; } = null!;

    public IReadOnlyList<Cadence> Cadences { get; private set; } = [];

    public Page<BoardLine> Lines { get; private set; } = null!;

    public IReadOnlyDictionary<(Guid AgencyId, Guid CadenceId), BoardCell> Cells { get; private set; } = new Dictionary<(Guid, Guid), BoardCell>();

    public async Task<IActionResult> OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await ShownAsync(cancellation) is not { } shown)
        {
            return NotFound();
        }

        Lines = await board.PageAsync(shown, Filter, PageNumber, cancellation);
        Cells = await CellsAsync(shown, [.. Lines.Rows.Select(line => line.AgencyId)], cancellation);
        return Page();
    }

    /// <summary>The whole board as the person sees it: one row an agency and cadence.</summary>
    public async Task<IActionResult> OnGetExportAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await ShownAsync(cancellation) is not { } shown)
        {
            return NotFound();
        }

        SheetColumn[] columns = [new(words["Cơ quan"], 40), new(words["Định mức"], 60), new(words["Yêu cầu"], 40), new(words["Kỳ này"], 18), new(words["Số kỳ đạt"], 12), new(words["Số kỳ được yêu cầu"], 12), new(words["Số kỳ không đạt"], 12)];
        return await SheetWriter.AnswerAsync($"dinh-muc-{calendar.VietnamToday:yyyy-MM-dd}", SheetFormat.Xlsx, columns, RowsAsync(shown), cancellation);
    }

    private async IAsyncEnumerable<object?[]> RowsAsync(IQueryable<CadenceAgency> shown)
    {
        var lines = await board.Lines(shown, Filter).ToListAsync();
        var held = (await shown.Select(holder => new { holder.AgencyId, holder.CadenceId }).ToListAsync()).ToLookup(holder => holder.AgencyId, holder => holder.CadenceId);
        foreach (var some in lines.Chunk(AtOnce))
        {
            var cells = await CellsAsync(shown, [.. some.Select(line => line.AgencyId)], CancellationToken.None);
            foreach (var line in some)
            {
                foreach (var cadence in Cadences.Where(cadence => held[line.AgencyId].Contains(cadence.CadenceId)))
                {
                    var cell = cells.GetValueOrDefault((line.AgencyId, cadence.CadenceId));
                    yield return [line.Name, cadence.Text, CadenceWords.Demand(words, cadence), cell?.Now is { } now ? words[CadenceWords.Of(now)].Value : "", cell?.Met ?? 0, cell?.Demanded ?? 0, cell?.Missed ?? 0];
                }
            }
        }
    }

    private async Task<Dictionary<(Guid, Guid), BoardCell>> CellsAsync(IQueryable<CadenceAgency> shown, List<Guid> agencyIds, CancellationToken cancellation) =>
        (await board.CellsAsync(shown, agencyIds, cancellation)).ToDictionary(cell => (cell.AgencyId, cell.CadenceId));

    private async Task<IQueryable<CadenceAgency>?> ShownAsync(CancellationToken cancellation)
    {
        if (await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(plan => plan.PlanId == Id, cancellation) is not { } plan)
        {
            return null;
        }

        Plan = plan;
        Cadences = await db.Set<Cadence>().AsNoTracking().Where(cadence => cadence.PlanId == Id).OrderBy(cadence => cadence.Ordinal).ThenBy(cadence => cadence.CadenceId).ToListAsync(cancellation);
        return board.Shown(Id, await scope.CoversAsync(Permissions.PlansIssue, plan.OwnerAgencyId, cancellation));
    }
}
