using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Sheets;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Tasks.Board;

internal sealed record BoardTask(Guid PlanTaskId, int Ordinal, string? Number, string Content, int Done, int Late, int Given);

internal sealed record BoardCell(Guid AssignmentId, Guid PlanTaskId, Guid HolderAgencyId, AssignmentRole Role, AssignmentState State, bool IsRequest, DateOnly? DueOn)
{
    public WorkBucket BucketOn(DateOnly today) => WorkBuckets.Of(State, IsRequest, DueOn, today);
}

/// <summary>A message that was sent from the board.</summary>
internal sealed record SentNudge(Guid NudgeId, DateTime At, string? By, string Title, string Text, int AgencyCount, IReadOnlyList<string> Agencies);

internal sealed record BoardAgency(Guid AgencyId, string Name, int Late, int Done, int Given);

/// <summary>
/// Tasks × agencies of one plan. Who may issue for the body whose plan it is sees everyone; others see the agencies in their own part of the tree.
/// Agencies that are late come first; who only follows a task is not on it.
/// </summary>
internal sealed class BoardModel(LoaDbContext db, CurrentUser user, AgencyScope scope, Calendar calendar, IStringLocalizer words) : PageModel
{
    /// <summary>Of the messages sent, the newest.</summary>
    private const int SentMost = 10;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = "tre", SupportsGet = true)]
    public bool OnlyLate { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public Plan Plan { get; private set; } = null!;

    public IReadOnlyList<BoardTask> Tasks { get; private set; } = [];

    public Page<BoardAgency> Agencies { get; private set; } = null!;

    public ILookup<(Guid AgencyId, Guid TaskId), BoardCell> Cells { get; private set; } = null!;

    /// <summary>May write to the agencies: who may issue for the body whose plan it is.</summary>
    public bool MayNudge { get; private set; }

    public IReadOnlyList<SentNudge> Sent { get; private set; } = [];

    public DateOnly Today => calendar.VietnamToday;

    public async Task<IActionResult> OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var plan = await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.PlanId == Id, cancellation);
        if (plan is null)
        {
            return NotFound();
        }

        Plan = plan;
        var mayIssue = await scope.CoversAsync(Permissions.PlansIssue, plan.OwnerAgencyId, cancellation);
        var shown = Shown(plan, mayIssue);
        var counts = await BoardCounts.ReadAsync(db, shown, Today, OnlyLate, PageNumber, cancellation);
        Agencies = counts.Agencies;
        Tasks = await TasksAsync(counts.Tasks, cancellation);
        var ids = Agencies.Rows.Select(agency => agency.AgencyId).ToList();
        Cells = (await shown.Where(a => ids.Contains(a.HolderAgencyId))
            .Select(a => new BoardCell(a.AssignmentId, a.PlanTaskId, a.HolderAgencyId, a.Role, a.State, a.IsRequest, a.DueOn)).ToListAsync(cancellation))
            .ToLookup(cell => (cell.HolderAgencyId, cell.PlanTaskId));
        MayNudge = mayIssue && plan.Status == PlanStatus.Issued;
        Sent = mayIssue ? await SentAsync(plan, cancellation) : [];
        return Page();
    }

    /// <summary>The whole board, as far as the person sees it, not only the page at hand.</summary>
    public async Task<IActionResult> OnGetExportAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.PlanId == Id, cancellation) is not { } plan)
        {
            return NotFound();
        }

        var (shown, today) = (Shown(plan, await scope.CoversAsync(Permissions.PlansIssue, plan.OwnerAgencyId, cancellation)), Today);
        if (OnlyLate)
        {
            var late = shown.Where(a => a.State == AssignmentState.Open && !a.IsRequest && a.DueOn < today).Select(a => a.HolderAgencyId);
            shown = shown.Where(a => late.Contains(a.HolderAgencyId));
        }

        var counts = await BoardCounts.ReadAsync(db, shown, today, onlyLate: false, 1, cancellation);
        var export = new BoardExport(db, shown, await TasksAsync(counts.Tasks, cancellation), today, words);
        return await SheetWriter.AnswerAsync($"bang-theo-doi-{today:yyyy-MM-dd}", export.Sheets, cancellation);
    }

    /// <summary>To whoever may issue for the body whose plan it is; the agencies read theirs among their notifications.</summary>
    private async Task<IReadOnlyList<SentNudge>> SentAsync(Plan plan, CancellationToken cancellation)
    {
        var nudges = await db.Set<Nudge>().AsNoTracking().Where(nudge => nudge.PlanId == plan.PlanId).OrderByDescending(nudge => nudge.At).ThenBy(nudge => nudge.NudgeId).Take(SentMost)
            .Select(nudge => new { Nudge = nudge, By = db.Set<User>().Where(person => person.Id == nudge.ById).Select(person => person.DisplayName).FirstOrDefault() }).ToListAsync(cancellation);
        if (nudges.Count == 0)
        {
            return [];
        }

        var ids = nudges.ConvertAll(row => row.Nudge.NudgeId);
        var told = (await db.Set<NudgeAgency>().Where(one => ids.Contains(one.NudgeId)).Join(db.Set<Agency>(), one => one.AgencyId, agency => agency.AgencyId, (one, agency) => new { one.NudgeId, agency.ShortName, agency.Level, agency.SortOrder })
            .OrderBy(row => row.Level).ThenBy(row => row.SortOrder).ToListAsync(cancellation)).ToLookup(row => row.NudgeId, row => row.ShortName);
        return nudges.ConvertAll(row => new SentNudge(row.Nudge.NudgeId, row.Nudge.At, row.By, row.Nudge.Title, row.Nudge.Text, row.Nudge.AgencyCount, [.. told[row.Nudge.NudgeId]]));
    }

    private IQueryable<Assignment> Shown(Plan plan, bool mayIssue)
    {
        var all = db.Set<Assignment>().AsNoTracking().Where(a => a.PlanId == plan.PlanId && a.State != AssignmentState.Withdrawn && a.Role != AssignmentRole.Monitoring);
        if (mayIssue)
        {
            return all;
        }

        var within = db.Set<Agency>().Within(user.Scope(Permissions.WorkRead), agency => agency.Path).Select(agency => agency.AgencyId);
        return all.Where(a => within.Contains(a.HolderAgencyId));
    }

    /// <summary>Those that anyone shown has, in the order of the plan.</summary>
    private async Task<IReadOnlyList<BoardTask>> TasksAsync(IReadOnlyDictionary<Guid, BoardCount> counts, CancellationToken cancellation)
    {
        var tasks = await db.Set<PlanTask>().AsNoTracking().Where(task => task.PlanId == Id).OrderBy(task => task.Ordinal)
            .Select(task => new { task.PlanTaskId, task.Ordinal, task.Number, task.Content }).ToListAsync(cancellation);
        return [.. tasks.Where(task => counts.ContainsKey(task.PlanTaskId)).Select(task => new BoardTask(task.PlanTaskId, task.Ordinal, task.Number, task.Content, counts[task.PlanTaskId].Done, counts[task.PlanTaskId].Late, counts[task.PlanTaskId].Given))];
    }
}
