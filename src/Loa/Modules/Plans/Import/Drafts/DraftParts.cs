using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;

namespace Loa.Modules.Plans.Import.Drafts;

internal sealed class DraftBasis : DraftItem<DraftBasis>, IDescribed<DraftBasis>
{
    public string? Text { get; set; }
    public string? Kind { get; set; }
    public string? Reference { get; set; }
    public DateOnly? Date { get; set; }
    public string? Issuer { get; set; }

    static IReadOnlyList<FieldOf<DraftBasis>> IDescribed<DraftBasis>.Description { get; } =
    [
        Fields<DraftBasis>.Line("text", b => b.Text, (b, v) => b.Text = v, FieldKind.Text),
        Fields<DraftBasis>.Line("kind", b => b.Kind, (b, v) => b.Kind = v),
        Fields<DraftBasis>.Line("reference", b => b.Reference, (b, v) => b.Reference = v?.Replace(" ", "", StringComparison.Ordinal)),
        Fields<DraftBasis>.Date("date", b => b.Date, (b, v) => b.Date = v),
        Fields<DraftBasis>.Line("issuer", b => b.Issuer, (b, v) => b.Issuer = v),
    ];
}

/// <summary>A purpose, requirement, audience, topic or form of communication.</summary>
internal sealed class DraftText : DraftItem<DraftText>, IDescribed<DraftText>
{
    public PlanTextKind Kind { get; set; } = PlanTextKind.Topic;
    public string? Text { get; set; }
    public List<CommunicationForm> Forms { get; set; } = [];

    static IReadOnlyList<FieldOf<DraftText>> IDescribed<DraftText>.Description { get; } =
    [
        Fields<DraftText>.Line("text", t => t.Text, (t, v) => t.Text = v, FieldKind.Text),
        Fields<DraftText>.Choice<PlanTextKind>("kind", t => t.Kind, (t, v) => t.Kind = v ?? t.Kind),
        Fields<DraftText>.Forms(t => t.Forms, (t, v) => t.Forms = v),
    ];
}

internal sealed class DraftTarget : DraftItem<DraftTarget>, IDescribed<DraftTarget>
{
    public string? Text { get; set; }
    public decimal? Value { get; set; }
    public string? Unit { get; set; }
    public TargetComparison? Comparison { get; set; }

    /// <summary>The target of the parent plan that defines it.</summary>
    public Guid? DefinitionId { get; set; }

    public string? Numerator { get; set; }
    public string? Denominator { get; set; }

    static IReadOnlyList<FieldOf<DraftTarget>> IDescribed<DraftTarget>.Description { get; } =
    [
        Fields<DraftTarget>.Line("text", t => t.Text, (t, v) => t.Text = v, FieldKind.Text),
        new("value", FieldKind.Line, t => FieldText.Decimal(t.Value), SetValue, "value"),
        Fields<DraftTarget>.Line("unit", t => t.Unit, (t, v) => t.Unit = v),
        Fields<DraftTarget>.Choice<TargetComparison>("comparison", t => t.Comparison, (t, v) => t.Comparison = v),
        Fields<DraftTarget>.Line("numerator", t => t.Numerator, (t, v) => t.Numerator = v),
        Fields<DraftTarget>.Line("denominator", t => t.Denominator, (t, v) => t.Denominator = v),
    ];

    private static bool SetValue(DraftTarget target, string text)
    {
        if (!FieldText.TryDecimal(text, out var value))
            return false;
        target.Value = value;
        return true;
    }
}

/// <summary>One agency of "Tổ chức thực hiện" with its duties, each of which can be taken over as a task.</summary>
internal sealed class DraftResponsibility : DraftItem<DraftResponsibility>, IDescribed<DraftResponsibility>
{
    public string? Agency { get; set; }
    public bool Request { get; set; }
    public List<DraftDuty> Duties { get; set; } = [];

