using Loa.Data;
using Loa.Platform.Audit;

namespace Loa.Modules.Circulations;

/// <summary>An agency whose staff are to read it: fixed at sending.</summary>
[NotAudited]
internal sealed class CirculationAgency
{
    public Guid CirculationId { get; set; }

    public Guid AgencyId { get; set; }
}

/// <summary>
/// One person who was asked to read it, once however many roles they have; counted with the agency that stood first among those chosen. Written in
/// bulk at sending, so only what the person then does is in the history.
/// </summary>
internal sealed class CirculationRecipient : IRevised, IAuditedPart
{
    public Guid CirculationId { get; set; }

    public Guid UserId { get; set; }

    public Guid AgencyId { get; set; }

    public DateTime AskedAt { get; set; }

    /// <summary>When the document was first opened. Opening alone counts for nothing.</summary>
    [NotAudited]
    public DateTime? OpenedAt { get; set; }

    /// <summary>"Tôi đã đọc và nắm rõ."</summary>
    public DateTime? AcknowledgedAt { get; set; }

    [NotAudited]
    public DateOnly? RemindedOn { get; set; }

    public long Revision { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Circulation);

    Guid IAuditedPart.AuditSubjectId => CirculationId;
}

/// <summary>Staff without an account who were told face to face, as an officer of their agency records it.</summary>
internal sealed class CirculationDirect : IAuditedPart
{
    public const int NoteMaxLength = 500;
    public const int PeopleMost = 100_000;

    public Guid CirculationDirectId { get; set; }

    public Guid CirculationId { get; set; }

    public Guid AgencyId { get; set; }

    public int People { get; set; }

    public DateOnly HeldOn { get; set; }

    public DirectForm Form { get; set; }

    public string? Note { get; set; }

    public Guid RecordedById { get; set; }

    public DateTime RecordedAt { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Circulation);

    Guid IAuditedPart.AuditSubjectId => CirculationId;
}

internal enum DirectForm
{
    Meeting = 1,
    Posting = 2,
    Copies = 3,
    Other = 4,
}

/// <summary>A reader's question or comment, or the sender's answer to it.</summary>
internal sealed class CirculationRemark : IAuditedPart
{
    public const int TextMaxLength = 2000;

    public Guid CirculationRemarkId { get; set; }

    public Guid CirculationId { get; set; }

    /// <summary>The reader whose conversation with the sender it belongs to.</summary>
    public Guid ReaderId { get; set; }

    public Guid ById { get; set; }

    public DateTime At { get; set; }

    public required string Text { get; set; }

    public bool IsAnswer { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Circulation);

    Guid IAuditedPart.AuditSubjectId => CirculationId;
}
