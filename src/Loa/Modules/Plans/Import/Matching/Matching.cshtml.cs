using Loa.Data;
using Loa.Modules.Plans.Coverage;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Import.Matching;

/// <summary>Which plan the received one carries out, and which task of it carries out which clause. One plain form: every choice is a select.</summary>
internal sealed class MatchingModel(LoaDbContext db, PlanImports imports, DraftStore drafts, ParentPlans parents, PlanCoverage coverage, IStringLocalizer words) : PageModel
{
    /// <summary>The value of a select that says "no clause of that plan".</summary>
    public const string Alone = "-";

    public const string ChoicePrefix = "p-";

    private const string ShownPrefix = "was-";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "doi")]
    public bool ChangesParent { get; set; }

    public PlanImport Import { get; private set; } = null!;

    public Plan? Parent { get; private set; }

    public IReadOnlyList<ParentCandidate> Candidates { get; private set; } = [];

    public MatchingView? View { get; private set; }

    public bool ChoosesParent => Parent is null || ChangesParent;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is not { } draft)
        {
            return NotFound();
        }

        await LoadAsync(draft);
        return Page();
    }

    /// <param name="planId">Null: it carries out no plan that is in Loa.</param>
    public async Task<IActionResult> OnPostParentAsync(Guid? planId)
    {
        if (await FindAsync() is not { } draft)
        {
            return NotFound();
        }

        if (planId is { } chosen && !(await parents.CandidatesAsync(Import, draft, HttpContext.RequestAborted)).Any(candidate => candidate.PlanId == chosen))
        {
            return NotFound();
        }

        if (Import.ParentPlanId != planId)
        {
            await imports.SetParentAsync(Import, planId, HttpContext.RequestAborted);
            TempData.Flash(Tone.Good, planId is null ? words["Kế hoạch này không gắn với kế hoạch cấp trên nào."] : words["Đã gắn với kế hoạch cấp trên; hãy đối chiếu nhiệm vụ."]);
        }

        return LocalRedirect(planId is null ? PlanLinks.Review(Id) : PlanLinks.Matching(Id));
    }

    /// <summary>What was chosen in the selects; only those a person changed, so that two people do not undo each other's.</summary>
    public Task<IActionResult> OnPostAsync() => LinkAsync(view => [.. Chosen(view)]);

    /// <summary>One suggestion, beside what was chosen in other selects.</summary>
    public Task<IActionResult> OnPostAcceptAsync(string item) => LinkAsync(view =>
        [.. Chosen(view).Where(link => link.ItemId != item), .. view.Tasks.Where(task => task.Task.Id == item && task.Best is not null).Select(Accept)]);

    /// <summary>Every sure suggestion, beside what was chosen in other selects.</summary>
    public Task<IActionResult> OnPostAcceptSureAsync() => LinkAsync(view =>
    {
        var chosen = Chosen(view).ToList();
        return [.. chosen, .. view.Sure.Where(task => !chosen.Exists(link => link.ItemId == task.Task.Id)).Select(Accept)];
    });

    private static TaskLink Accept(MatchedTask task) => new(task.Task.Id, task.Best!.Value.Clause.TaskId, StandsAlone: false);

    private async Task<IActionResult> LinkAsync(Func<MatchingView, IReadOnlyList<TaskLink>> decide)
    {
        if (await FindAsync() is not { } draft || Import.ParentPlanId is null)
        {
            return NotFound();
        }

        await LoadAsync(draft);
        var links = decide(View!);
        var edit = await drafts.EditAsync(Id, current => TaskLinks.Set(current, links), HttpContext.RequestAborted);
        if (edit is null)
        {
            return NotFound();
        }

        TempData.Flash(edit.Result > 0 ? Tone.Good : Tone.Info, edit.Result > 0 ? words["Đã lưu đối chiếu của {0} nhiệm vụ.", edit.Result] : words["Không có gì thay đổi."]);
        return LocalRedirect(PlanLinks.Matching(Id));
    }

    private IEnumerable<TaskLink> Chosen(MatchingView view)
    {
        foreach (var task in view.Tasks)
        {
            string? value = Request.Form[ChoicePrefix + task.Task.Id], shown = Request.Form[ShownPrefix + task.Task.Id];
            if (value is null || value == shown)
            {
                continue;
            }

            if (value.Length == 0 || value == Alone)
            {
                yield return new TaskLink(task.Task.Id, null, value == Alone);
            }
            else if (Guid.TryParse(value, out var clause) && view.Clauses.Any(given => given.TaskId == clause))
            {
                yield return new TaskLink(task.Task.Id, clause, StandsAlone: false);
            }
        }
    }

    public static string ShownName(MatchedTask task) => ShownPrefix + task.Task.Id;

    /// <summary>What a select stands on: the decision, so far.</summary>
    public static string ValueOf(MatchedTask task) => task.Chosen?.TaskId.ToString() ?? (task.Task.StandsAlone ? Alone : "");

    private async Task<PlanDraft?> FindAsync()
    {
        if (await imports.FindAsync(Id, HttpContext.RequestAborted) is not { Status: ImportStatus.Draft, Draft: { } json } import)
        {
            return null;
        }

        Import = import;
        return DraftJson.Read(json);
    }

    private async Task LoadAsync(PlanDraft draft)
    {
        var cancellation = HttpContext.RequestAborted;
        Parent = Import.ParentPlanId is { } parentId ? await db.Set<Plan>().AsNoTracking().SingleAsync(plan => plan.PlanId == parentId, cancellation) : null;
        if (ChoosesParent)
        {
            Candidates = await parents.CandidatesAsync(Import, draft, cancellation);
        }

        if (Parent is not null)
        {
            View = new MatchingView(draft, await ClausesAsync(Parent.PlanId, cancellation));
        }
    }

    private async Task<IReadOnlyList<GivenClause>> ClausesAsync(Guid planId, CancellationToken cancellation)
    {
        var owner = Import.OwnerAgencyId;
        var given = coverage.Given(planId).Where(a => a.HolderAgencyId == owner || a.AgencyId == owner);
        var rows = await (from a in given
                          join task in db.Set<PlanTask>() on a.PlanTaskId equals task.PlanTaskId
                          orderby task.Ordinal, a.Role
                          select new GivenClause(task.PlanTaskId, task.Ordinal, task.Number, task.Group, task.Content, task.Detail, a.Role)).ToListAsync(cancellation);
        return [.. rows.DistinctBy(clause => clause.TaskId)];
    }
}
