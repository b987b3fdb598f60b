using System.Runtime.CompilerServices;
using Loa.Data;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences;

/// <summary>Of the periods demanded in the time and over with their days for late logging, how many were met.</summary>
internal sealed class CadencesMetFigure(LoaDbContext db, Calendar calendar) : IFigure
{
    public string Key => "cadences.met";

    public string Title => "Tỷ lệ kỳ định mức đạt";

    public string Explanation => "Số kỳ đạt định mức chia cho số kỳ được yêu cầu đã hết cả hạn ghi bổ sung, theo ngày giữa kỳ.";

    public bool IsShare => true;

    public async Task<IReadOnlyDictionary<Guid, FigureValue>> OfAsync(FigureAsk ask, CancellationToken cancellationToken)
    {
        var rows = await Demanded(ask).GroupBy(row => row.AgencyId).Select(group => new { group.Key, All = group.Count(), Met = group.Sum(row => row.IsMet ? 1 : 0) }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Key, row => new FigureValue(row.Met, row.All));
    }

    public async IAsyncEnumerable<FigureRow> RowsAsync(FigureAsk ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in Demanded(ask).OrderBy(row => row.To).ThenBy(row => row.CadenceId).ThenBy(row => row.AgencyId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new FigureRow(row.AgencyId, row.To, row.Text, row.IsMet ? 1 : 0, CadenceLinks.Item(row.CadenceId, row.AgencyId, row.Ordinal));
        }
    }

    private IQueryable<DemandedPeriod> Demanded(FigureAsk ask)
    {
        var (first, last, today, agencies) = (ask.From, ask.To, calendar.VietnamToday, ask.Agencies.ToArray());
        var cadences = ask.PlanId is { } planId
            ? db.Set<Cadence>().Where(cadence => cadence.PlanId == planId)
            : db.Set<Cadence>().Where(cadence => db.Set<Plan>().Any(plan => plan.PlanId == cadence.PlanId && plan.Status == PlanStatus.Issued));
        return
            from holder in db.Set<CadenceAgency>()
            join cadence in cadences on holder.CadenceId equals cadence.CadenceId
            join period in db.Set<CadencePeriod>() on holder.CadenceId equals period.CadenceId
            where EF.Parameter(agencies).Contains(holder.AgencyId) && period.Demanded && period.Middle >= first && period.Middle <= last && period.ClosesOn < today
                && (holder.From == null || holder.From <= period.Middle) && (holder.To == null || holder.To >= period.Middle)
            select new DemandedPeriod
            {
                AgencyId = holder.AgencyId,
                CadenceId = holder.CadenceId,
                Ordinal = period.Ordinal,
                To = period.To,
                Text = cadence.Text,
                IsMet = db.Set<CadenceCount>().Any(count => count.CadenceId == holder.CadenceId && count.AgencyId == holder.AgencyId && count.Ordinal == period.Ordinal && count.Times >= cadence.Count),
            };
    }

    private sealed class DemandedPeriod
    {
        public Guid AgencyId { get; init; }
        public Guid CadenceId { get; init; }
        public int Ordinal { get; init; }
        public DateOnly To { get; init; }
        public required string Text { get; init; }
        public bool IsMet { get; init; }
    }
}
