using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Document;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Reading;
using Loa.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Detail;

/// <summary>A plan with all it holds, as its page shows it.</summary>
internal sealed class PlanDetail
{
    public required Plan Plan { get; init; }

    public required StoredFile File { get; init; }

    public required string OwnerName { get; init; }

    /// <summary>Basis → the plan in Loa that it names.</summary>
    public required IReadOnlyDictionary<Guid, LinkedPlan> Links { get; init; }

    /// <summary>Plans in Loa that rest on this one.</summary>
    public required IReadOnlyList<LinkedPlan> RestingOnThis { get; init; }

    public LinkedPlan? ReplacedBy { get; init; }

    public required SourceView Source { get; init; }

    /// <summary>An outline of reports came with the plan, see <see cref="PlanOutlines"/>.</summary>
    public required bool HasReportOutline { get; init; }

    /// <summary>Targets of plans above that say what is counted in this one.</summary>
    public required IReadOnlyDictionary<Guid, Target> Definitions { get; init; }

    /// <summary>Where numerator and denominator of a target are said; null where nobody did.</summary>
    public Target? Definition(Target target) =>
        (target.DefinitionId is { } id ? Definitions.GetValueOrDefault(id) : target) is { } found && (found.Numerator ?? found.Denominator) is not null ? found : null;

    public Passages Passages => new(PlanPassages.Of(Plan));

    public static async Task<PlanDetail?> LoadAsync(LoaDbContext db, Guid planId, CancellationToken cancellation)
    {
        var plan = await db.Set<Plan>().AsNoTracking().AsSplitQuery()
            .Include(p => p.Bases.OrderBy(b => b.Ordinal)).Include(p => p.Texts.OrderBy(t => t.Ordinal)).Include(p => p.Targets.OrderBy(t => t.Ordinal))
            .Include(p => p.Tasks.OrderBy(t => t.Ordinal)).ThenInclude(t => t.Agencies.OrderBy(a => a.Ordinal))
            .Include(p => p.Responsibilities.OrderBy(r => r.Ordinal)).ThenInclude(r => r.Duties.OrderBy(d => d.Ordinal))
            .Include(p => p.Cadences.OrderBy(c => c.Ordinal)).Include(p => p.Reporting.OrderBy(r => r.Ordinal))
            .FirstOrDefaultAsync(p => p.PlanId == planId, cancellation);
        if (plan is null)
            return null;
        var reading = await ReadingAsync(db, plan, cancellation);
        return new PlanDetail
        {
            Plan = plan,
            File = await db.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.StoredFileId == plan.FileId, cancellation),
            OwnerName = await db.Set<Agency>().Where(a => a.AgencyId == plan.OwnerAgencyId).Select(a => a.Name).SingleAsync(cancellation),
            Links = await LinksAsync(db, plan, cancellation),
            RestingOnThis = await RestingAsync(db, plan, cancellation),
            ReplacedBy = await db.Set<Plan>().Where(p => p.ReplacesPlanId == planId).Select(p => new LinkedPlan(p.PlanId, p.Subject, p.Reference)).FirstOrDefaultAsync(cancellation),
            Source = reading.Source,
            HasReportOutline = reading.Content.ReportOutline.Count > 0,
            Definitions = await DefinitionsAsync(db, plan, cancellation),
        };
    }

    private static async Task<Dictionary<Guid, Target>> DefinitionsAsync(LoaDbContext db, Plan plan, CancellationToken cancellation)
    {
        var ids = plan.Targets.Select(target => target.DefinitionId).OfType<Guid>().ToList();
        return ids.Count == 0 ? [] : await db.Set<Target>().AsNoTracking().Where(target => ids.Contains(target.TargetId)).ToDictionaryAsync(target => target.TargetId, cancellation);
    }

    public static async Task<SourceView> SourceAsync(LoaDbContext db, Plan plan, CancellationToken cancellation) => (await ReadingAsync(db, plan, cancellation)).Source;

    private static async Task<StoredReading> ReadingAsync(LoaDbContext db, Plan plan, CancellationToken cancellation) =>
        StoredReading.Parse(await db.Set<ImportReading>().AsNoTracking().Where(r => r.PlanImportId == plan.PlanImportId).Select(r => r.Json).SingleAsync(cancellation));

    /// <summary>By reference, and by date where both name one: "523/KH-UBND" alone exists in every province and year.</summary>
    private static async Task<Dictionary<Guid, LinkedPlan>> LinksAsync(LoaDbContext db, Plan plan, CancellationToken cancellation)
    {
        var keys = plan.Bases.Select(b => b.ReferenceKey).OfType<string>().Distinct().ToList();
        var found = await db.Set<Plan>().AsNoTracking().Where(p => p.Status == PlanStatus.Issued && p.ReferenceKey != null && keys.Contains(p.ReferenceKey) && p.PlanId != plan.PlanId)
            .OrderByDescending(p => p.IssuedAt).Select(p => new { p.PlanId, p.Subject, p.Reference, p.ReferenceKey, p.Date }).ToListAsync(cancellation);
        return plan.Bases
            .Select(basis => (basis.PlanBasisId, Plan: found.Find(p => p.ReferenceKey == basis.ReferenceKey && (basis.Date is null || p.Date is null || basis.Date == p.Date))))
            .Where(pair => pair.Plan is not null)
            .ToDictionary(pair => pair.PlanBasisId, pair => new LinkedPlan(pair.Plan!.PlanId, pair.Plan.Subject, pair.Plan.Reference));
    }

    private static async Task<List<LinkedPlan>> RestingAsync(LoaDbContext db, Plan plan, CancellationToken cancellation) => plan.ReferenceKey is null
        ? []
        : await db.Set<Plan>().AsNoTracking()
            .Where(p => p.Status == PlanStatus.Issued && p.PlanId != plan.PlanId && p.Bases.Any(b => b.ReferenceKey == plan.ReferenceKey && (b.Date == null || plan.Date == null || b.Date == plan.Date)))
            .OrderByDescending(p => p.Date).ThenBy(p => p.PlanId).Take(50)
            .Select(p => new LinkedPlan(p.PlanId, p.Subject, p.Reference)).ToListAsync(cancellation);
}

