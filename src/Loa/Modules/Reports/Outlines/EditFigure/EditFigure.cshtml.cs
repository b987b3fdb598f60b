using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Figures;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Outlines.EditFigure;

/// <summary>One figure of a draft outline: where it comes from, how those of many reports become one, and how it is checked.</summary>
internal sealed class EditFigureModel(LoaDbContext db, OutlineDesk desk, OutlineChecks checks, ReportPrefiller prefiller, IStringLocalizer words) : PageModel
{
    private IReadOnlyDictionary<Guid, string> targets = new Dictionary<Guid, string>();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Null: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? FigureId { get; set; }

    /// <summary>Of the outline: its sections and figures are changed by one person at a time.</summary>
    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Hãy ghi tên số liệu.")]
    [StringLength(OutlineFigure.NameMaxLength, ErrorMessage = "Tiêu đề quá dài.")]
    public string? Name { get; set; }

    [BindProperty]
    [StringLength(OutlineFigure.UnitMaxLength, ErrorMessage = "Đơn vị tính quá dài.")]
    public string? Unit { get; set; }

    /// <summary>The section it stands in.</summary>
    [BindProperty]
    public Guid? PartId { get; set; }

    [BindProperty]
    public FigureOrigin Origin { get; set; } = FigureOrigin.Data;

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public Guid? TargetId { get; set; }

    [BindProperty]
    public bool? Integrated { get; set; }

    [BindProperty]
    public List<CommunicationForm> Forms { get; set; } = [];

    [BindProperty]
    public List<Guid> Parts { get; set; } = [];

    [BindProperty]
    public Guid? OverId { get; set; }

    [BindProperty]
    public bool IsShare { get; set; }

    [BindProperty]
    public RollUpRule RollUp { get; set; } = RollUpRule.Sum;

    [BindProperty]
    public bool MayCorrect { get; set; }

    [BindProperty]
    public bool IsCumulative { get; set; }

    [BindProperty]
    public bool CheckIsError { get; set; }

    public ReportOutline Outline { get; private set; } = null!;

    /// <summary>The figures that it can be computed from, in the order of the outline.</summary>
    public IReadOnlyList<OutlineFigure> Others { get; private set; } = [];

    public IReadOnlyList<IFigure> AllSources => prefiller.Figures;

    public string? Explanation => prefiller.Find(Source) is { } source ? words[source.Explanation].Value : null;

    public bool AskTarget => targets.Count > 0 || TargetId is not null;

    public IEnumerable<SelectListItem> Sections
    {
        get
        {
            var numbers = SectionNumbers.Of(OutlineOrder.Sections(Outline), Outline.PartNumber);
            return OutlineOrder.Sections(Outline).Select(part => new SelectListItem($"{numbers[part.OutlineSectionId]}. {part.Title}", part.OutlineSectionId.ToString()));
        }
    }

    public IEnumerable<SelectListItem> Origins => new[] { FigureOrigin.Data, FigureOrigin.Parts, FigureOrigin.ByHand }.Select(origin => new SelectListItem(words[ReportWords.Of(origin)], origin.ToString()));

    public IEnumerable<SelectListItem> Sources => AllSources.Select(source => new SelectListItem(words[source.Title], source.Key)).Prepend(new SelectListItem(words["Chọn nguồn số liệu"], ""));

    public IEnumerable<SelectListItem> Targets => targets.Select(target => new SelectListItem(target.Value, target.Key.ToString())).Prepend(new SelectListItem(words["Chọn chỉ tiêu"], ""));

    public IEnumerable<SelectListItem> Kinds => [new(words["Riêng và lồng ghép"], ""), new(words["Riêng"], "false"), new(words["Lồng ghép"], "true")];

    public IEnumerable<SelectListItem> Denominators => Others.Select(other => new SelectListItem(other.Name, other.FigureId.ToString())).Prepend(new SelectListItem(words["Không chia"], ""));

    public IEnumerable<SelectListItem> Rules => Enum.GetValues<RollUpRule>().Select(rule => new SelectListItem(words[ReportWords.Of(rule)], rule.ToString()));

    public bool HasError(string field) => ModelState[field]?.Errors.Count > 0;

