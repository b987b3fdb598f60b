using System.Text.Json;

namespace Loa.Modules.Reports;

/// <summary>What a report said when it was sent: what counted of each figure, and each section's text.</summary>
internal sealed record ReportContent(IReadOnlyList<SentFigure> Figures, IReadOnlyList<SentText> Texts)
{
    /// <summary>Agencies whose reports should have gone into it and had not been accepted, by name.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public static ReportContent Of(IEnumerable<ReportFigure> figures, IEnumerable<ReportText> texts) => new(
        [.. figures.Select(figure => new SentFigure(figure.FigureId, figure.Value, figure.Of))],
        [.. texts.Select(text => new SentText(text.OutlineSectionId, text.Current))]);

    public static ReportContent Read(string json) => JsonSerializer.Deserialize<ReportContent>(json)!;

    public string Write() => JsonSerializer.Serialize(this);
}

internal sealed record SentFigure(Guid FigureId, long? Value, long? Of);

internal sealed record SentText(Guid OutlineSectionId, string Text);
