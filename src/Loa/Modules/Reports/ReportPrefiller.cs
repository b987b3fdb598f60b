using Loa.Data;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>What the data says of some reports: their own figures and the sentences written from them.</summary>
internal sealed record Prefilled(IReadOnlyDictionary<(Guid ReportId, Guid FigureId), FigureValue> Figures, IReadOnlyDictionary<(Guid ReportId, string Narrative), string> Narratives);

/// <summary>Asks the modules for what a report's outline wants to know, for many reports at once; saves nothing.</summary>
internal sealed class ReportPrefiller(LoaDbContext db, IEnumerable<IFigure> figures, IEnumerable<INarrative> narratives)
{
    public IReadOnlyList<IFigure> Figures { get; } = [.. figures];

    public IReadOnlyList<INarrative> Narratives { get; } = [.. narratives];

    public IFigure? Find(string? key) => Figures.FirstOrDefault(figure => figure.Key == key);

    /// <summary>Agency → the report that counts it.</summary>
    public Task<Dictionary<Guid, Guid>> VoicesAsync(IReadOnlyCollection<Guid> reportIds, CancellationToken cancellationToken)
    {
        var ids = reportIds.ToArray();
        return db.Set<ReportAgency>().AsNoTracking().Where(agency => EF.Parameter(ids).Contains(agency.ReportId)).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.ReportId, cancellationToken);
    }

    /// <param name="voices">Of reports of one period, see <see cref="VoicesAsync"/>.</param>
    public async Task<Prefilled> AskAsync(ReportingPeriod period, ReportOutline outline, IReadOnlyDictionary<Guid, Guid> voices, CancellationToken cancellationToken)
    {
        // One list for all: figures that follow each other remember what was asked of it.
        var ask = new NarrativeAsk(voices, period.From, period.To, outline.PlanId);
        var values = new Dictionary<(Guid, Guid), FigureValue>();
        foreach (var definition in outline.Figures.Where(figure => figure.Origin == FigureOrigin.Data))
        {
            if (Find(definition.Source) is not { } figure)
            {
                continue;
            }

            foreach (var (agency, value) in await figure.OfAsync(Ask(definition, ask), cancellationToken))
            {
                var key = (voices[agency], definition.FigureId);
                values[key] = values.TryGetValue(key, out var other) ? new FigureValue(other.Value + value.Value, Add(other.Of, value.Of)) : value;
            }

            Complete(definition, figure, voices, values);
        }

        var texts = new Dictionary<(Guid, string), string>();
        foreach (var key in outline.Sections.SelectMany(section => section.Narratives).Distinct())
        {
            if (Narratives.FirstOrDefault(narrative => narrative.Key == key) is { } narrative)
            {
                foreach (var (report, text) in await narrative.WriteAsync(ask, cancellationToken))
                {
                    texts[(report, key)] = text;
                }
            }
        }

        return new Prefilled(values, texts);
    }

    /// <summary>What stands behind a figure of one report, as the figure's module asks for it.</summary>
    public static FigureAsk Ask(OutlineFigure definition, NarrativeAsk ask) =>
        new(ask.Agencies, ask.From, ask.To, definition.Forms, definition.Integrated, ask.PlanId) { TargetId = definition.TargetId };

    /// <summary>A section's prepared text; empty where its sources have nothing to say.</summary>
    public static string Prepare(OutlineSection section, Guid reportId, Prefilled prefilled) =>
        string.Join("\n\n", section.Narratives.Select(key => prefilled.Narratives.GetValueOrDefault((reportId, key))).Where(text => !string.IsNullOrEmpty(text)));

    /// <summary>Reports without anything to count have nothing: zero, and not unknown. Of a target nobody measured nothing is known.</summary>
    private static void Complete(OutlineFigure definition, IFigure figure, IReadOnlyDictionary<Guid, Guid> voices, Dictionary<(Guid, Guid), FigureValue> values)
    {
        if (figure.AsksTarget)
        {
            return;
        }

        foreach (var report in voices.Values.Distinct())
        {
            values.TryAdd((report, definition.FigureId), new FigureValue(0, figure.IsShare ? 0 : null));
        }
    }

    private static decimal? Add(decimal? a, decimal? b) => a is null && b is null ? null : (a ?? 0) + (b ?? 0);
}
