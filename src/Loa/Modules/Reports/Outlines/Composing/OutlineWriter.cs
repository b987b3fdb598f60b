using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Platform.Figures;

namespace Loa.Modules.Reports.Outlines.Composing;

/// <summary>A figure as a template proposes it.</summary>
/// <param name="Source">The key of an <see cref="IFigure"/>.</param>
/// <param name="Forms">Of these forms; none: of all.</param>
internal sealed record ProposedFigure(string Name, string? Unit, string Source, IReadOnlyList<CommunicationForm> Forms, bool? Integrated = null)
{
    public Guid? TargetId { get; init; }

    public static ProposedFigure Of(string name, string? unit, string source) => new(name, unit, source, []);

    public static ProposedFigure Of(string name, string? unit, ActivityMeasure measure, params CommunicationForm[] forms) => new(name, unit, ActivityFigure.KeyOf(measure), forms);
}

/// <summary>Writes sections and figures into an outline, in the order in which they come; neither the same figure nor the same sentences twice.</summary>
/// <param name="find">The figure of a key; one that is not there is entered by hand.</param>
internal sealed class OutlineWriter(ReportOutline outline, Func<string, IFigure?> find)
{
    private readonly HashSet<(string Source, string Forms, bool? Integrated, Guid? TargetId)> figures = [];
    private readonly HashSet<string> narratives = new(StringComparer.Ordinal);

    /// <summary>Null where the outline is full.</summary>
    public OutlineSection? Section(string title, string? guidance, int level, IEnumerable<string> sentences)
    {
        if (outline.Sections.Count >= ReportOutline.SectionsMost)
        {
            return null;
        }

        var written = new OutlineSection
        {
            OutlineSectionId = Guid.CreateVersion7(),
            SectionId = Guid.CreateVersion7(),
            ReportOutlineId = outline.ReportOutlineId,
            Ordinal = outline.Sections.Count + 1,
            Level = Math.Clamp(level, 1, OutlineSection.LevelMost),
            Title = title,
            Guidance = guidance?.Length > OutlineSection.GuidanceMaxLength ? guidance[..OutlineSection.GuidanceMaxLength] : guidance,
            Narratives = [.. sentences.Where(narratives.Add)],
        };
        outline.Sections.Add(written);
        return written;
    }

    public void Figure(OutlineSection part, ProposedFigure proposed)
    {
        if (outline.Figures.Count >= ReportOutline.FiguresMost || !figures.Add((proposed.Source, string.Join(',', proposed.Forms.Order()), proposed.Integrated, proposed.TargetId)))
        {
            return;
        }

        var source = find(proposed.Source);
        var figure = new OutlineFigure
        {
            OutlineFigureId = Guid.CreateVersion7(),
            FigureId = Guid.CreateVersion7(),
            ReportOutlineId = outline.ReportOutlineId,
            OutlineSectionId = part.OutlineSectionId,
            Ordinal = outline.Figures.Count + 1,
            Name = proposed.Name.Length > OutlineFigure.NameMaxLength ? proposed.Name[..(OutlineFigure.NameMaxLength - 1)] + "…" : proposed.Name,
            Unit = proposed.Unit?.Length > OutlineFigure.UnitMaxLength ? null : proposed.Unit,
            Origin = source is null ? FigureOrigin.ByHand : FigureOrigin.Data,
            Source = source?.Key,
            Forms = [.. proposed.Forms],
            Integrated = proposed.Integrated,
            TargetId = proposed.TargetId,
            // What a unit reached of a target is not added up: ten units at 95% are not one at 950%.
            RollUp = source is { AsksTarget: true } ? RollUpRule.None : RollUpRule.Sum,
        };
        OutlineChecks.Settle(figure, source);
        outline.Figures.Add(figure);
    }
}
