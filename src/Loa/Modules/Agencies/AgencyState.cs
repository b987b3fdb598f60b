using Loa.Platform.Audit;

namespace Loa.Modules.Agencies;

/// <summary>
/// What an agency was, what it was called and under whom it stood between two days. The states of an agency never overlap, and no day between
/// its first and its last is without one.
/// </summary>
internal sealed class AgencyState : IAuditedPart
{
    public Guid AgencyStateId { get; set; }

    public Guid AgencyId { get; set; }

    /// <summary>First day; null: since before anyone recorded.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day, that day included; null: until further notice.</summary>
    public DateOnly? To { get; set; }

    public Guid? ParentId { get; set; }

    public AgencyKind Kind { get; set; }

    public AgencyLevel Level { get; set; }

    public required string Name { get; set; }

    public required string ShortName { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Agency);

    Guid IAuditedPart.AuditSubjectId => AgencyId;

    public bool Covers(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);

    /// <summary>The same, from <paramref name="day"/> on.</summary>
    public AgencyState ContinueFrom(DateOnly day) => new()
    {
        AgencyStateId = Guid.CreateVersion7(),
        AgencyId = AgencyId,
        From = day,
        To = To,
        ParentId = ParentId,
        Kind = Kind,
        Level = Level,
        Name = Name,
        ShortName = ShortName,
    };
}
