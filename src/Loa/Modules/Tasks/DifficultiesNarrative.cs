using Loa.Data;
using Loa.Platform;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks;

/// <summary>The difficulties raised, and whether they were answered.</summary>
internal sealed class DifficultiesNarrative(LoaDbContext db) : INarrative
{
    private const int LongestLine = 400;

    public string Key => "difficulties.list";

    public string Title => "Khó khăn, vướng mắc đã nêu";

    public async Task<IReadOnlyDictionary<Guid, string>> WriteAsync(NarrativeAsk ask, CancellationToken cancellationToken)
    {
        var (rows, total) = await ask.FirstAsync(DifficultiesFigure.Raised(db, ask.Figures).OrderBy(d => d.RaisedAt).ThenBy(d => d.DifficultyId)
            .Select(d => new { d.RaisedByAgencyId, d.Text, d.State }), cancellationToken);
        return rows.GroupBy(row => ask.Voices[row.RaisedByAgencyId]).ToDictionary(voice => voice.Key, voice =>
        {
            var lines = voice.Select(row => $"{ask.Whose(row.RaisedByAgencyId)}{Prose.Line(row.Text, LongestLine)}{(row.State == DifficultyState.Open ? " (chưa được trả lời)" : "")}").ToList();
            return Prose.List("Khó khăn, vướng mắc:", lines, count => $"{count} vướng mắc khác", total);
        });
    }
}
