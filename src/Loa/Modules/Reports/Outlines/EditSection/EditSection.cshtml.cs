using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Loa.Data;
using Loa.Platform;
using Loa.Platform.Figures;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Outlines.EditSection;

/// <summary>One section of a draft outline: its title, what to write there, and what is written from the data.</summary>
internal sealed class EditSectionModel(LoaDbContext db, OutlineDesk desk, ReportPrefiller prefiller, IStringLocalizer words) : PageModel
{
    private const int ShownMost = 80;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Null: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? SectionId { get; set; }

    /// <summary>Of the outline: its sections and figures are changed by one person at a time.</summary>
    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Hãy ghi tên mục.")]
    [StringLength(OutlineSection.TitleMaxLength, ErrorMessage = "Tiêu đề quá dài.")]
    public string? Title { get; set; }

    [BindProperty]
    [Range(1, OutlineSection.LevelMost, ErrorMessage = "Hãy chọn cấp có trong danh sách.")]
    public int Level { get; set; } = 1;

    /// <summary>The section behind which a new one stands; null: at the end.</summary>
    [BindProperty]
    public Guid? AfterId { get; set; }

    [BindProperty]
    [StringLength(OutlineSection.GuidanceMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Guidance { get; set; }

    [BindProperty]
    public List<string> Narratives { get; set; } = [];

    public ReportOutline Outline { get; private set; } = null!;

    public int FigureCount { get; private set; }

    /// <summary>Those of the section first, in its order.</summary>
    public IEnumerable<INarrative> All => prefiller.Narratives.OrderBy(narrative => Narratives.IndexOf(narrative.Key) is var place and >= 0 ? place : int.MaxValue);

    public IEnumerable<SelectListItem> Levels =>
    [
        new(words["Cấp 1, như 1"], "1"),
        new(words["Cấp 2, như 1.1"], "2"),
        new(words["Cấp 3, như 1.1.1"], "3"),
    ];

    public IEnumerable<SelectListItem> Places
    {
        get
        {
            var numbers = SectionNumbers.Of(OutlineOrder.Sections(Outline), Outline.PartNumber);
            return OutlineOrder.Sections(Outline).Select(part => new SelectListItem(words["Sau mục {0}. {1}", numbers[part.OutlineSectionId], Short(part.Title)], part.OutlineSectionId.ToString())).Prepend(new SelectListItem(words["Cuối đề cương"], ""));
        }
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is not { } part)
        {
            return NotFound();
        }

        Revision = Outline.Revision;
        (Title, Level, Guidance, Narratives) = (part.Title, part.Level, part.Guidance, [.. part.Narratives]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } part)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            desk.Change(Outline, Revision, SectionId is null ? "Thêm mục vào đề cương" : "Sửa mục của đề cương");
            (part.Title, part.Level, part.Guidance) = (Title!.Trim(), Level, Guidance.OrNull()?.ReplaceLineEndings("\n"));
            part.Narratives = [.. Narratives.Where(key => prefiller.Narratives.Any(narrative => narrative.Key == key)).Distinct()];
            if (SectionId is null)
            {
                Place(part);
                desk.Add(Outline, part);
            }

            if (await this.TrySaveAsync(db, words["Người khác vừa sửa đề cương này; hãy xem lại rồi lưu."]))
            {
                return this.Done(words["Đã lưu mục."], $"{ReportLinks.Outline(Id)}#{Detail.OutlineModel.Anchor(part)}");
            }

            ModelState.Remove(nameof(Revision));
        }

        return await this.AgainAsync(db, async () =>
        {
            await FindAsync();
            Revision = Outline.Revision;
        });
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (SectionId is null || await FindAsync() is not { } part)
        {
            return NotFound();
        }

        ModelState.Clear();
        (Title, Level, Guidance, Narratives) = (part.Title, part.Level, part.Guidance, [.. part.Narratives]);
        if (OutlineChecks.UsersOf(Outline, OutlineOrder.Figures(Outline, part.OutlineSectionId)) is [var user, ..])
        {
            ModelState.AddModelError("", words["Số liệu “{0}” ở mục khác đang dùng số của mục này; hãy sửa số liệu đó trước.", user.Name]);
        }
        else
        {
            desk.Change(Outline, Revision, "Bỏ mục của đề cương");
            desk.Remove(Outline, part);
            if (await this.TrySaveAsync(db, words["Người khác vừa sửa đề cương này; hãy xem lại rồi làm tiếp."]))
            {
                return this.Done(words["Đã bỏ mục."], ReportLinks.Outline(Id));
            }
        }

        return await this.AgainAsync(db, async () =>
        {
            await FindAsync();
            Revision = Outline.Revision;
        });
    }

    /// <summary>Makes room directly behind the chosen section.</summary>
    private void Place(OutlineSection added)
    {
        var sections = OutlineOrder.Sections(Outline);
        var after = AfterId is { } id ? sections.FindIndex(part => part.OutlineSectionId == id) : -1;
        after = after < 0 ? sections.Count - 1 : after;
        for (var i = 0; i < sections.Count; i++)
        {
            sections[i].Ordinal = i < after + 1 ? i + 1 : i + 2;
        }

        added.Ordinal = after + 2;
    }

    private static string Short(string text) => text.Length <= ShownMost ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, ShownMost)}…");

    private async Task<OutlineSection?> FindAsync()
    {
        if (await desk.FindDraftAsync(Id, HttpContext.RequestAborted) is not { } draft)
        {
            return null;
        }

        Outline = draft;
        if (SectionId is not { } sectionId)
        {
            return draft.Sections.Count >= ReportOutline.SectionsMost ? null : new OutlineSection { OutlineSectionId = Guid.CreateVersion7(), SectionId = Guid.CreateVersion7(), ReportOutlineId = Id, Title = "" };
        }

        FigureCount = OutlineOrder.Figures(draft, sectionId).Count;
        return draft.Sections.Find(part => part.OutlineSectionId == sectionId);
    }
}
