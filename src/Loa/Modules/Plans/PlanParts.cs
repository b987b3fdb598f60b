using Loa.Documents.Plans;
using Loa.Platform.Audit;

namespace Loa.Modules.Plans;

/// <summary>A document the plan rests on. Whether that document is in Loa is found by <see cref="ReferenceKey"/> when it is shown.</summary>
internal sealed class PlanBasis : IAuditedPart
{
    public const int TextMaxLength = 2000;

    public Guid PlanBasisId { get; set; }
    public Guid PlanId { get; set; }
    public int Ordinal { get; set; }
    public required string Text { get; set; }
    public string? Kind { get; set; }
    public string? Reference { get; set; }
    public string? ReferenceKey { get; set; }
    public DateOnly? Date { get; set; }
    public string? Issuer { get; set; }
    [NotAudited]
    public string Spans { get; set; } = PlanSpans.None;

    string IAuditedPart.AuditSubjectType => nameof(Plan);

    Guid IAuditedPart.AuditSubjectId => PlanId;
}

/// <summary>A purpose, requirement, audience, topic or form of communication.</summary>
internal sealed class PlanText : IAuditedPart
{
    public Guid PlanTextId { get; set; }
    public Guid PlanId { get; set; }
    public int Ordinal { get; set; }
    public PlanTextKind Kind { get; set; }
    public required string Text { get; set; }
    public List<CommunicationForm> Forms { get; set; } = [];
    [NotAudited]
    public string Spans { get; set; } = PlanSpans.None;

    string IAuditedPart.AuditSubjectType => nameof(Plan);

    Guid IAuditedPart.AuditSubjectId => PlanId;
}

/// <summary>A measurable promise.</summary>
internal sealed class Target : IAuditedPart
{
    public const int UnitMaxLength = 60;
    public const int DefinitionMaxLength = 1000;

    public Guid TargetId { get; set; }
    public Guid PlanId { get; set; }
    public int Ordinal { get; set; }
    public required string Text { get; set; }
    public decimal? Value { get; set; }
    public string? Unit { get; set; }
    public TargetComparison? Comparison { get; set; }

    /// <summary>The target of the plan above whose numerator and denominator count here too; null for one that defines its own.</summary>
    public Guid? DefinitionId { get; set; }

    /// <summary>What is counted above the line of a share ("cán bộ đã được quán triệt"), in words.</summary>
    public string? Numerator { get; set; }

    /// <summary>What is counted below the line ("tổng số cán bộ"), in words.</summary>
    public string? Denominator { get; set; }

    [NotAudited]
    public string Spans { get; set; } = PlanSpans.None;

    string IAuditedPart.AuditSubjectType => nameof(Plan);

    Guid IAuditedPart.AuditSubjectId => PlanId;
}

/// <summary>What "Tổ chức thực hiện" lays on one body.</summary>
internal sealed class PlanResponsibility : IAuditedPart
{
    public const int AgencyMaxLength = 600;

    public Guid PlanResponsibilityId { get; set; }
    public Guid PlanId { get; set; }
    public int Ordinal { get; set; }

    /// <summary>As printed.</summary>
    public required string Agency { get; set; }

    public bool IsRequest { get; set; }
    public List<PlanDuty> Duties { get; } = [];

    string IAuditedPart.AuditSubjectType => nameof(Plan);

    Guid IAuditedPart.AuditSubjectId => PlanId;
}

internal sealed class PlanDuty
{
    public Guid PlanDutyId { get; set; }
    public Guid PlanResponsibilityId { get; set; }
    public int Ordinal { get; set; }
    public required string Text { get; set; }

    /// <summary>The task it was taken over as; null where it stays a sentence of the plan.</summary>
    public Guid? PlanTaskId { get; set; }

    [NotAudited]
    public string Spans { get; set; } = PlanSpans.None;
}

/// <summary>A promise with a number in it: so many times a period, of at least so many minutes.</summary>
internal sealed class PlanCadence : IAuditedPart
{
    public const int PerMaxLength = 10;

    public Guid PlanCadenceId { get; set; }
    public Guid PlanId { get; set; }
    public int Ordinal { get; set; }
    public required string Text { get; set; }
    public List<string> Agencies { get; set; } = [];
    public List<CommunicationForm> Forms { get; set; } = [];
    public int? Count { get; set; }

    /// <summary>ISO 8601 duration.</summary>
    public string? Per { get; set; }

    public int? MinMinutes { get; set; }
    [NotAudited]
    public string Spans { get; set; } = PlanSpans.None;

    string IAuditedPart.AuditSubjectType => nameof(Plan);

    Guid IAuditedPart.AuditSubjectId => PlanId;
}

/// <summary>A report the plan asks for.</summary>
internal sealed class PlanReporting : IAuditedPart
{
    public Guid PlanReportingId { get; set; }
    public Guid PlanId { get; set; }
    public int Ordinal { get; set; }
    public required string Text { get; set; }
    public List<string> By { get; set; } = [];
    public string? To { get; set; }
    public string? Via { get; set; }
    public ReportingPeriodKind? Period { get; set; }
    public DateOnly? Due { get; set; }

    /// <summary>ISO 8601 duration.</summary>
    public string? Every { get; set; }

    [NotAudited]
    public string Spans { get; set; } = PlanSpans.None;

    string IAuditedPart.AuditSubjectType => nameof(Plan);

    Guid IAuditedPart.AuditSubjectId => PlanId;
}
