using Loa.Data;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Audit;

/// <summary>
/// How the rows of one module are told in a history: every recorded type, field and value of a closed list as a key of the localizer. A module adds one as a
/// singleton; <see cref="HistoryTeller"/> uses them together, and a test walks the model so that no new field is forgotten.
/// </summary>
internal sealed class HistoryWords
{
    /// <summary>Names of rows by their ids; those that are gone are left out.</summary>
    public delegate Task<Dictionary<Guid, string>> NamesOf(LoaDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>A recorded value of a closed list in the reader's language; null for one that is not of the list.</summary>
    public delegate string? ValueIn(IStringLocalizer words, string value);

    private readonly Dictionary<string, string> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, ValueIn> values = [];
    private readonly Dictionary<string, ValueIn> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Type> references = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, NamesOf> names = [];

    public IReadOnlyDictionary<string, string> Rows => rows;

    /// <summary>"Type.Field", or "Field" where every type means the same by it; null: says nothing to a reader and is not shown.</summary>
    public IReadOnlyDictionary<string, string?> Fields => fields;

    public IReadOnlyDictionary<Type, ValueIn> Values => values;

    /// <summary>Fields whose value is a code ("P1M"), or a number in a unit of its own, and what it says.</summary>
    public IReadOnlyDictionary<string, ValueIn> Texts => texts;

    /// <summary>Field → the type its id points to.</summary>
    public IReadOnlyDictionary<string, Type> References => references;

    public IReadOnlyDictionary<Type, NamesOf> Names => names;

    /// <summary>A type and the fields that mean something of its own in it.</summary>
    public HistoryWords Row<TEntity>(string words, params (string Field, string? Words)[] own)
    {
        rows[typeof(TEntity).Name] = words;
        foreach (var (field, name) in own)
            fields[$"{typeof(TEntity).Name}.{field}"] = name;
        return this;
    }

    /// <summary>Fields that mean the same wherever they stand.</summary>
    public HistoryWords Common(params (string Field, string? Words)[] shared)
    {
        foreach (var (field, name) in shared)
            fields[field] = name;
        return this;
    }

    /// <param name="key">The key of the localizer for a value.</param>
    public HistoryWords Value<TEnum>(Func<TEnum, string> key) where TEnum : struct, Enum => Value<TEnum>((words, value) => words[key(value)]);

    public HistoryWords Value<TEnum>(Func<IStringLocalizer, TEnum, string> told) where TEnum : struct, Enum
    {
        values[typeof(TEnum)] = (words, text) => Enum.TryParse<TEnum>(text, out var value) && Enum.IsDefined(value) ? told(words, value) : null;
        return this;
    }

    public HistoryWords Code(string field, ValueIn told)
    {
        texts[field] = told;
        return this;
    }

    /// <summary>Fields that hold ids of the type though no foreign key says so.</summary>
    public HistoryWords Refer<TEntity>(params string[] to)
    {
        foreach (var field in to)
            references[field] = typeof(TEntity);
        return this;
    }

    public HistoryWords Name<TEntity>(NamesOf find) where TEntity : class
    {
        names[typeof(TEntity)] = find;
        return this;
    }
}
