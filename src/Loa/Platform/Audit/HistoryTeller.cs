using System.Globalization;
using System.Text.Json;
using Loa.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Audit;

/// <summary>Tells recorded changes in the words of the interface: names of fields, of closed lists and of what ids point to, times as in Vietnam.</summary>
internal sealed class HistoryTeller(LoaDbContext db, IEnumerable<HistoryWords> vocabularies, IStringLocalizer words)
{
    private const int MostText = 600;
    private readonly List<HistoryWords> all = [.. vocabularies];

    /// <summary>The changes in the same order.</summary>
    /// <param name="changes">What was recorded.</param>
    /// <param name="subject">Whose history it is: it need not be named in each line.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<HistoryChange>> TellAsync(IReadOnlyList<AuditChange> changes, Guid subject, CancellationToken cancellationToken)
    {
        var read = changes.Select(change => (Change: change, Before: Read(change.Before), After: Read(change.After))).ToList();
        var names = await NamesAsync(read.SelectMany(one => new[] { one.Before, one.After }.SelectMany(values => values.Select(value => (one.Change.EntityType, value.Key, value.Value)))), cancellationToken);
        return [.. read.Select(one => new HistoryChange(Row(one.Change.EntityType), one.Change.Action, [.. Values(one.Change.EntityType, one.Before, one.After, names, subject)]))];
    }

    /// <summary>What the rows of the type are called; a type that is no more has no word of its own.</summary>
    public string Row(string entityType) => all.Select(one => one.Rows.GetValueOrDefault(entityType)).FirstOrDefault(found => found is not null) is { } key ? words[key] : words["Dữ liệu khác"];

    /// <summary>What the field is called (a key of the localizer); null where it is not shown. False for a field that nobody named.</summary>
    public bool TryField(string entityType, string field, out string? key)
    {
        foreach (var wanted in (string[])[$"{entityType}.{field}", field])
        {
            foreach (var vocabulary in all)
            {
                if (vocabulary.Fields.TryGetValue(wanted, out key))
                    return true;
            }
        }

        key = null;
        return false;
    }

    /// <summary>The type whose row an id in the field names, where its rows have names.</summary>
    public Type? Referred(string entityType, string field)
    {
        var stated = all.Select(one => one.References.GetValueOrDefault(field)).FirstOrDefault(found => found is not null);
        var type = stated ?? Property(entityType, field)?.GetContainingForeignKeys().Select(key => key.PrincipalEntityType.ClrType).FirstOrDefault();
        return type is not null && all.Exists(one => one.Names.ContainsKey(type)) ? type : null;
    }

    /// <summary>A value of a closed list in words.</summary>
    public string? Word(Type closedList, string value) => all.Select(one => one.Values.GetValueOrDefault(closedList)?.Invoke(words, value)).FirstOrDefault(found => found is not null);

    private IEnumerable<HistoryValue> Values(string type, Dictionary<string, JsonElement> before, Dictionary<string, JsonElement> after, Dictionary<Guid, string> names, Guid subject)
    {
        foreach (var field in before.Keys.Union(after.Keys))
        {
            if (TryField(type, field, out var key) && key is null)
                continue;
            var (old, now) = (Text(type, field, before, names, subject), Text(type, field, after, names, subject));
            if (old is not null || now is not null)
                yield return new HistoryValue(words[key ?? "Thông tin khác"], old, now);
        }
    }

    private string? Text(string type, string field, Dictionary<string, JsonElement> values, Dictionary<Guid, string> names, Guid subject) => values.GetValueOrDefault(field) switch
    {
        { ValueKind: JsonValueKind.True } => words["có"],
        { ValueKind: JsonValueKind.False } => words["không"],
        { ValueKind: JsonValueKind.Number } number => Coded(field, number.GetRawText()) ?? Number(field, number),
        { ValueKind: JsonValueKind.Array } list => string.Join("; ", list.EnumerateArray().Select(item => Text(type, field, item.ToString(), names, subject))),
        { ValueKind: JsonValueKind.String } text => Text(type, field, text.GetString()!, names, subject),
        _ => null,
    } is { Length: > 0 } told ? told : null;

    private string? Text(string type, string field, string text, Dictionary<Guid, string> names, Guid subject)
    {
        var clr = Property(type, field)?.ClrType is { } declared ? Element(declared) : typeof(string);
        if (text == AuditValues.Personal)
            return words["(dữ liệu cá nhân, không ghi lại nội dung)"];
        if (clr.IsEnum)
            return Word(clr, text) ?? text;
        if (Coded(field, text) is { } code)
            return code;
        if (Guid.TryParse(text, out var id))
            return id == subject ? null : names.GetValueOrDefault(id);
        if ((clr == typeof(DateTime) || clr == typeof(DateTimeOffset)) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return Formats.Time(at.UtcDateTime);
        if (clr == typeof(DateOnly) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Formats.Date(day);
        return text.Length > MostText ? text[..MostText] + "…" : text;
    }

    private string? Coded(string field, string value) => all.Select(one => one.Texts.GetValueOrDefault(field)?.Invoke(words, value)).FirstOrDefault(told => told is not null);

    /// <summary>A year is not a quantity: 2024, not 2.024.</summary>
    private static string Number(string field, JsonElement number) =>
        field.StartsWith("Year", StringComparison.Ordinal) ? number.ToString() : Formats.Number(number.GetDecimal(), decimals: 4);

    private async Task<Dictionary<Guid, string>> NamesAsync(IEnumerable<(string Type, string Field, JsonElement Value)> values, CancellationToken cancellationToken)
    {
        var wanted = values.SelectMany(value => (value.Value.ValueKind == JsonValueKind.Array ? value.Value.EnumerateArray().AsEnumerable() : [value.Value]).Select(one => (value.Type, value.Field, Value: one)))
            .Where(value => value.Value.ValueKind == JsonValueKind.String && Guid.TryParse(value.Value.GetString(), out _))
            .Select(value => (Of: Referred(value.Type, value.Field), Id: Guid.Parse(value.Value.GetString()!))).Where(value => value.Of is not null).Distinct().ToLookup(value => value.Of!, value => value.Id);
        var found = new Dictionary<Guid, string>();
        foreach (var group in wanted)
        {
            foreach (var (id, name) in await all.First(one => one.Names.ContainsKey(group.Key)).Names[group.Key](db, [.. group], cancellationToken))
                found[id] = name;
        }

        return found;
    }

    private IProperty? Property(string entityType, string field) => db.Model.GetEntityTypes().FirstOrDefault(type => type.ClrType.Name == entityType)?.FindProperty(field);

    private static Type Element(Type declared)
    {
        var type = declared.IsGenericType && declared.GetGenericTypeDefinition() == typeof(List<>) ? declared.GetGenericArguments()[0] : declared;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static Dictionary<string, JsonElement> Read(string? json) => json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;
}

internal sealed record HistoryAct(string Name, DateTime At, string? Actor, string? OnBehalfOf, string? Reason, IReadOnlyList<HistoryChange> Changes);

internal sealed record HistoryChange(string Row, AuditAction Action, IReadOnlyList<HistoryValue> Values);

internal sealed record HistoryValue(string Name, string? Before, string? After);
