using Loa.Platform.Audit;

namespace Loa.Modules.Tasks;

/// <summary>One thing that happened to an assignment, in the words of who did it. Entries are only ever added.</summary>
internal sealed class WorkEntry : IAuditedPart
{
    public const int TextMaxLength = 2000;

    public Guid WorkEntryId { get; set; }

    public Guid AssignmentId { get; set; }

    public WorkEntryKind Kind { get; set; }

    public DateTime At { get; set; }

    /// <summary>Null: the program itself.</summary>
    public Guid? ById { get; set; }

    public string? Text { get; set; }

    /// <summary>Products delivered then, where the entry reports them.</summary>
    public int? ProductsDone { get; set; }

    /// <summary>The turn it is about, of a recurring task.</summary>
    public int? Occurrence { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Plans.Assignment);

    Guid IAuditedPart.AuditSubjectId => AssignmentId;
}

internal enum WorkEntryKind
{
    Note = 1,
    Progress = 2,

    /// <summary>Done: the whole, or one turn of a recurring task.</summary>
    Done = 3,
    Reopened = 4,
    NotApplicable = 5,
    HandedOver = 6,
    ExtensionAsked = 7,
    ExtensionGranted = 8,
    ExtensionRefused = 9,
    DifficultyRaised = 10,

    /// <summary>Passed to the agency that carries it on after a reorganisation, or back when that was taken back.</summary>
    PassedOn = 11,

    /// <summary>Given after the plan was issued, or given again.</summary>
    Added = 12,

    /// <summary>Taken back by the body that issued the plan.</summary>
    Withdrawn = 13,
}
