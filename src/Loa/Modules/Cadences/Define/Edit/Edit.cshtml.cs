using Loa.Data;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Cadences.Define.Edit;

internal sealed record HolderRow(Guid AgencyId, string Name, DateOnly? From, DateOnly? To);

/// <summary>The definition of one cadence and whom it is asked of. Every act counts anew at once; agencies are chosen through the server, so it works without scripts.</summary>
internal sealed class EditModel(LoaDbContext db, CadenceDesk desk, CadenceReach reach, AgencyOptions options, AgencyScope scope, IStringLocalizer words) : PageModel
{
    public const string WithBelow = "ca-duoi";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? CadenceId { get; set; }

    /// <summary>The sentence that a new one is made of.</summary>
    [BindProperty(Name = "cau", SupportsGet = true)]
    public Guid? SentenceId { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    [BindProperty]
    public CadenceInput Input { get; set; } = new();

    /// <summary>An agency or a group to be asked too, see <see cref="AgencyTarget"/>.</summary>
    [BindProperty]
    public string? Target { get; set; }

    public Plan Plan { get; private set; } = null!;

    public Cadence? Cadence { get; private set; }

    public Page<HolderRow> Holders { get; private set; } = new([], Paging.Of(1, 0));

    /// <summary>How many the plan's text suggests; none where agencies were chosen.</summary>
    public int Suggested { get; private set; }

    public IReadOnlyList<PickerOption> Choices { get; private set; } = [];

    public IEnumerable<SelectListItem> Lengths => Loa.Modules.Cadences.Cadence.Lengths.Select(every => new SelectListItem(CadenceWords.Every(words, every), every));

    private string Here => CadenceId is { } id ? CadenceLinks.Edit(Id, id) : CadenceLinks.Add(Id, SentenceId);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        Input = CadenceInput.Of(Cadence ?? await StartAsync());
        return await PageAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        foreach (var (field, problem) in Input.Problems())
        {
            ModelState.TryAddModelError($"{nameof(Input)}.{field}", words[problem]);
        }

        if (ModelState.IsValid)
        {
            var cadence = Cadence ?? await StartAsync();
            Input.ApplyTo(cadence);
            if (Cadence is null)
            {
                db.Add(cadence);
            }
            else
            {
                db.Entry(cadence).Property(c => c.Revision).OriginalValue = Input.Revision;
                // Forms are rows of their own; the cadence itself must count as changed too.
                db.Entry(cadence).State = EntityState.Modified;
            }

            if (await this.TryAsync(db, () => desk.SaveAsync(cadence, HttpContext.RequestAborted), words["Người khác vừa sửa định mức này. Hãy mở lại trang để xem bản mới rồi sửa tiếp; những gì bạn nhập vẫn còn bên dưới."]))
            {
                return this.Done(words["Đã lưu và đếm lại theo định mức mới."], CadenceLinks.Edit(Id, cadence.CadenceId));
            }
        }

        return await this.AgainAsync(db, PageAsync);
    }

    /// <param name="them">The chosen one alone, with everything below it, those with work in the plan, or those suggested.</param>
    public async Task<IActionResult> OnPostGiveAsync(string? them)
    {
        if (!await FindAsync() || Cadence is null)
        {
            return NotFound();
        }

        var cancellation = HttpContext.RequestAborted;
        var target = them is CadenceReach.PlanTarget or CadenceReach.SuggestedTarget ? them : them == WithBelow && AgencyTarget.Agency(Target ?? "") is { } root ? AgencyTarget.OfSubtree(root) : Target ?? "";
        var meant = await reach.ResolveAsync(Plan, Cadence.Forms.ConvertAll(form => form.Form), target, cancellation);
        var given = 0;
        if (meant.Count == 0)
        {
            ModelState.AddModelError(nameof(Target), words["Hãy chọn cơ quan hoặc nhóm trong phạm vi của cơ quan ban hành."]);
        }
        else if (await this.TryAsync(db, async () => given = await desk.GiveAsync(Cadence, meant, cancellation), words["Người khác vừa đổi mục này; hãy xem lại rồi làm tiếp."]))
        {
            return this.Done(given == 0 ? words["Các cơ quan này đã được giao rồi."] : words["Đã giao cho {0} cơ quan.", Formats.Number(given)], $"{Here}#co-quan");
        }

        return await this.AgainAsync(db, ReloadAsync);
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid bo)
    {
        if (!await FindAsync() || Cadence is null)
        {
            return NotFound();
        }

        return await this.TryAsync(db, () => desk.TakeAsync(Cadence, [bo], HttpContext.RequestAborted), words["Người khác vừa đổi mục này; hãy xem lại rồi làm tiếp."])
            ? this.Done(words["Đã rút định mức của cơ quan."], $"{Here}#co-quan")
            : await this.AgainAsync(db, ReloadAsync);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!await FindAsync() || Cadence is null)
        {
            return NotFound();
        }

        return await this.TryAsync(db, () => desk.RemoveAsync(Cadence, HttpContext.RequestAborted), words["Người khác vừa đổi mục này; hãy xem lại rồi làm tiếp."])
            ? this.Done(words["Đã xóa định mức."], CadenceLinks.OfPlan(Id))
            : await this.AgainAsync(db, ReloadAsync);
    }

    private async Task<bool> FindAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(plan => plan.PlanId == Id && plan.Status == PlanStatus.Issued, cancellation) is not { } found || !await scope.CoversAsync(Permissions.PlansIssue, found.OwnerAgencyId, cancellation))
        {
            return false;
        }

        Plan = found;
        Cadence = CadenceId is { } id ? await desk.FindAsync(id, cancellation) : null;
        return CadenceId is null || Cadence?.PlanId == Id;
    }

    /// <summary>A new one: what the sentence says as far as it says it.</summary>
    private async Task<Cadence> StartAsync()
    {
        var sentence = await db.Set<PlanCadence>().AsNoTracking().FirstOrDefaultAsync(known => known.PlanCadenceId == SentenceId && known.PlanId == Id, HttpContext.RequestAborted);
        var cadence = CadenceMaker.New(Plan);
        cadence.Ordinal = (await db.Set<Cadence>().Where(known => known.PlanId == Id).MaxAsync(known => (int?)known.Ordinal, HttpContext.RequestAborted) ?? 0) + 1;
        if (sentence is not null)
        {
            (cadence.PlanCadenceId, cadence.Ordinal, cadence.Text, cadence.Count, cadence.MinMinutes) = (sentence.PlanCadenceId, sentence.Ordinal, sentence.Text, sentence.Count ?? 1, sentence.MinMinutes);
            cadence.Take(sentence.Forms);
        }

        return cadence;
    }

    private async Task ReloadAsync()
    {
        await FindAsync();
        Input = Cadence is null ? Input : CadenceInput.Of(Cadence);
        await PageAsync();
    }

    private async Task<IActionResult> PageAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (Cadence is { } cadence)
        {
            Holders = await (
                from holder in db.Set<CadenceAgency>().AsNoTracking()
                join agency in db.Set<Agency>() on holder.AgencyId equals agency.AgencyId
                where holder.CadenceId == cadence.CadenceId
                orderby agency.Level, agency.SortOrder, agency.AgencyId
                select new HolderRow(agency.AgencyId, agency.Name, holder.From, holder.To)).ToPageAsync(PageNumber, cancellation);
            Suggested = Holders.Paging.Total > 0 ? 0 : (await reach.SuggestAsync(Plan, cadence.Forms.ConvertAll(form => form.Form), cancellation)).Count;
            Choices = await options.TargetsWithinAsync(AccessScope.Everything, cancellation);
        }

        return Page();
    }
}
