using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Platform.Audit;

namespace Loa.Modules.Plans;

/// <summary>One row of the plan's annex, or one duty of its text.</summary>
internal sealed class PlanTask : IAuditedPart
{
    public const int ContentMaxLength = 8000;
    public const int GroupMaxLength = 1000;
    public const int NumberMaxLength = 20;
    public const int WhenMaxLength = 500;
    public const int InChargeMaxLength = 500;

    public Guid PlanTaskId { get; set; }
    public Guid PlanId { get; set; }
    public Plan? Plan { get; set; }
    public int Ordinal { get; set; }
    public TaskOrigin Origin { get; set; }
    public int? Annex { get; set; }
    public string? Group { get; set; }
    public string? Number { get; set; }
    public required string Content { get; set; }
    public string? Detail { get; set; }
    public string? Product { get; set; }

    /// <summary>The timeframe as printed; always shown beside the date.</summary>
    public string? When { get; set; }

    public TimeframeKind? TimeframeKind { get; set; }
    public DateOnly? From { get; set; }

    /// <summary>Last day to have it done; null where the plan names none, and always for a request.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>ISO 8601 duration of a recurring task ("P6M").</summary>
    public string? Every { get; set; }

    /// <summary>Asked of a body outside the chain of command: it can be followed, but it is never overdue.</summary>
    public bool IsRequest { get; set; }

    /// <summary>The task of the replaced edition that this one carries on; null for a task that is new.</summary>
    public Guid? PreviousTaskId { get; set; }

    /// <summary>The task of the parent plan that this one carries out.</summary>
    public Guid? ParentTaskId { get; set; }

    /// <summary>The people in charge within the agency, one name a line.</summary>
    public string? InCharge { get; set; }

    /// <summary>What it is estimated to cost, in đồng.</summary>
    public long? Estimate { get; set; }

    /// <summary>Where it stands in the document, see <see cref="PlanSpans"/>.</summary>
    [NotAudited]
    public string Spans { get; set; } = PlanSpans.None;

    /// <summary>Content, detail and product folded.</summary>
    public string SearchText { get; private set; } = "";

    public List<TaskAgency> Agencies { get; } = [];
    public List<TaskOccurrence> Occurrences { get; } = [];
    public List<Assignment> Assignments { get; } = [];

    string IAuditedPart.AuditSubjectType => nameof(Plans.Plan);

    Guid IAuditedPart.AuditSubjectId => PlanId;

    /// <summary>Continuous work is never late: its last day is only the end of the programme.</summary>
    public bool IsOverdue(DateOnly today) =>
        !IsRequest && DueOn < today && TimeframeKind is (Documents.Plans.TimeframeKind.Deadline or Documents.Plans.TimeframeKind.Period);

    /// <summary>As its annex numbers it; where that has no numbers, by its place in the plan.</summary>
    public string Label => LabelOf(Number, Ordinal);

    public static string LabelOf(string? number, int ordinal) => number ?? ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public void RefreshSearchText() =>
        SearchText = Folding.Fold(string.Join(' ', new[] { Content, Detail, Product }.Where(text => !string.IsNullOrEmpty(text))));
}

/// <summary>An agency or group as the plan prints it, in one role, and what it was resolved to.</summary>
internal sealed class TaskAgency : IAuditedPart
{
    public Guid TaskAgencyId { get; set; }
    public Guid PlanTaskId { get; set; }
    public int Ordinal { get; set; }
    public AssignmentRole Role { get; set; }
    public required string Text { get; set; }
    public AgencyResolution Resolution { get; set; }
    public Guid? AgencyId { get; set; }
    public Guid? AgencyGroupId { get; set; }

    /// <summary>
    /// How many agencies have the task through this name: those it meant on the day of issue, without the ones an officer left out
    /// and without those that a name before it gave the task already.
    /// </summary>
    public int ExpandedCount { get; set; }

    [NotAudited]
    public string Spans { get; set; } = PlanSpans.None;

    /// <summary>Members of a group the plan leaves open that an officer decided are not meant.</summary>
    public List<TaskExclusion> Exclusions { get; } = [];

    string IAuditedPart.AuditSubjectType => nameof(PlanTask);

    Guid IAuditedPart.AuditSubjectId => PlanTaskId;
}

/// <summary>An agency that "… có liên quan" may have meant and that was left out before issuing.</summary>
internal sealed class TaskExclusion : IAuditedPart
{
    public Guid TaskAgencyId { get; set; }
    public Guid AgencyId { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(TaskAgency);

    Guid IAuditedPart.AuditSubjectId => TaskAgencyId;
}
