using Loa.Modules.Agencies;
using Loa.Modules.Plans.Document;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Names;
using Loa.Modules.Plans.Import.Reading;
using Loa.Modules.Plans.UnitPlans;
using Microsoft.AspNetCore.Html;

namespace Loa.Modules.Plans.Import.Review;

/// <summary>Everything the review page shows.</summary>
internal sealed class ReviewView(PlanImport import, PlanDraft draft, StoredReading reading, DraftNames names)
{
    /// <summary>Below this a fact is marked "to be checked".</summary>
    public const double SureFrom = 0.8;

    private static readonly DraftSection[] ReadSections =
    [
        DraftSection.Tasks, DraftSection.Responsibilities, DraftSection.Agencies, DraftSection.Heading, DraftSection.Bases,
        DraftSection.Targets, DraftSection.Cadences, DraftSection.Reporting, DraftSection.Texts, DraftSection.Unread,
    ];

    private static readonly DraftSection[] WrittenSections =
    [
        DraftSection.Tasks, DraftSection.Heading, DraftSection.Bases, DraftSection.Texts, DraftSection.Targets, DraftSection.Cadences, DraftSection.Responsibilities, DraftSection.Reporting,
    ];

    public PlanImport Import => import;

    /// <summary>The plan above and the people at hand; null for a draft that was read from a document.</summary>
    public UnitView? Unit { get; init; }

    /// <summary>In the order of the tabs. Where there was no document, nothing was left unread and no printed name has to be told apart.</summary>
    public IReadOnlyList<DraftSection> Sections => import.IsWritten ? WrittenSections : ReadSections;

    public PlanDraft Draft => draft;

    public SourceView Source => reading.Source;

    public DraftNames Names => names;

    /// <summary>What an edit could not take, shown once in the answer to it.</summary>
    public EditResult? Refused { get; init; }

    /// <summary>The draft that an open page still shows; null when the whole page is drawn.</summary>
    public PlanDraft? Before { get; init; }

    /// <summary>The plan above that this one carries out.</summary>
    public LinkedPlan? Parent { get; init; }

    /// <summary>None is known, but there are plans that may be it.</summary>
    public bool MayHaveParent { get; init; }

    /// <summary>What an agency was looked for by without scripts, and what was found.</summary>
    public string? Search { get; init; }

    public IReadOnlyList<FoundAgency> Found { get; init; } = [];

    public DocumentHtml Document() => DocumentOf(draft);

    /// <summary>The paragraphs of the open page that are marked otherwise now.</summary>
    public IHtmlContent ChangedPassages() => Before is null ? HtmlString.Empty : Document().Changes(DocumentOf(Before));

    public ItemView Item(DraftItem item) => new(this, item, Refused?.Item?.Id == item.Id ? Refused : null);

    public bool IsUnsure(DraftItem item) => !item.Edited && reading.ConfidenceUnder(item.Pointer) < SureFrom;

    /// <summary>A fact of an item that the reader is not sure of.</summary>
    public bool IsUnsure(DraftItem item, DraftField field) => !item.Edited && item.Pointer is { } pointer && field.Pointer is { Length: > 0 } part && reading.ConfidenceUnder($"{pointer}/{part}") < SureFrom;

    public IReadOnlyList<TaskReach> Reach(DraftTask task) => TaskReach.Of(task, names);

    public int? FirstParagraph(DraftItem item)
    {
        var spans = OwnSpans(item, reading).ToList();
        return spans.Count == 0 ? null : spans.Min(span => span.Block);
    }

    public int TaskCount => draft.Tasks.Count(task => !task.Removed);

    public int OpenDuties => draft.Responsibilities.Where(r => !r.Removed).SelectMany(r => r.Duties).Count(d => d.TaskId is null && !d.Removed);

    public int UnseenUnread => draft.Unread.Count(item => !item.Seen && !item.Removed);

    private DocumentHtml DocumentOf(PlanDraft shown) => new(reading.Source, new Passages(shown.Items.Where(item => !item.Removed).SelectMany(item =>
        OwnSpans(item, reading).Select(span => new Passage(item.Id, DraftWords.Kind(item), span)))), id => "#" + id);

    /// <summary>A responsibility owns its agency's name only: its duties are items of their own.</summary>
    private static IEnumerable<Loa.Documents.Plans.TextSpan> OwnSpans(DraftItem item, StoredReading reading) => item switch
    {
        DraftResponsibility => reading.SpansUnder(item.Pointer + "/agency"),
        // A task made of a duty shows the duty's passage; the duty marks it.
        _ => reading.SpansUnder(item.Pointer),
    };
}

/// <summary>One item with what was refused of it.</summary>
internal sealed record ItemView(ReviewView Review, DraftItem Item, EditResult? Refused)
{
    public bool IsConflict => Refused?.Outcome == EditOutcome.Conflict;

    /// <summary>What stands in a field: what was typed when it was refused, else what is saved.</summary>
    public string Value(DraftField field) => Refused is { Outcome: EditOutcome.Invalid } refused && refused.Typed.TryGetValue(field.Name, out var typed) ? typed : field.Value;

    public bool IsInvalid(DraftField field) => Refused?.InvalidFields.Contains(field.Name, StringComparer.Ordinal) == true;
}
