using Loa.Data;
using Loa.Documents.Plans;
using Loa.Platform.Audit;

namespace Loa.Modules.Plans;

/// <summary>
/// A task given to one agency in one role, and how far that agency is with it. An agency that a plan names twice for a task has the stronger role.
/// </summary>
/// <remarks>Not in the history row by row: it follows from the task's agencies, and one group can stand for hundreds. What people do with it is.</remarks>
[NotAudited]
internal sealed class Assignment : IRevised
{
    public const int ReasonMaxLength = 500;
    public const int ProductsMost = 1000;

    public Guid AssignmentId { get; set; }
    public Guid PlanId { get; set; }
    public Guid PlanTaskId { get; set; }

    /// <summary>The agency it was given to, as it then was.</summary>
    public Guid AgencyId { get; set; }

    /// <summary>The agency that carries it now: its successor after a reorganisation.</summary>
    public Guid HolderAgencyId { get; set; }

    public AssignmentRole Role { get; set; }
    public Guid TaskAgencyId { get; set; }

    /// <summary>The task is a request, or this body stands outside the chain of command: never overdue.</summary>
    public bool IsRequest { get; set; }

    public AssignmentState State { get; set; } = AssignmentState.Open;

    public TimeframeKind? Kind { get; set; }

    /// <summary>First day to work on it.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The next day by which something is due: of the open occurrence where it recurs, as extended where that was granted; null for continuous work.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Of a recurring task: the turn that is open (<see cref="TaskOccurrence.Ordinal"/>), or the last one when all are done.</summary>
    public int? OpenTurn { get; set; }

    /// <summary>The day it was given, where that was after the plan was issued.</summary>
    public DateOnly? AddedOn { get; set; }

    /// <summary>How many products are to be delivered; one where the plan does not count them.</summary>
    public int ProductsTotal { get; set; } = 1;

    public int ProductsDone { get; set; }

    /// <summary>The person it was handed to; null: whoever works for the agency.</summary>
    public Guid? AssigneeId { get; set; }

    public DateOnly? DoneOn { get; set; }

    /// <summary>Why it was added after issue, is not applicable, or was withdrawn.</summary>
    public string? Reason { get; set; }

    public DateTime ChangedAt { get; set; }

    public long Revision { get; set; }

    /// <summary>0 to 100: products delivered over products to deliver.</summary>
    public int Percent => State == AssignmentState.Done ? 100 : Math.Min(100, ProductsDone * 100 / Math.Max(1, ProductsTotal));

    public bool IsOpen => State == AssignmentState.Open;

    public bool IsOverdue(DateOnly today) => IsOpen && !IsRequest && DueOn < today;

    /// <param name="day">When it is given: of a recurring task, turns that ended before are not demanded.</param>
    public static Assignment Give(PlanTask task, TaskAgency named, Guid agencyId, bool isAsked, DateOnly day)
    {
        var turn = TaskOccurrence.FirstDemanded(task.Occurrences, day);
        return new Assignment
        {
            AssignmentId = Guid.CreateVersion7(),
            PlanId = task.PlanId,
            PlanTaskId = task.PlanTaskId,
            AgencyId = agencyId,
            HolderAgencyId = agencyId,
            Role = named.Role,
            TaskAgencyId = named.TaskAgencyId,
            IsRequest = task.IsRequest || isAsked,
            Kind = task.TimeframeKind,
            From = task.From,
            // The last day of continuous work is only the end of the programme, and who only follows a task owes nothing by a day.
            DueOn = task.TimeframeKind == TimeframeKind.Continuous || named.Role == AssignmentRole.Monitoring ? null : turn?.DueOn ?? task.DueOn,
            OpenTurn = named.Role == AssignmentRole.Monitoring ? null : turn?.Ordinal,
            Revision = 1,
        };
    }
}
