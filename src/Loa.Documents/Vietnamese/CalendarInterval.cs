using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Loa.Documents.Vietnamese;

public enum CalendarUnit
{
    Day = 'D',
    Week = 'W',
    Month = 'M',
    Year = 'Y',
}

/// <summary>A calendar interval of one unit, written as an ISO 8601 duration: P1W, P6M, P1Y.</summary>
[JsonConverter(typeof(CalendarIntervalConverter))]
public readonly record struct CalendarInterval(int Count, CalendarUnit Unit)
{
    public static CalendarInterval Parse(string text) =>
        text is ['P', .. var digits, var unit] && "DWMY".Contains(unit) && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new(count, (CalendarUnit)unit)
            : throw new FormatException($"'{text}' is not an ISO 8601 duration of one unit.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"P{Count}{(char)Unit}");
}

internal sealed class CalendarIntervalConverter : JsonConverter<CalendarInterval>
{
    public override CalendarInterval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CalendarInterval.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, CalendarInterval value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
