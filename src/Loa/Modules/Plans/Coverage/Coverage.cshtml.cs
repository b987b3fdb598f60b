using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Reading;
using Loa.Modules.Plans.Issue;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Sheets;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Coverage;

/// <summary>Who must issue a plan of their own for this one, who has, when and in which way, and what of it those plans take up.</summary>
internal sealed partial class CoverageModel(LoaDbContext db, PlanCoverage coverage, UptakeDesk desk, UptakeReminders reminders, AgencyOptions options, Calendar calendar, CurrentUser user, IStringLocalizer words) : PageModel
{
    public const string ByTask = "nhiem-vu";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "tt")]
    public UptakeState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "nhom")]
    public UptakeGroup? Group { get; set; }

    [BindProperty(SupportsGet = true, Name = "cach")]
    public UptakeWay? Way { get; set; }

    /// <summary>Only those that have this clause and did not take it up.</summary>
    [BindProperty(SupportsGet = true, Name = "thieu")]
    public Guid? WithoutTask { get; set; }

    [BindProperty(SupportsGet = true, Name = "the")]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true, Name = TableSort.Parameter)]
    public string? SortText { get; set; }

    [BindProperty(SupportsGet = true, Name = Platform.Ui.Paging.Parameter)]
    public int? PageNumber { get; set; }

    [BindProperty]
    public DateOnly? AskDueOn { get; set; }

    [BindProperty]
    public DateOnly? AddDueOn { get; set; }

    [BindProperty]
    public DateOnly? AllDueOn { get; set; }

    public Plan Plan { get; private set; } = null!;

    public bool MayIssue { get; private set; }

    public CoverageFigures Figures { get; private set; } = null!;

    public TableSort Sort { get; private set; }

    public Page<UptakeLine> Lines { get; private set; } = null!;

    public ILookup<Guid, HeldClause> Clauses { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, PlanUptakeReminder> Reminded { get; private set; } = null!;

    public IReadOnlyList<ClauseShare> Tasks { get; private set; } = [];

    public IReadOnlyList<SentReminder> Sent { get; private set; } = [];

    public Clause? MissingClause { get; private set; }

    /// <summary>Where nobody was asked yet: what the plan's own text says of it.</summary>
    public UnitPlanDemand? Demand { get; private set; }

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    public DateOnly Today => calendar.VietnamToday;

    public bool ShowsTasks => Tab == ByTask;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Query) || State is not null || Group is not null || Way is not null || WithoutTask is not null;

    /// <summary>The agency of the person's seat, when it has work in the plan: it may declare its yearly work plan.</summary>
    public Guid? MayDeclareFor { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        await LoadAsync();
        return Page();
    }

    /// <param name="dang">"csv", else a workbook.</param>
    public async Task<IActionResult> OnGetExportAsync(string? dang) =>
        await FindAsync() ? await new CoverageSheet(coverage, reminders, words).AnswerAsync(Plan, Ordered(), SheetFormats.Named(dang), Today, HttpContext.RequestAborted) : NotFound();

    private async Task<bool> FindAsync()
    {
        var plan = await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.PlanId == Id, HttpContext.RequestAborted);
        if (plan is not null)
        {
            Plan = plan;
            MayIssue = await coverage.MayIssueAsync(plan, HttpContext.RequestAborted);
        }

        return plan is not null;
    }

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Figures = await coverage.FiguresAsync(Id, MayIssue, cancellation);
        Sort = CoverageFilter.SortOf(SortText);
        Lines = await Ordered().ToPageAsync(PageNumber, cancellation);
        var ids = Lines.Rows.Select(line => line.AgencyId).ToList();
        Clauses = await coverage.ClausesAsync(Id, ids, cancellation);
        Reminded = await reminders.LastAsync(Id, ids, cancellation);
        Tasks = ShowsTasks ? await coverage.ByTaskAsync(Id, MayIssue, cancellation) : [];
        MissingClause = WithoutTask is { } taskId ? await db.Set<PlanTask>().Where(task => task.PlanTaskId == taskId && task.PlanId == Id).Select(task => new Clause(task.PlanTaskId, task.Ordinal, task.Number, task.Content)).FirstOrDefaultAsync(cancellation) : null;
        MayDeclareFor = Plan.Status == PlanStatus.Issued && user.AgencyId is { } seat && user.Has(Permissions.PlansEdit) && seat != Plan.OwnerAgencyId && await coverage.Given(Id).AnyAsync(a => a.HolderAgencyId == seat, cancellation)
            && !await db.Set<PlanUptake>().AnyAsync(row => row.PlanId == Id && row.AgencyId == seat && row.UnitPlanId != null, cancellation) ? seat : null;
        if (!MayIssue)
        {
            return;
        }

        Sent = await reminders.SentAsync(Id, cancellation);
        Agencies = await options.WithinAsync(user.Scope(Permissions.PlansIssue), cancellation);
        if (Figures.IsEmpty)
        {
            Demand = await DemandAsync(cancellation);
        }
    }

    private async Task<UnitPlanDemand?> DemandAsync(CancellationToken cancellation)
    {
        var plan = await db.Set<Plan>().AsNoTracking().AsSplitQuery().Include(p => p.Tasks).ThenInclude(task => task.Agencies).Include(p => p.Responsibilities).ThenInclude(r => r.Duties).SingleAsync(p => p.PlanId == Id, cancellation);
        var json = await db.Set<ImportReading>().AsNoTracking().Where(reading => reading.PlanImportId == plan.PlanImportId).Select(reading => reading.Json).FirstOrDefaultAsync(cancellation);
        return json is null ? null : UptakeRows.DemandOf(plan, StoredReading.Parse(json));
    }

    private IQueryable<UptakeLine> Ordered() => new CoverageFilter(Query, State, Group, Way, WithoutTask).Ordered(coverage, Id, MayIssue, SortText);

    private Task<IActionResult> RefuseAsync(string field, string message)
    {
        ModelState.AddModelError(field, message);
        return AgainAsync();
    }

    private Task<IActionResult> AgainAsync() => this.AgainAsync(db, LoadAsync);

    /// <summary>"75%", of what is counted beside it.</summary>
    public static string Share(int part, int whole) => Formats.Percent(part, whole);
}
