using Loa.Documents.Plans;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Loa.Modules.Activities;

/// <summary>A span that moves with the day one looks, so that a saved view of "this quarter" stays one.</summary>
internal enum MovingSpan
{
    ThisMonth = 1,
    LastMonth = 2,
    ThisQuarter = 3,
    LastQuarter = 4,
    ThisYear = 5,
    LastYear = 6,
}

/// <summary>What the views of activities are narrowed to; pages bind it from the address, and every figure elsewhere leads to its rows with one.</summary>
internal sealed class ActivityFilter
{
    private const string FormParameter = "hinh-thuc";

    /// <summary>Its parameters of the address, in the order in which they are written.</summary>
    public static readonly IReadOnlyList<string> Parameters = ["tim", "co-quan", "chi", "cay", FormParameter, "chu-de", "nhiem-vu", "kenh", "trang-thai", "long-ghep", "ky", "tu", "den"];

    [FromQuery(Name = "tim")]
    public string? Query { get; set; }

    /// <summary>With everything below it, unless <see cref="Alone"/>.</summary>
    [FromQuery(Name = "co-quan")]
    public Guid? AgencyId { get; set; }

    [FromQuery(Name = "chi")]
    public bool Alone { get; set; }

    /// <summary>What stood below the agency on this day; null: what stands there now.</summary>
    [FromQuery(Name = "cay")]
    public DateOnly? Tree { get; set; }

    /// <summary>As the address says them; nothing chosen in a field comes as null.</summary>
    [FromQuery(Name = FormParameter)]
    public List<CommunicationForm?> FormValues { get; set; } = [];

    /// <summary>Any of them; empty: every form.</summary>
    [BindNever]
    public IReadOnlyList<CommunicationForm> Forms
    {
        get => [.. FormValues.OfType<CommunicationForm>().Distinct()];
        set => FormValues = [.. value];
    }

    /// <summary>Where exactly one is asked for.</summary>
    [BindNever]
    public CommunicationForm? Form
    {
        get => Forms is [var only] ? only : null;
        set => FormValues = [value];
    }

    [FromQuery(Name = "chu-de")]
    public Guid? TopicId { get; set; }

    [FromQuery(Name = "nhiem-vu")]
    public Guid? TaskId { get; set; }

    [FromQuery(Name = "kenh")]
    public Guid? ChannelId { get; set; }

    /// <summary>Null: all but the withdrawn.</summary>
    [FromQuery(Name = "trang-thai")]
    public ActivityState? State { get; set; }

    [FromQuery(Name = "long-ghep")]
    public bool? Integrated { get; set; }

    [FromQuery(Name = "ky")]
    public MovingSpan? Span { get; set; }

    [FromQuery(Name = "tu")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "den")]
    public DateOnly? To { get; set; }

    public bool IsNarrowed => ToQuery().Length > 0;

    /// <summary>What only the folded part of the form shows.</summary>
    public bool HasMore => State is not null || Integrated is not null || TopicId is not null || ChannelId is not null;

    /// <summary>First and last day that both the span and the dates leave; null: open.</summary>
    public (DateOnly? From, DateOnly? To) Days(DateOnly today)
    {
        if (Span is not { } span || !Enum.IsDefined(span))
        {
            return (From, To);
        }

        var period = Of(span, today);
        return (From > period.Start ? From : period.Start, To < period.End ? To : period.End);
    }

    public static Period Of(MovingSpan span, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var quarter = month.AddMonths(-((today.Month - 1) % 3));
        var (first, months) = span switch
        {
            MovingSpan.ThisMonth => (month, 1),
            MovingSpan.LastMonth => (month.AddMonths(-1), 1),
            MovingSpan.ThisQuarter => (quarter, 3),
            MovingSpan.LastQuarter => (quarter.AddMonths(-3), 3),
            MovingSpan.ThisYear => (new DateOnly(today.Year, 1, 1), 12),
            _ => (new DateOnly(today.Year - 1, 1, 1), 12),
        };
        return new Period(first, first.AddMonths(months).AddDays(-1));
    }

    /// <summary>With its question mark; empty where nothing is narrowed.</summary>
    public string ToQuery()
    {
        string?[] values =
        [
            string.IsNullOrWhiteSpace(Query) ? null : Query, Id(AgencyId), Alone ? "true" : null, Day(Tree), null, Id(TopicId), Id(TaskId), Id(ChannelId), State?.ToString(),
            Integrated is { } flag ? (flag ? "true" : "false") : null, Span?.ToString(), Day(From), Day(To),
        ];
        return new QueryBuilder(Parameters.Zip(values).SelectMany(pair => pair.First == FormParameter ? Forms.Select(form => (pair.First, form.ToString())) : pair.Second is { } value ? [(pair.First, value)] : [])
            .Select(pair => KeyValuePair.Create(pair.First, pair.Item2))).ToString();
    }

    private static string? Id(Guid? id) => id?.ToString();

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
