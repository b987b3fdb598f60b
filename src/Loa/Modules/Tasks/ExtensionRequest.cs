using Loa.Data;
using Loa.Platform.Audit;

namespace Loa.Modules.Tasks;

/// <summary>A later due day, asked for by the agency that carries a task and decided by the body that issued the plan.</summary>
internal sealed class ExtensionRequest : IRevised, IAuditedPart
{
    public const int ReasonMaxLength = 1000;

    public Guid ExtensionRequestId { get; set; }

    public Guid AssignmentId { get; set; }

    public Guid AskedById { get; set; }

    public DateTime AskedAt { get; set; }

    /// <summary>The due day when it was asked.</summary>
    public DateOnly DueOn { get; set; }

    public DateOnly AskedDueOn { get; set; }

    public required string Reason { get; set; }

    public ExtensionState State { get; set; } = ExtensionState.Asked;

    public Guid? DecidedById { get; set; }

    public DateTime? DecidedAt { get; set; }

    /// <summary>The day granted, which may be another than the one asked for.</summary>
    public DateOnly? GrantedDueOn { get; set; }

    public string? Answer { get; set; }

    public long Revision { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Plans.Assignment);

    Guid IAuditedPart.AuditSubjectId => AssignmentId;

    public void Decide(bool granted, DateOnly? dueOn, string? answer, Guid? byId, DateTime at)
    {
        State = granted ? ExtensionState.Granted : ExtensionState.Refused;
        GrantedDueOn = granted ? dueOn ?? AskedDueOn : null;
        (Answer, DecidedById, DecidedAt) = (answer, byId, at);
    }
}

internal enum ExtensionState
{
    Asked = 1,
    Granted = 2,
    Refused = 3,

    /// <summary>The agency took it back, or finished without it.</summary>
    Withdrawn = 4,
}
