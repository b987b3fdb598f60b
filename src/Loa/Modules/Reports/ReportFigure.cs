using Loa.Data;
using Loa.Platform.Audit;

namespace Loa.Modules.Reports;

/// <summary>
/// One figure of one report, in hundredths so that it is added exactly. Own is what the data says of the agencies that the report counts, below is what reports taken into it say,
/// given is what people set instead; all three are kept. <see cref="Value"/> and <see cref="Of"/> are what counts.
/// </summary>
internal sealed class ReportFigure : IRevised, IAuditedPart
{
    public const int ReasonMaxLength = 500;

    /// <summary>A hundred million million: beyond every count and every đồng.</summary>
    public const long Most = 10_000_000_000_000_000;

    public Guid ReportId { get; set; }

    public Guid FigureId { get; set; }

    public long? OwnValue { get; set; }

    public long? OwnOf { get; set; }

    public long? BelowValue { get; set; }

    public long? BelowOf { get; set; }

    public long? GivenValue { get; set; }

    public long? GivenOf { get; set; }

    /// <summary>Why people set another value.</summary>
    public string? Reason { get; set; }

    public Guid? GivenById { get; set; }

    public DateTime? GivenAt { get; set; }

    public long? Value { get; private set; }

    public long? Of { get; private set; }

    /// <summary>A report below was corrected after it was taken into this one.</summary>
    public bool IsStale { get; set; }

    public long Revision { get; set; }

    public bool IsGiven => GivenValue is not null;

    /// <summary>What it would be without people's value.</summary>
    public (long? Value, long? Of) Computed(RollUpRule rule) => rule switch
    {
        RollUpRule.Sum or RollUpRule.RatioOfSums => (Add(OwnValue, BelowValue), Add(OwnOf, BelowOf)),
        RollUpRule.Latest when OwnValue is null => (BelowValue, BelowOf),
        _ => (OwnValue, OwnOf),
    };

    /// <summary>Must follow every change of the others.</summary>
    public void Settle(RollUpRule rule) => (Value, Of) = IsGiven ? (GivenValue, GivenOf) : Computed(rule);

    private static long? Add(long? a, long? b) => a is null && b is null ? null : (a ?? 0) + (b ?? 0);

    string IAuditedPart.AuditSubjectType => nameof(Report);

    Guid IAuditedPart.AuditSubjectId => ReportId;
}

/// <summary>What one section of a report says.</summary>
internal sealed class ReportText : IRevised, IAuditedPart
{
    public const int MaxLength = 60_000;

    public Guid ReportId { get; set; }

    public Guid OutlineSectionId { get; set; }

    /// <summary>As written from the data.</summary>
    public string Prepared { get; set; } = "";

    /// <summary>As people left it; null: as prepared.</summary>
    public string? Text { get; set; }

    /// <summary>What the receiver said of this section when returning the report.</summary>
    public string? Remark { get; set; }

    public Guid? EditedById { get; set; }

    public DateTime? EditedAt { get; set; }

    public long Revision { get; set; }

    public string Current => Text ?? Prepared;

    string IAuditedPart.AuditSubjectType => nameof(Report);

    Guid IAuditedPart.AuditSubjectId => ReportId;
}

/// <summary>A report that was taken into another, as it then was.</summary>
[NotAudited]
internal sealed class ReportTaken
{
    public Guid ParentReportId { get; set; }

    public Guid ReportId { get; set; }

    /// <summary>Which sending of it (<see cref="ReportVersion.Number"/>).</summary>
    public int Number { get; set; }
}
