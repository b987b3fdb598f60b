using Loa.Data;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans;

/// <summary>How agencies answer a plan above them. The caller saves, in the transaction of what it is doing.</summary>
internal sealed class PlanUptakes(LoaDbContext db, Calendar calendar, CurrentUser user)
{
    /// <summary>More editions than this of one plan are a mistake in the data.</summary>
    public const int EditionsMost = 50;

    /// <summary>Records an answer; an agency that was not asked gets a row that says so. It answers too for agencies whose place it took.</summary>
    /// <param name="on">The day that the document bears.</param>
    /// <returns>The rows that it answers; what another plan that was issued answered stays with that one.</returns>
    public async Task<IReadOnlyList<PlanUptake>> AnswerAsync(Guid planId, Guid agencyId, UptakeWay way, DateOnly on, Guid? unitPlanId, CancellationToken cancellationToken)
    {
        var rows = (await RowsAsync(planId, agencyId, cancellationToken)).Where(row => row.UnitPlanId is null || row.UnitPlanId == unitPlanId).ToList();
        foreach (var row in rows)
        {
            await AnswerAsync(row, way, on, unitPlanId, cancellationToken);
        }

        return rows;
    }

    /// <summary>
    /// The answer by a plan that is being issued, to the edition of the plan above that is in force. What an earlier plan answered stays answered by
    /// that one; a new edition of it takes its place and keeps its day: on time is who was on time.
    /// </summary>
    public async Task AnswerIssuedAsync(Plan plan, UptakeWay way, CancellationToken cancellationToken)
    {
        if (plan.ReplacesPlanId is { } replaced)
        {
            foreach (var row in await db.Set<PlanUptake>().Where(row => row.UnitPlanId == replaced).ToListAsync(cancellationToken))
            {
                row.UnitPlanId = plan.PlanId;
            }
        }

        if (plan.ParentPlanId is { } parentId)
        {
            foreach (var row in (await RowsAsync(await InForceAsync(parentId, cancellationToken), plan.OwnerAgencyId, cancellationToken)).Where(row => row.UnitPlanId is null))
            {
                await AnswerAsync(row, way, plan.Date ?? calendar.VietnamToday, plan.PlanId, cancellationToken);
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

    private async Task AnswerAsync(PlanUptake row, UptakeWay way, DateOnly on, Guid? unitPlanId, CancellationToken cancellationToken)
    {
        row.Answer(way, on, unitPlanId, user.UserId, calendar.UtcNow);
        if (way != UptakeWay.YearlyPlan)
        {
            (row.DocumentReference, row.DocumentSubject, row.FileId) = (null, null, null);
            db.RemoveRange(await db.Set<PlanUptakeTask>().Where(held => held.PlanId == row.PlanId && held.AgencyId == row.AgencyId).ToListAsync(cancellationToken));
        }
    }
}
