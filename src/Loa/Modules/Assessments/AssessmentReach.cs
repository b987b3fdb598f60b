using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Assessments;

/// <summary>Whom a choice of an agency, a subtree or a group means today; only agencies for which the person may issue.</summary>
internal sealed class AssessmentReach(LoaDbContext db, AgencyGroups groups, AgencyOptions options, CurrentUser user, Calendar calendar, IStringLocalizer words)
{
    public async Task<IReadOnlyList<Guid>> ResolveAsync(string target, Guid ownerId, CancellationToken cancellationToken)
    {
        var allowed = db.Set<Agency>().AsNoTracking().ExistingOn(calendar.VietnamToday).Within(user.Scope(Permissions.PlansIssue), agency => agency.Path);
        if (AgencyTarget.Agency(target) is { } agencyId)
        {
            allowed = allowed.Where(agency => agency.AgencyId == agencyId);
        }
        else if (AgencyTarget.Subtree(target) is { } rootId)
        {
            allowed = allowed.Where(agency => agency.AgencyId != rootId && db.Set<Agency>().Any(root => root.AgencyId == rootId && agency.Path.StartsWith(root.Path)));
        }
        else if (AgencyTarget.Group(target) is { } groupId && await db.Set<AgencyGroup>().AsNoTracking().Include(group => group.Members).FirstOrDefaultAsync(group => group.AgencyGroupId == groupId, cancellationToken) is { } named)
        {
            var ids = (await groups.MeantAsync(named, ownerId, calendar.VietnamToday, cancellationToken)).Select(agency => agency.AgencyId).ToList();
            allowed = allowed.Where(agency => ids.Contains(agency.AgencyId));
        }
        else
        {
            return [];
        }

        return await allowed.Select(agency => agency.AgencyId).Take(Assessment.AgenciesMost).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<PickerOption>> ChoicesAsync(CancellationToken cancellationToken)
    {
        var named = await db.Set<AgencyGroup>().OrderBy(group => group.SortOrder).ThenBy(group => group.AgencyGroupId).Select(group => new { group.AgencyGroupId, group.Name }).ToListAsync(cancellationToken);
        var agencies = await options.WithinAsync(user.Scope(Permissions.PlansIssue), cancellationToken);
        return
        [
            .. named.Select(group => new PickerOption(AgencyTarget.Of(null, group.AgencyGroupId), group.Name, Note: words["Nhóm cơ quan"])),
            .. agencies.Select(agency => agency with { Value = AgencyTarget.Of(Guid.Parse(agency.Value), null) }),
        ];
    }
}
