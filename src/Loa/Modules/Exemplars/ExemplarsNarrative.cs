using Loa.Data;
using Loa.Platform;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Exemplars;

/// <summary>What was recognised as exemplary, and in how many other places it was applied; what was criticised, and what was done about it.</summary>
internal sealed class ExemplarsNarrative(LoaDbContext db, bool shortcomings) : INarrative
{
    public string Key => shortcomings ? "exemplars.shortcomings" : "exemplars.list";

    public string Title => shortcomings ? "Hạn chế, thiếu sót và việc khắc phục" : "Gương điển hình, mô hình, sáng kiến";

    public async Task<IReadOnlyDictionary<Guid, string>> WriteAsync(NarrativeAsk ask, CancellationToken cancellationToken)
    {
        var (agencies, (first, end)) = (ask.Agencies.ToArray(), Calendar.Moments(ask.From, ask.To));
        var (rows, total) = await ask.FirstAsync(db.Set<Exemplar>().AsNoTracking()
            .Where(exemplar => EF.Parameter(agencies).Contains(exemplar.AgencyId) && exemplar.State == ExemplarState.Recognised && (exemplar.Kind == ExemplarKind.Shortcoming) == shortcomings && exemplar.ReviewedAt >= first && exemplar.ReviewedAt < end)
            .OrderBy(exemplar => exemplar.ReviewedAt).ThenBy(exemplar => exemplar.ExemplarId)
            .Select(exemplar => new { exemplar.AgencyId, exemplar.Kind, exemplar.Title, exemplar.Remedy, Uses = db.Set<ExemplarUse>().Count(use => use.ExemplarId == exemplar.ExemplarId) }), cancellationToken);
        return rows.GroupBy(row => ask.Voices[row.AgencyId]).ToDictionary(voice => voice.Key, voice =>
        {
            var lines = voice.Select(row => shortcomings
                ? $"{ask.Whose(row.AgencyId)}{Prose.Line(row.Title)}{(row.Remedy is null ? ", chưa khắc phục" : $"; đã khắc phục: {Prose.Line(row.Remedy)}")}"
                : $"{ask.Whose(row.AgencyId)}{ExemplarWords.Of(row.Kind)}: {Prose.Line(row.Title)}{(row.Uses > 0 ? $", được {Prose.Count(row.Uses)} nơi khác áp dụng" : "")}").ToList();
            return Prose.List(shortcomings ? "Hạn chế, thiếu sót đã được chỉ ra:" : $"Có {Prose.Count(total ?? lines.Count)} gương điển hình, mô hình, sáng kiến, phong trào được công nhận:", lines, count => $"{count} trường hợp khác", total);
        });
    }
}
