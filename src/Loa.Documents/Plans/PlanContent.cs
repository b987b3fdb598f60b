using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>What a plan document says, in the shape of the public JSON contract <c>loa.plan/1</c>.</summary>
public sealed record PlanContent
{
    public const string CurrentSchema = "loa.plan/1";

    public string Schema { get; init; } = CurrentSchema;
    public required PlanHeading Document { get; init; }
    public IReadOnlyList<LegalBasis> LegalBases { get; init; } = [];
    public IReadOnlyList<PlanSection> Sections { get; init; } = [];
    public IReadOnlyList<string> Purposes { get; init; } = [];
    public IReadOnlyList<string> Requirements { get; init; } = [];
    public IReadOnlyList<string> Audiences { get; init; } = [];
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<FormOfCommunication> Forms { get; init; } = [];
    public IReadOnlyList<PlanTarget> Targets { get; init; } = [];
    public IReadOnlyList<Responsibility> Responsibilities { get; init; } = [];
    public IReadOnlyList<PlannedTask> Tasks { get; init; } = [];
    public IReadOnlyList<Cadence> Cadences { get; init; } = [];
    public IReadOnlyList<ReportingDuty> Reporting { get; init; } = [];

    /// <summary>Paragraphs on funding, joined by "\n"; null when the plan has none.</summary>
    public string? Budget { get; init; }

    public IReadOnlyList<OutlineSection> ReportOutline { get; init; } = [];
    public IReadOnlyList<UnreadItem> Unread { get; init; } = [];
}

public sealed record PlanHeading
{
    /// <summary>Kind of document in sentence case ("Kế hoạch", "Quyết định").</summary>
    public string? Kind { get; init; }

    /// <summary>For a decision that issues or approves something: the type word ("Kế hoạch", "Đề án").</summary>
    public string? Promulgates { get; init; }

    public string? ParentIssuer { get; init; }
    public string? Issuer { get; init; }

    /// <summary>Number and symbol without spaces ("122/KH-UBND"); "/KH-SYT" while not yet numbered.</summary>
    public string? Reference { get; init; }

    public int? Number { get; init; }
    public string? Symbol { get; init; }
    public string? Place { get; init; }
    public DateOnly? Date { get; init; }
    public string? Subject { get; init; }

    /// <summary>First programme year.</summary>
    public int? Year { get; init; }

    /// <summary>Last programme year; equals <see cref="Year"/> for a plan of one year.</summary>
    public int? YearTo { get; init; }

    public Signer? Signer { get; init; }
    public IReadOnlyList<string> Recipients { get; init; } = [];
}

/// <summary>The signature block as printed: authority mark line, capacity line, title, name.</summary>
public sealed record Signer(string? Authority, string? Capacity, string? Title, string? Name);

/// <summary>A document the plan rests on. Laws carry no reference.</summary>
public sealed record LegalBasis(string Text, string? Kind, string? Reference, DateOnly? Date, string? Issuer);

public sealed record PlanSection(string? Number, string? Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<PlanSection> Children);

public sealed record FormOfCommunication(string Text, IReadOnlyList<CommunicationForm> Codes);

/// <summary>A measurable promise.</summary>
public sealed record PlanTarget(string Text, decimal? Value, string? Unit, TargetComparison? Comparison);

public sealed record Responsibility(string Agency, bool Request, IReadOnlyList<string> Duties);

/// <summary>A task as the document states it: one row of the annex, or one duty where there is no annex.</summary>
public sealed record PlannedTask
{
    public required TaskOrigin Origin { get; init; }

    /// <summary>1-based number of the task annex; null for a task of the text.</summary>
    public int? Annex { get; init; }

    public string? Group { get; init; }
    public string? Number { get; init; }
    public required string Content { get; init; }
    public string? Detail { get; init; }
    public IReadOnlyList<string> Lead { get; init; } = [];
    public IReadOnlyList<string> Coordinating { get; init; } = [];
    public string? Product { get; init; }
    public Timeframe? Timeframe { get; init; }
}

/// <summary>When a task is due: the printed phrase and what it means.</summary>
public sealed record Timeframe(string Text, TimeframeKind Kind, DateOnly? From, DateOnly? To, CalendarInterval? Every);

/// <summary>A promise with a number in it: <see cref="Count"/> times per <see cref="Per"/>, each of at least <see cref="MinMinutes"/> minutes.</summary>
public sealed record Cadence(
    string Text, IReadOnlyList<string> Agencies, IReadOnlyList<CommunicationForm> Forms, int? Count, CalendarInterval? Per, int? MinMinutes);

public sealed record ReportingDuty
{
    public required string Text { get; init; }
    public IReadOnlyList<string> By { get; init; } = [];
    public string? To { get; init; }
    public string? Via { get; init; }
    public ReportingPeriodKind? Period { get; init; }
    public DateOnly? Due { get; init; }
    public CalendarInterval? Every { get; init; }
}

/// <summary>A section of the outline that reports follow; its paragraphs are all that stands below it, those of its children included.</summary>
public sealed record OutlineSection(string? Number, string? Title, IReadOnlyList<string> Paragraphs)
{
    /// <summary>Numbered sections within it that have paragraphs of their own.</summary>
    public IReadOnlyList<OutlineSection> Children { get; init; } = [];
}

/// <summary>A passage that looked like a task, date or agency and could not be resolved, with the reason in Vietnamese.</summary>
public sealed record UnreadItem(string Text, string Why);
