using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Issue;
using Loa.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.UnitPlans;

/// <summary>A written draft with its number and date becomes a plan.</summary>
internal sealed class UnitIssue(LoaDbContext db, UnitDrafts drafts, PlanIssuer issuer, FileStore files)
{
    /// <summary>What issuing would do; nothing is changed.</summary>
    public async Task<IssuePreview> PreviewAsync(PlanImport import, PlanDraft draft, CancellationToken cancellationToken) =>
        await issuer.PreviewAsync(import, UnitDraft.Owned(draft, (await AgencyAsync(import, cancellationToken)).Name), cancellationToken);

    /// <returns>Null when another person issued, discarded or edited the draft in the meantime.</returns>
    public async Task<Plan?> IssueAsync(PlanImport import, PlanDraft draft, StoredFile? signed, CancellationToken cancellationToken)
    {
        var agency = await AgencyAsync(import, cancellationToken);
        import.SetDraft(draft);
        var docx = await drafts.ComposeAsync(import, draft, cancellationToken);
        var reading = WrittenDocument.Read(docx);
        docx.Position = 0;
        var file = await files.SaveAsync(docx, UnitDrafts.FileName(agency, draft), cancellationToken: cancellationToken);
        (await db.Set<ImportReading>().SingleAsync(row => row.PlanImportId == import.PlanImportId, cancellationToken)).Json = reading.ToJson();
        var issued = DraftJson.Read(import.Draft!);
        WrittenDocument.Locate(issued, reading.Content);
        return await issuer.IssueAsync(import, UnitDraft.Owned(issued, agency.Name), new WrittenDocument(file, reading, signed), cancellationToken);
    }

    /// <summary>The days that the plan cannot be signed before.</summary>
    public async Task<UnitDays> DaysAsync(PlanImport import, CancellationToken cancellationToken)
    {
        var agency = await AgencyAsync(import, cancellationToken);
        return new UnitDays(agency.Name, agency.ValidFrom, await db.Set<Plan>().Where(plan => plan.PlanId == import.StartedFromPlanId).Select(plan => plan.Date).SingleOrDefaultAsync(cancellationToken));
    }

    private Task<Agency> AgencyAsync(PlanImport import, CancellationToken cancellationToken) => db.Set<Agency>().AsNoTracking().SingleAsync(agency => agency.AgencyId == import.OwnerAgencyId, cancellationToken);
}

/// <param name="AgencyName">By the name that the tree knows.</param>
/// <param name="AgencyFrom">Since when there is the agency.</param>
/// <param name="ParentDate">When the plan above was signed.</param>
internal sealed record UnitDays(string AgencyName, DateOnly? AgencyFrom, DateOnly? ParentDate);
