using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Assessments.Edit;

/// <summary>What is assessed, for which time; a new one may begin with the criteria of an earlier one.</summary>
internal sealed class EditModel(LoaDbContext db, AssessmentDesk desk, AgencyOptions options, AgencyScope scope, CurrentUser user, IStringLocalizer words) : PageModel
{
    private const int ChoicesMost = 200;

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    /// <summary>Made with the form: pressing twice makes one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    [StringLength(Assessment.TitleMaxLength, ErrorMessage = "Tiêu đề quá dài.")]
    public string? Title { get; set; }

    [BindProperty]
    [StringLength(Assessment.DescriptionMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Description { get; set; }

    [BindProperty]
    public Guid? OwnerId { get; set; }

    [BindProperty]
    public Guid? PlanId { get; set; }

    [BindProperty]
    public Period? Span { get; set; }

    [BindProperty]
    public Guid? CopyFrom { get; set; }

    public IReadOnlyList<PickerOption> Owners { get; private set; } = [];

    public IEnumerable<SelectListItem> Plans { get; private set; } = [];

    public IEnumerable<SelectListItem> Earlier { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (Id is { } id)
        {
            if (await desk.FindDraftAsync(id, cancellation) is not { } draft)
            {
                return NotFound();
            }

            (Title, Description, PlanId, Revision, OwnerId, Span) = (draft.Title, draft.Description, draft.PlanId, draft.Revision, draft.OwnerAgencyId, new Period(draft.From, draft.To));
        }
        else
        {
            (NewId, OwnerId) = (Guid.CreateVersion7(), user.AgencyId);
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var draft = Id is { } id ? await desk.FindDraftAsync(id, cancellation) : null;
        OwnerId = draft?.OwnerAgencyId ?? OwnerId;
        if ((Id is not null && draft is null) || (OwnerId is { } owner && !await scope.CoversAsync(Permissions.PlansIssue, owner, cancellation)) || (Id is null && NewId == Guid.Empty))
        {
            return NotFound();
        }

        await CheckAsync(cancellation);
        if (!ModelState.IsValid)
        {
            return await this.AgainAsync(db, LoadAsync);
        }

        if (draft is null)
        {
            if (await db.Set<Assessment>().AnyAsync(assessment => assessment.AssessmentId == NewId, cancellation))
            {
                return LocalRedirect(AssessmentLinks.Assessment(NewId));
            }

            draft = new Assessment { AssessmentId = NewId, OwnerAgencyId = OwnerId!.Value, Title = Title!.Trim() };
            desk.Start(draft);
            if (CopyFrom is { } earlier && await desk.Editable.AnyAsync(assessment => assessment.AssessmentId == earlier, cancellation))
            {
                await desk.CopyCriteriaAsync(earlier, draft, cancellation);
            }
        }
        else
        {
            db.Entry(draft).Property(assessment => assessment.Revision).OriginalValue = Revision;
            desk.Change(draft, "Sửa đánh giá công tác tuyên truyền");
        }

        (draft.Title, draft.Description, draft.PlanId, draft.From, draft.To) = (Title!.Trim(), Description.OrNull(), PlanId, Span!.Value.Start, Span.Value.End);
        if (await this.TrySaveAsync(db, words["Người khác vừa sửa đánh giá này; hãy xem lại rồi lưu."]))
        {
            return this.Done(words["Đã lưu đánh giá."], AssessmentLinks.Assessment(draft.AssessmentId));
        }

        ModelState.Remove(nameof(Revision));
        Revision = await db.Set<Assessment>().Where(assessment => assessment.AssessmentId == draft.AssessmentId).Select(assessment => assessment.Revision).FirstOrDefaultAsync(cancellation);
        return await this.AgainAsync(db, LoadAsync);
    }

    private async Task CheckAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Title))
            ModelState.AddModelError(nameof(Title), words["Hãy ghi tên đánh giá."]);
        if (OwnerId is null)
            ModelState.AddModelError(nameof(OwnerId), words["Hãy chọn cơ quan."]);
        if (Span is null && ModelState[nameof(Span)]?.Errors.Count is null or 0)
            ModelState.AddModelError(nameof(Span), words["Hãy ghi kỳ, như năm 2026 hoặc quý 3/2026."]);
        if (PlanId is { } plan && !await PlansOf(OwnerId ?? Guid.Empty).AnyAsync(known => known.PlanId == plan, cancellation))
            ModelState.AddModelError(nameof(PlanId), words["Hãy chọn một kế hoạch của cơ quan đánh giá."]);
    }

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Owners = await options.WithinAsync(user.Scope(Permissions.PlansIssue), cancellation);
        var plans = await PlansOf(OwnerId ?? Guid.Empty).OrderByDescending(plan => plan.Date).ThenBy(plan => plan.PlanId).Take(ChoicesMost).Select(plan => new { plan.PlanId, plan.Reference, plan.Subject }).ToListAsync(cancellation);
        Plans = plans.Select(plan => new SelectListItem(plan.Reference is null ? plan.Subject : $"{plan.Reference} {plan.Subject}", plan.PlanId.ToString())).Prepend(new SelectListItem(words["Không theo kế hoạch nào"], ""));
        var earlier = Id is not null ? [] : await desk.Editable.OrderByDescending(assessment => assessment.From).ThenBy(assessment => assessment.AssessmentId).Take(ChoicesMost).Select(assessment => new { assessment.AssessmentId, assessment.Title, assessment.Version }).ToListAsync(cancellation);
        Earlier = earlier.Select(assessment => new SelectListItem(assessment.Version == 1 ? assessment.Title : $"{assessment.Title} ({assessment.Version})", assessment.AssessmentId.ToString())).Prepend(new SelectListItem(words["Đặt tiêu chí mới"], ""));
    }

    private IQueryable<Plan> PlansOf(Guid owner) => db.Set<Plan>().AsNoTracking().Where(plan => plan.OwnerAgencyId == owner && plan.Status == PlanStatus.Issued);
}
