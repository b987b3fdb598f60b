using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences;

/// <summary>Whom a choice means: agencies that the issuer of the plan commands, and those that have work in it.</summary>
internal sealed class CadenceReach(LoaDbContext db, AgencyTargets targets, PlanAuthority authority, Calendar calendar)
{
    /// <summary>Stands for the agencies that have work in the plan.</summary>
    public const string PlanTarget = "ke-hoach";

    /// <summary>Stands for those that the cadence's forms suggest.</summary>
    public const string SuggestedTarget = "goi-y";

    private static readonly HashSet<CommunicationForm> OnAir = [CommunicationForm.Broadcast, CommunicationForm.Reportage, CommunicationForm.Column];

    public async Task<IReadOnlyList<Guid>> ResolveAsync(Plan plan, IReadOnlyCollection<CommunicationForm> forms, string target, CancellationToken cancellationToken)
    {
        var allowed = await AllowedAsync(plan, cancellationToken);
        if (target == PlanTarget)
        {
            return await Ids(Working(plan.PlanId), cancellationToken);
        }

        if (target == SuggestedTarget)
        {
            return await SuggestAsync(plan, forms, cancellationToken);
        }

        return await targets.FindAsync(target, plan.OwnerAgencyId, allowed, cancellationToken) is { } meant ? await Ids(meant.Agencies, cancellationToken) : [];
    }

    /// <summary>
    /// Where the sentence names nobody: the media bodies of the issuer's tree for what is only broadcast, else everyone whom the plan gives work. Only a suggestion: the issuer decides.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> SuggestAsync(Plan plan, IReadOnlyCollection<CommunicationForm> forms, CancellationToken cancellationToken)
    {
        if (forms.Count > 0 && forms.All(OnAir.Contains))
        {
            var media = await Ids((await AllowedAsync(plan, cancellationToken)).Where(agency => agency.Kind == AgencyKind.Media), cancellationToken);
            if (media.Count > 0)
            {
                return media;
            }
        }

        return await Ids(Working(plan.PlanId).Where(agency => !OutsideChain.Contains(agency.Kind)), cancellationToken);
    }

    private static readonly AgencyKind[] OutsideChain = [.. Enum.GetValues<AgencyKind>().Where(kind => kind.IsOutsideChain())];

    private async Task<IQueryable<Agency>> AllowedAsync(Plan plan, CancellationToken cancellationToken)
    {
        var commanded = await authority.CommandedPathAsync(plan.OwnerAgencyId, cancellationToken);
        var working = Working(plan.PlanId).Select(agency => agency.AgencyId);
        return Existing().Where(agency => agency.Path.StartsWith(commanded) || working.Contains(agency.AgencyId));
    }

    private IQueryable<Agency> Working(Guid planId) => Existing()
        .Where(agency => db.Set<Assignment>().Any(work => work.PlanId == planId && work.HolderAgencyId == agency.AgencyId && work.State != AssignmentState.Withdrawn && work.Role != AssignmentRole.Monitoring));

    private IQueryable<Agency> Existing() => db.Set<Agency>().AsNoTracking().ExistingOn(calendar.VietnamToday);

    private static async Task<IReadOnlyList<Guid>> Ids(IQueryable<Agency> agencies, CancellationToken cancellationToken) =>
        await agencies.OrderBy(agency => agency.Path).Select(agency => agency.AgencyId).ToListAsync(cancellationToken);
}
