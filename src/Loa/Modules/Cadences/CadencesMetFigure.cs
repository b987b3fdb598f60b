using Loa.Data;
using Loa.Modules.Assessments;
using Loa.Modules.Plans;
using Loa.Platform;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences;

/// <summary>Of the periods demanded in the time and over with their days for late logging, how many were met.</summary>
internal sealed class CadencesMetFigure(LoaDbContext db, Calendar calendar) : IAssessmentFigure
{
    public string Key => "cadences.met";

    public string Title => "Tỷ lệ kỳ định mức đạt";

    public string Explanation => "Số kỳ đạt định mức chia cho số kỳ được yêu cầu đã hết cả hạn ghi bổ sung, theo ngày giữa kỳ.";

    public bool IsShare => true;

    public bool AsksForms => false;

    public async Task<IReadOnlyDictionary<Guid, FigureValue>> OfAsync(FigureAsk ask, CancellationToken cancellationToken)
    {
        var (first, last, today, agencies) = (ask.From, ask.To, calendar.VietnamToday, ask.Agencies.ToArray());
        var cadences = ask.PlanId is { } planId
            ? db.Set<Cadence>().Where(cadence => cadence.PlanId == planId)
            : db.Set<Cadence>().Where(cadence => db.Set<Plan>().Any(plan => plan.PlanId == cadence.PlanId && plan.Status == PlanStatus.Issued));
        var rows = await (
            from holder in db.Set<CadenceAgency>()
            join cadence in cadences on holder.CadenceId equals cadence.CadenceId
            join period in db.Set<CadencePeriod>() on holder.CadenceId equals period.CadenceId
            where EF.Parameter(agencies).Contains(holder.AgencyId) && period.Demanded && period.Middle >= first && period.Middle <= last && period.ClosesOn < today
                && (holder.From == null || holder.From <= period.Middle) && (holder.To == null || holder.To >= period.Middle)
            select new
            {
                holder.AgencyId,
                IsMet = db.Set<CadenceCount>().Any(count => count.CadenceId == holder.CadenceId && count.AgencyId == holder.AgencyId && count.Ordinal == period.Ordinal && count.Times >= cadence.Count),
            }).GroupBy(row => row.AgencyId).Select(group => new { group.Key, All = group.Count(), Met = group.Sum(row => row.IsMet ? 1 : 0) }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Key, row => new FigureValue(row.Met, row.All));
    }
}