    static IReadOnlyList<FieldOf<DraftResponsibility>> IDescribed<DraftResponsibility>.Description { get; } =
    [
        Fields<DraftResponsibility>.Line("agency", r => r.Agency, (r, v) => r.Agency = v, FieldKind.Text),
        Fields<DraftResponsibility>.Flag("request", r => r.Request, (r, v) => r.Request = v),
    ];
}

internal sealed class DraftDuty : DraftItem<DraftDuty>, IDescribed<DraftDuty>
{
    public string? Text { get; set; }

    /// <summary>The task it was taken over as; null while it is only a duty of the text.</summary>
    public string? TaskId { get; set; }

    static IReadOnlyList<FieldOf<DraftDuty>> IDescribed<DraftDuty>.Description { get; } =
    [
        Fields<DraftDuty>.Line("text", d => d.Text, (d, v) => d.Text = v, FieldKind.Text, ""),
    ];
}

internal sealed class DraftCadence : DraftItem<DraftCadence>, IDescribed<DraftCadence>
{
    public string? Text { get; set; }
    public List<string> Agencies { get; set; } = [];
    public List<CommunicationForm> Forms { get; set; } = [];
    public int? Count { get; set; }
    public CalendarInterval? Per { get; set; }
    public int? MinMinutes { get; set; }

    static IReadOnlyList<FieldOf<DraftCadence>> IDescribed<DraftCadence>.Description { get; } =
    [
        Fields<DraftCadence>.Line("text", c => c.Text, (c, v) => c.Text = v, FieldKind.Text),
        Fields<DraftCadence>.Lines("agencies", c => c.Agencies),
        Fields<DraftCadence>.Number("count", c => c.Count, (c, v) => c.Count = v),
        new("per", FieldKind.Interval, c => c.Per?.ToString() ?? "", SetPer, "per"),
        Fields<DraftCadence>.Number("minMinutes", c => c.MinMinutes, (c, v) => c.MinMinutes = v),
        Fields<DraftCadence>.Forms(c => c.Forms, (c, v) => c.Forms = v),
    ];

    private static bool SetPer(DraftCadence cadence, string text)
    {
        if (!FieldText.TryInterval(text, out var per))
            return false;
        cadence.Per = per;
        return true;
    }
}

internal sealed class DraftReporting : DraftItem<DraftReporting>, IDescribed<DraftReporting>
{
    public string? Text { get; set; }
    public List<string> By { get; set; } = [];
    public string? To { get; set; }
    public string? Via { get; set; }
    public ReportingPeriodKind? Period { get; set; }
    public DateOnly? Due { get; set; }
    public CalendarInterval? Every { get; set; }

    static IReadOnlyList<FieldOf<DraftReporting>> IDescribed<DraftReporting>.Description { get; } =
    [
        Fields<DraftReporting>.Line("text", r => r.Text, (r, v) => r.Text = v, FieldKind.Text),
        Fields<DraftReporting>.Lines("by", r => r.By),
        Fields<DraftReporting>.Line("to", r => r.To, (r, v) => r.To = v),
        Fields<DraftReporting>.Line("via", r => r.Via, (r, v) => r.Via = v),
        Fields<DraftReporting>.Choice<ReportingPeriodKind>("period", r => r.Period, (r, v) => r.Period = v),
        Fields<DraftReporting>.Date("due", r => r.Due, (r, v) => r.Due = v),
        new("every", FieldKind.Interval, r => r.Every?.ToString() ?? "", SetEvery, "every"),
    ];

    private static bool SetEvery(DraftReporting reporting, string text)
    {
        if (!FieldText.TryInterval(text, out var every))
            return false;
        reporting.Every = every;
        return true;
    }
}

/// <summary>A passage that was not understood; an officer makes something of it or says that it was seen.</summary>
internal sealed class DraftUnread : DraftItem<DraftUnread>, IDescribed<DraftUnread>
{
    public string? Text { get; set; }
    public string? Why { get; set; }
    public bool Seen { get; set; }

    static IReadOnlyList<FieldOf<DraftUnread>> IDescribed<DraftUnread>.Description { get; } = [];
}
