using Loa.Data;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans;

/// <summary>How agencies answer a plan above them. The caller saves.</summary>
internal sealed class PlanUptakes(LoaDbContext db, Calendar calendar, CurrentUser user)
{
    /// <summary>Records an answer; an agency that was not asked gets a row that says so. It answers too for agencies whose place it took.</summary>
    /// <param name="on">The day that the document bears.</param>
    public async Task AnswerAsync(Guid planId, Guid agencyId, UptakeWay way, DateOnly on, Guid? unitPlanId, CancellationToken cancellationToken)
    {
        foreach (var row in await RowsAsync(planId, agencyId, cancellationToken))
        {
            row.Answer(way, on, unitPlanId, user.UserId, calendar.UtcNow);
            if (way != UptakeWay.YearlyPlan)
            {
                (row.DocumentReference, row.DocumentSubject, row.FileId) = (null, null, null);
                db.RemoveRange(await db.Set<PlanUptakeTask>().Where(held => held.PlanId == planId && held.AgencyId == row.AgencyId).ToListAsync(cancellationToken));
            }
        }
    }

    /// <summary>The unit plan was withdrawn: its agency has not answered any more.</summary>
    public async Task TakeBackAsync(Guid unitPlanId, CancellationToken cancellationToken)
    {
        foreach (var row in await db.Set<PlanUptake>().Where(row => row.UnitPlanId == unitPlanId).ToListAsync(cancellationToken))
        {
            TakeBack(row);
        }
    }

    public void TakeBack(PlanUptake row)
    {
        row.TakeBack();
        if (row is { IsOptional: true, Reason: null })
        {
            // It was never asked: without an answer there is nothing to tell of it.
            db.Remove(row);
        }
    }

    /// <summary>
    /// The answer by a plan that is being issued. Where it is a new edition of one that answered, the day of the first stays: on time is who was on time.
    /// </summary>
    public async Task AnswerIssuedAsync(Plan plan, UptakeWay way, CancellationToken cancellationToken)
    {
        if (plan.ParentPlanId is not { } parentId)
        {
            return;
        }

        var first = plan.ReplacesPlanId is { } replaced
            ? await db.Set<PlanUptake>().Where(row => row.PlanId == parentId && row.UnitPlanId == replaced).Select(row => row.TakenUpOn).FirstOrDefaultAsync(cancellationToken)
            : null;
        await AnswerAsync(parentId, plan.OwnerAgencyId, way, first ?? plan.Date ?? calendar.VietnamToday, plan.PlanId, cancellationToken);
    }

    /// <summary>The rows that an agency answers: its own, and those it took over. Made when there is none.</summary>
    public async Task<IReadOnlyList<PlanUptake>> RowsAsync(Guid planId, Guid agencyId, CancellationToken cancellationToken)
    {
        var held = await db.Set<PlanUptake>().Where(row => row.PlanId == planId && row.HolderAgencyId == agencyId).ToListAsync(cancellationToken);
        if (held.Count == 0 && await db.Set<PlanUptake>().FirstOrDefaultAsync(row => row.PlanId == planId && row.AgencyId == agencyId, cancellationToken) is { } own)
        {
            held.Add(own);
        }

        if (held.Count == 0)
        {
            var row = new PlanUptake { PlanId = planId, AgencyId = agencyId, HolderAgencyId = agencyId, IsOptional = true };
            db.Add(row);
            held.Add(row);
        }

        return held;
    }
}
