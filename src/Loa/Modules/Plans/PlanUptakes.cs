using Loa.Data;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans;

/// <summary>How an agency's own plan answers the plan above it. The caller saves, in the transaction of what it is doing.</summary>
internal sealed class PlanUptakes(LoaDbContext db, Calendar calendar, CurrentUser user)
{
    /// <summary>More editions than this of one plan are a mistake in the data.</summary>
    private const int EditionsMost = 50;

    /// <summary>
    /// The plan answers for its agency, and for those that it carries on for. What an earlier plan answered stays answered by that one; a new edition
    /// takes its place and keeps its day.
    /// </summary>
    public async Task AnswerAsync(Plan plan, UptakeWay way, CancellationToken cancellationToken)
    {
        if (plan.ReplacesPlanId is { } replaced)
        {
            foreach (var row in await db.Set<PlanUptake>().Where(row => row.UnitPlanId == replaced).ToListAsync(cancellationToken))
            {
                row.UnitPlanId = plan.PlanId;
            }
        }

        if (plan.ParentPlanId is not { } parentId)
        {
            return;
        }

        var asked = await InForceAsync(parentId, cancellationToken);
        var rows = await db.Set<PlanUptake>().Where(row => row.PlanId == asked && (row.HolderAgencyId == plan.OwnerAgencyId || row.AgencyId == plan.OwnerAgencyId)).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            // Nobody asked; it answers all the same.
            rows.Add(new PlanUptake { PlanId = asked, AgencyId = plan.OwnerAgencyId, HolderAgencyId = plan.OwnerAgencyId, IsOptional = true });
            db.Add(rows[0]);
        }

        foreach (var row in rows.Where(row => row.UnitPlanId is null))
        {
            row.Answer(way, plan.Date ?? calendar.VietnamToday, plan.PlanId, user.UserId, calendar.UtcNow);
        }
    }

    /// <summary>The plan is withdrawn: whoever was asked is asked again; a row that only its answer made goes.</summary>
    public async Task TakeBackAsync(Guid unitPlanId, CancellationToken cancellationToken)
    {
        foreach (var row in await db.Set<PlanUptake>().Where(row => row.UnitPlanId == unitPlanId).ToListAsync(cancellationToken))
        {
            if (row is { IsOptional: true, Reason: null, DueOn: null })
            {
                db.Remove(row);
            }
            else
            {
                row.TakeBack();
            }
        }
    }

    /// <summary>The edition of a plan that is in force now: the one asked about while it is, or when nothing took its place.</summary>
    public async Task<Guid> InForceAsync(Guid planId, CancellationToken cancellationToken)
    {
        for (var i = 0; i < EditionsMost; i++)
        {
            if (await db.Set<Plan>().Where(plan => plan.ReplacesPlanId == planId).OrderByDescending(plan => plan.IssuedAt).Select(plan => (Guid?)plan.PlanId).FirstOrDefaultAsync(cancellationToken) is not { } next)
            {
                break;
            }

            planId = next;
        }

        return planId;
    }
}
