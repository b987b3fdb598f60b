using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Outlines;

/// <summary>Title, body and plan of an outline, as they are typed.</summary>
public sealed class OutlineHeadInput
{
    [Required(ErrorMessage = "Hãy ghi tên đề cương.")]
    [StringLength(ReportOutline.TitleMaxLength, ErrorMessage = "Tiêu đề quá dài.")]
    public string? Title { get; set; }

    public Guid? OwnerId { get; set; }

    public Guid? PlanId { get; set; }

    [StringLength(ReportOutline.TitleMaxLength, ErrorMessage = "Tiêu đề quá dài.")]
    public string? PartOf { get; set; }

    [StringLength(OutlineSection.NumberMaxLength, ErrorMessage = "Số mục quá dài.")]
    public string? PartNumber { get; set; }
}

/// <summary>Choices and checks of <see cref="OutlineHeadInput"/>, for a new outline and for a draft.</summary>
internal sealed class OutlineHead(LoaDbContext db, ReportScope scope, AgencyOptions options, CurrentUser user, IStringLocalizer words)
{
    private const int PlansMost = 200;

    /// <summary>Issued plans of bodies for which one runs reports.</summary>
    private IQueryable<Plan> Plans
    {
        get
        {
            var kept = scope.Agencies(Permissions.ReportsRun);
            return db.Set<Plan>().AsNoTracking().Where(plan => plan.Status == PlanStatus.Issued && kept.Any(agency => agency.AgencyId == plan.OwnerAgencyId));
        }
    }

    public Task<IReadOnlyList<PickerOption>> OwnersAsync(CancellationToken cancellationToken) => options.WithinAsync(user.Scope(Permissions.ReportsRun), cancellationToken);

    public Task<Plan?> PlanAsync(Guid? planId, CancellationToken cancellationToken) => Plans.Include(plan => plan.Targets).FirstOrDefaultAsync(plan => plan.PlanId == planId, cancellationToken);

    /// <param name="ownerId">Null: of all bodies for which one runs reports.</param>
    /// <param name="chosen">Stands in the list also where it is no longer in force, if an outline of one's own is of it.</param>
    public async Task<IEnumerable<SelectListItem>> PlanItemsAsync(Guid? ownerId, Guid? chosen, CancellationToken cancellationToken)
    {
        var plans = await Plans.Where(plan => ownerId == null || plan.OwnerAgencyId == ownerId).OrderByDescending(plan => plan.Date).ThenBy(plan => plan.PlanId).Take(PlansMost)
            .Select(plan => new { plan.PlanId, plan.Reference, plan.Subject }).ToListAsync(cancellationToken);
        if (chosen is { } id && plans.TrueForAll(plan => plan.PlanId != id))
        {
            var (issued, outlines) = (Plans, scope.Outlines(Permissions.ReportsRun));
            plans.AddRange(await db.Set<Plan>().Where(plan => plan.PlanId == id && (ownerId == null || plan.OwnerAgencyId == ownerId) && (issued.Any(one => one.PlanId == id) || outlines.Any(outline => outline.PlanId == id))).Select(plan => new { plan.PlanId, plan.Reference, plan.Subject }).ToListAsync(cancellationToken));
        }

        return plans.Select(plan => new SelectListItem(plan.Reference is null ? plan.Subject : $"{plan.Reference} {plan.Subject}", plan.PlanId.ToString())).Prepend(new SelectListItem(words["Không theo kế hoạch nào"], ""));
    }

    /// <param name="known">The plan that the outline has already: it may since have been replaced.</param>
    public async Task CheckAsync(ModelStateDictionary state, string prefix, OutlineHeadInput input, Guid? known, CancellationToken cancellationToken)
    {
        if (input.OwnerId is not { } owner || !await scope.Agencies(Permissions.ReportsRun).AnyAsync(agency => agency.AgencyId == owner, cancellationToken))
        {
            state.AddModelError($"{prefix}.{nameof(input.OwnerId)}", words["Hãy chọn cơ quan yêu cầu báo cáo."]);
            return;
        }

        if (input.PlanId is { } plan && plan != known && !await Plans.AnyAsync(found => found.PlanId == plan && found.OwnerAgencyId == owner, cancellationToken))
        {
            state.AddModelError($"{prefix}.{nameof(input.PlanId)}", words["Hãy chọn một kế hoạch do chính cơ quan này ban hành."]);
        }

        if (input.PartNumber.OrNull() is not null && input.PartOf.OrNull() is null)
        {
            state.AddModelError($"{prefix}.{nameof(input.PartOf)}", words["Hãy ghi báo cáo lớn mà đề cương này là một mục, hoặc bỏ số mục."]);
        }
    }

    public static void Take(ReportOutline outline, OutlineHeadInput input) =>
        (outline.Title, outline.PlanId, outline.PartOf, outline.PartNumber) = (input.Title!.Trim(), input.PlanId, input.PartOf.OrNull(), input.PartNumber.OrNull());
}
