using Loa.Platform.Audit;

namespace Loa.Modules.Tasks;

/// <summary>Đôn đốc: one message of the body that issued a plan to agencies of its board, as it was written, before each agency's own values were put in.</summary>
internal sealed class Nudge
{
    public const int TitleMaxLength = 200;
    public const int TextMaxLength = 1000;

    public Guid NudgeId { get; set; }

    public Guid PlanId { get; set; }

    public DateTime At { get; set; }

    public Guid ById { get; set; }

    public required string Title { get; set; }

    public required string Text { get; set; }

    public int AgencyCount { get; set; }
}

/// <summary>An agency it went to. Not audited one by one: the message is, and says to how many.</summary>
[NotAudited]
internal sealed class NudgeAgency
{
    public Guid NudgeId { get; set; }

    public Guid AgencyId { get; set; }
}
