using Loa.Data;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Outlines.Edit;

/// <summary>Title, body, plan and place of a draft outline. A new version stays with the body of the one it replaces.</summary>
internal sealed class EditModel(LoaDbContext db, OutlineDesk desk, OutlineHead head, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    public OutlineHeadInput Input { get; set; } = new();

    public ReportOutline Outline { get; private set; } = null!;

    public bool MayChangeOwner => Outline.ReplacesId is null;

    public IReadOnlyList<PickerOption> Owners { get; private set; } = [];

    public IEnumerable<SelectListItem> Plans { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        Revision = Outline.Revision;
        Input = new OutlineHeadInput { Title = Outline.Title, OwnerId = Outline.OwnerAgencyId, PlanId = Outline.PlanId, PartOf = Outline.PartOf, PartNumber = Outline.PartNumber };
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (!MayChangeOwner || Input.OwnerId is null)
        {
            Input.OwnerId = Outline.OwnerAgencyId;
        }

        await head.CheckAsync(ModelState, nameof(Input), Input, Input.OwnerId == Outline.OwnerAgencyId ? Outline.PlanId : null, HttpContext.RequestAborted);
        if (ModelState.IsValid)
        {
            desk.Change(Outline, Revision, "Sửa đề cương báo cáo");
            Outline.OwnerAgencyId = Input.OwnerId.Value;
            OutlineHead.Take(Outline, Input);
            if (await this.TrySaveAsync(db, words["Người khác vừa sửa đề cương này; hãy xem lại rồi lưu."]))
            {
                return this.Done(words["Đã lưu đề cương."], ReportLinks.Outline(Id));
            }

            ModelState.Remove(nameof(Revision));
        }

        return await this.AgainAsync(db, async () =>
        {
            await FindAsync();
            Revision = Outline.Revision;
            await LoadAsync();
        });
    }

    private async Task<bool> FindAsync()
    {
        var found = await desk.FindDraftAsync(Id, HttpContext.RequestAborted);
        Outline = found ?? Outline;
        return found is not null;
    }

    private async Task LoadAsync()
    {
        Owners = await head.OwnersAsync(HttpContext.RequestAborted);
        Plans = await head.PlanItemsAsync(MayChangeOwner ? null : Outline.OwnerAgencyId, Outline.PlanId, HttpContext.RequestAborted);
    }
}
