using Loa.Data;
using Loa.Documents.Plans;
using Loa.Platform.Audit;
using Loa.Platform.Figures;

namespace Loa.Modules.Assessments;

/// <summary>
/// How a body judges the communication of agencies in a stretch of months: criteria with points, what the data says, and what people say. While it is a draft its figures follow
/// the data; when it is published they are written down for good. It is changed after that only by a new version, which takes its place.
/// </summary>
internal sealed class Assessment : IRevised
{
    public const int TitleMaxLength = 300;
    public const int DescriptionMaxLength = 4000;
    public const int ReasonMaxLength = 500;
    public const int CriteriaMost = 40;
    public const int AgenciesMost = 5000;

    public Guid AssessmentId { get; set; }

    /// <summary>The body that assesses.</summary>
    public Guid OwnerAgencyId { get; set; }

    /// <summary>The plan whose carrying out is assessed: only its tasks are looked at; null: all work of the time.</summary>
    public Guid? PlanId { get; set; }

    public required string Title { get; set; }

    public string? Description { get; set; }

    /// <summary>The first of a month.</summary>
    public DateOnly From { get; set; }

    /// <summary>The last of a month.</summary>
    public DateOnly To { get; set; }

    public AssessmentState State { get; set; } = AssessmentState.Draft;

    /// <summary>From one.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The version whose place this one takes when it is published.</summary>
    public Guid? ReplacesId { get; set; }

    /// <summary>Why there is a new version.</summary>
    public string? Reason { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Written with every change of its criteria and agencies: nothing is published that somebody is changing.</summary>
    public DateTime ChangedAt { get; set; }

    public DateTime? PublishedAt { get; set; }

    public Guid? PublishedById { get; set; }

    public List<AssessmentCriterion> Criteria { get; } = [];

    public List<AssessmentAgency> Agencies { get; } = [];

    public long Revision { get; set; }

    public bool IsDraft => State == AssessmentState.Draft;
}

internal enum AssessmentState
{
    /// <summary>Only its own body sees it.</summary>
    Draft = 1,

    /// <summary>Each agency sees its own part, and how it came about.</summary>
    Published = 2,

    /// <summary>A later version was published; kept as it was.</summary>
    Replaced = 3,
}

/// <summary>One question, its points, and where they come from.</summary>
internal sealed class AssessmentCriterion : IAuditedPart
{
    public const int NameMaxLength = 300;
    public const int DescriptionMaxLength = 2000;
    public const int StepsMaxLength = 500;

    public Guid AssessmentCriterionId { get; set; }

    public Guid AssessmentId { get; set; }

    public int Ordinal { get; set; }

    public required string Name { get; set; }

    public string? Description { get; set; }

    /// <summary>In hundredths of a point.</summary>
    public int MaxPoints { get; set; }

    /// <summary>The key of an <see cref="IFigure"/>; null: judged by hand.</summary>
    public string? Figure { get; set; }

    /// <summary>Of these forms; none: of all.</summary>
    public List<CommunicationForm> Forms { get; set; } = [];

    /// <summary>Null: stand-alone and integrated.</summary>
    public bool? Integrated { get; set; }

    /// <summary>See <see cref="ScoreSteps"/>; null: points in proportion to a share, or by hand.</summary>
    public string? Steps { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Assessment);

    Guid IAuditedPart.AuditSubjectId => AssessmentId;
}

/// <summary>An agency that is assessed; <see cref="Revision"/> keeps two people from judging it at once unseen.</summary>
internal sealed class AssessmentAgency : IRevised, IAuditedPart
{
    public const int RemarkMaxLength = 4000;

    public Guid AssessmentId { get; set; }

    public Guid AgencyId { get; set; }

    public string? Remark { get; set; }

    /// <summary>In hundredths of a point; set when it is published.</summary>
    public int? Total { get; set; }

    /// <summary>From one, equal totals alike; set when it is published.</summary>
    public int? Rank { get; set; }

    /// <summary>Written with every score of it that people set.</summary>
    public DateTime ChangedAt { get; set; }

    public long Revision { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Assessment);

    Guid IAuditedPart.AuditSubjectId => AssessmentId;
}

/// <summary>What one agency has of one criterion. While it is a draft only what people set is a row; when it is published every score is.</summary>
internal sealed class AssessmentScore : IAuditedPart
{
    public const int ReasonMaxLength = 500;

    public Guid AssessmentCriterionId { get; set; }

    public Guid AgencyId { get; set; }

    public Guid AssessmentId { get; set; }

    /// <summary>What the data said when it was published: a count, or the upper figure of a share.</summary>
    public long? Value { get; set; }

    /// <summary>The lower figure, where it is a share.</summary>
    public long? Of { get; set; }

    /// <summary>Points from the data, in hundredths; kept beside what people set.</summary>
    public int? Computed { get; set; }

    /// <summary>Points set by people, in hundredths.</summary>
    public int? Given { get; set; }

    /// <summary>Why they differ from the computed ones.</summary>
    public string? Reason { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Assessment);

    Guid IAuditedPart.AuditSubjectId => AssessmentId;
}
