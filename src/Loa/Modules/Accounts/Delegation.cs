using System.Linq.Expressions;
using Loa.Platform.Audit;

namespace Loa.Modules.Accounts;

/// <summary>
/// Someone stands in for a person on leave: for these days, in that person's roles except administration, marked in the switcher and in
/// the record. It ends by itself.
/// </summary>
internal sealed class Delegation : IAuditedPart
{
    public const int ReasonMaxLength = 300;

    /// <summary>Longer absences want a change of roles, which somebody decides.</summary>
    public const int MaxDays = 92;

    public Guid DelegationId { get; set; }

    /// <summary>The person on leave.</summary>
    public Guid FromUserId { get; set; }

    public Guid ToUserId { get; set; }

    public DateOnly FirstDay { get; set; }

    public DateOnly LastDay { get; set; }

    public required string Reason { get; set; }

    public Guid? CreatedBy { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Taken back before its last day.</summary>
    public DateTime? EndedAt { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(User);

    Guid IAuditedPart.AuditSubjectId => FromUserId;

    public static Expression<Func<Delegation, bool>> InForceOn(DateOnly day) =>
        delegation => delegation.EndedAt == null && delegation.FirstDay <= day && delegation.LastDay >= day;
}
