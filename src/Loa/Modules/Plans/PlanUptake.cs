using Loa.Data;
using Loa.Platform.Audit;

namespace Loa.Modules.Plans;

/// <summary>
/// One agency that is to answer a plan with a plan of its own, and how it did. Rows come with the issue of a plan that asks for it, by the issuer's
/// word, or when an agency answers unasked.
/// </summary>
/// <remarks>On time is judged by the day its document bears, not by the day it was recorded.</remarks>
internal sealed class PlanUptake : IRevised, IAuditedPart
{
    public const int ReasonMaxLength = 500;

    public Guid PlanId { get; set; }

    /// <summary>The agency that was asked, as it then was.</summary>
    public Guid AgencyId { get; set; }

    /// <summary>The agency that answers for it now: its successor after a reorganisation.</summary>
    public Guid HolderAgencyId { get; set; }

    /// <summary>Last day to have it issued; null where none was set.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>It need not: exempted by the issuer with a <see cref="Reason"/>, or it answered without being asked.</summary>
    public bool IsOptional { get; set; }

    public string? Reason { get; set; }

    /// <summary>Null until it has answered.</summary>
    public UptakeWay? Way { get; set; }

    /// <summary>The day its document bears.</summary>
    public DateOnly? TakenUpOn { get; set; }

    public DateTime? RecordedAt { get; set; }

    public Guid? RecordedById { get; set; }

    /// <summary>Its own plan in Loa; null for a declaration.</summary>
    public Guid? UnitPlanId { get; set; }

    /// <summary>Number and symbol of the yearly work plan.</summary>
    public string? DocumentReference { get; set; }

    /// <summary>What the yearly work plan is called, and where the work stands in it.</summary>
    public string? DocumentSubject { get; set; }

    /// <summary>The yearly work plan itself.</summary>
    public Guid? FileId { get; set; }

    public long Revision { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Plan);

    Guid IAuditedPart.AuditSubjectId => PlanId;

    public bool IsAnswered => Way is not null;

    /// <summary>Null while nothing can be said: no day was set, or it is not answered and the day is not over.</summary>
    public bool? IsLate(DateOnly today) => IsOptional || DueOn is not { } due ? null : TakenUpOn is { } on ? on > due : due < today ? true : null;

    public void Answer(UptakeWay way, DateOnly on, Guid? unitPlanId, Guid? byId, DateTime at) =>
        (Way, TakenUpOn, UnitPlanId, RecordedById, RecordedAt) = (way, on, unitPlanId, byId, at);

    /// <summary>Its plan was withdrawn, or it took its declaration back.</summary>
    public void TakeBack() =>
        (Way, TakenUpOn, UnitPlanId, RecordedById, RecordedAt, DocumentReference, DocumentSubject, FileId) = (null, null, null, null, null, null, null, null);
}
