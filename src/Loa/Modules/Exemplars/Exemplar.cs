using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Platform.Audit;

namespace Loa.Modules.Exemplars;

internal enum ExemplarKind
{
    /// <summary>A person or a collective (gương điển hình).</summary>
    Example = 1,

    /// <summary>Mô hình.</summary>
    Model = 2,

    /// <summary>Sáng kiến.</summary>
    Initiative = 3,

    /// <summary>Phong trào thi đua.</summary>
    Movement = 4,

    /// <summary>What the plans want criticised (hạn chế, thiếu sót): internal unless published by decision.</summary>
    Shortcoming = 5,
}

internal enum ExemplarState
{
    Nominated = 1,
    Recognised = 2,
    Declined = 3,

    /// <summary>Taken back by whoever nominated it.</summary>
    Withdrawn = 4,
}

/// <summary>What deserves to be known: good to be done elsewhere too, or bad to be put right. Nominated, judged by a second person, perhaps published.</summary>
internal sealed class Exemplar : IRevised
{
    public const int TitleMaxLength = 500;
    public const int TextMaxLength = 8000;
    public const int ShortMaxLength = 1000;
    public const int DecisionMaxLength = 200;

    public Guid ExemplarId { get; set; }

    /// <summary>Whose it is.</summary>
    public Guid AgencyId { get; set; }

    public ExemplarKind Kind { get; set; }

    /// <summary>The activity from which it was nominated.</summary>
    public Guid? ActivityId { get; set; }

    public string Title { get; set; } = "";

    /// <summary>What was done and what came of it; of a shortcoming, what is wrong.</summary>
    public string Story { get; set; } = "";

    public ExemplarState State { get; set; } = ExemplarState.Nominated;

    public DateTime NominatedAt { get; set; }

    public Guid? NominatedById { get; set; }

    public DateTime? ReviewedAt { get; set; }

    public Guid? ReviewedById { get; set; }

    /// <summary>What the reviewer said; why it was declined.</summary>
    public string? Remark { get; set; }

    public DateTime? PublishedAt { get; set; }

    public Guid? PublishedById { get; set; }

    /// <summary>The document by which a shortcoming is published.</summary>
    public string? Decision { get; set; }

    /// <summary>Of a shortcoming: what was done about it.</summary>
    public string? Remedy { get; set; }

    public DateOnly? RemediedOn { get; set; }

    public string SearchText { get; private set; } = "";

    public long Revision { get; set; }

    public bool IsShortcoming => Kind == ExemplarKind.Shortcoming;

    public void RefreshSearchText() => SearchText = Folding.Fold($"{Title} {Story}");
}

/// <summary>Another agency applied it too.</summary>
internal sealed class ExemplarUse : IAuditedPart
{
    public const int NoteMaxLength = 2000;

    public Guid ExemplarId { get; set; }

    public Guid AgencyId { get; set; }

    /// <summary>What that agency did.</summary>
    public Guid? ActivityId { get; set; }

    public string? Note { get; set; }

    public DateTime At { get; set; }

    public Guid? ById { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Exemplar);

    Guid IAuditedPart.AuditSubjectId => ExemplarId;
}
