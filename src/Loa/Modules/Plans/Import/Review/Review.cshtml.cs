using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Matching;
using Loa.Modules.Plans.Import.Names;
using Loa.Modules.Plans.Import.Reading;
using Loa.Modules.Plans.UnitPlans;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Import.Review;

/// <summary>The draft beside its document. Every act is a plain form; with scripts only what changed is exchanged.</summary>
internal sealed class ReviewModel(LoaDbContext db, PlanImports imports, DraftStore drafts, DraftAgencies agencies, FileStore files, AgencySearch search, UnitViews units, ParentPlans parents, IStringLocalizer words) : PageModel
{
    public const string SearchField = "tim-co-quan";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PlanImport Import { get; private set; } = null!;

    /// <summary>Where no script asks as one types: what an agency is looked for by.</summary>
    [BindProperty(SupportsGet = true, Name = SearchField)]
    public string? Search { get; set; }

    /// <summary>Null while the file is being read, and when it could not be.</summary>
    public ReviewView? View { get; private set; }

    private bool IsPartial => Request.Headers.ContainsKey("HX-Request");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await imports.FindAsync(Id, cancellation) is not { } import)
            return NotFound();
        if (import is { Status: ImportStatus.Issued, PlanId: { } planId })
            return Redirect(PlanLinks.Plan(planId));
        return await ShowAsync(import, import.Draft is null ? null : DraftJson.Read(import.Draft), null, cancellation);
    }

    public async Task<IActionResult> OnGetOriginalAsync(CancellationToken cancellation)
    {
        if (await imports.FindAsync(Id, cancellation) is not { } import)
            return NotFound();
        return files.Download(HttpContext, await db.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.StoredFileId == import.FileId, cancellation));
    }

    /// <summary>The fields of one item, as its form posts them: on every change with scripts, by its button without.</summary>
    public async Task<IActionResult> OnPostItemAsync(string item, int version, CancellationToken cancellation)
    {
        var typed = Typed();
        if (await drafts.EditAsync(Id, draft => DraftEditor.SetFields(draft, item, version, typed), cancellation) is not { } edit)
            return NotFound();
        return edit.Result.Outcome switch
        {
            EditOutcome.Missing => NotFound(),
            EditOutcome.Conflict => await RefuseAsync(edit, StatusCodes.Status409Conflict, cancellation),
            EditOutcome.Invalid => await RefuseAsync(edit, StatusCodes.Status400BadRequest, cancellation),
            _ => await SavedAsync(edit, edit.Result.Item!, cancellation),
        };
    }

    /// <summary>A button of an item: what was typed beside it is saved with it.</summary>
    public async Task<IActionResult> OnPostActAsync(ItemAct act, string item, int? version, int? at, CancellationToken cancellation)
    {
        var typed = Typed();
        var edit = await drafts.EditAsync(Id, draft =>
        {
            if (version is { } seen && DraftEditor.SetFields(draft, item, seen, typed) is { Outcome: EditOutcome.Conflict or EditOutcome.Invalid } refused)
                return refused;
            return DraftActs.Do(draft, act, item, at) is { } changed ? EditResult.Saved(changed) : new EditResult(EditOutcome.Missing, null, typed, []);
        }, cancellation);
        return edit?.Result.Outcome switch
        {
            null or EditOutcome.Missing => NotFound(),
            EditOutcome.Conflict => await RefuseAsync(edit, StatusCodes.Status409Conflict, cancellation),
            EditOutcome.Invalid => await RefuseAsync(edit, StatusCodes.Status400BadRequest, cancellation),
            _ => await ChangedAsync(edit, edit.Result.Item!, cancellation),
        };
    }

    public async Task<IActionResult> OnPostAddAsync(DraftSection section, CancellationToken cancellation)
    {
        if (!Enum.IsDefined(section) || section is DraftSection.Heading or DraftSection.Unread or DraftSection.Agencies)
            return NotFound();
        return await drafts.EditAsync(Id, draft => DraftEditor.Add(draft, section), cancellation) is { } edit
            ? await ChangedAsync(edit, edit.Result, cancellation)
            : NotFound();
    }

    public async Task<IActionResult> OnPostAllDutiesAsync(bool undo, CancellationToken cancellation)
    {
        var edit = await drafts.EditAsync(Id, draft => undo ? DutyTakeOver.UndoAll(draft) : DutyTakeOver.TakeOverAll(draft), cancellation);
        if (edit is null)
            return NotFound();
        var responsibility = edit.Draft.Responsibilities.FirstOrDefault();
        return await ChangedAsync(edit, responsibility ?? (DraftItem)edit.Draft.Heading, cancellation);
    }

    /// <summary>Takes a clause of the plan above that the draft does not carry out yet; without one, all of them.</summary>
    public async Task<IActionResult> OnPostClauseAsync(Guid? clause, CancellationToken cancellation)
    {
        if (await imports.FindAsync(Id, cancellation) is not { StartedFromPlanId: { } parentId } import)
            return NotFound();
        var given = (await units.GivenAsync(parentId, import.OwnerAgencyId, cancellation)).FindAll(one => clause is null || one.PlanTaskId == clause);
        var edit = given.Count == 0 ? null : await drafts.EditAsync(Id, draft => UnitDraft.Cover(draft, given), cancellation);
        return edit is null ? NotFound() : await ChangedAsync(edit, edit.Result ?? (DraftItem?)edit.Draft.Tasks.LastOrDefault() ?? edit.Draft.Heading, cancellation);
    }

    /// <summary>"This name means that", remembered for every plan of the agency; an empty target takes it back.</summary>
    public async Task<IActionResult> OnPostMapAsync(string name, string? target, CancellationToken cancellation)
    {
        if (await imports.FindAsync(Id, cancellation) is not { } import)
            return NotFound();
        if (import is not { Status: ImportStatus.Draft, Draft: { } json } || !await agencies.RememberAsync(import.OwnerAgencyId, name, target, cancellation))
            return NotFound();
        var view = await ViewAsync(import, DraftJson.Read(json), null, cancellation);
        return IsPartial ? Partial("_NamesAnswer", view) : Redirect($"{PlanLinks.Review(Id)}#{DraftWords.Slug(DraftSection.Agencies)}");
    }

    /// <summary>Ends a reading that takes too long for the officer's taste.</summary>
    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancellation)
    {
        if (await imports.FindAsync(Id, cancellation) is not { } import)
            return NotFound();
        await imports.StopAsync(import, cancellation);
        return Redirect(PlanLinks.Review(Id));
    }

    public async Task<IActionResult> OnPostRetryAsync(CancellationToken cancellation)
    {
        if (await imports.FindAsync(Id, cancellation) is not { } import)
            return NotFound();
        await imports.RetryAsync(import, cancellation);
        return Redirect(PlanLinks.Review(Id));
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellation)
    {
        if (await imports.FindAsync(Id, cancellation) is not { } import)
            return NotFound();
        if (!await imports.DiscardAsync(import, cancellation))
            return NotFound();
        var said = import.IsWritten ? words["Đã bỏ bản nháp “{0}”.", import.Subject ?? import.FileName] : import.Draft is null ? words["Đã bỏ “{0}” khỏi danh sách.", import.FileName] : words["Đã bỏ bản nháp “{0}”. Tệp vẫn được lưu.", import.Subject ?? import.FileName];
        TempData.Flash(Tone.Info, said, $"{PlanLinks.Upload}?handler=Restore&id={Id}");
        return Redirect(PlanLinks.Upload);
    }

    private Dictionary<string, string> Typed() =>
        Request.Form.Where(pair => pair.Key.StartsWith("f-", StringComparison.Ordinal))
            // A hidden "" stands before each check box, so that an unticked one is posted too: the last value counts.
            .ToDictionary(pair => pair.Key[2..], pair => pair.Value[^1] ?? "", StringComparer.Ordinal);

    private async Task<IActionResult> SavedAsync<T>(DraftEdit<T> edit, DraftItem item, CancellationToken cancellation)
    {
        if (!IsPartial)
            return Redirect(PlanLinks.ReviewItem(Id, item.Id));
        return Partial("_SavedAnswer", (await ViewAsync(edit.Import, edit.Draft, null, cancellation, edit.Before)).Item(item));
    }

    /// <summary>Items came, went or moved: their section is drawn anew.</summary>
    private async Task<IActionResult> ChangedAsync<T>(DraftEdit<T> edit, DraftItem item, CancellationToken cancellation)
    {
        if (!IsPartial)
            return Redirect(PlanLinks.ReviewItem(Id, item.Id));
        return Partial("_ChangedAnswer", (await ViewAsync(edit.Import, edit.Draft, null, cancellation, edit.Before)).Item(item));
    }

    private async Task<IActionResult> RefuseAsync(DraftEdit<EditResult> edit, int status, CancellationToken cancellation)
    {
        Response.StatusCode = status;
        if (!IsPartial)
            return await ShowAsync(edit.Import, edit.Draft, edit.Result, cancellation);
        Response.Headers["HX-Retarget"] = "#" + edit.Result.Item!.Id;
        Response.Headers["HX-Reswap"] = "outerHTML";
        return Partial("_Item", (await ViewAsync(edit.Import, edit.Draft, edit.Result, cancellation)).Item(edit.Result.Item!));
    }

    private async Task<IActionResult> ShowAsync(PlanImport import, PlanDraft? draft, EditResult? refused, CancellationToken cancellation)
    {
        Import = import;
        if (draft is not null && import.Status == ImportStatus.Draft)
            View = await ViewAsync(import, draft, refused, cancellation);
        // The progress page asks every second; once there is more to show, the whole page comes.
        if (IsPartial && refused is null && import.Status is not (ImportStatus.Queued or ImportStatus.Reading) && Request.Headers["HX-Target"] == "main")
            Response.Headers["HX-Refresh"] = "true";
        return Page();
    }

    private async Task<IReadOnlyList<FoundAgency>> FoundAsync(CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(Search) ? [] : await search.FindAsync(Search, withGroups: true, AccessScope.Everything, cancellation);

    private async Task<ReviewView> ViewAsync(PlanImport import, PlanDraft draft, EditResult? refused, CancellationToken cancellation, PlanDraft? before = null)
    {
        var json = await db.Set<ImportReading>().AsNoTracking().Where(r => r.PlanImportId == import.PlanImportId).Select(r => r.Json).SingleAsync(cancellation);
        var names = await agencies.ResolveAsync(draft, import.OwnerAgencyId, cancellation);
        return new ReviewView(import, draft, StoredReading.Parse(json), names)
        {
            Refused = refused,
            Before = before,
            Search = Search,
            Found = await FoundAsync(cancellation),
            Parent = import.ParentPlanId is { } parentId ? await db.Set<Plan>().Where(plan => plan.PlanId == parentId).Select(plan => new LinkedPlan(plan.PlanId, plan.Subject, plan.Reference)).SingleAsync(cancellation) : null,
            Unit = await units.LoadAsync(import, draft, cancellation),
            MayHaveParent = import.ParentPlanId is null && await parents.AnyAsync(import, cancellation),
        };
    }
}
