using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform.Audit;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Assessments.Detail;

/// <summary>An assessment: its criteria with their formulas, and the agencies by rank; to an agency only its own line.</summary>
internal sealed class DetailModel(LoaDbContext db, AssessmentDesk desk, AssessmentBoard boards, AssessmentSheet sheet, CurrentUser user, AuditScope audit, IStringLocalizer words) : PageModel
{
    private const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = Paging.Parameter)]
    public int? PageNumber { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    public bool MissingAsZero { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Assessment Assessment { get; private set; } = null!;

    public string Owner { get; private set; } = "";

    public string? Plan { get; private set; }

    public Board Board { get; private set; } = null!;

    public Page<BoardLine> Shown { get; private set; } = null!;

    /// <summary>All agencies of it, also those whose part the person does not see.</summary>
    public int Judged { get; private set; }

    /// <summary>The version that takes its place, as far as the person may see it.</summary>
    public Guid? Next { get; private set; }

    public bool MayEdit { get; private set; }

    public bool MayReadHistory => MayEdit && user.Has(Permissions.HistoryRead);

    private string Conflict => words["Người khác vừa sửa đánh giá này; hãy xem lại rồi làm tiếp."];

    public string Formula(AssessmentCriterion criterion) => AssessmentWords.Formula(words, criterion, boards.Find(criterion.Figure));

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        await LoadAsync();
        return await sheet.AnswerAsync(Assessment, Board, HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostPublishAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.FindDraftAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        db.Entry(draft).Property(assessment => assessment.Revision).OriginalValue = Revision;
        var board = await boards.LoadAsync(draft, cancellation);
        if (board.Criteria.Count == 0 || board.Lines.Count == 0)
        {
            ModelState.AddModelError("", words["Cần ít nhất một tiêu chí và một cơ quan."]);
        }
        else if (board.Missing > 0 && !MissingAsZero)
        {
            ModelState.AddModelError(nameof(MissingAsZero), words["Còn {0} chỗ chưa chấm: hãy chấm, hoặc đánh dấu tính 0 điểm.", board.Missing]);
        }

        return ModelState.IsValid && await this.TryAsync(db, () => desk.PublishAsync(draft, cancellation), Conflict)
            ? this.Done(words["Đã công bố; các cơ quan được báo và thấy phần của mình."], AssessmentLinks.Assessment(Id)) : await AgainAsync();
    }

    public async Task<IActionResult> OnPostVersionAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.Editable.FirstOrDefaultAsync(assessment => assessment.AssessmentId == Id && assessment.State == AssessmentState.Published, cancellation) is not { } published)
        {
            return NotFound();
        }

        if (Reason?.Trim() is not { Length: > 0 and <= Assessment.ReasonMaxLength } reason)
        {
            ModelState.AddModelError(nameof(Reason), words["Hãy ghi lý do lập bản mới."]);
            return await AgainAsync();
        }

        var next = await desk.StartVersionAsync(published, reason, cancellation);
        return await this.TrySaveAsync(db, Conflict) ? this.Done(words["Đã lập bản mới; sửa rồi công bố để thay bản cũ."], AssessmentLinks.Assessment(next.AssessmentId)) : await AgainAsync();
    }

    public async Task<IActionResult> OnPostDiscardAsync()
    {
        if (await desk.FindDraftAsync(Id, HttpContext.RequestAborted) is not { } draft)
        {
            return NotFound();
        }

        audit.Describe("Bỏ đánh giá đang soạn");
        db.Entry(draft).Property(assessment => assessment.Revision).OriginalValue = Revision;
        db.Remove(draft);
        return await this.TrySaveAsync(db, Conflict) ? this.Done(words["Đã bỏ đánh giá đang soạn."], AssessmentLinks.List) : await AgainAsync();
    }

    private Task<IActionResult> AgainAsync() => this.AgainAsync(db, async () =>
    {
        await FindAsync();
        await LoadAsync();
    });

    private async Task<bool> FindAsync()
    {
        var found = await desk.FindAsync(Id, HttpContext.RequestAborted);
        Assessment = found ?? Assessment;
        return found is not null;
    }

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        MayEdit = await desk.MayEditAsync(Assessment, cancellation);
        Owner = await db.Set<Agency>().Where(agency => agency.AgencyId == Assessment.OwnerAgencyId).Select(agency => agency.Name).SingleAsync(cancellation);
        Plan = Assessment.PlanId is null ? null : await db.Set<Plan>().Where(plan => plan.PlanId == Assessment.PlanId).Select(plan => plan.Reference ?? plan.Subject).FirstOrDefaultAsync(cancellation);
        Next = await desk.Visible.Where(assessment => assessment.ReplacesId == Id).Select(assessment => (Guid?)assessment.AssessmentId).FirstOrDefaultAsync(cancellation);
        var board = await boards.LoadAsync(Assessment, cancellation);
        Judged = board.Lines.Count;
        Board = await desk.SeenAsync(Assessment, cancellation) is { } seen ? board with { Lines = [.. board.Lines.Where(line => seen.Contains(line.AgencyId))] } : board;
        var paging = Paging.Of(PageNumber, Board.Lines.Count, Size);
        Shown = new Page<BoardLine>([.. Board.Lines.Skip(paging.Skip).Take(Size)], paging);
    }
}
