using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;

namespace Loa.Modules.Plans.Import.Drafts;

internal sealed class DraftTask : DraftItem<DraftTask>, IDescribed<DraftTask>
{
    public TaskOrigin Origin { get; set; } = TaskOrigin.Text;
    public int? Annex { get; set; }
    public string? Group { get; set; }
    public string? Number { get; set; }
    public string? Content { get; set; }
    public string? Detail { get; set; }
    public List<string> Lead { get; set; } = [];
    public List<string> Coordinating { get; set; } = [];
    /// <summary>Who follows the task ("theo dõi, đôn đốc"); no column of an annex says it, an officer does.</summary>
    public List<string> Monitoring { get; set; } = [];

    public string? Product { get; set; }

    /// <summary>The timeframe as printed or typed; the four below are what it means.</summary>
    public string? When { get; set; }

    public TimeframeKind? Kind { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public CalendarInterval? Every { get; set; }

    /// <summary>The timeframe was found in the sentence of a duty; it stands until a person says otherwise, and is shown as a suggestion.</summary>
    public bool Suggested { get; set; }

    /// <summary>Asked of a body outside the chain of command: never given a date, never overdue.</summary>
    public bool Request { get; set; }

    /// <summary>Agencies that "… có liên quan" may mean and that an officer says it does not, in this task.</summary>
    public List<Guid> LeftOut { get; set; } = [];

    /// <summary>The task of the parent plan that this one carries out.</summary>
    public Guid? ParentTaskId { get; set; }

    /// <summary>A person said that it carries out none of them.</summary>
    public bool StandsAlone { get; set; }

    /// <summary>Names of the people in charge.</summary>
    public List<string> InCharge { get; set; } = [];

    /// <summary>đồng.</summary>
    public long? Estimate { get; set; }

    /// <summary>The duty of the text that was taken over as this task.</summary>
    public string? DutyId { get; set; }

    static IReadOnlyList<FieldOf<DraftTask>> IDescribed<DraftTask>.Description { get; } =
    [
        Fields<DraftTask>.Line("content", t => t.Content, (t, v) => t.Content = v, FieldKind.Text),
        Fields<DraftTask>.Lines("lead", t => t.Lead),
        Fields<DraftTask>.Lines("coordinating", t => t.Coordinating),
        Fields<DraftTask>.Lines("monitoring", t => t.Monitoring),
        Fields<DraftTask>.Line("when", t => t.When, (t, v) => t.When = v, FieldKind.Phrase, "timeframe"),
        Fields<DraftTask>.Date("from", t => t.From, (t, v) => t.From = v, "timeframe/from"),
        Fields<DraftTask>.Date("to", t => t.To, (t, v) => t.To = v, "timeframe/to"),
        Fields<DraftTask>.Line("product", t => t.Product, (t, v) => t.Product = v, FieldKind.Text),
        Fields<DraftTask>.Line("detail", t => t.Detail, (t, v) => t.Detail = v, FieldKind.Text),
        Fields<DraftTask>.People("inCharge", t => t.InCharge),
        Fields<DraftTask>.Money("estimate", t => t.Estimate, (t, v) => t.Estimate = v),
        Fields<DraftTask>.Line("group", t => t.Group, (t, v) => t.Group = v),
        Fields<DraftTask>.Line("number", t => t.Number, (t, v) => t.Number = v),
        Fields<DraftTask>.Flag("request", t => t.Request, (t, v) => t.Request = v),
    ];
}
