using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>Agencies in every state of answering the sample plan, for the pages of coverage.</summary>
internal static class SampleUptakes
{
    /// <returns>One that declared its yearly work plan, one that is overdue and was reminded.</returns>
    public static async Task<(Guid Declared, Guid Overdue)> CreateAsync(IServiceProvider services, Guid planId)
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var plan = await db.Set<Plan>().Include(p => p.Tasks).SingleAsync(p => p.PlanId == planId);
        var agencies = await db.Set<Assignment>().Where(a => a.PlanId == planId && !a.IsRequest && a.AgencyId != plan.OwnerAgencyId)
            .Join(db.Set<Agency>(), a => a.AgencyId, agency => agency.AgencyId, (_, agency) => new { agency.AgencyId, agency.Code, agency.SortOrder }).Distinct().OrderBy(agency => agency.SortOrder).ToListAsync();
        var due = new DateOnly(2024, 2, 15);
        // The Department of Health has its own officer among the sample accounts.
        var declared = agencies.Single(agency => agency.Code == "tg-syt").AgencyId;
        var others = agencies.Where(agency => agency.AgencyId != declared).Select(agency => agency.AgencyId).ToList();
        var answered = await db.Set<PlanUptake>().Where(row => row.PlanId == planId).Select(row => row.AgencyId).ToListAsync();
        others.RemoveAll(answered.Contains);
        var rows = others.Select(id => new PlanUptake { PlanId = planId, AgencyId = id, HolderAgencyId = id, DueOn = due }).ToList();
        db.AddRange(rows);
        rows.Insert(0, await db.Set<PlanUptake>().FirstOrDefaultAsync(row => row.PlanId == planId && row.AgencyId == declared) ?? db.Add(new PlanUptake { PlanId = planId, AgencyId = declared, HolderAgencyId = declared }).Entity);
        rows[0].DueOn = due;
        rows[0].Answer(UptakeWay.YearlyPlan, due.AddDays(5), null, null, plan.IssuedAt);
        (rows[0].DocumentReference, rows[0].DocumentSubject, rows[0].FileId) = ("12/KH-SYT", "Kế hoạch công tác năm 2024, mục III.2", plan.FileId);
        rows[1].Answer(UptakeWay.Written, due, null, null, plan.IssuedAt);
        (rows[2].IsOptional, rows[2].Reason) = (true, "Đang sắp xếp lại tổ chức.");
        db.Add(new PlanUptakeTask { PlanId = planId, AgencyId = declared, PlanTaskId = plan.Tasks[0].PlanTaskId });
        db.Add(new PlanUptakeReminder { PlanId = planId, AgencyId = others[3], On = due.AddDays(10), SentAt = plan.IssuedAt, People = 2 });
        await db.SaveChangesAsync();
        return (declared, others[3]);
    }
}
