using Loa.Data;
using Loa.Platform.Audit;

namespace Loa.Modules.Tasks.Reminders;

/// <summary>A day whose reminders are all out: the next look that day is one read of this row.</summary>
[NotAudited]
internal sealed class ReminderRound : IInsertedOnce
{
    public DateOnly Day { get; set; }

    public DateTime FinishedAt { get; set; }
}
