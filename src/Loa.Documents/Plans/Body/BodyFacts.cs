using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>A duty holder of the text and what it has to do.</summary>
internal sealed class ResponsibilityFacts
{
    public required Fact Agency { get; init; }

    public bool Request { get; init; }

    public List<Fact> Duties { get; } = [];
}

internal sealed record FormFacts(Fact Text, IReadOnlyList<CommunicationForm> Codes);

internal sealed record TargetFacts(PlanTarget Target, SourceText From);

internal sealed record CadenceFacts(Cadence Cadence, SourceText From, IReadOnlyList<Fact> Agencies);

internal sealed record ReportingFacts(ReportingDuty Duty, SourceText From, IReadOnlyList<Fact> By);

internal sealed record BasisFacts(LegalBasis Basis, SourceText From);

/// <summary>A task with every cell understood.</summary>
internal sealed class TaskFacts
{
    public TaskOrigin Origin { get; init; }

    public int? Annex { get; init; }

    public Fact? Group { get; init; }

    public Fact? Number { get; init; }

    public required Fact Content { get; init; }

    public Fact? Detail { get; init; }

    public List<Fact> Lead { get; } = [];

    public List<Fact> Coordinating { get; } = [];

    public Fact? Product { get; init; }

    public (Timeframe Timeframe, SourceText From)? Timeframe { get; set; }

    public double Confidence { get; init; } = 0.95;
}

internal sealed record UnreadFacts(SourceText From, string Why);

/// <summary>Everything the text and the annexes say, with passages, before it becomes <see cref="PlanContent"/>.</summary>
internal sealed class PlanFacts
{
    public required HeadingFacts Heading { get; init; }

    public List<BasisFacts> Bases { get; } = [];

    public SectionNode Sections { get; set; } = new();

    public List<Fact> Purposes { get; } = [];

    public List<Fact> Requirements { get; } = [];

    public List<Fact> Audiences { get; } = [];

    public List<Fact> Topics { get; } = [];

    public List<FormFacts> Forms { get; } = [];

    public List<TargetFacts> Targets { get; } = [];

    public List<ResponsibilityFacts> Responsibilities { get; } = [];

    public List<TaskFacts> Tasks { get; } = [];

    public List<CadenceFacts> Cadences { get; } = [];

    public List<ReportingFacts> Reporting { get; } = [];

    public List<SourceText> Budget { get; } = [];

    public List<SectionNode> ReportOutline { get; } = [];

    public List<UnreadFacts> Unread { get; } = [];

    public ProgrammeYears? Years => Heading.Years?.Years;
}