    public string? ErrorOf(string field) => HasError(field) ? ModelState[field]!.Errors[0].ErrorMessage : null;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "muc")] Guid? partId)
    {
        if (await FindAsync() is not { } figure)
        {
            return NotFound();
        }

        Revision = Outline.Revision;
        Show(figure);
        PartId = FigureId is null && partId is not null ? partId : PartId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } figure)
        {
            return NotFound();
        }

        if (Outline.Sections.Find(part => part.OutlineSectionId == PartId) is not { } owner)
        {
            ModelState.AddModelError(nameof(PartId), words["Hãy chọn mục của đề cương."]);
            return await AgainAsync();
        }

        desk.Change(Outline, Revision, FigureId is null ? "Thêm số liệu vào đề cương" : "Sửa số liệu của đề cương");
        Take(figure, owner);
        if (FigureId is null)
        {
            desk.Add(Outline, figure);
        }

        foreach (var flaw in await checks.FindAsync(Outline, figure, HttpContext.RequestAborted))
        {
            ModelState.AddModelError(flaw.Field, flaw.Message);
        }

        OutlineOrder.Arrange(Outline);
        return ModelState.IsValid && await this.TrySaveAsync(db, words["Người khác vừa sửa đề cương này; hãy xem lại rồi lưu."])
            ? this.Done(words["Đã lưu số liệu của đề cương."], $"{ReportLinks.Outline(Id)}#{Detail.OutlineModel.Anchor(owner)}") : await AgainAsync();
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (FigureId is null || await FindAsync() is not { } figure)
        {
            return NotFound();
        }

        ModelState.Clear();
        Show(figure);
        if (OutlineChecks.UsersOf(Outline, [figure]) is [var user, ..])
        {
            ModelState.AddModelError("", words["Số liệu “{0}” đang dùng số này; hãy sửa số liệu đó trước.", user.Name]);
            return await AgainAsync();
        }

        desk.Change(Outline, Revision, "Bỏ số liệu của đề cương");
        desk.Remove(Outline, figure);
        return await this.TrySaveAsync(db, words["Người khác vừa sửa đề cương này; hãy xem lại rồi làm tiếp."]) ? this.Done(words["Đã bỏ số liệu."], ReportLinks.Outline(Id)) : await AgainAsync();
    }

    /// <summary>What does not belong to the origin or the source is left out, so that nothing hidden counts.</summary>
    private void Take(OutlineFigure figure, OutlineSection owner)
    {
        figure.Origin = Origin;
        var source = figure.Origin == FigureOrigin.Data ? prefiller.Find(Source) : null;
        // In another section it stands last.
        figure.Ordinal = figure.OutlineSectionId == owner.OutlineSectionId ? figure.Ordinal : ReportOutline.FiguresMost + 1;
        (figure.OutlineSectionId, figure.Name, figure.Unit, figure.Source) = (owner.OutlineSectionId, Name?.Trim() ?? "", Unit.OrNull(), source?.Key);
        figure.Forms = source is { AsksForms: true } ? [.. Forms.Where(Enum.IsDefined).Distinct().Order()] : [];
        figure.Integrated = source is { AsksForms: true } ? Integrated : null;
        figure.TargetId = source is { AsksTarget: true } ? TargetId : null;
        figure.Parts = [.. Parts.Distinct()];
        (figure.OverId, figure.IsShare, figure.RollUp) = (OverId, IsShare, RollUp);
        (figure.MayCorrect, figure.IsCumulative, figure.CheckIsError) = (MayCorrect, IsCumulative, CheckIsError);
        OutlineChecks.Settle(figure, source);
    }

    private void Show(OutlineFigure figure)
    {
        (Name, Unit, PartId, Origin, Source, TargetId, Integrated, Forms) = (figure.Name, figure.Unit, figure.OutlineSectionId, figure.Origin, figure.Source, figure.TargetId, figure.Integrated, figure.Forms);
        (Parts, OverId, IsShare, RollUp, MayCorrect, IsCumulative, CheckIsError) = ([.. figure.Parts], figure.OverId, figure.IsShare, figure.RollUp, figure.MayCorrect, figure.IsCumulative, figure.CheckIsError);
    }

    private Task<IActionResult> AgainAsync()
    {
        ModelState.Remove(nameof(Revision));
        return this.AgainAsync(db, async () =>
        {
            await FindAsync();
            Revision = Outline.Revision;
        });
    }

    private async Task<OutlineFigure?> FindAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.FindDraftAsync(Id, cancellation) is not { } draft || OutlineOrder.Sections(draft) is not [var first, ..])
        {
            return null;
        }

        Outline = draft;
        targets = draft.PlanId is { } plan ? await db.Set<Target>().Where(target => target.PlanId == plan).OrderBy(target => target.Ordinal).ToDictionaryAsync(target => target.TargetId, target => target.Text, cancellation) : targets;
        Others = [.. draft.Figures.Where(other => other.OutlineFigureId != FigureId).OrderBy(other => other.Ordinal)];
        return FigureId is { } figureId ? draft.Figures.Find(figure => figure.OutlineFigureId == figureId)
            : draft.Figures.Count >= ReportOutline.FiguresMost ? null
            : new OutlineFigure { OutlineFigureId = Guid.CreateVersion7(), FigureId = Guid.CreateVersion7(), ReportOutlineId = Id, OutlineSectionId = first.OutlineSectionId, Ordinal = ReportOutline.FiguresMost + 1, Name = "", Origin = FigureOrigin.Data };
    }
}
