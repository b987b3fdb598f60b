using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Names;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Loa.Modules.Plans.Import.Members;

/// <summary>
/// "… có liên quan" in one task, member by member: the document does not say who is meant, so the officer may. A page of its own that
/// works by a plain form; with scripts the review and the confirm page fetch its form and every tick saves itself.
/// </summary>
internal sealed class MembersModel(PlanImports imports, DraftStore drafts, DraftAgencies agencies) : PageModel
{
    public const string ShownField = "shown";
    public const string TickedField = "ticked";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public required string Item { get; set; }

    [BindProperty(SupportsGet = true, Name = "xac-nhan")]
    public bool FromConfirm { get; set; }

    public MembersView Choice { get; private set; } = null!;

    private bool IsPartial => Request.Headers.ContainsKey("HX-Request");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await imports.FindAsync(Id, cancellation) is not { Status: ImportStatus.Draft, Draft: { } json } import || await ViewAsync(import, DraftJson.Read(json), cancellation) is not { } view)
            return NotFound();
        Choice = view;
        return Page();
    }

    /// <param name="shown">The members the answer is about: one for a tick, all for the whole form.</param>
    /// <param name="ticked">Those of them, and maybe others, that are ticked.</param>
    /// <param name="all">Everyone or nobody, whatever is ticked.</param>
    public async Task<IActionResult> OnPostAsync(Guid[] shown, Guid[] ticked, bool? all, CancellationToken cancellation)
    {
        if (await imports.FindAsync(Id, cancellation) is not { Status: ImportStatus.Draft, Draft: { } json } import || await ViewAsync(import, DraftJson.Read(json), cancellation) is not { } view)
            return NotFound();
        var meant = view.Groups.SelectMany(group => group.Choice).Select(agency => agency.AgencyId).Intersect(shown).ToList();
        IReadOnlyCollection<Guid> kept = all switch { true => meant, false => [], null => ticked };
        if (await drafts.EditAsync(Id, draft => DraftEditor.SetMembers(draft, Item, meant, kept), cancellation) is not { Result: true } edit)
            return NotFound();
        if (!IsPartial || FromConfirm)
            return Redirect(FromConfirm ? $"{PlanLinks.Confirm(Id)}#nhom-mo" : PlanLinks.ReviewItem(Id, Item));
        return Partial("_MembersAnswer", (await ViewAsync(edit.Import, edit.Draft, cancellation))! with { Redraw = all is not null });
    }

    /// <summary>Null when there is no such task, or when it names no open group.</summary>
    private async Task<MembersView?> ViewAsync(PlanImport import, PlanDraft draft, CancellationToken cancellation)
    {
        if (draft.Find(Item) is not DraftTask { Removed: false } task)
            return null;
        var names = await agencies.ResolveAsync(draft, import.OwnerAgencyId, cancellation);
        var view = new MembersView(import, task, TaskReach.Of(task, names), FromConfirm);
        return view.Groups.Any() ? view : null;
    }
}

/// <param name="Reach">All names of the task; the open groups among them can be chosen from.</param>
internal sealed record MembersView(PlanImport Import, DraftTask Task, IReadOnlyList<TaskReach> Reach, bool FromConfirm)
{
    /// <summary>The ticks themselves changed on the server: the form is drawn anew.</summary>
    public bool Redraw { get; init; }

    public IEnumerable<TaskReach> Groups => Reach.Where(reach => reach.IsOpen && reach.Choice.Any());

    public string FormId => FormIdOf(Task.Id);

    public static string FormIdOf(string itemId) => itemId + "-members";
}
