using System.Globalization;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;

namespace Loa.Modules.Activities;

/// <summary>
/// Something done to communicate the programme. What is counted of it (times, minutes, people…) is counted on its first day, for the agency that did it
/// as that agency then was; the sums per month and week are kept by the database, see <see cref="ActivityTotal"/>.
/// </summary>
internal sealed class Activity : IRevised
{
    public const int TitleMaxLength = 500;
    public const int TextMaxLength = 4000;
    public const int ShortMaxLength = 500;
    public const int TimesMost = 100_000;
    public const int MinutesMost = 1440;
    public const int PeopleMost = 200_000_000;

    public Guid ActivityId { get; set; }

    /// <summary>The agency that did it; never moved by a reorganisation.</summary>
    public Guid AgencyId { get; set; }

    public CommunicationForm Form { get; set; }

    /// <summary>The only day, or the first of a span.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>The last day; the same as the first where it took one day.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>Year and month of the first day as one number (202611).</summary>
    public int Month { get; private set; }

    /// <summary>Year and week of the first day after ISO 8601 as one number (202648).</summary>
    public int Week { get; private set; }

    public required string Title { get; set; }

    public string? Description { get; set; }

    /// <summary>Communicated within something held for another purpose ("lồng ghép"): counted apart everywhere.</summary>
    public bool IsIntegrated { get; set; }

    /// <summary>What it was part of: "Hội nghị giao ban quý I".</summary>
    public string? IntegratedInto { get; set; }

    /// <summary>The concrete outlet; null where the form has none.</summary>
    public Guid? ChannelId { get; set; }

    /// <summary>How often it went out, or how many there were: airings, news items, banners, sessions.</summary>
    public int Times { get; set; } = 1;

    /// <summary>On air or in session, each time; null where the form has no length.</summary>
    public int? Minutes { get; set; }

    /// <summary>In the hours when most people listen or watch.</summary>
    public bool IsPrimeTime { get; set; }

    /// <summary>Printed or handed out.</summary>
    public int? Copies { get; set; }

    public int? People { get; set; }

    /// <summary>How the people were counted; set exactly when <see cref="People"/> is.</summary>
    public ReachMethod? PeopleBy { get; set; }

    public List<AudienceGroup> Audiences { get; set; } = [];

    /// <summary>In đồng.</summary>
    public long? Cost { get; set; }

    public FundingSource? Funding { get; set; }

    public string? Places { get; set; }

    public string? InCharge { get; set; }

    public ActivityState State { get; set; } = ActivityState.Counted;

    public DateTime LoggedAt { get; set; }

    public Guid? LoggedById { get; set; }

    /// <summary>Written with every change, also of tasks and topics: two people never change one activity at once unseen.</summary>
    public DateTime ChangedAt { get; set; }

    public DateTime? ConfirmedAt { get; set; }

    public Guid? ConfirmedById { get; set; }

    public string? WithdrawnReason { get; set; }

    /// <summary>Title, description, places and what it was part of, folded.</summary>
    public string SearchText { get; private set; } = "";

    public List<ActivityTask> Tasks { get; } = [];

    public List<ActivityTopic> Topics { get; } = [];

    public long Revision { get; set; }

    /// <summary>On air altogether.</summary>
    public long MinutesInAll => (long)(Minutes ?? 0) * Times;

    public void HeldOn(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        (StartsOn, EndsOn, Month, Week) = (from, to, MonthOf(from), WeekOf(from));
    }

    public void Serve(IReadOnlyCollection<Guid> tasks, IReadOnlyCollection<Guid> topics)
    {
        Tasks.RemoveAll(task => !tasks.Contains(task.PlanTaskId));
        Tasks.AddRange(tasks.Distinct().Except(Tasks.Select(task => task.PlanTaskId)).Select(id => new ActivityTask { ActivityId = ActivityId, PlanTaskId = id }).ToList());
        Topics.RemoveAll(topic => !topics.Contains(topic.PlanTextId));
        Topics.AddRange(topics.Distinct().Except(Topics.Select(topic => topic.PlanTextId)).Select(id => new ActivityTopic { ActivityId = ActivityId, PlanTextId = id }).ToList());
    }

    public void RefreshSearchText() =>
        SearchText = Folding.Fold(string.Join(' ', new[] { Title, Description, Places, IntegratedInto, InCharge }.Where(text => !string.IsNullOrEmpty(text))));

    public static int MonthOf(DateOnly day) => (day.Year * 100) + day.Month;

    public static int WeekOf(DateOnly day) => (ISOWeek.GetYear(day) * 100) + ISOWeek.GetWeekOfYear(day);
}

internal enum ActivityState
{
    /// <summary>In every figure.</summary>
    Counted = 1,

    /// <summary>Waits for a second person, where its agency asks for one.</summary>
    Unconfirmed = 2,

    /// <summary>Taken back with a reason; kept, in no figure.</summary>
    Withdrawn = 3,
}

internal enum ReachMethod
{
    SignedList = 1,
    Headcount = 2,
    Estimate = 3,
    Views = 4,
    Coverage = 5,
    Copies = 6,
}

internal enum AudienceGroup
{
    Officials = 1,
    Residents = 2,
    Businesses = 3,
    Youth = 4,
    Women = 5,
    EthnicMinorities = 6,
    Elderly = 7,
    ArmedForces = 8,
    Workers = 9,
    Religious = 10,
    Reporters = 11,
    Everyone = 12,
}

internal enum FundingSource
{
    None = 1,
    Recurrent = 2,
    Programme = 3,
    Sponsored = 4,
    Other = 5,
}
