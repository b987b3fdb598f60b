using Loa.Modules.Agencies;

namespace Loa.Modules.Plans.Coverage;

/// <summary>Where an agency stands with the plan it is to issue; what needs somebody comes first.</summary>
internal enum UptakeState
{
    /// <summary>Not issued, and the day is over.</summary>
    Overdue = 1,

    /// <summary>Not issued, and there is time left, or no day was set.</summary>
    Missing = 2,

    /// <summary>Issued after the day.</summary>
    Late = 3,

    /// <summary>Issued by the day.</summary>
    OnTime = 4,

    /// <summary>Issued, and no day was set.</summary>
    Undated = 5,

    /// <summary>Issued without being asked.</summary>
    Unasked = 6,

    /// <summary>The issuer said, with a reason, that it need not.</summary>
    Exempt = 7,
}

/// <summary>What a list of agencies can be narrowed to besides one state.</summary>
internal enum UptakeGroup
{
    /// <summary>All that must issue.</summary>
    Must = 1,

    /// <summary>Of those, all that have.</summary>
    Have = 2,

    /// <summary>Of those, all that have not.</summary>
    Owe = 3,
}

/// <summary>An agency and its answer, as a query gives it; properties, so that the database can filter and sort by them.</summary>
internal sealed class UptakeLine
{
    public Guid AgencyId { get; init; }
    public required string Name { get; init; }
    public required string SearchText { get; init; }
    public AgencyLevel Level { get; init; }

    /// <summary>Of the agency that answers today.</summary>
    public AgencyKind HolderKind { get; init; }

    public AgencyLevel HolderLevel { get; init; }
    public int SortOrder { get; init; }
    public Guid HolderId { get; init; }
    public required string HolderName { get; init; }
    public DateOnly? DueOn { get; init; }
    public bool IsOptional { get; init; }
    public string? Reason { get; init; }
    public UptakeWay? Way { get; init; }
    public DateOnly? TakenUpOn { get; init; }
    public Guid? UnitPlanId { get; init; }
    public string? Reference { get; init; }
    public string? Subject { get; init; }
    public Guid? FileId { get; init; }
    public UptakeState State { get; init; }

    public bool Owes => State is UptakeState.Overdue or UptakeState.Missing;

    /// <summary>How many days after the day it was issued, or have gone by since; null where it is not late.</summary>
    public int? DaysLate(DateOnly today) => State switch
    {
        UptakeState.Overdue => today.DayNumber - DueOn!.Value.DayNumber,
        UptakeState.Late => TakenUpOn!.Value.DayNumber - DueOn!.Value.DayNumber,
        _ => null,
    };
}

/// <summary>A clause of the plan that was given to an agency, and whether that agency's own plan takes it up.</summary>
internal sealed record HeldClause(Guid AgencyId, Clause Clause, bool IsCovered);

internal sealed record Clause(Guid TaskId, int Ordinal, string? Number, string Content)
{
    /// <summary>As the annex numbers it; where numbers begin anew in every group the place in the plan tells them apart.</summary>
    public string Label => PlanTask.LabelOf(Number, Ordinal);
}

/// <summary>A clause over all agencies that must issue a plan.</summary>
internal sealed record ClauseShare(Clause Clause, int Given, int Covered)
{
    public int Left => Given - Covered;
}

/// <summary>The counts of one plan, each over rows that a list can show.</summary>
internal sealed class CoverageFigures
{
    public int Must { get; init; }
    public int Have { get; init; }
    public int OnTime { get; init; }
    public int Late { get; init; }
    public int Overdue { get; init; }
    public int Missing { get; init; }
    public int Exempt { get; init; }
    public int Unasked { get; init; }
    public int Written { get; init; }
    public int Imported { get; init; }
    public int YearlyPlan { get; init; }

    public int Owe => Overdue + Missing;

    public bool IsEmpty => Must + Exempt + Unasked == 0;
}
