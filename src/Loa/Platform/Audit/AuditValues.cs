using System.Collections.Concurrent;
using System.Reflection;
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

    private static readonly ConcurrentDictionary<(Type Entity, string Property), (bool IsHidden, bool IsPersonal)> Known = new();

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public static string? Before(EntityEntry entry) => Write(entry, property => property.OriginalValue);

    public static string? After(EntityEntry entry) => Write(entry, property => property.CurrentValue);

    private static string? Write(EntityEntry entry, Func<PropertyEntry, object?> value)
    {
        var values = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in entry.Properties)
        {
            var relevant = entry.State != EntityState.Modified || (property.IsModified && !Equals(property.OriginalValue, property.CurrentValue));
            if (relevant && !IsHidden(property.Metadata) && value(property) is { } content)
            {
                values[property.Metadata.Name] = Of(property.Metadata).IsPersonal ? Personal : content;
            }
            else if (relevant && entry.State == EntityState.Modified && !IsHidden(property.Metadata))
            {
                values[property.Metadata.Name] = null;
            }
        }

        return values.Count == 0 ? null : JsonSerializer.Serialize(values, Json);
    }

    /// <summary>Never in a record.</summary>
    public static bool IsHidden(IReadOnlyProperty property) => Of(property).IsHidden;

    /// <summary>Asked of every property with every change; an answer never changes.</summary>
    private static (bool IsHidden, bool IsPersonal) Of(IReadOnlyProperty property) => Known.GetOrAdd((property.DeclaringType.ClrType, property.Name), static (_, one) => (
        Hidden.Contains(one.Name) || one.PropertyInfo?.IsDefined(typeof(NotAuditedAttribute)) == true,
        one.PropertyInfo?.GetCustomAttribute<PersonalDataAttribute>(inherit: true) is not null && !one.IsPrimaryKey() && one.ClrType == typeof(string)), property);
}
