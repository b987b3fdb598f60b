using Loa.Data;
using Loa.Modules.Plans.UnitPlans;
using Loa.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Detail;

/// <summary>A unit's plan as the plan above lists it.</summary>
internal sealed record UnitPlanRow(Guid PlanId, string Subject, string? Reference, DateOnly? Date, string Owner);

/// <summary>Where a plan stands in the cascade: the plan above it, the plans of units below it, its signed document.</summary>
internal sealed class PlanCascade
{
    /// <summary>The others are on the page of coverage.</summary>
    public const int UnitsShown = 5;

    public required Plan Plan { get; init; }

    public LinkedPlan? Parent { get; init; }

    public PlanStatus ParentStatus { get; init; }

    public required IReadOnlyList<UnitPlanRow> Units { get; init; }

    public int UnitCount { get; init; }

    public StoredFile? Signed { get; init; }

    /// <summary>The person may draw up a plan of their own agency from this one.</summary>
    public bool MayStart { get; init; }

    /// <summary>It was written here, so a signed document is wanted, and the person may add it.</summary>
    public bool MaySign { get; init; }

    public static async Task<PlanCascade> LoadAsync(LoaDbContext db, Plan plan, UnitDrafts drafts, bool mayIssue, CancellationToken cancellationToken)
    {
        var parent = plan.ParentPlanId is { } parentId ? await db.Set<Plan>().AsNoTracking().Where(p => p.PlanId == parentId).Select(p => new { p.PlanId, p.Subject, p.Reference, p.Status }).SingleAsync(cancellationToken) : null;
        var units = db.Set<Plan>().AsNoTracking().Where(p => p.ParentPlanId == plan.PlanId && p.Status == PlanStatus.Issued);
        return new PlanCascade
        {
            Plan = plan,
            Parent = parent is null ? null : new LinkedPlan(parent.PlanId, parent.Subject, parent.Reference),
            ParentStatus = parent?.Status ?? PlanStatus.Issued,
            Units = await units.Join(db.Set<Agencies.Agency>(), p => p.OwnerAgencyId, agency => agency.AgencyId, (p, agency) => new { p, agency.Name })
                .OrderByDescending(row => row.p.IssuedAt).ThenBy(row => row.p.PlanId).Take(UnitsShown)
                .Select(row => new UnitPlanRow(row.p.PlanId, row.p.Subject, row.p.Reference, row.p.Date, row.Name)).ToListAsync(cancellationToken),
            UnitCount = await units.CountAsync(cancellationToken),
            Signed = plan.SignedFileId is { } fileId ? await db.Set<StoredFile>().AsNoTracking().SingleAsync(file => file.StoredFileId == fileId, cancellationToken) : null,
            MayStart = plan.Status == PlanStatus.Issued && await drafts.Starters(plan.PlanId).AnyAsync(cancellationToken),
            MaySign = mayIssue && plan.Status == PlanStatus.Issued && await db.Set<Import.PlanImport>().AnyAsync(import => import.PlanImportId == plan.PlanImportId && import.StartedFromPlanId != null, cancellationToken),
        };
    }
}
