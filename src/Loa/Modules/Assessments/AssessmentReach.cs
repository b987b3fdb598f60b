using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Assessments;

/// <summary>Whom a choice of an agency, of what stands below one, or of a group means today; only agencies for which the person may issue.</summary>
internal sealed class AssessmentReach(LoaDbContext db, AgencyTargets targets, CurrentUser user, Calendar calendar)
{
    public async Task<IReadOnlyList<Guid>> ResolveAsync(string target, Guid ownerId, CancellationToken cancellationToken)
    {
        var allowed = db.Set<Agency>().AsNoTracking().ExistingOn(calendar.VietnamToday).Within(user.Scope(Permissions.PlansIssue), agency => agency.Path);
        return await targets.FindAsync(target, ownerId, allowed, cancellationToken) is { } meant
            // Whoever stands at the top assesses the others.
            ? await meant.Agencies.Where(agency => agency.AgencyId != meant.RootId).Select(agency => agency.AgencyId).Take(Assessment.AgenciesMost).ToListAsync(cancellationToken)
            : [];
    }
}
