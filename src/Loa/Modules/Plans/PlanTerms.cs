namespace Loa.Modules.Plans;

// Numbers are stored: never renumber.

/// <summary>The state of an issued plan.</summary>
internal enum PlanStatus
{
    /// <summary>In force: its tasks are on the lists of their agencies.</summary>
    Issued = 1,

    /// <summary>A later import of the same document took its place.</summary>
    Superseded = 2,

    /// <summary>Taken back with a reason.</summary>
    Withdrawn = 3,
}

internal enum PlanTextKind
{
    Purpose = 1,
    Requirement = 2,
    Audience = 3,
    Topic = 4,
    Form = 5,
}

internal enum AssignmentRole
{
    Lead = 1,
    Coordinating = 2,
    Monitoring = 3,
}

/// <summary>How an agency answers a plan above it.</summary>
internal enum UptakeWay
{
    /// <summary>A plan of its own, written in Loa from the one above.</summary>
    Written = 1,

    /// <summary>A plan of its own that was written elsewhere and read in.</summary>
    Imported = 2,

    /// <summary>Its yearly work plan holds the work; the document says so.</summary>
    YearlyPlan = 3,
}

/// <summary>How an agency stands with what it was given.</summary>
internal enum AssignmentState
{
    Open = 1,
    Done = 2,

    /// <summary>The agency says, with a reason, that it does not concern it.</summary>
    NotApplicable = 3,

    /// <summary>The plan no longer asks for it.</summary>
    Withdrawn = 4,
}

/// <summary>What became of an agency name as printed.</summary>
internal enum AgencyResolution
{
    /// <summary>Nobody said what it means: shown as printed, assigned to nobody.</summary>
    Unresolved = 0,
    Agency = 1,
    Group = 2,

    /// <summary>A body that does not use Loa.</summary>
    Outside = 3,
}
