using System.Text.Json;
using System.Text.Json.Serialization;

namespace Loa.Platform;

/// <summary>
/// Every special day the program knows: the shipped years, an administrator's days over them, and for any other year what the law's general
/// rule gives. A value: what is passed in is all it depends on.
/// </summary>
internal sealed class HolidayTable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private static readonly Lazy<IReadOnlyDictionary<int, IReadOnlyList<SpecialDay>>> ShippedYears = new(Load);

    private readonly IReadOnlyDictionary<int, IReadOnlyList<SpecialDay>> years;
    private readonly ILookup<int, SpecialDay> own;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, IReadOnlyDictionary<DateOnly, SpecialDay>> resolved = new();

    private HolidayTable(IReadOnlyDictionary<int, IReadOnlyList<SpecialDay>> years, IEnumerable<SpecialDay> own)
    {
        this.years = years;
        this.own = own.ToLookup(day => day.Date.Year);
    }

    /// <summary>As the program ships it (<c>holidays.json</c> beside this file).</summary>
    public static HolidayTable Shipped { get; } = new(ShippedYears.Value, []);

    public static IEnumerable<int> YearsShipped => ShippedYears.Value.Keys.Order();

    /// <summary>The same with an administrator's days in the place of those shipped for the same dates.</summary>
    public HolidayTable With(IEnumerable<SpecialDay> days) => new(years, days);

    /// <summary>The special days of a year, in order; an administrator's <see cref="DayKind.Ordinary"/> included, so that it can be shown.</summary>
    public IReadOnlyList<SpecialDay> Of(int year) => [.. Resolve(year).Values.OrderBy(day => day.Date)];

    public SpecialDay? Find(DateOnly date) => Resolve(date.Year).GetValueOrDefault(date);

    private IReadOnlyDictionary<DateOnly, SpecialDay> Resolve(int year) => resolved.GetOrAdd(year, number =>
    {
        var days = (years.TryGetValue(number, out var shipped) ? shipped : HolidayRules.Project(number)).ToDictionary(day => day.Date);
        foreach (var day in own[number])
        {
            days[day.Date] = day;
        }

        return days;
    });

    private static Dictionary<int, IReadOnlyList<SpecialDay>> Load()
    {
        using var stream = typeof(HolidayTable).Assembly.GetManifestResourceStream("Calendar/holidays.json")!;
        return JsonSerializer.Deserialize<List<ShippedYear>>(stream, Json)!.ToDictionary(
            year => year.Year,
            year => (IReadOnlyList<SpecialDay>)[.. year.Days.Select(day => new SpecialDay(day.Date, day.Kind, day.Occasion, year.Decreed ? DaySource.Decreed : DaySource.Projected))]);
    }

    private sealed record ShippedYear(int Year, bool Decreed, IReadOnlyList<ShippedDay> Days);

    private sealed record ShippedDay(DateOnly Date, DayKind Kind, Occasion? Occasion);
}
