using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Platform.Audit;

namespace Loa.Modules.Cadences;

/// <summary>Where the figures of a target of a plan come from; no row: they are entered by hand.</summary>
internal sealed class TargetMeasure : IRevised, IAuditedPart
{
    public const int FigureMaxLength = 60;

    public Guid TargetId { get; set; }

    public MeasureSource Source { get; set; } = MeasureSource.Manual;

    /// <summary>What is summed of the activities.</summary>
    public ActivityMeasure Sum { get; set; } = ActivityMeasure.Times;

    /// <summary>Of these forms; empty: of all.</summary>
    public List<CommunicationForm> Forms { get; set; } = [];

    /// <summary>About these topics of the plan; empty: about anything. Only activities and times are counted by topic.</summary>
    public List<Guid> Topics { get; set; } = [];

    /// <summary>Null: both what stands alone and what is integrated.</summary>
    public bool? Integrated { get; set; }

    /// <summary>The name of a module's figure (<see cref="IFigure"/>).</summary>
    public string? Figure { get; set; }

    public BaseSource Base { get; set; } = BaseSource.None;

    /// <summary>The denominator of each agency, where it is one number for all.</summary>
    public decimal? BaseNumber { get; set; }

    public string? BaseFigure { get; set; }

    /// <summary>The target whose numerator stands below the line.</summary>
    public Guid? BaseTargetId { get; set; }

    public long Revision { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Plans.Target);

    Guid IAuditedPart.AuditSubjectId => TargetId;
}

internal enum MeasureSource
{
    Manual = 1,
    Activities = 2,
    Figure = 3,
}

/// <summary>What stands below the line.</summary>
internal enum BaseSource
{
    /// <summary>Nothing: the target is a number, not a share.</summary>
    None = 1,
    Number = 2,
    Manual = 3,
    Figure = 4,
    Target = 5,
}

/// <summary>What an agency had reached of a target on a day. Values are added, never changed: the latest counts, the others are its history.</summary>
internal sealed class TargetValue : IAuditedPart
{
    public const int NoteMaxLength = 500;
    public const decimal Most = 1_000_000_000_000m;

    public Guid TargetId { get; set; }

    public Guid AgencyId { get; set; }

    /// <summary>Which value of the agency's for this target, from one; of two for the same day the later one counts.</summary>
    public int Number { get; set; }

    /// <summary>The day it is true of.</summary>
    public DateOnly AsOf { get; set; }

    public decimal Numerator { get; set; }

    public decimal? Denominator { get; set; }

    public MeasureSource Source { get; set; }

    /// <summary>Where it was taken from: a report, a survey, a register.</summary>
    public string? Note { get; set; }

    public DateTime At { get; set; }

    public Guid? ById { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Plans.Target);

    Guid IAuditedPart.AuditSubjectId => TargetId;
}
