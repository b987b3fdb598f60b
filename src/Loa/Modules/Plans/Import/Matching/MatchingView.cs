using Loa.Modules.Plans.Import.Drafts;

namespace Loa.Modules.Plans.Import.Matching;

/// <summary>A clause of the parent that was given to the agency.</summary>
internal sealed record GivenClause(Guid TaskId, int Ordinal, string? Number, string? Group, string Content, string? Detail, AssignmentRole Role)
{
    public string Label => PlanTask.LabelOf(Number, Ordinal);

    /// <summary>As an entry of a list, where there is room for one line.</summary>
    public string Line => $"{Label}. {(Content.Length > 110 ? Content[..110] + "…" : Content)}";
}

/// <summary>One task of the unit's plan: what was decided, else what is suggested.</summary>
internal sealed record MatchedTask(DraftTask Task, GivenClause? Chosen, IReadOnlyList<(GivenClause Clause, ClauseMatch Match)> Suggestions)
{
    public bool IsOpen => Chosen is null && !Task.StandsAlone;

    public (GivenClause Clause, ClauseMatch Match)? Best => IsOpen && Suggestions.Count > 0 ? Suggestions[0] : null;
}

/// <summary>Unit's tasks × parent's clauses.</summary>
internal sealed class MatchingView
{
    public MatchingView(PlanDraft draft, IReadOnlyList<GivenClause> clauses)
    {
        Clauses = clauses;
        var byId = clauses.ToDictionary(clause => clause.TaskId);
        var matcher = new ClauseMatcher(clauses.Select(clause => new MatchedText(clause.TaskId, clause.Content, clause.Group, clause.Number, clause.Detail)));
        Tasks = [.. draft.Tasks.Where(task => !task.Removed && !string.IsNullOrWhiteSpace(task.Content)).Select(task => new MatchedTask(
            task,
            task.ParentTaskId is { } parentId ? byId.GetValueOrDefault(parentId) : null,
            [.. matcher.Match(new MatchedText(Guid.Empty, task.Content!, task.Group, task.Number)).Take(3).Select(match => (byId[match.ParentTaskId], match))]))];
        var covered = Tasks.Select(task => task.Chosen?.TaskId).OfType<Guid>().ToHashSet();
        Uncovered = [.. clauses.Where(clause => !covered.Contains(clause.TaskId))];
    }

    public IReadOnlyList<GivenClause> Clauses { get; }

    public IReadOnlyList<MatchedTask> Tasks { get; }

    public IReadOnlyList<GivenClause> Uncovered { get; }

    /// <summary>Open tasks whose best suggestion can be accepted without looking twice.</summary>
    public IReadOnlyList<MatchedTask> Sure => [.. Tasks.Where(task => task.Best is { Match.IsSure: true })];
}

/// <summary>What a person decides about one task.</summary>
/// <param name="ParentTaskId">Null: it carries out no clause, when <paramref name="StandsAlone"/>; else nothing is decided.</param>
internal sealed record TaskLink(string ItemId, Guid? ParentTaskId, bool StandsAlone);

internal static class TaskLinks
{
    /// <summary>A link is no edit of the words: no form made before it is stale.</summary>
    public static int Set(PlanDraft draft, IReadOnlyCollection<TaskLink> links)
    {
        var changed = 0;
        foreach (var link in links)
        {
            if (draft.Find(link.ItemId) is DraftTask task && (task.ParentTaskId, task.StandsAlone) != (link.ParentTaskId, link.StandsAlone))
            {
                (task.ParentTaskId, task.StandsAlone) = (link.ParentTaskId, link.StandsAlone);
                changed++;
            }
        }

        return changed;
    }

    /// <summary>Another plan above, or none: links to clauses of the one before would lead astray.</summary>
    public static void Clear(PlanDraft draft) => draft.Tasks.ForEach(task => (task.ParentTaskId, task.StandsAlone) = (null, false));
}
