using Loa.Documents.Plans;
using Loa.Platform.Audit;
using Loa.Platform.Figures;

namespace Loa.Modules.Reports;

/// <summary>
/// A figure of a report, defined once: where it comes from, whether people may set it, and how those of many reports become one. It is a count, or a share with its
/// numerator and denominator; never a percentage alone.
/// </summary>
internal sealed class OutlineFigure : IAuditedPart
{
    public const int NameMaxLength = 300;
    public const int UnitMaxLength = 40;
    public const int PartsMost = 40;

    public Guid OutlineFigureId { get; set; }

    public Guid ReportOutlineId { get; set; }

    public Guid OutlineSectionId { get; set; }

    /// <summary>The same in every version of the outline: values of periods are compared by it.</summary>
    public Guid FigureId { get; set; }

    /// <summary>Within the outline.</summary>
    public int Ordinal { get; set; }

    public required string Name { get; set; }

    /// <summary>"hội nghị", "lượt người"; of a share, of what it is a share.</summary>
    public string? Unit { get; set; }

    public FigureOrigin Origin { get; set; } = FigureOrigin.ByHand;

    /// <summary>The key of an <see cref="IFigure"/>, for <see cref="FigureOrigin.Data"/>.</summary>
    public string? Source { get; set; }

    /// <summary>Of these forms; none: of all.</summary>
    public List<CommunicationForm> Forms { get; set; } = [];

    /// <summary>Null: stand-alone and integrated.</summary>
    public bool? Integrated { get; set; }

    public Guid? TargetId { get; set; }

    /// <summary>Figures (<see cref="FigureId"/>) that are added up, for <see cref="FigureOrigin.Parts"/>; of any other, those it must be the sum of.</summary>
    public List<Guid> Parts { get; set; } = [];

    /// <summary>The figure whose value is the denominator; null: the source's own, the one typed, or none.</summary>
    public Guid? OverId { get; set; }

    /// <summary>It has a numerator and a denominator.</summary>
    public bool IsShare { get; set; }

    /// <summary>Whoever fills the report may set another value than the computed one, with a reason.</summary>
    public bool MayCorrect { get; set; } = true;

    public RollUpRule RollUp { get; set; } = RollUpRule.Sum;

    /// <summary>It counts from the beginning of the year on, so it cannot be below that of the period before in the same year.</summary>
    public bool IsCumulative { get; set; }

    /// <summary>What does not add up or falls keeps a report from being sent; else it is only pointed out.</summary>
    public bool CheckIsError { get; set; }

    /// <summary>It follows from other figures of the same report.</summary>
    public bool IsDerived => Origin == FigureOrigin.Parts;

    public OutlineFigure CopyTo(Guid outlineId, Guid sectionId) => new()
    {
        OutlineFigureId = Guid.CreateVersion7(),
        ReportOutlineId = outlineId,
        OutlineSectionId = sectionId,
        FigureId = FigureId,
        Ordinal = Ordinal,
        Name = Name,
        Unit = Unit,
        Origin = Origin,
        Source = Source,
        Forms = [.. Forms],
        Integrated = Integrated,
        TargetId = TargetId,
        Parts = [.. Parts],
        OverId = OverId,
        IsShare = IsShare,
        MayCorrect = MayCorrect,
        RollUp = RollUp,
        IsCumulative = IsCumulative,
        CheckIsError = CheckIsError,
    };

    string IAuditedPart.AuditSubjectType => nameof(ReportOutline);

    Guid IAuditedPart.AuditSubjectId => ReportOutlineId;
}

internal enum FigureOrigin
{
    /// <summary>Typed by whoever fills the report.</summary>
    ByHand = 1,

    /// <summary>Computed from what was logged.</summary>
    Data = 2,

    /// <summary>The sum of other figures of the report.</summary>
    Parts = 3,
}

/// <summary>How the figures of the reports below and the agency's own become one.</summary>
internal enum RollUpRule
{
    /// <summary>Added up.</summary>
    Sum = 1,

    /// <summary>Numerators and denominators added up apart; the share is that of the sums, never an average of shares.</summary>
    RatioOfSums = 2,

    /// <summary>The agency's own; where it has none, that of the report sent last.</summary>
    Latest = 3,

    /// <summary>The agency's own only.</summary>
    None = 4,
}
