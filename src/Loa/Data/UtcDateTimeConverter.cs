using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Loa.Data;

/// <summary>
/// Every time in a column is UTC. PostgreSQL keeps microseconds, so SQLite is given no more, and a value read back equals the one written.
/// </summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => ToUtcMicroseconds(value),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    private static DateTime ToUtcMicroseconds(DateTime value)
    {
        var utc = value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value;
        return new DateTime(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
    }
}
