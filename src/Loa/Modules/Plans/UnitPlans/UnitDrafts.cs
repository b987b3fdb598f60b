using Loa.Data;
using Loa.Documents.Blocks;
using Loa.Documents.Plans;
using Loa.Documents.Writing;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Document;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Reading;
using Loa.Modules.Plans.UnitPlans.Composing;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.UnitPlans;

/// <summary>Plans that agencies draw up from a plan above: who may, what there is already, starting, the document.</summary>
internal sealed class UnitDrafts(LoaDbContext db, FileStore files, UnitViews views, ParentEditions parents, Calendar calendar, CurrentUser user, AuditScope audit)
{
    public const int AgenciesMost = 400;

    /// <summary>Agencies of the person that carry work of the plan, in tree order. The body whose plan it is does not carry itself out.</summary>
    public IQueryable<Agency> Starters(Guid planId) => db.Set<Agency>().AsNoTracking().Within(user.Scope(Permissions.PlansEdit), agency => agency.Path)
        .Where(agency => db.Set<Assignment>().Any(work => work.PlanId == planId && work.HolderAgencyId == agency.AgencyId) && !db.Set<Plan>().Any(plan => plan.PlanId == planId && plan.OwnerAgencyId == agency.AgencyId))
        .OrderBy(agency => agency.Path);

    public Task<Guid?> OpenAsync(Guid planId, Guid agencyId, CancellationToken cancellationToken) =>
        db.Set<PlanImport>().Where(import => import.StartedFromPlanId == planId && import.OwnerAgencyId == agencyId && import.Status == ImportStatus.Draft).Select(import => (Guid?)import.PlanImportId).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The agency's own plan in force that carries the plan out.</summary>
    public Task<LinkedPlan?> IssuedAsync(Guid planId, Guid agencyId, CancellationToken cancellationToken) =>
        db.Set<Plan>().AsNoTracking().Where(plan => plan.ParentPlanId == planId && plan.OwnerAgencyId == agencyId && plan.Status == PlanStatus.Issued).OrderByDescending(plan => plan.IssuedAt)
            .Select(plan => new LinkedPlan(plan.PlanId, plan.Subject, plan.Reference)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The draft that a plan was issued from, to draw up its next edition; null when it was not written here.</summary>
    public async Task<PlanDraft?> EditionOfAsync(Guid unitPlanId, CancellationToken cancellationToken)
    {
        var json = await db.Set<PlanImport>().Where(import => import.PlanId == unitPlanId && import.StartedFromPlanId != null).Select(import => import.Draft).FirstOrDefaultAsync(cancellationToken);
        if (json is null)
            return null;
        var draft = DraftJson.Read(json);
        (draft.Heading.Reference, draft.Heading.Date) = ("/" + UnitPlanDocument.Numbered(draft.Heading.Reference).Symbol, null);
        draft.Heading.Version++;
        await parents.FollowAsync(draft, cancellationToken);
        return draft;
    }

    /// <returns>The new draft, or the one that somebody started a moment before.</returns>
    public async Task<Guid> StartAsync(Guid planId, Agency agency, PlanDraft draft, Guid? replacesPlanId, CancellationToken cancellationToken)
    {
        if (await OpenAsync(planId, agency.AgencyId, cancellationToken) is { } open)
            return open;
        audit.Describe("Bắt đầu soạn kế hoạch của đơn vị");
        var import = new PlanImport
        {
            PlanImportId = Guid.CreateVersion7(),
            OwnerAgencyId = agency.AgencyId,
            CreatedById = user.UserId ?? Guid.Empty,
            CreatedAt = calendar.UtcNow,
            EditedAt = calendar.UtcNow,
            EditedBy = user.Name,
            FileName = FileName(agency, draft),
            Sha256 = "",
            Status = ImportStatus.Draft,
            ReplacesPlanId = replacesPlanId,
            StartedFromPlanId = planId,
            ParentPlanId = planId,
        };
        import.SetDraft(draft);
        var file = await files.SaveAsync(await ComposeAsync(import, draft, cancellationToken), import.FileName, cancellationToken: cancellationToken);
        (import.FileId, import.Sha256) = (file.StoredFileId, file.Sha256);
        db.AddRange(import, new ImportReading { PlanImportId = import.PlanImportId, Json = NothingRead.ToJson() });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return import.PlanImportId;
        }
        catch (DbUpdateException twice) when (twice.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return await OpenAsync(planId, agency.AgencyId, cancellationToken) ?? throw new InvalidOperationException("The draft that was there a moment ago is gone.", twice);
        }
    }

    /// <summary>The draft as DOCX.</summary>
    public async Task<MemoryStream> ComposeAsync(PlanImport import, PlanDraft draft, CancellationToken cancellationToken) =>
        Write(draft, (await views.LoadAsync(import, draft, cancellationToken))!, calendar.VietnamToday.Year);

    public static MemoryStream Write(PlanDraft draft, UnitView unit, int openYear)
    {
        var stream = new MemoryStream();
        DocumentWriter.Write(UnitPlanDocument.Compose(draft, unit.Clauses.ToDictionary(pair => pair.Key, pair => pair.Value.Label), unit.Parent.Reference, openYear), stream);
        stream.Position = 0;
        return stream;
    }

    public static string FileName(Agency agency, PlanDraft draft) => $"ke-hoach-{agency.Code}{(draft.Heading.Year is { } year ? $"-{year}" : "")}.docx";

    private static StoredReading NothingRead => new()
    {
        Content = new PlanContent { Document = new PlanHeading() },
        Spans = new Dictionary<string, IReadOnlyList<TextSpan>>(),
        Confidence = new Dictionary<string, double>(),
        Source = new SourceView(SourceFormat.Docx, false, null, [], []),
    };
}
