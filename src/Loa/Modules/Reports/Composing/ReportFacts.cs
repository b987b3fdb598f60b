using Loa.Documents.Writing;

namespace Loa.Modules.Reports.Composing;

/// <summary>What a report prints, gathered before the first word is written. The rows of the agencies below are not in it: they are read while they are written.</summary>
internal sealed record ReportFacts(OpenReport Open, EarlierValues Earlier, int Below, IReadOnlyDictionary<Guid, (long? Value, long? Of)> Sums, IReadOnlyList<MissingAgency> Missing)
{
    /// <summary>An address of ours as a document carries it; null: the copy for signature, which leads nowhere.</summary>
    public Func<string, Uri>? Link { get; init; }

    public IReadOnlyDictionary<Guid, string> Numbers { get; } = SectionNumbers.Of(Open.Sections, Open.Outline.PartNumber);

    /// <summary>In the order in which the report says them.</summary>
    public IReadOnlyList<OutlineFigure> Figures { get; } = [.. Open.Sections.SelectMany(Open.FiguresOf)];

    public static bool IsAdded(OutlineFigure figure) => figure.RollUp is RollUpRule.Sum or RollUpRule.RatioOfSums;

    public static string Last(IReadOnlyDictionary<Guid, EarlierValue> values, OutlineFigure figure) => values.TryGetValue(figure.FigureId, out var earlier) ? FigureNumber.Text(earlier.Value, earlier.Of) : "–";

    /// <summary>The figure's value, in the working copy leading to the page that lists its rows.</summary>
    public TextRun Value(OutlineFigure figure, bool bold = false)
    {
        var row = Open.Sheet[figure.FigureId];
        return Run(FigureNumber.Text(row.Value, row.Of), row.Value is null ? null : ReportLinks.Figure(Open.Report.ReportId, figure.FigureId), bold);
    }

    public TextRun Run(string text, string? address, bool bold = false) => new(text) { Bold = bold, Link = address is null ? null : Link?.Invoke(address) };

    /// <summary>Why the figure is not what was computed.</summary>
    public string Note(OutlineFigure figure)
    {
        var row = Open.Sheet[figure.FigureId];
        if (!row.IsGiven)
        {
            return "";
        }

        var (value, of) = row.Computed(figure.IsDerived ? RollUpRule.None : figure.RollUp);
        var reason = row.Reason ?? "";
        return value is null || figure.Origin == FigureOrigin.ByHand ? reason : $"Số đã tính: {FigureNumber.Text(value, of)}{(reason.Length == 0 ? "" : $"; {reason}")}";
    }
}
