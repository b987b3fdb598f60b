using Loa.Modules.Agencies;
using Loa.Modules.Plans.Amend;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Names;

namespace Loa.Modules.Plans.Issue;

/// <summary>What the confirm page says before anything happens.</summary>
internal sealed class IssuePreview(Plan plan, PlanDraft draft, DraftNames names, LinkedPlan? same)
{
    public Plan Plan => plan;

    /// <summary>What it changes in the edition it replaces; null where it replaces none that is in force.</summary>
    public PlanComparison? Comparison { get; init; }

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    public int Tasks => plan.Tasks.Count(task => !task.IsRequest);

    public int Requests => plan.Tasks.Count(task => task.IsRequest);

    public int Agencies => plan.AgencyCount;

    /// <summary>Agencies with their number of tasks by role, the busiest first.</summary>
    public IReadOnlyList<AgencyLoad> Loads { get; } =
        [.. plan.Tasks.SelectMany(task => task.Assignments).GroupBy(a => a.AgencyId)
            .Select(group => new AgencyLoad(Find(names, group.Key), group.Count(a => a.Role == AssignmentRole.Lead), group.Count(a => a.Role == AssignmentRole.Coordinating), group.Count(a => a.Role == AssignmentRole.Monitoring)))
            .OrderByDescending(load => load.Lead).ThenByDescending(load => load.Coordinating).ThenBy(load => load.Agency.Path, StringComparer.Ordinal)];

    /// <summary>Agencies that the issuer cannot command: what they are named for reaches them as a request.</summary>
    public IReadOnlyList<string> Asked { get; } =
        [.. names.All.SelectMany(name => name.Match.Agencies).Where(agency => !names.IsCommanded(agency)).Select(agency => agency.ShortName).Distinct()];

    public IReadOnlyList<DraftName> Unresolved { get; } = [.. names.All.Where(name => !name.Match.IsResolved)];

    /// <summary>Tasks that name a group without saying who of it is meant, with how they name it.</summary>
    public IReadOnlyList<(DraftTask Task, string Group)> OpenGroups { get; } =
        [.. from task in draft.Tasks.Where(task => !task.Removed && !string.IsNullOrWhiteSpace(task.Content))
            let open = TaskReach.Of(task, names).Where(reach => reach.IsOpen && reach.Choice.Any()).ToList()
            where open.Count > 0
            select (task, string.Join("; ", open.Select(reach => reach.Text)))];

    /// <summary>How many have the task through its open groups.</summary>
    public int Reached(DraftTask task) => TaskReach.Of(task, names).Where(reach => reach.IsOpen).Sum(reach => reach.Given.Count);

    public IReadOnlyList<PlanTask> WithoutLead { get; } = [.. plan.Tasks.Where(task => !task.Agencies.Exists(agency => agency.Role == AssignmentRole.Lead))];

    /// <summary>Tasks that reach nobody's list: every agency they name is unresolved or outside.</summary>
    public IReadOnlyList<PlanTask> ReachingNobody { get; } = [.. plan.Tasks.Where(task => !task.IsRequest && task.Assignments.Count == 0)];

    public IReadOnlyList<PlanTask> WithoutDate { get; } = [.. plan.Tasks.Where(task => task is { IsRequest: false, DueOn: null })];

    /// <summary>Tasks whose time was found in a sentence, and that nobody has looked at since.</summary>
    public IReadOnlyList<DraftTask> Suggested { get; } = [.. draft.Tasks.Where(task => task is { Removed: false, Suggested: true, Request: false })];

    /// <summary>Duties of the text that are nobody's task.</summary>
    public int OpenDuties { get; } = draft.Responsibilities.Where(r => !r.Removed).SelectMany(r => r.Duties).Count(duty => duty is { TaskId: null, Removed: false });

    public int UnseenUnread { get; } = draft.Unread.Count(item => item is { Seen: false, Removed: false });

    public LinkedPlan? SameReference => same;

    /// <summary>The heading facts a plan cannot do without.</summary>
    public bool LacksSubject => string.IsNullOrWhiteSpace(draft.Heading.Subject);

    public bool LacksReference => plan.ReferenceKey is null;

    public bool LacksDate => plan.Date is null;

    public bool LacksYear => plan.Year is null;

    public bool CanIssue => !LacksSubject && plan.Tasks.Count > 0;

    private static AgencyRef Find(DraftNames names, Guid agencyId) =>
        names.All.SelectMany(name => name.Match.Agencies).First(agency => agency.AgencyId == agencyId);
}

internal sealed record AgencyLoad(AgencyRef Agency, int Lead, int Coordinating, int Monitoring);
