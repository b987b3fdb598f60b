using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Figures;
using Loa.Platform.Localization;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences;

/// <summary>The periods of cadences that were missed, with the cause that the agency gave.</summary>
internal sealed class CadencesNarrative(LoaDbContext db, CadencesMetFigure met, Platform.Calendar calendar) : INarrative
{
    private const int LongestLine = 200;
    private const int CausesMost = 3;

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
            var lines = ask.Names is null ? missed[voice.Key].Select(row => row.Line()).ToList() : Together([.. missed[voice.Key]]);
            return lines.Count == 0 ? opening : $"{opening}\n\n{Prose.List("Các kỳ không đạt:", lines, count => ask.Names is null ? $"{count} kỳ khác" : $"{count} định mức khác")}";
        });
    }

    /// <summary>Of many agencies: how often each cadence was missed, by how many of them, and the causes given most often.</summary>
    private static List<string> Together(IReadOnlyList<Missed> missed) => [.. missed.GroupBy(row => row.Text).OrderByDescending(cadence => cadence.Count()).ThenBy(cadence => cadence.Key, StringComparer.Ordinal).Select(cadence =>
    {
        var causes = cadence.Where(row => row.Cause is not null).GroupBy(row => Prose.Line(row.Cause!)).OrderByDescending(cause => cause.Count()).ThenBy(cause => cause.Key, StringComparer.Ordinal).Take(CausesMost).Select(cause => cause.Key).ToList();
        return $"{Prose.Line(cadence.Key, LongestLine)}: {Prose.Count(cadence.Count())} kỳ không đạt ở {Prose.Count(cadence.Select(row => row.AgencyId).Distinct().Count())} cơ quan; "
            + (causes.Count == 0 ? "chưa nêu nguyên nhân" : $"nguyên nhân nêu nhiều nhất: {Prose.Join(causes)}");
    })];

    private async Task<List<Missed>> MissedAsync(NarrativeAsk ask, CancellationToken cancellationToken)
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
        return rows.ConvertAll(row => new Missed(row.AgencyId, row.Period, row.Every, row.Text, row.Cause));
    }

    private sealed record Missed(Guid AgencyId, CadencePeriod Period, string Every, string Text, string? Cause)
    {
        public string Line() =>
            $"{Period.Name(VietnameseLocalizer.Instance, CalendarInterval.Parse(Every))}: {Prose.Line(Text, LongestLine)}; {(Cause is null ? "chưa nêu nguyên nhân" : $"nguyên nhân: {Prose.Line(Cause)}")}";
    }
}
