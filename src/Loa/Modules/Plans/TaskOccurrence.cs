namespace Loa.Modules.Plans;

/// <summary>One turn of a recurring task ("quý II/2026"), the same for every agency that has the task.</summary>
internal sealed class TaskOccurrence
{
    public const int LabelMaxLength = 60;

    public Guid PlanTaskId { get; set; }

    public int Ordinal { get; set; }

    /// <summary>The period in words, as an officer writes it.</summary>
    public required string Label { get; set; }

    public DateOnly From { get; set; }

    public DateOnly DueOn { get; set; }
}
