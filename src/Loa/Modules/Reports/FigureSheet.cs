using Loa.Platform.Figures;

namespace Loa.Modules.Reports;

/// <summary>The figures of one report with their definitions: sums of parts and denominators follow what the others say.</summary>
internal sealed class FigureSheet
{
    private readonly Dictionary<Guid, OutlineFigure> definitions;
    private readonly Dictionary<Guid, ReportFigure> rows;

    public FigureSheet(Guid reportId, IEnumerable<OutlineFigure> definitions, IEnumerable<ReportFigure> rows)
    {
        Definitions = [.. definitions.OrderBy(figure => figure.Ordinal).ThenBy(figure => figure.OutlineFigureId)];
        this.definitions = Definitions.ToDictionary(figure => figure.FigureId);
        this.rows = rows.ToDictionary(row => row.FigureId);
        foreach (var figure in Definitions)
        {
            if (!this.rows.ContainsKey(figure.FigureId))
            {
                this.rows[figure.FigureId] = new ReportFigure { ReportId = reportId, FigureId = figure.FigureId };
            }
        }
    }

    public IReadOnlyList<OutlineFigure> Definitions { get; }

    public IEnumerable<ReportFigure> Rows => Definitions.Select(figure => rows[figure.FigureId]);

    public ReportFigure this[Guid figureId] => rows[figureId];

    public OutlineFigure? Definition(Guid figureId) => definitions.GetValueOrDefault(figureId);

    /// <summary>Sets what the data says of the agencies that the report counts; figures that the data knows nothing of stay as they are.</summary>
    public void TakeOwn(IReadOnlyDictionary<(Guid ReportId, Guid FigureId), FigureValue> figures)
    {
        foreach (var row in rows.Values)
        {
            if (figures.TryGetValue((row.ReportId, row.FigureId), out var value))
            {
                (row.OwnValue, row.OwnOf) = (FigureNumber.Of(value.Value), value.Of is { } of ? FigureNumber.Of(of) : null);
            }
        }

        Settle();
    }

    /// <summary>Brings every figure in line with the others; must follow any change.</summary>
    public void Settle()
    {
        var done = new HashSet<Guid>();
        foreach (var figure in Definitions)
        {
            Settle(figure, done);
        }
    }

    /// <summary>What the parts of a figure add up to; null where none of them has a value.</summary>
    public long? SumOfParts(OutlineFigure figure)
    {
        var parts = figure.Parts.Where(rows.ContainsKey).Select(part => rows[part].Value).Where(value => value is not null).ToList();
        return parts.Count == 0 ? null : parts.Sum(value => value!.Value);
    }

    private void Settle(OutlineFigure figure, HashSet<Guid> done)
    {
        // An outline is checked for circles when it is edited; here one only must not run for ever.
        if (!done.Add(figure.FigureId))
        {
            return;
        }

        foreach (var other in figure.Parts.Append(figure.OverId ?? Guid.Empty))
        {
            if (definitions.TryGetValue(other, out var first))
            {
                Settle(first, done);
            }
        }

        var row = rows[figure.FigureId];
        if (figure.IsDerived)
        {
            // The parts hold what the reports below say already.
            (row.OwnValue, row.BelowValue, row.BelowOf) = (SumOfParts(figure), null, null);
        }

        if (figure.OverId is { } over && rows.TryGetValue(over, out var under))
        {
            (row.OwnOf, row.BelowOf) = (under.Value, null);
            // Whoever sets the part does not set the whole.
            row.GivenOf = row.IsGiven ? under.Value : null;
        }

        row.Settle(figure.IsDerived ? RollUpRule.None : figure.RollUp);
    }
}
