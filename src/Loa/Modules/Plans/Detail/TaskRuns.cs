namespace Loa.Modules.Plans.Detail;

/// <summary>Neighbouring tasks under one heading of the annex.</summary>
internal sealed record TaskRun(string? Group, IReadOnlyList<PlanTask> Tasks);

internal static class TaskRuns
{
    public static IEnumerable<TaskRun> Of(IReadOnlyList<PlanTask> tasks)
    {
        var run = new List<PlanTask>();
        foreach (var task in tasks)
        {
            if (run.Count > 0 && (run[0].Group != task.Group || run[0].Annex != task.Annex))
            {
                yield return new TaskRun(run[0].Group, run);
                run = [];
            }

            run.Add(task);
        }

        if (run.Count > 0)
            yield return new TaskRun(run[0].Group, run);
    }
}
