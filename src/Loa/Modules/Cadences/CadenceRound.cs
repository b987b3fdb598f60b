using Loa.Data;
using Loa.Platform.Audit;

namespace Loa.Modules.Cadences;

/// <summary>A day whose missed periods were all told: the next look that day is one read of this row.</summary>
[NotAudited]
internal sealed class CadenceRound : IInsertedOnce
{
    public DateOnly Day { get; set; }

    public DateTime FinishedAt { get; set; }
}
