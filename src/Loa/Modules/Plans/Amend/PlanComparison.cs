using Loa.Documents.Vietnamese;

namespace Loa.Modules.Plans.Amend;

/// <summary>One agency's part in a task, and who carries it now.</summary>
internal sealed record TaskPart(Guid AgencyId, Guid HolderAgencyId, AssignmentRole Role);

/// <summary>A task in one of two editions.</summary>
internal sealed record TaskSide(PlanTask Task, IReadOnlyList<TaskPart> Parts);

/// <summary>What of a task can differ between two editions.</summary>
internal enum TaskField
{
    Content = 1,
    Detail = 2,
    Product = 3,
    Time = 4,
    Request = 5,

    /// <summary>The agencies as printed.</summary>
    Lead = 6,
    Coordinating = 7,
    Monitoring = 8,
}

/// <summary>A task that both editions hold.</summary>
/// <param name="Added">Agencies that have it now and did not before.</param>
/// <param name="Removed">Agencies that had it and no longer do.</param>
/// <param name="Moved">Agencies in another role; the part is the new one.</param>
internal sealed record TaskChange(TaskSide Before, TaskSide After, IReadOnlyList<TaskField> Fields, IReadOnlyList<TaskPart> Added, IReadOnlyList<TaskPart> Removed, IReadOnlyList<TaskPart> Moved)
{
    public bool IsKept => Fields.Count + Added.Count + Removed.Count + Moved.Count == 0;

    /// <summary>Whoever stays on it is touched by what is asked, not by who else is asked.</summary>
    public bool TouchesEveryone => Fields.Any(changed => changed < TaskField.Lead);
}

/// <summary>How many tasks of an agency an amendment adds, changes and withdraws.</summary>
internal sealed record AgencyChanges(int Added, int Changed, int Withdrawn)
{
    public static readonly AgencyChanges None = new(0, 0, 0);
}

/// <summary>What a new edition adds, changes, withdraws and keeps.</summary>
internal sealed class PlanComparison
{
    private PlanComparison(IReadOnlyList<TaskSide> added, IReadOnlyList<TaskChange> changed, IReadOnlyList<TaskSide> withdrawn, IReadOnlyList<TaskChange> kept) =>
        (Added, Changed, Withdrawn, Kept) = (added, changed, withdrawn, kept);

    public IReadOnlyList<TaskSide> Added { get; }

    public IReadOnlyList<TaskChange> Changed { get; }

    public IReadOnlyList<TaskSide> Withdrawn { get; }

    public IReadOnlyList<TaskChange> Kept { get; }

    /// <param name="pairs">New task → old task.</param>
    public static PlanComparison Of(IReadOnlyList<TaskSide> before, IReadOnlyList<TaskSide> after, IReadOnlyDictionary<Guid, Guid> pairs)
    {
        var old = before.ToDictionary(side => side.Task.PlanTaskId);
        var both = after.Where(side => pairs.ContainsKey(side.Task.PlanTaskId)).Select(side => Compare(old[pairs[side.Task.PlanTaskId]], side)).ToLookup(change => change.IsKept);
        var carried = pairs.Values.ToHashSet();
        return new PlanComparison(
            [.. after.Where(side => !pairs.ContainsKey(side.Task.PlanTaskId))], [.. both[false]], [.. before.Where(side => !carried.Contains(side.Task.PlanTaskId))], [.. both[true]]);
    }

    /// <summary>Agencies that have to be told, by who carries the work now.</summary>
    public IReadOnlyDictionary<Guid, AgencyChanges> ByAgency()
    {
        var found = new Dictionary<Guid, AgencyChanges>();
        foreach (var part in Added.SelectMany(side => side.Parts).Concat(Changed.SelectMany(change => change.Added)))
            Count(part, now => now with { Added = now.Added + 1 });
        foreach (var part in Withdrawn.SelectMany(side => side.Parts).Concat(Changed.SelectMany(change => change.Removed)))
            Count(part, now => now with { Withdrawn = now.Withdrawn + 1 });
        foreach (var part in Changed.SelectMany(change => change.TouchesEveryone ? change.After.Parts.Except(change.Added) : change.Moved))
            Count(part, now => now with { Changed = now.Changed + 1 });
        return found;

        void Count(TaskPart part, Func<AgencyChanges, AgencyChanges> count) => found[part.HolderAgencyId] = count(found.GetValueOrDefault(part.HolderAgencyId, AgencyChanges.None));
    }

    private static TaskChange Compare(TaskSide before, TaskSide after)
    {
        var carried = Carried(before.Parts, after.Parts);
        var went = carried.Values.Select(part => part.AgencyId).ToHashSet();
        return new TaskChange(
            before, after, [.. Fields(before.Task, after.Task)],
            [.. after.Parts.Where(part => !carried.ContainsKey(part.AgencyId))],
            [.. before.Parts.Where(part => !went.Contains(part.AgencyId))],
            [.. after.Parts.Where(part => carried.TryGetValue(part.AgencyId, out var earlier) && earlier.Role != part.Role)]);
    }

    /// <summary>
    /// Agency now → its part before; after a reorganisation, where the new edition names the successor, a part that it took over. As issuing pairs the work itself.
    /// </summary>
    private static Dictionary<Guid, TaskPart> Carried(IReadOnlyList<TaskPart> before, IReadOnlyList<TaskPart> after)
    {
        var was = before.ToDictionary(part => part.AgencyId);
        var carried = after.Where(part => was.ContainsKey(part.AgencyId)).ToDictionary(part => part.AgencyId, part => was[part.AgencyId]);
        var left = before.Where(part => !carried.ContainsKey(part.AgencyId)).ToLookup(part => part.HolderAgencyId);
        foreach (var part in after.Where(part => !carried.ContainsKey(part.AgencyId)))
        {
            if (left[part.HolderAgencyId].FirstOrDefault() is { } taken)
                carried.Add(part.AgencyId, taken);
        }

        return carried;
    }

    private static IEnumerable<TaskField> Fields(PlanTask before, PlanTask after)
    {
        if (!IsSame(before.Content, after.Content))
            yield return TaskField.Content;
        if (!IsSame(before.Detail, after.Detail))
            yield return TaskField.Detail;
        if (!IsSame(before.Product, after.Product))
            yield return TaskField.Product;
        if (!IsSame(before.When, after.When) || (before.TimeframeKind, before.From, before.DueOn, before.Every) != (after.TimeframeKind, after.From, after.DueOn, after.Every))
            yield return TaskField.Time;
        if (before.IsRequest != after.IsRequest)
            yield return TaskField.Request;
        foreach (var (role, field) in new[] { (AssignmentRole.Lead, TaskField.Lead), (AssignmentRole.Coordinating, TaskField.Coordinating), (AssignmentRole.Monitoring, TaskField.Monitoring) })
        {
            if (!Printed(before, role).SetEquals(Printed(after, role)))
                yield return field;
        }
    }

    private static HashSet<string> Printed(PlanTask task, AssignmentRole role) => [.. task.Agencies.Where(agency => agency.Role == role).Select(agency => Folding.Fold(agency.Text))];

    private static bool IsSame(string? before, string? after) => Folding.Fold(before ?? "") == Folding.Fold(after ?? "");
}
