using Loa.Platform.Audit;

namespace Loa.Modules.Agencies;

/// <summary>A reorganisation as it was decided: what happened to which agencies, from which day, by which document.</summary>
internal sealed class AgencyChange
{
    public const int DocumentMaxLength = 300;
    public const int NoteMaxLength = 1000;

    public Guid AgencyChangeId { get; set; }

    public AgencyChangeKind Kind { get; set; }

    /// <summary>First day on which it holds.</summary>
    public DateOnly EffectiveOn { get; set; }

    /// <summary>The legal document behind it, as one would cite it: "Nghị quyết số 15/NQ-HĐND ngày 10/6/2025".</summary>
    public required string Document { get; set; }

    public string? Note { get; set; }

    public Guid? RecordedById { get; set; }

    public DateTime RecordedAt { get; set; }

    /// <summary>When work and rights followed it; null while the day has not come.</summary>
    public DateTime? TookEffectAt { get; set; }

    public DateTime? TakenBackAt { get; set; }

    /// <summary>The states it touched, before and after, so that it can be taken back: see <see cref="StateLog"/>.</summary>
    [NotAudited]
    public string Log { get; set; } = "";

    public List<AgencyChangePart> Parts { get; } = [];

    public bool IsTakenBack => TakenBackAt is not null;

    public IEnumerable<Guid> Of(AgencyPartRole role) => Parts.Where(part => part.Role == role).OrderBy(part => part.Ordinal).Select(part => part.AgencyId);

    public void AddPart(Guid agencyId, AgencyPartRole role)
    {
        if (!Parts.Exists(part => part.AgencyId == agencyId && part.Role == role))
        {
            Parts.Add(new AgencyChangePart { AgencyChangeId = AgencyChangeId, AgencyId = agencyId, Role = role, Ordinal = Parts.Count + 1 });
        }
    }
}

internal sealed class AgencyChangePart : IAuditedPart
{
    public Guid AgencyChangeId { get; set; }

    public Guid AgencyId { get; set; }

    public AgencyPartRole Role { get; set; }

    public int Ordinal { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Agency);

    Guid IAuditedPart.AuditSubjectId => AgencyId;
}

internal enum AgencyChangeKind
{
    Establish = 1,
    Rename = 2,
    Move = 3,
    Merge = 4,
    Split = 5,
    Dissolve = 6,

    /// <summary>A whole level of a province ends, as the district level did on 1 July 2025.</summary>
    EndLevel = 7,
}

internal enum AgencyPartRole
{
    /// <summary>It ends, or gives part of itself away; what was open passes to the successors.</summary>
    Predecessor = 1,

    /// <summary>The first one named takes over what cannot be parted.</summary>
    Successor = 2,

    /// <summary>It goes on under another name or parent.</summary>
    Changed = 3,
}
