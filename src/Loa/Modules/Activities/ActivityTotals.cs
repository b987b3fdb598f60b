using Loa.Documents.Plans;
using Loa.Platform.Audit;

namespace Loa.Modules.Activities;

/// <summary>
/// What an agency did in a month, by form, integrated or not, by state. Kept by the database, right at any moment, so that dashboards never
/// add up the activities themselves; <see cref="Data.Counters"/> compares with a recount. Rows of the same agency, month, form and state add up: there can be several.
/// </summary>
[NotAudited]
internal sealed class ActivityTotal
{
    public Guid AgencyId { get; set; }

    /// <summary>202611.</summary>
    public int Month { get; set; }

    public CommunicationForm Form { get; set; }

    public bool IsIntegrated { get; set; }

    public ActivityState State { get; set; }

    public long Activities { get; set; }

    public long Times { get; set; }

    /// <summary>Minutes of each time, summed over all times.</summary>
    public long Minutes { get; set; }

    public long People { get; set; }

    public long Copies { get; set; }

    /// <summary>In đồng.</summary>
    public long Cost { get; set; }
}

/// <summary>What an agency did in a week, by state: together one cell of the heat map, see <see cref="ActivityTotal"/>.</summary>
[NotAudited]
internal sealed class ActivityWeek
{
    public Guid AgencyId { get; set; }

    /// <summary>202648, after ISO 8601.</summary>
    public int Week { get; set; }

    public ActivityState State { get; set; }

    public long Activities { get; set; }

    public long Times { get; set; }
}

/// <summary>What an agency did in a month about one topic of a plan, see <see cref="ActivityTotal"/>.</summary>
[NotAudited]
internal sealed class ActivityTopicTotal
{
    public Guid AgencyId { get; set; }

    /// <summary>202611.</summary>
    public int Month { get; set; }

    public Guid PlanTextId { get; set; }

    public bool IsIntegrated { get; set; }

    public ActivityState State { get; set; }

    public long Activities { get; set; }

    public long Times { get; set; }
}
