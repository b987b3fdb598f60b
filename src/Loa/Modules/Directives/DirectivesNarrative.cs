using Loa.Data;
using Loa.Platform;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Directives;

/// <summary>The steering documents issued, with number, date and excerpt.</summary>
internal sealed class DirectivesNarrative(LoaDbContext db) : INarrative
{
    public string Key => "directives.list";

    public string Title => "Văn bản chỉ đạo đã ban hành (số, ngày, trích yếu)";

    public async Task<IReadOnlyDictionary<Guid, string>> WriteAsync(NarrativeAsk ask, CancellationToken cancellationToken)
    {
        var (rows, total) = await ask.FirstAsync(DirectivesFigure.Issued(db, ask.Figures).OrderBy(directive => directive.IssuedOn).ThenBy(directive => directive.DirectiveId)
            .Select(directive => new { directive.AgencyId, directive.Kind, directive.Reference, directive.IssuedOn, directive.Excerpt }), cancellationToken);
        return rows.GroupBy(row => ask.Voices[row.AgencyId]).ToDictionary(voice => voice.Key, voice =>
        {
            var lines = voice.Select(row => $"{ask.Whose(row.AgencyId)}{row.Kind} số {row.Reference} ngày {Formats.Date(row.IssuedOn)} {Prose.Line(row.Excerpt)}").ToList();
            return Prose.List($"Đã ban hành {Prose.Count(total ?? lines.Count)} văn bản chỉ đạo, hướng dẫn:", lines, count => $"{count} văn bản khác", total);
        });
    }
}
