using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Cadences;

/// <summary>The periods of cadences that were missed, with the cause that the agency gave.</summary>
internal sealed class CadencesNarrative(LoaDbContext db, CadencesMetFigure met, IStringLocalizer words, Platform.Calendar calendar) : INarrative
{
    private const int LongestLine = 200;

    public string Key => "cadences.missed";

    public string Title => "Định mức đạt, không đạt và nguyên nhân";

    public async Task<IReadOnlyDictionary<Guid, string>> WriteAsync(NarrativeAsk ask, CancellationToken cancellationToken)
    {
        var shares = await met.OfAsync(ask.Figures, cancellationToken);
        var missed = (await MissedAsync(ask, cancellationToken)).ToLookup(row => ask.Voices[row.AgencyId]);
        return shares.GroupBy(pair => ask.Voices[pair.Key]).ToDictionary(voice => voice.Key, voice =>
        {
            var (part, whole) = (voice.Sum(pair => pair.Value.Value), voice.Sum(pair => pair.Value.Of ?? 0));
            var opening = $"Thực hiện định mức: {Prose.Count((long)part)}/{Prose.Count((long)whole)} kỳ đạt ({Formats.Percent((long)part, (long)whole)}).";
            var lines = missed[voice.Key].Select(row => row.Line).ToList();
            return lines.Count == 0 ? opening : $"{opening}\n\n{Prose.List("Các kỳ không đạt:", lines, $"{Prose.Count(lines.Count - Prose.LinesMost)} kỳ khác")}";
        });
    }

    private async Task<List<(Guid AgencyId, string Line)>> MissedAsync(NarrativeAsk ask, CancellationToken cancellationToken)
    {
        var (agencies, first, last, today, planId) = (ask.Agencies.ToArray(), ask.From, ask.To, calendar.VietnamToday, ask.PlanId);
        var rows = await (
            from holder in db.Set<CadenceAgency>().AsNoTracking()
            join cadence in db.Set<Cadence>() on holder.CadenceId equals cadence.CadenceId
            join plan in db.Set<Plan>() on cadence.PlanId equals plan.PlanId
            join period in db.Set<CadencePeriod>() on holder.CadenceId equals period.CadenceId
            where EF.Parameter(agencies).Contains(holder.AgencyId) && (planId == null ? plan.Status == PlanStatus.Issued : plan.PlanId == planId)
                && period.Demanded && period.Middle >= first && period.Middle <= last && period.ClosesOn < today
                && (holder.From == null || holder.From <= period.Middle) && (holder.To == null || holder.To >= period.Middle)
                && !db.Set<CadenceCount>().Any(count => count.CadenceId == period.CadenceId && count.AgencyId == holder.AgencyId && count.Ordinal == period.Ordinal && count.Times >= cadence.Count)
            orderby period.To, cadence.Ordinal, holder.AgencyId
            select new
            {
                holder.AgencyId,
                Period = period,
                cadence.Every,
                cadence.Text,
                Cause = db.Set<CadenceCause>().Where(cause => cause.CadenceId == period.CadenceId && cause.AgencyId == holder.AgencyId && cause.From == period.From && cause.To == period.To).Select(cause => cause.Text).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (row.AgencyId,
            $"{row.Period.Name(words, CalendarInterval.Parse(row.Every))}: {Prose.Line(row.Text, LongestLine)}; {(row.Cause is null ? "chưa nêu nguyên nhân" : $"nguyên nhân: {Prose.Line(row.Cause)}")}"));
    }
}
