using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Circulations;

/// <summary>
/// Whom a choice of agencies, subtrees and groups means today. One can send to the agencies one keeps (<see cref="Permissions.PlansIssue"/>), and a plan also to
/// those who have work in it, where one may issue for the body whose plan it is; of a group or a subtree the others are left out.
/// </summary>
internal sealed class CirculationReach(LoaDbContext db, AgencyTargets agencyTargets, AgencyScope scope, CurrentUser user, Calendar calendar, IStringLocalizer words)
{
    /// <summary>Stands for the agencies that have work in the plan.</summary>
    public const string PlanTarget = "ke-hoach";

    public async Task<Reach> ResolveAsync(IReadOnlyList<string> targets, Guid senderId, Guid? planId, CancellationToken cancellationToken)
    {
        var labels = new List<ReachTarget>();
        var found = new List<ReachedAgency>();
        foreach (var target in targets.Distinct())
        {
            if (await ReadAsync(target, senderId, planId, cancellationToken) is not { } meant)
            {
                labels.Add(new ReachTarget(target, words["Cơ quan không còn hoặc ngoài phạm vi của bạn"], 0));
                continue;
            }

            var agencies = await meant.Agencies.OrderBy(agency => agency.Level).ThenBy(agency => agency.SortOrder).ThenBy(agency => agency.AgencyId)
                .Select(agency => new ReachedAgency(agency.AgencyId, agency.Name,
                    db.Set<RoleGrant>().Where(grant => grant.AgencyId == agency.AgencyId && db.Set<User>().Any(person => person.Id == grant.UserId && !person.IsDisabled)).Select(grant => grant.UserId).Distinct().Count()))
                .ToListAsync(cancellationToken);
            labels.Add(new ReachTarget(target, meant.Label, agencies.Count));
            found.AddRange(agencies);
        }

        return new Reach(labels, [.. found.DistinctBy(agency => agency.AgencyId)]);
    }

    private async Task<(string Label, IQueryable<Agency> Agencies)?> ReadAsync(string target, Guid senderId, Guid? planId, CancellationToken cancellationToken)
    {
        var all = await MeansAllAsync(planId, cancellationToken);
        var allowed = Allowed(all ? planId : null);
        if (target == PlanTarget && planId is not null)
        {
            return all
                ? (words["Các cơ quan có việc trong kế hoạch"], WithWork(planId.Value))
                : (words["Các cơ quan trong phạm vi của bạn có việc trong kế hoạch"], WithWork(planId.Value).Where(agency => allowed.Any(kept => kept.AgencyId == agency.AgencyId)));
        }

        return await agencyTargets.FindAsync(target, senderId, allowed, cancellationToken) is { } found
            ? (found.RootId is null ? found.Name : words["{0} và các cơ quan bên dưới", found.Name].Value, found.Agencies)
            : null;
    }

    /// <summary>Everyone with work in a plan is asked only by those who issue for the body whose plan it is.</summary>
    private async Task<bool> MeansAllAsync(Guid? planId, CancellationToken cancellationToken) =>
        planId is { } id && await db.Set<Plan>().Where(plan => plan.PlanId == id).Select(plan => (Guid?)plan.OwnerAgencyId).FirstOrDefaultAsync(cancellationToken) is { } ownerId
        && await scope.CoversAsync(Permissions.PlansIssue, ownerId, cancellationToken);

    private IQueryable<Agency> Allowed(Guid? planId)
    {
        var kept = db.Set<Agency>().Within(user.Scope(Permissions.PlansIssue), agency => agency.Path).Select(agency => agency.AgencyId);
        var working = planId is { } id ? WithWork(id).Select(agency => agency.AgencyId) : null;
        var existing = db.Set<Agency>().AsNoTracking().ExistingOn(calendar.VietnamToday);
        return working is null ? existing.Where(agency => kept.Contains(agency.AgencyId)) : existing.Where(agency => kept.Contains(agency.AgencyId) || working.Contains(agency.AgencyId));
    }

    private IQueryable<Agency> WithWork(Guid planId) => db.Set<Agency>().AsNoTracking().ExistingOn(calendar.VietnamToday)
        .Where(agency => db.Set<Assignment>().Any(work => work.PlanId == planId && work.HolderAgencyId == agency.AgencyId && work.State != AssignmentState.Withdrawn));
}

/// <param name="Targets">What was chosen, and how many agencies each means.</param>
/// <param name="Agencies">Each once.</param>
internal sealed record Reach(IReadOnlyList<ReachTarget> Targets, IReadOnlyList<ReachedAgency> Agencies)
{
    public static readonly Reach Nobody = new([], []);
}

internal sealed record ReachTarget(string Target, string Label, int Agencies);

/// <param name="People">With an open account and a role there.</param>
internal sealed record ReachedAgency(Guid AgencyId, string Name, int People);
