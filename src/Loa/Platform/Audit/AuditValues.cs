using System.Buffers;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Loa.Platform.Audit;

/// <summary>The values of a row as JSON for the record: only what changed, no secrets, personal data only as the fact that it changed.</summary>
internal static class AuditValues
{
    /// <summary>Stands for a name or an address: the record is kept for ever, the person's data is not.</summary>
    public const string Personal = "•";

    /// <summary>Secrets, and columns that only serve the machinery.</summary>
    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal)
    {
        "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "NormalizedEmail", "NormalizedUserName", "AccessFailedCount",
        "Revision", "SearchText", "Folded", "Value", "ProviderKey",
    };

    /// <summary>What may be told of an entity, in the order of its names: asked with every change, and the answer never changes.</summary>
    private static readonly ConcurrentDictionary<IReadOnlyEntityType, (IProperty Property, bool IsPersonal)[]> Told = new();

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly JsonWriterOptions Writing = new() { Encoder = Json.Encoder };

    public static string? Before(EntityEntry entry) => Write(entry, property => property.OriginalValue);

    public static string? After(EntityEntry entry) => Write(entry, property => property.CurrentValue);

    /// <summary>Never in a record.</summary>
    public static bool IsHidden(IReadOnlyProperty property) => Hidden.Contains(property.Name) || property.PropertyInfo?.IsDefined(typeof(NotAuditedAttribute)) == true;

    private static string? Write(EntityEntry entry, Func<PropertyEntry, object?> value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Writing);
        writer.WriteStartObject();
        var isEmpty = true;
        foreach (var (told, isPersonal) in Told.GetOrAdd(entry.Metadata, PropertiesOf))
        {
            var property = entry.Property(told);
            if (entry.State == EntityState.Modified && (!property.IsModified || Equals(property.OriginalValue, property.CurrentValue)))
            {
                continue;
            }

            var content = value(property);
            if (content is null && entry.State != EntityState.Modified)
            {
                continue;
            }

            writer.WritePropertyName(told.Name);
            JsonSerializer.Serialize(writer, content is not null && isPersonal ? Personal : content, Json);
            isEmpty = false;
        }

        writer.WriteEndObject();
        writer.Flush();
        return isEmpty ? null : Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static (IProperty Property, bool IsPersonal)[] PropertiesOf(IReadOnlyEntityType entity) =>
        [.. entity.GetProperties().Where(property => !IsHidden(property)).OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => ((IProperty)property, IsPersonal(property)))];

    private static bool IsPersonal(IReadOnlyProperty property) =>
        property.PropertyInfo?.GetCustomAttribute<PersonalDataAttribute>(inherit: true) is not null && !property.IsPrimaryKey() && property.ClrType == typeof(string);
}
