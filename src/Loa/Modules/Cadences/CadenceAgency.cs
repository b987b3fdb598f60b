using Loa.Platform.Audit;

namespace Loa.Modules.Cadences;

/// <summary>An agency that a cadence is asked of, and since when and until when.</summary>
/// <remarks>Not in the history row by row: one group can stand for hundreds. That a set was given or taken is, with its number.</remarks>
[NotAudited]
internal sealed class CadenceAgency
{
    public Guid CadenceId { get; set; }

    public Guid AgencyId { get; set; }

    /// <summary>First day; null: from the beginning. Set for one that was named later, or took over from another.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day; null: to the end. Set for one that has ended in a reorganisation.</summary>
    public DateOnly? To { get; set; }

    public bool Holds(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);
}

/// <summary>
/// What an agency did for a cadence in one period. Kept by triggers in the transaction that writes the activity; when the definition changes it is counted anew while nobody
/// writes activities (<see cref="CadenceCounting"/>).
/// </summary>
[NotAudited]
internal sealed class CadenceCount
{
    public Guid CadenceId { get; set; }

    public Guid AgencyId { get; set; }

    public int Ordinal { get; set; }

    public long Times { get; set; }

    /// <summary>Minutes of each time, summed over all times.</summary>
    public long Minutes { get; set; }
}

/// <summary>Why an agency missed a period, in its own words. It stays with the days, so that a change of the definition does not hang it on another period.</summary>
internal sealed class CadenceCause : IAuditedPart
{
    public const int TextMaxLength = 1000;

    public Guid CadenceId { get; set; }

    public Guid AgencyId { get; set; }

    public DateOnly From { get; set; }

    public DateOnly To { get; set; }

    public required string Text { get; set; }

    public DateTime At { get; set; }

    public Guid? ById { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Cadence);

    Guid IAuditedPart.AuditSubjectId => CadenceId;
}
