using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Loa.Documents.Checking;

/// <summary>A report as text for people and as JSON (<c>loa.format/1</c>) for programs.</summary>
public static class FormatReportWriter
{
    public const string Schema = "loa.format/1";

    /// <summary>One line a deviation, in Vietnamese or English.</summary>
    public static string Text(FormatReport report, bool english = false)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Conforms)
            return english ? "No deviation from the format of Decree 30/2020/NĐ-CP was found." : "Không thấy sai lệch so với thể thức của Nghị định số 30/2020/NĐ-CP.";
        var text = new StringBuilder();
        foreach (var deviation in report.Deviations)
        {
            text.Append("- ").Append(english ? deviation.English : deviation.Vietnamese);
            if (deviation.Count > 1)
                text.Append(CultureInfo.InvariantCulture, $" ({deviation.Count} {(english ? "paragraphs" : "đoạn")})");
            if (deviation.Excerpt is { } excerpt)
                text.Append(" «").Append(excerpt).Append('»');
            text.Append('\n');
        }

        return text.Append(english ? "Deviations: " : "Số sai lệch: ").Append(report.Deviations.Count).ToString();
    }

    public static string Json(FormatReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteBoolean("conforms", report.Conforms);
            json.WriteStartArray("deviations");
            foreach (var deviation in report.Deviations)
                Write(json, deviation);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Deviation deviation)
    {
        json.WriteStartObject();
        json.WriteString("element", JsonNamingPolicy.KebabCaseLower.ConvertName(deviation.Element.ToString()));
        json.WriteString("number", deviation.ElementNumber);
        json.WriteString("property", JsonNamingPolicy.KebabCaseLower.ConvertName(deviation.Property.ToString()));
        json.WriteString("vi", deviation.Vietnamese);
        json.WriteString("en", deviation.English);
        json.WriteNumber("count", deviation.Count);
        json.WriteString("excerpt", deviation.Excerpt);
        json.WriteEndObject();
    }
}
