using Loa.Data;
using Loa.Platform.Audit;

namespace Loa.Modules.Tasks;

/// <summary>Khó khăn, vướng mắc: raised on a task or a plan, it goes to the body that the plan names, which answers it or passes it on.</summary>
internal sealed class Difficulty : IRevised
{
    public const int TextMaxLength = 4000;

    public Guid DifficultyId { get; set; }

    public Guid PlanId { get; set; }

    /// <summary>Null where it is about the plan as a whole.</summary>
    public Guid? AssignmentId { get; set; }

    public Guid RaisedByAgencyId { get; set; }

    public Guid RaisedById { get; set; }

    public DateTime RaisedAt { get; set; }

    public required string Text { get; set; }

    /// <summary>The agency that has to answer it now.</summary>
    public Guid WithAgencyId { get; set; }

    public DifficultyState State { get; set; } = DifficultyState.Open;

    public long Revision { get; set; }

    public List<DifficultyStep> Steps { get; } = [];

    public void Answer(DifficultyStep step)
    {
        Steps.Add(step);
        State = step.Kind switch
        {
            DifficultyStepKind.Answered => DifficultyState.Answered,
            DifficultyStepKind.Closed => DifficultyState.Closed,
            _ => DifficultyState.Open,
        };
        if (step is { Kind: DifficultyStepKind.PassedOn, ToAgencyId: { } agencyId })
        {
            WithAgencyId = agencyId;
        }
    }
}

/// <summary>What was said to a difficulty, and by which agency.</summary>
internal sealed class DifficultyStep : IAuditedPart
{
    public Guid DifficultyStepId { get; set; }

    public Guid DifficultyId { get; set; }

    public DifficultyStepKind Kind { get; set; }

    public DateTime At { get; set; }

    public Guid ById { get; set; }

    public Guid AgencyId { get; set; }

    public required string Text { get; set; }

    public Guid? ToAgencyId { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Difficulty);

    Guid IAuditedPart.AuditSubjectId => DifficultyId;
}

internal enum DifficultyState
{
    Open = 1,
    Answered = 2,

    /// <summary>The agency that raised it is content.</summary>
    Closed = 3,
}

internal enum DifficultyStepKind
{
    Answered = 1,
    PassedOn = 2,
    Reopened = 3,
    Closed = 4,
}
