using System.Text.Encodings.Web;
using System.Text.Json;
using Loa.Documents.Plans;
using Loa.Modules.Plans.Document;

namespace Loa.Modules.Plans.Import.Reading;

/// <summary>
/// What the child process prints and the database keeps: the reading with its places, and the blocks to show. It is never
/// changed, so an edited draft can always be held against what was read.
/// </summary>
internal sealed record StoredReading
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required PlanContent Content { get; init; }
    public required IReadOnlyDictionary<string, IReadOnlyList<TextSpan>> Spans { get; init; }
    public required IReadOnlyDictionary<string, double> Confidence { get; init; }
    public required SourceView Source { get; init; }

    public static StoredReading Of(PlanReading reading) => new()
    {
        Content = reading.Content,
        Spans = reading.Spans,
        Confidence = reading.Confidence,
        Source = SourceView.Of(reading.Source),
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static StoredReading Parse(string json) => JsonSerializer.Deserialize<StoredReading>(json, Options) ?? throw new JsonException("The reading is null.");

    /// <summary>
    /// Every passage of an item: its own and those of its fields. The heading row of a group is left out: it belongs to all the
    /// tasks below it, and none of them should be looked for there.
    /// </summary>
    public IEnumerable<TextSpan> SpansUnder(string? pointer) =>
        pointer is null ? [] : Spans.Where(pair => IsUnder(pair.Key, pointer) && !pair.Key.EndsWith("/group", StringComparison.Ordinal)).SelectMany(pair => pair.Value);

    /// <summary>The least certain of an item's facts; null when the reader said nothing.</summary>
    public double? ConfidenceUnder(string? pointer)
    {
        var known = pointer is null ? [] : Confidence.Where(pair => IsUnder(pair.Key, pointer)).Select(pair => pair.Value).ToList();
        return known.Count == 0 ? null : known.Min();
    }

    private static bool IsUnder(string pointer, string ancestor) =>
        pointer.StartsWith(ancestor, StringComparison.Ordinal) && (pointer.Length == ancestor.Length || pointer[ancestor.Length] == '/');
}
