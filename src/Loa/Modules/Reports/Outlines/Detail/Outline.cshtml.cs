using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Outlines.Detail;

/// <summary>The buttons that move one row.</summary>
/// <param name="Handler">Which kind of row.</param>
/// <param name="Label">Tells the buttons of rows apart.</param>
internal sealed record MoveActs(ReportOutline Outline, string Handler, Guid RowId, string Label, bool MayUp, bool MayDown);

/// <summary>An outline as a report will show it, and what may be done with it.</summary>
internal sealed class OutlineModel(LoaDbContext db, OutlineDesk desk, OutlineChecks checks, ReportPrefiller prefiller, AgencyScope scope, CurrentUser user, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    /// <summary>The section or figure that is moved.</summary>
    [BindProperty]
    public Guid RowId { get; set; }

    [BindProperty]
    public bool Up { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? CopyTitle { get; set; }

    public ReportOutline Outline { get; private set; } = null!;

    public IReadOnlyList<OutlineSection> Sections { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Numbers { get; private set; } = new Dictionary<Guid, string>();

    public string Owner { get; private set; } = "";

    public string? Plan { get; private set; }

    /// <summary>How many periods were opened from it.</summary>
    public int Periods { get; private set; }

    /// <summary>The version that takes its place, as far as the person may see it.</summary>
    public Guid? Next { get; private set; }

    public bool SeesOld { get; private set; }

    public bool MayEdit { get; private set; }

    /// <summary>Of the person's own agency, where the outline is another's.</summary>
    public bool MayCopy { get; private set; }

    public bool MayChange => MayEdit && Outline.IsDraft;

    public bool MayRun => user.Has(Permissions.ReportsRun);

    public bool MayReadHistory => MayEdit && user.Has(Permissions.HistoryRead);

    private string Conflict => words["Người khác vừa sửa đề cương này; hãy xem lại rồi làm tiếp."];

    public static string Anchor(OutlineSection part) => "muc-" + part.OutlineSectionId.ToString("N");

    public string Formula(OutlineFigure figure) => ReportWords.Formula(words, figure, prefiller.Find(figure.Source), id => Outline.Figures.Find(other => other.FigureId == id));

    public string Narrative(string key) => prefiller.Narratives.FirstOrDefault(narrative => narrative.Key == key) is { } narrative ? words[narrative.Title].Value : words["nội dung không còn"].Value;

    /// <summary>What else its writers have to know of it.</summary>
    public string Marks(OutlineFigure figure) => string.Join(" · ", new[]
    {
        figure.Origin != FigureOrigin.ByHand && !figure.MayCorrect ? words["không sửa tay"].Value : null,
        figure.IsCumulative ? words["số lũy kế"].Value : null,
        figure.Origin != FigureOrigin.Parts && figure.Parts.Count > 0 ? words["phải bằng tổng của {0} số khác", figure.Parts.Count].Value : null,
        figure.CheckIsError ? words["sai thì không gửi được"].Value : null,
    }.Where(mark => mark is not null));

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        await LoadAsync();
        CopyTitle = Outline.Title;
        return Page();
    }

    public Task<IActionResult> OnPostMoveSectionAsync() => MoveAsync(draft => draft.Sections.Find(part => part.OutlineSectionId == RowId), (draft, part) =>
    {
        OutlineOrder.Move(draft, part, Up);
        return part;
    });

    public Task<IActionResult> OnPostMoveFigureAsync() => MoveAsync(draft => draft.Figures.Find(figure => figure.OutlineFigureId == RowId), (draft, figure) =>
    {
        OutlineOrder.Move(draft, figure, Up);
        return draft.Sections.Find(part => part.OutlineSectionId == figure.OutlineSectionId)!;
    });

    public async Task<IActionResult> OnPostUseAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.FindDraftAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        foreach (var problem in await checks.FindAsync(draft, cancellation))
        {
            ModelState.AddModelError("", problem);
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync();
        }

        await desk.PutToUseAsync(draft, Revision, cancellation);
        return await this.TrySaveAsync(db, Conflict) ? this.Done(words["Đã đưa đề cương vào dùng; giờ mở được kỳ báo cáo."], ReportLinks.Outline(Id)) : await AgainAsync();
    }

    public async Task<IActionResult> OnPostVersionAsync()
    {
        if (await desk.FindInUseAsync(Id, HttpContext.RequestAborted) is not { } old)
        {
            return NotFound();
        }

        if (Reason.OrNull() is not { Length: <= ReportOutline.ReasonMaxLength } reason)
        {
            ModelState.AddModelError(nameof(Reason), words["Hãy ghi lý do lập bản mới."]);
            return await AgainAsync();
        }

        var next = desk.StartVersion(old, reason);
        return await this.TrySaveAsync(db, Conflict) ? this.Done(words["Đã lập bản mới; sửa rồi đưa vào dùng để thay bản cũ."], ReportLinks.Outline(next.ReportOutlineId)) : await AgainAsync();
    }

    public async Task<IActionResult> OnPostCopyAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        await LoadAsync();
        if (!MayCopy)
        {
            return NotFound();
        }

        if (CopyTitle.OrNull() is not { Length: <= ReportOutline.TitleMaxLength } title)
        {
            ModelState.AddModelError(nameof(CopyTitle), words["Hãy ghi tên đề cương."]);
            return await AgainAsync();
        }

        var copy = desk.Copy(Outline, MayEdit ? Outline.OwnerAgencyId : user.AgencyId!.Value, title);
        return await this.TrySaveAsync(db, Conflict) ? this.Done(words["Đã sao chép; hãy xem lại từng mục rồi đưa vào dùng."], ReportLinks.Outline(copy.ReportOutlineId)) : await AgainAsync();
    }

    public async Task<IActionResult> OnPostDiscardAsync()
    {
        if (await desk.FindDraftAsync(Id, HttpContext.RequestAborted) is not { } draft)
        {
            return NotFound();
        }

        desk.Discard(draft, Revision);
        return await this.TrySaveAsync(db, Conflict) ? this.Done(words["Đã bỏ đề cương đang soạn."], ReportLinks.Outlines) : await AgainAsync();
    }

    /// <param name="move">Gives the section to which the page then leads.</param>
    private async Task<IActionResult> MoveAsync<T>(Func<ReportOutline, T?> find, Func<ReportOutline, T, OutlineSection> move)
        where T : class
    {
        if (await desk.FindDraftAsync(Id, HttpContext.RequestAborted) is not { } draft || find(draft) is not { } row)
        {
            return NotFound();
        }

        desk.Change(draft, Revision, "Sắp xếp lại đề cương");
        var shown = move(draft, row);
        return await this.TrySaveAsync(db, Conflict) ? LocalRedirect($"{ReportLinks.Outline(Id)}#{Anchor(shown)}") : await AgainAsync();
    }

    private Task<IActionResult> AgainAsync() => this.AgainAsync(db, async () =>
    {
        await FindAsync();
        await LoadAsync();
    });

    private async Task<bool> FindAsync()
    {
        var found = await desk.FindAsync(Id, HttpContext.RequestAborted);
        Outline = found ?? Outline;
        return found is not null;
    }

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Sections = OutlineOrder.Sections(Outline);
        Numbers = SectionNumbers.Of(Sections, Outline.PartNumber);
        Owner = await db.Set<Agency>().Where(agency => agency.AgencyId == Outline.OwnerAgencyId).Select(agency => agency.Name).SingleAsync(cancellation);
        Plan = Outline.PlanId is null ? null : await db.Set<Plan>().Where(plan => plan.PlanId == Outline.PlanId).Select(plan => plan.Reference ?? plan.Subject).FirstOrDefaultAsync(cancellation);
        Periods = await db.Set<ReportingPeriod>().CountAsync(period => period.ReportOutlineId == Id, cancellation);
        Next = await desk.Visible.Where(outline => outline.ReplacesId == Id).Select(outline => (Guid?)outline.ReportOutlineId).FirstOrDefaultAsync(cancellation);
        SeesOld = Outline.ReplacesId is { } old && await desk.Visible.AnyAsync(outline => outline.ReportOutlineId == old, cancellation);
        MayEdit = await scope.CoversAsync(Permissions.ReportsRun, Outline.OwnerAgencyId, cancellation);
        MayCopy = MayEdit || (user.AgencyId is { } own && await scope.CoversAsync(Permissions.ReportsRun, own, cancellation));
    }
}
