using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Issue;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Import.Confirm;

/// <summary>What will happen, before it happens.</summary>
internal sealed class ConfirmModel(PlanImports imports, PlanIssuer issuer, AgencyScope scope, IStringLocalizer words) : PageModel
{
    public const string AcceptField = "Accept";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The officer saw that some names reach nobody.</summary>
    [BindProperty(Name = AcceptField)]
    public bool Accept { get; set; }

    /// <summary>The revision of the draft that the page showed: a later edit must be seen before it is issued.</summary>
    [BindProperty]
    public long Revision { get; set; }

    public PlanImport Import { get; private set; } = null!;

    public IssuePreview Preview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } away)
            return away;
        if (!await scope.CoversAsync(Permissions.PlansIssue, Import.OwnerAgencyId, cancellation))
            return NotFound();
        if (!Preview.CanIssue)
            return Again("", words["Chưa ban hành được: kế hoạch cần có trích yếu và ít nhất một nhiệm vụ."], StatusCodes.Status400BadRequest);
        if (Preview.Unresolved.Count > 0 && !Accept)
            return Again(AcceptField, words["Còn {0} tên cơ quan chưa xác định; hãy xác định, hoặc đánh dấu rằng bạn đồng ý để trống.", Preview.Unresolved.Count], StatusCodes.Status400BadRequest);
        if (Import.Revision != Revision)
            return Again("", words["Bản nháp vừa được sửa sau khi trang này mở ra; hãy xem lại rồi ban hành."], StatusCodes.Status409Conflict);

        var plan = await issuer.IssueAsync(Import, DraftJson.Read(Import.Draft!), cancellation);
        if (plan is null)
            return Redirect(PlanLinks.Review(Id));
        TempData.Flash(Tone.Good, words["Đã ban hành: {0} nhiệm vụ giao cho {1} cơ quan.", plan.TaskCount, plan.AgencyCount]);
        return Redirect(PlanLinks.Plan(plan.PlanId));
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await imports.FindAsync(Id, cancellation) is not { } import)
            return NotFound();
        if (import is not { Status: ImportStatus.Draft, Draft: { } json })
            return Redirect(PlanLinks.Review(Id));
        // A plan that is written here is issued with its number and its document.
        if (import.IsWritten)
            return Redirect(PlanLinks.Record(Id));
        Import = import;
        Preview = await issuer.PreviewAsync(import, DraftJson.Read(json), cancellation);
        return null;
    }

    private PageResult Again(string field, string message, int status)
    {
        ModelState.Remove(nameof(Revision));
        ModelState.AddModelError(field, message);
        Response.StatusCode = status;
        return Page();
    }
}
