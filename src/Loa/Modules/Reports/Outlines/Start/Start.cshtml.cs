using Loa.Data;
using Loa.Modules.Plans;
using Loa.Modules.Reports.Outlines.Composing;
using Loa.Platform.Security;
using Loa.Platform.Localization;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Outlines.Start;

/// <summary>What a new outline begins with.</summary>
public enum OutlineBegin
{
    /// <summary>The four usual sections.</summary>
    Standard = 1,

    /// <summary>The outline in the annex of its plan.</summary>
    Plan = 2,
    Empty = 3,
}

/// <summary>Starts an outline: from the one that came with a plan, from the usual sections, or empty.</summary>
internal sealed class StartModel(LoaDbContext db, OutlineDesk desk, OutlineHead head, PlanOutlines plans, ReportPrefiller prefiller, CurrentUser user, IStringLocalizer words) : PageModel
{
    /// <summary>Made with the form: pressing twice starts one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public OutlineHeadInput Input { get; set; } = new();

    [BindProperty]
    public OutlineBegin Begin { get; set; } = OutlineBegin.Standard;

    public IReadOnlyList<PickerOption> Owners { get; private set; } = [];

    public IEnumerable<SelectListItem> Plans { get; private set; } = [];

    public IEnumerable<SelectListItem> Begins =>
    [
        new(words["Mẫu bốn mục thường dùng, có sẵn số liệu"], nameof(OutlineBegin.Standard)),
        new(words["Đề cương kèm theo kế hoạch đã chọn"], nameof(OutlineBegin.Plan)),
        new(words["Đề cương trống"], nameof(OutlineBegin.Empty)),
    ];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "ke-hoach")] Guid? planId, [FromQuery(Name = "tu")] OutlineBegin? begin)
    {
        (NewId, Begin) = (Guid.CreateVersion7(), begin is { } wanted && Enum.IsDefined(wanted) ? wanted : OutlineBegin.Standard);
        Input.OwnerId = user.AgencyId;
        if (planId is not null)
        {
            if (await head.PlanAsync(planId, HttpContext.RequestAborted) is not { } plan)
            {
                return NotFound();
            }

            (Input.OwnerId, Input.PlanId, Begin) = (plan.OwnerAgencyId, plan.PlanId, OutlineBegin.Plan);
            Input.Title = Fit(VietnameseLocalizer.Instance["Báo cáo kết quả thực hiện {0}", plan.Reference ?? plan.Subject].Value);
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (NewId == Guid.Empty)
        {
            return NotFound();
        }

        if (await desk.Editable.AnyAsync(outline => outline.ReportOutlineId == NewId, cancellation))
        {
            return LocalRedirect(ReportLinks.Outline(NewId));
        }

        await head.CheckAsync(ModelState, nameof(Input), Input, null, cancellation);
        if (!ModelState.IsValid)
        {
            return await this.AgainAsync(db, LoadAsync);
        }

        var outline = new ReportOutline { ReportOutlineId = NewId, OwnerAgencyId = Input.OwnerId!.Value, Title = "" };
        OutlineHead.Take(outline, Input);
        if (await WriteAsync(outline, cancellation))
        {
            desk.Start(outline);
            if (await this.TrySaveAsync(db, words["Đề cương này đã được tạo; hãy xem trong danh sách."]))
            {
                return this.Done(words["Đã tạo đề cương; hãy xem lại từng mục rồi đưa vào dùng."], ReportLinks.Outline(NewId));
            }
        }

        return await this.AgainAsync(db, LoadAsync);
    }

    /// <returns>False where there is nothing to begin with, which then stands in the model state.</returns>
    private async Task<bool> WriteAsync(ReportOutline outline, CancellationToken cancellation)
    {
        var writer = new OutlineWriter(outline, prefiller.Find);
        if (Begin == OutlineBegin.Standard)
        {
            StandardOutline.Write(writer);
        }
        else if (Begin == OutlineBegin.Plan)
        {
            if (await head.PlanAsync(outline.PlanId, cancellation) is not { } plan)
            {
                ModelState.AddModelError($"{nameof(Input)}.{nameof(Input.PlanId)}", words["Hãy chọn kế hoạch có đề cương kèm theo."]);
                return false;
            }

            PlanOutlineReading.Write(writer, await plans.OfAsync(plan.PlanId, cancellation), [.. plan.Targets.OrderBy(target => target.Ordinal)]);
            if (outline.Sections.Count == 0)
            {
                ModelState.AddModelError(nameof(Begin), words["Văn bản kế hoạch này không kèm đề cương báo cáo; hãy bắt đầu từ mẫu hoặc đề cương trống."]);
                return false;
            }
        }

        return true;
    }

    private async Task LoadAsync()
    {
        Owners = await head.OwnersAsync(HttpContext.RequestAborted);
        Plans = await head.PlanItemsAsync(null, Input.PlanId, HttpContext.RequestAborted);
    }

    private static string Fit(string title) => title.Length <= ReportOutline.TitleMaxLength ? title : title[..ReportOutline.TitleMaxLength];
}
