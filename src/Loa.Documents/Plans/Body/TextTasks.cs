namespace Loa.Documents.Plans;

/// <summary>A plan without a task annex has one task per duty of its text.</summary>
internal static class TextTasks
{
    public static void Add(PlanFacts facts)
    {
        foreach (var responsibility in facts.Responsibilities)
        {
            foreach (var duty in responsibility.Duties)
            {
                var task = new TaskFacts
                {
                    Origin = TaskOrigin.Text,
                    Group = responsibility.Agency,
                    Content = duty,
                    Confidence = 0.85,
                };
                AgencyCells.AddTo(task.Lead, responsibility.Agency.From, facts);
                facts.Tasks.Add(task);
            }
        }
    }
}
