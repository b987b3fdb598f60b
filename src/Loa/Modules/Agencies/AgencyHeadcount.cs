using Loa.Platform.Audit;

namespace Loa.Modules.Agencies;

/// <summary>How many people work for an agency, as counted on a day. The number holds until a later one.</summary>
internal sealed class AgencyHeadcount : IAuditedPart
{
    public const int MaxCount = 1_000_000;

    public Guid AgencyId { get; set; }

    public DateOnly CountedOn { get; set; }

    public int Count { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Agency);

    Guid IAuditedPart.AuditSubjectId => AgencyId;
}
