using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks;

/// <summary>Agencies founded since a plan was issued that one of its groups would mean today, and that have no part yet in some task naming the group.</summary>
/// <param name="Text">The group as the plan names it.</param>
internal sealed record FoundedSince(Guid AgencyGroupId, string Text, IReadOnlyList<AgencyRef> Agencies);

/// <summary>Giving work of an issued plan to an agency the day of issue did not reach, and taking one piece of it back. The caller saves.</summary>
internal sealed class LaterAgencies(LoaDbContext db, AgencyResolver resolver, Successors successors, PlanAuthority authority, WorkDesk desk, Notifier notifier, Calendar calendar, AuditScope audit)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Groups that leave open whom they mean ("… có liên quan") are not looked at: an officer decided about them.</summary>
    public async Task<IReadOnlyList<FoundedSince>> FoundedSinceAsync(Plan plan, CancellationToken cancellationToken)
    {
        var (since, today) = (plan.Date ?? DateOnly.FromDateTime(Calendar.ToVietnam(plan.IssuedAt)), calendar.VietnamToday);
        var founded = await db.Set<Agency>().ExistingOn(today).Where(agency => agency.ValidFrom > since).Select(agency => agency.AgencyId).ToListAsync(cancellationToken);
        if (founded.Count == 0)
        {
            return [];
        }

        var named = await GroupsAsync(plan.PlanId, cancellationToken);
        var open = await db.Set<AgencyGroup>().Where(group => group.IsOpen).Select(group => group.AgencyGroupId).ToListAsync(cancellationToken);
        var found = new List<FoundedSince>();
        foreach (var group in named.GroupBy(name => name.AgencyGroupId!.Value).Where(group => !open.Contains(group.Key)))
        {
            var meant = (await resolver.ExpandAsync(group.Key, plan.OwnerAgencyId, null, cancellationToken)).Where(agency => founded.Contains(agency.AgencyId)).ToList();
            var without = meant.Count == 0 ? [] : await WithoutAsync([.. group], [.. meant.Select(agency => agency.AgencyId)], cancellationToken);
            if (without.Count > 0)
            {
                found.Add(new FoundedSince(group.Key, group.First().Text, [.. meant.Where(agency => without.Contains(agency.AgencyId))]));
            }
        }

        return found;
    }

    /// <summary>Every name of a group in the plan's tasks.</summary>
    public Task<List<TaskAgency>> GroupsAsync(Guid planId, CancellationToken cancellationToken) =>
        db.Set<TaskAgency>().AsNoTracking().Where(named => named.AgencyGroupId != null && db.Set<PlanTask>().Any(task => task.PlanTaskId == named.PlanTaskId && task.PlanId == planId))
            .OrderBy(named => named.Ordinal).ThenBy(named => named.TaskAgencyId).ToListAsync(cancellationToken);

    /// <summary>Gives every task that names the group to those of the agencies that have no part in it.</summary>
    /// <returns>How many pieces of work were given.</returns>
    public async Task<int> GiveGroupAsync(Plan plan, Guid agencyGroupId, IReadOnlyCollection<Guid> agencyIds, string reason, CancellationToken cancellationToken)
    {
        var places = (await GroupsAsync(plan.PlanId, cancellationToken)).Where(named => named.AgencyGroupId == agencyGroupId).ToList();
        var left = await db.Set<TaskExclusion>().Where(exclusion => places.Select(named => named.TaskAgencyId).Contains(exclusion.TaskAgencyId)).ToListAsync(cancellationToken);
        var wanted = places.DistinctBy(named => named.PlanTaskId).SelectMany(named => agencyIds.Where(id => !left.Exists(one => one.TaskAgencyId == named.TaskAgencyId && one.AgencyId == id)).Select(id => (named, id))).ToList();
        return await GiveAsync(plan, wanted, reason, cancellationToken);
    }

    /// <summary>Gives one task to one agency, named beside those the plan prints.</summary>
    public async Task<int> GiveTaskAsync(Plan plan, Guid planTaskId, Guid agencyId, AssignmentRole role, string reason, CancellationToken cancellationToken)
    {
        if (await db.Set<Assignment>().AsNoTracking().FirstOrDefaultAsync(a => a.PlanTaskId == planTaskId && a.AgencyId == agencyId, cancellationToken) is { } had)
        {
            var earlier = await db.Set<TaskAgency>().AsNoTracking().SingleAsync(one => one.TaskAgencyId == had.TaskAgencyId, cancellationToken);
            return await GiveAsync(plan, [(earlier, agencyId)], reason, cancellationToken);
        }

        var last = await db.Set<TaskAgency>().Where(one => one.PlanTaskId == planTaskId).MaxAsync(one => (int?)one.Ordinal, cancellationToken) ?? 0;
        var named = new TaskAgency
        {
            TaskAgencyId = Guid.CreateVersion7(),
            PlanTaskId = planTaskId,
            Ordinal = last + 1,
            Role = role,
            Text = await db.Set<Agency>().Where(agency => agency.AgencyId == agencyId).Select(agency => agency.Name).SingleAsync(cancellationToken),
            Resolution = AgencyResolution.Agency,
            AgencyId = agencyId,
            ExpandedCount = 1,
        };
        db.Add(named);
        return await GiveAsync(plan, [(named, agencyId)], reason, cancellationToken);
    }

    /// <summary>Takes one piece of work back; what was done stays to be read.</summary>
    public async Task WithdrawAsync(Plan plan, Assignment work, string reason, CancellationToken cancellationToken)
    {
        (work.State, work.Reason) = (AssignmentState.Withdrawn, reason);
        desk.Write(work, WorkEntryKind.Withdrawn, reason, "Rút nhiệm vụ đã giao");
        plan.AgencyCount = await db.Set<Assignment>().Where(a => a.PlanId == plan.PlanId && a.State != AssignmentState.Withdrawn && a.AssignmentId != work.AssignmentId).Select(a => a.AgencyId).Distinct().CountAsync(cancellationToken);
        await RecordAsync(plan, work.AgencyId, AuditAction.Deleted, 1, "Rút nhiệm vụ đã giao", reason, cancellationToken);
        var content = await db.Set<PlanTask>().Where(task => task.PlanTaskId == work.PlanTaskId).Select(task => task.Content).SingleAsync(cancellationToken);
        await notifier.NotifyAgencyAsync(work.HolderAgencyId, Permissions.WorkDo, WorkDesk.GivenKind, "Cơ quan ban hành rút một nhiệm vụ đã giao", $"{content}\nLý do: {reason}",
            WorkLinks.Item(work.AssignmentId), $"{WorkDesk.GivenKind}/{Guid.CreateVersion7():N}", cancellationToken);
    }

    private async Task<int> GiveAsync(Plan plan, IReadOnlyList<(TaskAgency Named, Guid AgencyId)> wanted, string reason, CancellationToken cancellationToken)
    {
        var taskIds = wanted.Select(one => one.Named.PlanTaskId).Distinct().ToList();
        var tasks = await db.Set<PlanTask>().AsNoTracking().Include(task => task.Occurrences.OrderBy(turn => turn.Ordinal)).Where(task => taskIds.Contains(task.PlanTaskId)).ToDictionaryAsync(task => task.PlanTaskId, cancellationToken);
        var agencyIds = wanted.Select(one => one.AgencyId).Distinct().ToList();
        var commanded = await authority.CommandedPathAsync(plan.OwnerAgencyId, cancellationToken);
        var asked = (await db.Set<Agency>().AsNoTracking().Where(agency => agencyIds.Contains(agency.AgencyId)).ToListAsync(cancellationToken))
            .Where(agency => agency.Kind.IsOutsideChain() || !agency.Path.StartsWith(commanded, StringComparison.Ordinal)).Select(agency => agency.AgencyId).ToHashSet();
        var had = await db.Set<Assignment>().Where(a => taskIds.Contains(a.PlanTaskId) && (agencyIds.Contains(a.AgencyId) || agencyIds.Contains(a.HolderAgencyId))).ToListAsync(cancellationToken);
        var given = new List<Assignment>();
        var carriers = await CarriersAsync(had, cancellationToken);
        foreach (var (named, agencyId) in wanted)
        {
            // What it carries for an agency that ended is its own already.
            var before = had.Find(a => a.PlanTaskId == named.PlanTaskId && a.AgencyId == agencyId) ?? had.Find(a => a.PlanTaskId == named.PlanTaskId && a.HolderAgencyId == agencyId);
            if (before is null || (before.State == AssignmentState.Withdrawn && carriers.ContainsKey(before.HolderAgencyId)))
            {
                if (before is not null)
                {
                    before.HolderAgencyId = carriers[before.HolderAgencyId];
                }

                given.Add(Give(before, tasks[named.PlanTaskId], named, agencyId, asked.Contains(agencyId), reason));
            }
        }

        foreach (var group in given.GroupBy(work => work.HolderAgencyId))
        {
            await RecordAsync(plan, group.Key, AuditAction.Added, group.Count(), "Giao thêm cơ quan", reason, cancellationToken);
            await TellAsync(plan, group.Key, [.. group], reason, cancellationToken);
        }

        if (given.Count > 0)
        {
            var already = await db.Set<Assignment>().Where(a => a.PlanId == plan.PlanId && a.State != AssignmentState.Withdrawn).Select(a => a.AgencyId).Distinct().ToListAsync(cancellationToken);
            plan.AgencyCount = already.Union(given.Select(work => work.AgencyId)).Count();
        }

        return given.Count;
    }

    /// <summary>Who holds some work today: its holder, or who carries on for one that has ended. An agency that ended without a successor is not in it.</summary>
    private async Task<IReadOnlyDictionary<Guid, Guid>> CarriersAsync(IReadOnlyList<Assignment> had, CancellationToken cancellationToken)
    {
        var holders = had.Where(work => work.State == AssignmentState.Withdrawn).Select(work => work.HolderAgencyId).Distinct().ToList();
        if (holders.Count == 0)
        {
            return new Dictionary<Guid, Guid>();
        }

        var next = await successors.OnAsync(calendar.VietnamToday, cancellationToken);
        var carriers = holders.ToDictionary(id => id, id => next.GetValueOrDefault(id, id));
        var today = await db.Set<Agency>().ExistingOn(calendar.VietnamToday).Where(agency => carriers.Values.Contains(agency.AgencyId)).Select(agency => agency.AgencyId).ToListAsync(cancellationToken);
        return carriers.Where(pair => today.Contains(pair.Value)).ToDictionary();
    }

    private Assignment Give(Assignment? before, PlanTask task, TaskAgency named, Guid agencyId, bool isAsked, string reason)
    {
        var work = before ?? Assignment.Give(task, named, agencyId, isAsked, calendar.VietnamToday);
        (work.State, work.Reason) = (AssignmentState.Open, reason);
        if (before is null)
        {
            work.AddedOn = calendar.VietnamToday;
            db.Add(work);
        }
        else if (TaskOccurrence.FirstDemanded(task.Occurrences, calendar.VietnamToday) is { } turn && work.OpenTurn < turn.Ordinal)
        {
            // Turns that ended while the work was not theirs are not demanded.
            (work.OpenTurn, work.DueOn) = (turn.Ordinal, work.DueOn is null ? null : turn.DueOn);
        }

        desk.Write(work, WorkEntryKind.Added, reason, "Giao thêm cơ quan");
        return work;
    }

    /// <summary>Of the agencies, those without a part in at least one of the tasks.</summary>
    private async Task<HashSet<Guid>> WithoutAsync(IReadOnlyList<TaskAgency> names, IReadOnlyCollection<Guid> agencyIds, CancellationToken cancellationToken)
    {
        var taskIds = names.Select(named => named.PlanTaskId).Distinct().ToList();
        var nameIds = names.Select(named => named.TaskAgencyId).ToList();
        var parts = await db.Set<Assignment>().Where(a => taskIds.Contains(a.PlanTaskId) && (agencyIds.Contains(a.AgencyId) || agencyIds.Contains(a.HolderAgencyId)))
            .Select(a => new { a.PlanTaskId, a.AgencyId, a.HolderAgencyId }).ToListAsync(cancellationToken);
        var left = await db.Set<TaskExclusion>().Where(exclusion => nameIds.Contains(exclusion.TaskAgencyId)).ToListAsync(cancellationToken);
        var covered = parts.SelectMany(part => new[] { (part.PlanTaskId, part.AgencyId), (part.PlanTaskId, part.HolderAgencyId) })
            .Concat(left.Select(exclusion => (names.First(named => named.TaskAgencyId == exclusion.TaskAgencyId).PlanTaskId, exclusion.AgencyId))).ToHashSet();
        return [.. agencyIds.Where(id => taskIds.Exists(taskId => !covered.Contains((taskId, id))))];
    }

    /// <summary>Assignments have no history row by row; what a person gives or takes back afterwards stands in the plan's.</summary>
    private async Task RecordAsync(Plan plan, Guid agencyId, AuditAction action, int count, string act, string reason, CancellationToken cancellationToken)
    {
        audit.Describe(act, reason);
        var values = JsonSerializer.Serialize(new { Agency = await db.Set<Agency>().Where(agency => agency.AgencyId == agencyId).Select(agency => agency.Name).SingleAsync(cancellationToken), Tasks = count }, Json);
        audit.Add([new AuditChange
        {
            SubjectType = nameof(Plan),
            SubjectId = plan.PlanId,
            EntityType = nameof(Assignment),
            EntityKey = agencyId.ToString(),
            Action = action,
            Before = action == AuditAction.Deleted ? values : null,
            After = action == AuditAction.Added ? values : null,
        }]);
    }

    private Task TellAsync(Plan plan, Guid agencyId, IReadOnlyList<Assignment> given, string reason, CancellationToken cancellationToken) =>
        notifier.NotifyAgencyAsync(agencyId, Permissions.WorkDo, WorkDesk.GivenKind, string.Format(System.Globalization.CultureInfo.InvariantCulture, "Cơ quan được giao thêm {0} nhiệm vụ", given.Count),
            $"{plan.Reference} {plan.Subject}\nLý do: {reason}".Trim(), given.Count == 1 ? WorkLinks.Item(given[0].AssignmentId) : PlanLinks.Work(plan.PlanId), $"{WorkDesk.GivenKind}/{Guid.CreateVersion7():N}", cancellationToken);
}
