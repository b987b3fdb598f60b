using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Import.Names;

/// <summary>Resolves the agencies of a draft against the tree, and remembers what the officer says they are.</summary>
internal sealed class DraftAgencies(LoaDbContext db, AgencyResolver resolver, PlanAuthority authority, AuditScope audit)
{
    public async Task<DraftNames> ResolveAsync(PlanDraft draft, Guid ownerAgencyId, CancellationToken cancellation)
    {
        var matches = await resolver.ResolveAsync(DraftNames.Used(draft).Select(use => use.Text), ownerAgencyId, draft.Heading.Date, cancellation);
        return new DraftNames(draft, matches) { CommandedPath = await authority.CommandedPathAsync(ownerAgencyId, cancellation) };
    }

    /// <returns>False when the target is not one of this tree.</returns>
    public async Task<bool> RememberAsync(Guid ownerAgencyId, string name, string? target, CancellationToken cancellation)
    {
        audit.Describe("Xác định cơ quan trong kế hoạch");
        if (string.IsNullOrWhiteSpace(name))
            return false;
        for (var attempt = 1; ; attempt++)
        {
            if (!await DecideAsync(ownerAgencyId, name, target, cancellation))
                return false;
            try
            {
                await db.SaveChangesAsync(cancellation);
                return true;
            }
            catch (DbUpdateException problem) when (attempt < DraftStore.Attempts && (problem is DbUpdateConcurrencyException || problem.IsDuplicate()))
            {
                // Somebody decided about the same name in the same moment: theirs stands now, and this one comes after it.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<bool> DecideAsync(Guid ownerAgencyId, string name, string? target, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(target))
            await resolver.ForgetAsync(name, ownerAgencyId, cancellation);
        else if (target == AgencyTarget.Outside)
            await resolver.RememberOutsideAsync(name, ownerAgencyId, cancellation);
        else if (AgencyTarget.Agency(target) is { } agency && await db.Set<Agency>().AnyAsync(a => a.AgencyId == agency, cancellation))
            await resolver.RememberAgencyAsync(name, agency, ownerAgencyId, cancellation);
        else if (AgencyTarget.Group(target) is { } group && await db.Set<AgencyGroup>().AnyAsync(g => g.AgencyGroupId == group, cancellation))
            await resolver.RememberGroupAsync(name, group, ownerAgencyId, cancellation);
        else
            return false;
        return true;
    }
}
