using System.Globalization;
using Loa.Documents.Plans;
using Loa.Platform.Ui;

namespace Loa.Modules.Plans.Import.Drafts;

/// <summary>How a field is typed and shown.</summary>
internal enum FieldKind
{
    Line = 1,
    Text = 2,

    /// <summary>One entry a line: agencies, recipients.</summary>
    Lines = 3,
    Date = 4,
    Number = 5,
    Flag = 6,

    /// <summary>A timeframe as printed; its dates are read from it again.</summary>
    Phrase = 7,
    Interval = 8,

    /// <summary>One of a closed list; the value is the member's name.</summary>
    Choice = 9,

    /// <summary>Whole đồng.</summary>
    Money = 10,

    /// <summary>Names of people on one line, a semicolon between them; the agency's colleagues are suggested.</summary>
    People = 11,
}

/// <summary>One field of one item as a form shows it; <paramref name="Pointer"/> is relative to the item's place in the reading.</summary>
internal readonly record struct DraftField(string Name, FieldKind Kind, string Value, string? Pointer);

/// <summary>A field of <typeparamref name="T"/>: how it is read, and how what a person typed is taken. Null from <see cref="Set"/> is never "cleared": it means "not understood".</summary>
internal sealed record FieldOf<T>(string Name, FieldKind Kind, Func<T, string> Get, Func<T, string, bool> Set, string? Pointer)
{
    public DraftField Of(T item) => new(Name, Kind, Get(item), Pointer);
}

/// <summary>Makes field descriptions; every conversion between a value and its typed form is here.</summary>
internal static class Fields<T>
{
    public static FieldOf<T> Line(string name, Func<T, string?> get, Action<T, string?> set, FieldKind kind = FieldKind.Line, string? pointer = null) =>
        new(name, kind, item => get(item) ?? "", (item, text) => Done(() => set(item, text.Length == 0 ? null : text)), pointer ?? name);

    public static FieldOf<T> Lines(string name, Func<T, List<string>> get) =>
        new(name, FieldKind.Lines, item => string.Join('\n', get(item)), (item, text) => Done(() => Replace(get(item), text)), name);

    public static FieldOf<T> People(string name, Func<T, List<string>> get) =>
        new(name, FieldKind.People, item => string.Join("; ", get(item)), (item, text) => Done(() => Replace(get(item), text.Replace(';', '\n'))), name);

    public static FieldOf<T> Date(string name, Func<T, DateOnly?> get, Action<T, DateOnly?> set, string? pointer = null) =>
        new(name, FieldKind.Date, item => FieldText.Date(get(item)), (item, text) => FieldText.TryDate(text, out var date) && Done(() => set(item, date)), pointer ?? name);

    public static FieldOf<T> Number(string name, Func<T, int?> get, Action<T, int?> set) =>
        new(name, FieldKind.Number, item => get(item)?.ToString(CultureInfo.InvariantCulture) ?? "", (item, text) => NumberText.TryWhole(text, out var number) && Done(() => set(item, number)), name);

    public static FieldOf<T> Money(string name, Func<T, long?> get, Action<T, long?> set) =>
        new(name, FieldKind.Money, item => FieldText.Money(get(item)), (item, text) => NumberText.TryMoney(text, out var money) && Done(() => set(item, money)), name);

    public static FieldOf<T> Flag(string name, Func<T, bool> get, Action<T, bool> set) =>
        new(name, FieldKind.Flag, item => get(item) ? "true" : "", (item, text) => Done(() => set(item, text is "true" or "on")), name);

    /// <summary>One of a closed list that may be left open.</summary>
    public static FieldOf<T> Choice<TChoice>(string name, Func<T, TChoice?> get, Action<T, TChoice?> set)
        where TChoice : struct, Enum =>
        new(name, FieldKind.Choice, item => get(item)?.ToString() ?? "", (item, text) => FieldText.TryChoice<TChoice>(text, out var choice) && Done(() => set(item, choice)), name);

    public static FieldOf<T> Forms(Func<T, List<CommunicationForm>> get, Action<T, List<CommunicationForm>> set) =>
        new("forms", FieldKind.Lines, item => FormNames.Lines(get(item)), (item, text) => FormNames.TryRead(text, out var forms) && Done(() => set(item, forms)), null);

    private static void Replace(List<string> list, string text)
    {
        list.Clear();
        list.AddRange(text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal));
    }

    private static bool Done(Action set)
    {
        set();
        return true;
    }
}
