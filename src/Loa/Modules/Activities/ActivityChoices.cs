using Loa.Data;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Modules.Plans;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <param name="Group">The plan it stands in.</param>
internal sealed record ServedChoice(Guid Id, string Text, string Group);

/// <summary>What something may serve, to be ticked in a form.</summary>
/// <param name="Name">The field's.</param>
internal sealed record ServedPick(string Legend, string Name, IReadOnlyList<ServedChoice> Rows, IReadOnlyCollection<Guid> Chosen);

internal sealed record LoggedBefore(Guid ActivityId, CommunicationForm Form, string Title, DateOnly StartsOn);

/// <summary>What a form offers an agency first: the forms and outlets it used last, the tasks it carries, the topics of its plans.</summary>
internal sealed class ActivityChoices(LoaDbContext db)
{
    private const int Recent = 200;
    private const int TasksMost = 300;

    /// <summary>Of the agency's latest activities, the most frequent first.</summary>
    public async Task<IReadOnlyList<CommunicationForm>> RecentFormsAsync(Guid agencyId, CancellationToken cancellationToken) =>
        [.. (await Latest(agencyId).Select(activity => activity.Form).ToListAsync(cancellationToken)).CountBy(form => form).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(6).Select(pair => pair.Key)];

    /// <summary>The last ones of different names, to be logged once more.</summary>
    public async Task<IReadOnlyList<LoggedBefore>> LatestAsync(Guid agencyId, int count, CancellationToken cancellationToken) =>
        [.. (await db.Set<Activity>().AsNoTracking().Where(activity => activity.AgencyId == agencyId && activity.State != ActivityState.Withdrawn)
            .OrderByDescending(activity => activity.StartsOn).ThenByDescending(activity => activity.ActivityId).Take(Recent)
            .Select(activity => new LoggedBefore(activity.ActivityId, activity.Form, activity.Title, activity.StartsOn)).ToListAsync(cancellationToken))
            .DistinctBy(activity => (activity.Form, Folding.Fold(activity.Title))).Take(count)];

    /// <summary>The form as an activity filled it, for another day.</summary>
    public async Task<ActivityInput> AgainAsync(Activity activity, DateOnly on, CancellationToken cancellationToken)
    {
        var channel = await db.Set<Channel>().Where(channel => channel.ChannelId == activity.ChannelId).Select(channel => channel.Name).FirstOrDefaultAsync(cancellationToken);
        var input = ActivityInput.Again(activity, channel, on);
        (input.Tasks, input.Topics) = await ServableAsync(activity.AgencyId, input.Tasks, input.Topics, cancellationToken);
        return input;
    }

    /// <summary>Names of outlets, those used last with this form before the others.</summary>
    public async Task<IReadOnlyList<string>> ChannelsAsync(Guid agencyId, CommunicationForm form, CancellationToken cancellationToken)
    {
        var used = await Latest(agencyId).Where(activity => activity.Form == form && activity.ChannelId != null).Select(activity => activity.ChannelId!.Value).ToListAsync(cancellationToken);
        var all = await db.Set<Channel>().AsNoTracking().Where(channel => channel.AgencyId == agencyId).OrderBy(channel => channel.Folded).Take(Recent).ToListAsync(cancellationToken);
        return [.. all.OrderBy(channel => used.IndexOf(channel.ChannelId) is var place and >= 0 ? place : int.MaxValue).Select(channel => channel.Name)];
    }

    /// <summary>Open tasks the agency carries, of plans in force; those an activity of it served last come first.</summary>
    /// <param name="chosen">Offered too, although done since or of an earlier edition: what a form does not show, it would take away.</param>
    public async Task<IReadOnlyList<ServedChoice>> TasksAsync(Guid agencyId, IReadOnlyCollection<Guid> chosen, CancellationToken cancellationToken)
    {
        var rows = await (
            from work in db.Set<Assignment>()
            join task in db.Set<PlanTask>() on work.PlanTaskId equals task.PlanTaskId
            join plan in db.Set<Plan>() on work.PlanId equals plan.PlanId
            where work.HolderAgencyId == agencyId && ((work.State == AssignmentState.Open && work.Role != AssignmentRole.Monitoring && plan.Status == PlanStatus.Issued) || chosen.Contains(task.PlanTaskId))
            orderby plan.IssuedAt descending, task.Ordinal
            select new { task.PlanTaskId, task.Number, task.Ordinal, task.Content, Plan = plan.Reference ?? plan.Subject }).Take(TasksMost).ToListAsync(cancellationToken);
        var served = await Latest(agencyId).SelectMany(activity => activity.Tasks).Select(task => task.PlanTaskId).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => served.IndexOf(row.PlanTaskId) is var place and >= 0 ? place : int.MaxValue)
            .Select(row => new ServedChoice(row.PlanTaskId, $"{PlanTask.LabelOf(row.Number, row.Ordinal)}. {Cut(row.Content)}", row.Plan))];
    }

    /// <summary>Topics of the plans in which the agency has work, and of its own.</summary>
    /// <param name="chosen">As of <see cref="TasksAsync"/>.</param>
    public async Task<IReadOnlyList<ServedChoice>> TopicsAsync(Guid agencyId, IReadOnlyCollection<Guid> chosen, CancellationToken cancellationToken)
    {
        var rows = await (
            from text in TopicsOf(agencyId).Union(db.Set<PlanText>().Where(text => text.Kind == PlanTextKind.Topic && chosen.Contains(text.PlanTextId)))
            join plan in db.Set<Plan>() on text.PlanId equals plan.PlanId
            orderby plan.IssuedAt descending, text.Ordinal
            select new { text.PlanTextId, text.Text, Plan = plan.Reference ?? plan.Subject }).Take(TasksMost).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new ServedChoice(row.PlanTextId, Cut(row.Text), row.Plan))];
    }

    /// <summary>Of what was chosen, what the agency can serve: tasks it was given, topics of plans in which it has work. Another's are left out.</summary>
    public async Task<(List<Guid> Tasks, List<Guid> Topics)> ServableAsync(Guid agencyId, List<Guid> tasks, List<Guid> topics, CancellationToken cancellationToken) =>
        (tasks.Count == 0 ? [] : await db.Set<Assignment>().Where(work => tasks.Contains(work.PlanTaskId) && work.HolderAgencyId == agencyId && work.State != AssignmentState.Withdrawn).Select(work => work.PlanTaskId).Distinct().ToListAsync(cancellationToken),
         topics.Count == 0 ? [] : await TopicsOf(agencyId).Where(text => topics.Contains(text.PlanTextId)).Select(text => text.PlanTextId).ToListAsync(cancellationToken));

    private IQueryable<PlanText> TopicsOf(Guid agencyId) =>
        from text in db.Set<PlanText>()
        join plan in db.Set<Plan>() on text.PlanId equals plan.PlanId
        where text.Kind == PlanTextKind.Topic && plan.Status == PlanStatus.Issued
            && (plan.OwnerAgencyId == agencyId || db.Set<Assignment>().Any(work => work.PlanId == plan.PlanId && work.HolderAgencyId == agencyId && work.State != AssignmentState.Withdrawn))
        select text;

    private IQueryable<Activity> Latest(Guid agencyId) =>
        db.Set<Activity>().AsNoTracking().Where(activity => activity.AgencyId == agencyId).OrderByDescending(activity => activity.StartsOn).ThenByDescending(activity => activity.ActivityId).Take(Recent);

    private static string Cut(string text) => text.Length > 160 ? text[..160] + "…" : text;
}
