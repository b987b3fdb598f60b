using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Names;

namespace Loa.Modules.Plans.Issue;

/// <summary>Draft task → task with its agencies as printed and the assignments they expand to on this day.</summary>
internal static class TaskBuilder
{
    public static PlanTask Build(Guid planId, int? yearTo, DraftTask item, int ordinal, DraftNames names, Func<string?, string> spans, DateOnly day)
    {
        var task = new PlanTask
        {
            PlanTaskId = Guid.CreateVersion7(),
            PlanId = planId,
            Ordinal = ordinal,
            Origin = item.Origin,
            Annex = item.Annex,
            Group = PlanBuilder.Fit(item.Group, PlanTask.GroupMaxLength),
            Number = PlanBuilder.Fit(item.Number, PlanTask.NumberMaxLength),
            Content = PlanBuilder.Fit(item.Content, PlanTask.ContentMaxLength)!,
            Detail = item.Detail,
            Product = item.Product,
            When = PlanBuilder.Fit(item.When, PlanTask.WhenMaxLength),
            TimeframeKind = item.Kind,
            Every = item.Every?.ToString(),
            ParentTaskId = item.ParentTaskId,
            InCharge = item.InCharge.Count == 0 ? null : PlanBuilder.Fit(string.Join('\n', item.InCharge), PlanTask.InChargeMaxLength),
            Estimate = item.Estimate,
            Spans = spans(item.Pointer),
        };
        task.IsRequest = item.Request || IsLedFromOutside(item, names);
        // A request is followed, never overdue: it keeps the printed phrase and no date.
        (task.From, task.DueOn) = task.IsRequest ? (null, null) : (item.From, item.To);
        task.Occurrences.AddRange(TaskOccurrence.Of(task, yearTo));
        foreach (var reach in TaskReach.Of(item, names))
            Add(task, item, reach, names, spans, day);
        task.RefreshSearchText();
        return task;
    }

    /// <summary>Everyone who leads it is a body that this administration cannot command (Party, front, unions).</summary>
    public static bool IsLedFromOutside(DraftTask item, DraftNames names) =>
        item.Lead.Count > 0 && item.Lead.TrueForAll(text => names.Match(text)?.IsOutsideChain == true);

    private static void Add(PlanTask task, DraftTask item, TaskReach reach, DraftNames names, Func<string?, string> spans, DateOnly day)
    {
        var match = reach.Match;
        var named = new TaskAgency
        {
            TaskAgencyId = Guid.CreateVersion7(),
            PlanTaskId = task.PlanTaskId,
            Ordinal = task.Agencies.Count + 1,
            Role = reach.Role,
            Text = PlanBuilder.Fit(reach.Text, PlanResponsibility.AgencyMaxLength)!,
            Resolution = match?.Kind switch
            {
                AgencyMatchKind.Agency => AgencyResolution.Agency,
                AgencyMatchKind.Group => AgencyResolution.Group,
                AgencyMatchKind.OutsideChain => AgencyResolution.Outside,
                _ => AgencyResolution.Unresolved,
            },
            AgencyId = match is { Kind: AgencyMatchKind.Agency } ? match.AgencyId ?? match.Agencies[0].AgencyId : null,
            AgencyGroupId = match is { Kind: AgencyMatchKind.Group } ? match.AgencyGroupId : null,
            ExpandedCount = reach.Given.Count,
            // Once edited, the list no longer follows the printed one position by position.
            Spans = item.Edited || reach.Role == AssignmentRole.Monitoring ? PlanSpans.None : spans($"{item.Pointer}/{(reach.Role == AssignmentRole.Lead ? "lead" : "coordinating")}/{reach.Index}"),
        };
        named.Exclusions.AddRange(reach.LeftOut.Select(agency => new TaskExclusion { TaskAgencyId = named.TaskAgencyId, AgencyId = agency.AgencyId }));
        task.Agencies.Add(named);
        task.Assignments.AddRange(reach.Given.Select(agency => Assignment.Give(task, named, agency.AgencyId, agency.Kind.IsOutsideChain() || !names.IsCommanded(agency), day)));
    }
}
