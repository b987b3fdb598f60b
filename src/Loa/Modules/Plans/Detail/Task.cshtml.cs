using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Document;
using Loa.Modules.Tasks;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Detail;

/// <summary>One task with the passage it came from.</summary>
internal sealed class TaskModel(LoaDbContext db, SplitDesk splits, AgencyScope scope, Calendar calendar) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid TaskId { get; set; }

    public PlanTask Task { get; private set; } = null!;

    public Plan Plan => Task.Plan!;

    public bool MayIssue { get; private set; }

    public TaskStanding? Standing { get; private set; }

    public DateOnly Today => calendar.VietnamToday;

    public IReadOnlyList<AssignedAgency> Assigned { get; private set; } = [];

    /// <summary>Names of agencies that an open group may have meant and that were left out.</summary>
    public ILookup<Guid, string> LeftOut { get; private set; } = null!;

    /// <summary>Who does what by when, as the agencies agreed it: for whoever may issue for the owner.</summary>
    public SplitView? Split { get; private set; }

    public PlanTask? Previous { get; private set; }

    public PlanTask? Next { get; private set; }

    public SourceView Source { get; private set; } = null!;

    /// <summary>What it carries out of the plan above.</summary>
    public CarriedClause? Clause { get; private set; }

    public Passages Passages => new(PlanSpans.Read(Task.Spans).Select(span => new Passage(PlanPassages.Task(Task), "task", span)));

    public int? FirstParagraph => PlanSpans.Read(Task.Spans) is { Count: > 0 } spans ? spans.Min(s => s.Block) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var task = await db.Set<PlanTask>().AsNoTracking().Include(t => t.Plan).Include(t => t.Agencies.OrderBy(a => a.Ordinal))
            .FirstOrDefaultAsync(t => t.PlanTaskId == TaskId && t.PlanId == Id, cancellation);
        if (task is null)
            return NotFound();
        Task = task;
        MayIssue = Plan.Status == PlanStatus.Issued && await scope.CoversAsync(Permissions.PlansIssue, Plan.OwnerAgencyId, cancellation);
        Assigned = await db.Set<Assignment>().AsNoTracking().Where(a => a.PlanTaskId == TaskId)
            .Join(db.Set<Agency>(), a => a.AgencyId, agency => agency.AgencyId, (a, agency) => new { a, agency })
            .OrderBy(row => row.a.Role).ThenBy(row => row.agency.Level).ThenBy(row => row.agency.SortOrder).ThenBy(row => row.agency.AgencyId)
            .Select(row => new AssignedAgency(row.agency.Name, row.agency.Level, row.a.Role, row.a.IsRequest, row.a.TaskAgencyId, row.a.AddedOn, row.a.State == AssignmentState.Withdrawn ? row.a.Reason : null)).ToListAsync(cancellation);
        LeftOut = (await db.Set<TaskExclusion>().AsNoTracking().Where(e => db.Set<TaskAgency>().Any(a => a.TaskAgencyId == e.TaskAgencyId && a.PlanTaskId == TaskId))
            .Join(db.Set<Agency>(), e => e.AgencyId, agency => agency.AgencyId, (e, agency) => new { e.TaskAgencyId, agency.Name, agency.Level, agency.SortOrder, agency.AgencyId })
            .OrderBy(row => row.Level).ThenBy(row => row.SortOrder).ThenBy(row => row.AgencyId).ToListAsync(cancellation)).ToLookup(row => row.TaskAgencyId, row => row.Name);
        var tasks = db.Set<PlanTask>().AsNoTracking().Where(t => t.PlanId == Id);
        Previous = await tasks.Where(t => t.Ordinal < task.Ordinal).OrderByDescending(t => t.Ordinal).FirstOrDefaultAsync(cancellation);
        Next = await tasks.Where(t => t.Ordinal > task.Ordinal).OrderBy(t => t.Ordinal).FirstOrDefaultAsync(cancellation);
        Split = await scope.CoversAsync(Permissions.PlansIssue, Plan.OwnerAgencyId, cancellation) ? await splits.ViewAsync(TaskId, cancellation) : null;
        Clause = await db.ClauseAsync(task.ParentTaskId, cancellation);
        Standing = (await TaskStanding.OfAsync(db, Id, Today, cancellation)).GetValueOrDefault(TaskId);
        Source = await PlanDetail.SourceAsync(db, Plan, cancellation);
        return Page();
    }
}

internal sealed record AssignedAgency(string Name, AgencyLevel Level, AssignmentRole Role, bool IsRequest, Guid TaskAgencyId, DateOnly? AddedOn, string? WithdrawnBecause);
