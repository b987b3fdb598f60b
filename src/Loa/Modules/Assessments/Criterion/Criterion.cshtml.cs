using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Platform;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Assessments.Criterion;

/// <summary>One criterion of a draft: what it asks, its points, and whether data or people give them.</summary>
internal sealed class CriterionModel(LoaDbContext db, AssessmentDesk desk, AssessmentBoard board, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? CriterionId { get; set; }

    /// <summary>Of the assessment: its criteria are changed by one person at a time.</summary>
    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    [StringLength(AssessmentCriterion.NameMaxLength, ErrorMessage = "Tiêu đề quá dài.")]
    public string? Name { get; set; }

    [BindProperty]
    [StringLength(AssessmentCriterion.DescriptionMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Description { get; set; }

    [BindProperty]
    public string? Max { get; set; }

    /// <summary>Empty: by hand.</summary>
    [BindProperty]
    public string? Figure { get; set; }

    [BindProperty]
    public string? Steps { get; set; }

    [BindProperty]
    public bool? Integrated { get; set; }

    [BindProperty]
    public List<CommunicationForm> Forms { get; set; } = [];

    public Assessment Assessment { get; private set; } = null!;

    public IEnumerable<SelectListItem> Figures => board.Figures.Select(figure => new SelectListItem(words["Theo số liệu: {0}", words[figure.Title].Value], figure.Key)).Prepend(new SelectListItem(words["Chấm tay"], ""));

    public IEnumerable<SelectListItem> Kinds => [new(words["Riêng và lồng ghép"], ""), new(words["Riêng"], "false"), new(words["Lồng ghép"], "true")];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is not { } criterion)
        {
            return NotFound();
        }

        Revision = Assessment.Revision;
        (Name, Description, Max, Figure, Steps, Integrated, Forms) = (criterion.Name, criterion.Description, CriterionId is null ? "" : Points.Text(criterion.MaxPoints), criterion.Figure ?? "", criterion.Steps, criterion.Integrated, criterion.Forms);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } criterion)
        {
            return NotFound();
        }

        var (points, steps) = Check();
        if (ModelState.IsValid)
        {
            db.Entry(Assessment).Property(assessment => assessment.Revision).OriginalValue = Revision;
            desk.Change(Assessment, CriterionId is null ? "Thêm tiêu chí đánh giá" : "Sửa tiêu chí đánh giá");
            var figure = board.Find(Figure);
            (criterion.Name, criterion.Description, criterion.MaxPoints, criterion.Figure, criterion.Steps) = (Name!.Trim(), Description.OrNull(), points, figure?.Key, figure is null ? null : steps?.ToString());
            criterion.Integrated = figure is { AsksForms: true } ? Integrated : null;
            criterion.Forms = figure is { AsksForms: true } ? [.. Forms.Where(Enum.IsDefined).Distinct().Order()] : [];
            if (CriterionId is null)
            {
                db.Add(criterion);
            }

            if (await this.TrySaveAsync(db, words["Người khác vừa sửa đánh giá này; hãy xem lại rồi lưu."]))
            {
                return this.Done(words["Đã lưu tiêu chí."], AssessmentLinks.Assessment(Id));
            }

            ModelState.Remove(nameof(Revision));
        }

        return await this.AgainAsync(db, async () =>
        {
            Assessment = (await desk.FindDraftAsync(Id, HttpContext.RequestAborted)) ?? Assessment;
            Revision = Assessment.Revision;
        });
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (CriterionId is null || await FindAsync() is not { } criterion)
        {
            return NotFound();
        }

        db.Entry(Assessment).Property(assessment => assessment.Revision).OriginalValue = Revision;
        desk.Change(Assessment, "Bỏ tiêu chí đánh giá");
        db.Remove(criterion);
        var said = await this.TrySaveAsync(db, words["Người khác vừa sửa đánh giá này; hãy xem lại rồi lưu."]) ? (Tone.Good, words["Đã bỏ tiêu chí."].Value) : (Tone.Warning, words["Người khác vừa sửa đánh giá này; hãy xem lại rồi lưu."].Value);
        TempData.Flash(said.Item1, said.Item2);
        return LocalRedirect(AssessmentLinks.Assessment(Id));
    }

    /// <summary>Points and steps as typed; what is wrong stands in the model state.</summary>
    private (int Points, ScoreSteps? Steps) Check()
    {
        if (string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError(nameof(Name), words["Hãy ghi tên tiêu chí."]);
        if (!Points.TryRead(Max, out var points) || points == 0)
            ModelState.AddModelError(nameof(Max), words["Hãy ghi điểm tối đa, một số lớn hơn 0, nhiều nhất {0}, như 10 hoặc 2,5.", Formats.Number(Points.Most / 100)]);
        if (string.IsNullOrEmpty(Figure))
            return (points, null);
        if (board.Find(Figure) is not { } figure)
        {
            ModelState.AddModelError(nameof(Figure), words["Hãy chọn cách chấm có trong danh sách."]);
            return (points, null);
        }

        if (string.IsNullOrWhiteSpace(Steps) && figure.IsShare)
            return (points, null);
        if (!ScoreSteps.TryRead(Steps, out var steps))
            ModelState.AddModelError(nameof(Steps), words["Hãy ghi mỗi dòng một mức, như 12: 5; không quá {0} mức và không trùng nhau.", ScoreSteps.Most]);
        else if (steps.MaxPoints > points)
            ModelState.AddModelError(nameof(Steps), words["Có mức cao hơn điểm tối đa."]);
        else if (steps.ToString().Length > AssessmentCriterion.StepsMaxLength)
            ModelState.AddModelError(nameof(Steps), words["Nội dung quá dài."]);
        return (points, steps);
    }

    private async Task<AssessmentCriterion?> FindAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.FindDraftAsync(Id, cancellation) is not { } draft)
        {
            return null;
        }

        Assessment = draft;
        if (CriterionId is { } criterionId)
        {
            return await db.Set<AssessmentCriterion>().FirstOrDefaultAsync(criterion => criterion.AssessmentCriterionId == criterionId && criterion.AssessmentId == Id, cancellation);
        }

        var ordinals = await db.Set<AssessmentCriterion>().Where(criterion => criterion.AssessmentId == Id).Select(criterion => criterion.Ordinal).ToListAsync(cancellation);
        return ordinals.Count >= Assessment.CriteriaMost ? null : new AssessmentCriterion { AssessmentCriterionId = Guid.CreateVersion7(), AssessmentId = Id, Ordinal = ordinals.DefaultIfEmpty().Max() + 1, Name = "" };
    }
}
