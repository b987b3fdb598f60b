using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Loa.Documents.Plans;

/// <summary>
/// The public JSON of a plan (<c>loa.plan/1</c>): camelCase, explicit nulls, Vietnamese letters unescaped.
/// </summary>
public static class PlanJson
{
    private static readonly PlanJsonContext Compact = new(Options(indented: false));
    private static readonly PlanJsonContext Indented = new(Options(indented: true));

    /// <summary>The plan without spans, as stored and compared.</summary>
    public static string Serialize(PlanContent content, bool indented = false) =>
        JsonSerializer.Serialize(content, Context(indented).PlanContent);

    /// <summary>Reads what <see cref="Serialize(PlanContent, bool)"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not a plan of this schema.</exception>
    public static PlanContent Deserialize(string json) =>
        JsonSerializer.Deserialize(json, Compact.PlanContent) ?? throw new JsonException("The JSON is null.");

    /// <summary>The reading as the command prints it; with <paramref name="spans"/> the maps "spans" and "confidence" are added.</summary>
    public static string Serialize(PlanReading reading, bool spans, bool indented = false)
    {
        if (!spans)
            return Serialize(reading.Content, indented);
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        using (var content = JsonSerializer.SerializeToDocument(reading.Content, Compact.PlanContent))
        {
            writer.WriteStartObject();
            foreach (var property in content.RootElement.EnumerateObject())
                property.WriteTo(writer);
            writer.WritePropertyName("spans");
            JsonSerializer.Serialize(writer, reading.Spans, Compact.IReadOnlyDictionaryStringIReadOnlyListTextSpan);
            writer.WritePropertyName("confidence");
            JsonSerializer.Serialize(writer, reading.Confidence, Compact.IReadOnlyDictionaryStringDouble);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static PlanJsonContext Context(bool indented) => indented ? Indented : Compact;

    private static JsonSerializerOptions Options(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
    };
}

[JsonSerializable(typeof(PlanContent))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<TextSpan>>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, double>))]
internal sealed partial class PlanJsonContext : JsonSerializerContext;
