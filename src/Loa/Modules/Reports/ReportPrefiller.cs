using Loa.Data;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>Asks the modules for what a report's outline wants to know, for many reports at once; the caller saves.</summary>
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

    /// <summary>What is asked of a report that counts what its own agencies did.</summary>
    public async Task<NarrativeAsk> OwnAsync(OpenReport open, CancellationToken cancellationToken) => Ask(open.Period, open.Outline, await VoicesAsync([open.Report.ReportId], cancellationToken));

    /// <summary>What is asked of reports of one period.</summary>
    /// <param name="voices">See <see cref="VoicesAsync"/>.</param>
    public static NarrativeAsk Ask(ReportingPeriod period, ReportOutline outline, IReadOnlyDictionary<Guid, Guid> voices) => new(voices, period.From, period.To, outline.PlanId);

    public async Task<IReadOnlyDictionary<(Guid ReportId, Guid FigureId), FigureValue>> FiguresAsync(ReportOutline outline, NarrativeAsk ask, CancellationToken cancellationToken)
    {
        var values = new Dictionary<(Guid, Guid), FigureValue>();
        foreach (var definition in outline.Figures.Where(figure => figure.Origin == FigureOrigin.Data))
        {
            if (Find(definition.Source) is not { } figure)
            {
                continue;
            }

            foreach (var (agency, value) in await figure.OfAsync(Ask(definition, ask), cancellationToken))
            {
                var key = (ask.Voices[agency], definition.FigureId);
                values[key] = values.TryGetValue(key, out var other) ? new FigureValue(other.Value + value.Value, Add(other.Of, value.Of)) : value;
            }

            Complete(definition, figure, ask.Voices, values);
        }

        return values;
    }

    public async Task<IReadOnlyDictionary<(Guid ReportId, string Narrative), string>> TextsAsync(ReportOutline outline, NarrativeAsk ask, CancellationToken cancellationToken)
    {
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

        return texts;
    }

    /// <summary>The sentences of one report: of its own agencies, and of those of the reports taken into it, and into those, down to the last.</summary>
    /// <param name="own">See <see cref="OwnAsync"/>.</param>
    /// <param name="below">The reports that are being taken into it; null: those that were.</param>
    public async Task<IReadOnlyDictionary<(Guid ReportId, string Narrative), string>> SentencesAsync(OpenReport open, NarrativeAsk own, IReadOnlyCollection<Guid>? below, CancellationToken cancellationToken) =>
        await TextsAsync(open.Outline, await WithTakenAsync(open.Report.ReportId, own, below, cancellationToken), cancellationToken);

    /// <summary>Puts prepared sentences in the place of the earlier ones; what people wrote stays.</summary>
    public static void Tell(OpenReport open, IReadOnlyDictionary<(Guid ReportId, string Narrative), string> texts)
    {
        foreach (var section in open.Sections)
        {
            open.TextOf(section).Prepared = Prepare(section, open.Report.ReportId, texts);
        }
    }

    /// <summary>What stands behind a figure of one report, as the figure's module asks for it.</summary>
    public static FigureAsk Ask(OutlineFigure definition, NarrativeAsk ask) =>
        new(ask.Agencies, ask.From, ask.To, definition.Forms, definition.Integrated, ask.PlanId) { TargetId = definition.TargetId };

    /// <summary>A section's prepared text; empty where its sources have nothing to say.</summary>
    public static string Prepare(OutlineSection section, Guid reportId, IReadOnlyDictionary<(Guid ReportId, string Narrative), string> texts) =>
        string.Join("\n\n", section.Narratives.Select(key => texts.GetValueOrDefault((reportId, key))).Where(text => !string.IsNullOrEmpty(text)));

    private async Task<NarrativeAsk> WithTakenAsync(Guid reportId, NarrativeAsk own, IReadOnlyCollection<Guid>? taking, CancellationToken cancellationToken)
    {
        var (reports, level) = (new HashSet<Guid>([reportId, .. taking ?? []]), taking is null ? [reportId] : taking.ToArray());
        while (level.Length > 0)
        {
            var above = level;
            var below = await db.Set<ReportTaken>().Where(taken => EF.Parameter(above).Contains(taken.ParentReportId)).Select(taken => taken.ReportId).ToListAsync(cancellationToken);
            level = [.. below.Where(reports.Add)];
        }

        if (reports.Count == 1)
        {
            return own;
        }

        var all = reports.ToArray();
        var names = await (
            from agency in db.Set<ReportAgency>()
            join report in db.Set<Report>() on agency.ReportId equals report.ReportId
            where EF.Parameter(all).Contains(agency.ReportId)
            select new { agency.AgencyId, agency.ReportId, report.AgencyName }).ToListAsync(cancellationToken);
        return new NarrativeAsk(names.ToDictionary(row => row.AgencyId, _ => reportId), own.From, own.To, own.PlanId)
        {
            Names = names.Where(row => row.ReportId != reportId).ToDictionary(row => row.AgencyId, row => row.AgencyName),
        };
    }

    /// <summary>Reports without anything to count have nothing: zero, and not unknown. Of a target nobody measured nothing is known.</summary>
    private static void Complete(OutlineFigure definition, IFigure figure, IReadOnlyDictionary<Guid, Guid> voices, Dictionary<(Guid, Guid), FigureValue> values)
    {
        // Where the latest of the reports below counts, an agency without a value of its own must not stand in its way.
        if (figure.AsksTarget || definition.RollUp == RollUpRule.Latest)
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
