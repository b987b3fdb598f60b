using Loa.Platform.Audit;

namespace Loa.Modules.Activities;

/// <summary>A task of a plan that an activity serves.</summary>
internal sealed class ActivityTask : IAuditedPart
{
    public Guid ActivityId { get; set; }

    public Guid PlanTaskId { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Activity);

    Guid IAuditedPart.AuditSubjectId => ActivityId;
}

/// <summary>A topic of a plan (<see cref="Plans.PlanText"/>) that an activity is about.</summary>
internal sealed class ActivityTopic : IAuditedPart
{
    public Guid ActivityId { get; set; }

    public Guid PlanTextId { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Activity);

    Guid IAuditedPart.AuditSubjectId => ActivityId;
}

/// <summary>How an agency wants its activities counted; no row: as soon as they are logged.</summary>
internal sealed class ActivityRules
{
    public Guid AgencyId { get; set; }

    /// <summary>An activity counts once a second person has confirmed it.</summary>
    public bool ConfirmationRequired { get; set; }
}
