namespace Loa.Platform.Ui;

/// <summary>
/// The order of a list, from the address: <c>?sap-xep=-ngay</c>. Only the keys a page allows are taken; the query adds the id as tie-break.
/// </summary>
internal readonly record struct TableSort(string Key, bool Descending)
{
    /// <summary>The name of the query parameter.</summary>
    public const string Parameter = "sap-xep";

    public static TableSort From(string? text, string fallback, params ReadOnlySpan<string> allowed)
    {
        var wanted = Parse(text ?? "");
        return allowed.Contains(wanted.Key) ? wanted : Parse(fallback);
    }

    public TableSort Toward(string key) => new(key, key == Key && !Descending);

    public override string ToString() => Descending ? "-" + Key : Key;

    private static TableSort Parse(string text) => text.StartsWith('-') ? new(text[1..], true) : new(text, false);
}

/// <summary>A page of a list, counted from one: <c>?trang=2</c>.</summary>
internal readonly record struct Paging(int Page, int Size, long Total)
{
    public const string Parameter = "trang";
    public const int DefaultSize = 25;

    /// <summary>Holds the page within the list; a number from the address may be anything.</summary>
    public static Paging Of(int? page, long total, int size = DefaultSize)
    {
        var pages = Math.Max(1, (total + size - 1) / size);
        return new Paging((int)Math.Clamp(page ?? 1, 1, pages), size, total);
    }

    /// <summary>There are more than <see cref="Total"/>, which nobody counted: only so many can be turned to.</summary>
    public bool IsMore { get; init; }

    /// <summary>Only so many rows can be turned to; null: all.</summary>
    public long? Reach { get; init; }

    public int Pages => (int)Math.Max(1, (Math.Min(Total, Reach ?? Total) + Size - 1) / Size);

    public int Skip => (Page - 1) * Size;

    public long First => Total == 0 ? 0 : Skip + 1;

    public long Last => Math.Min((long)Page * Size, Total);

    /// <summary>The numbers worth showing: the ends and the neighbours of the current page; zero stands for a gap.</summary>
    public IEnumerable<int> Numbers()
    {
        var previous = 0;
        var last = Pages;
        foreach (var number in new[] { 1, Page - 1, Page, Page + 1, last }.Where(number => number >= 1 && number <= last).Distinct().Order())
        {
            if (number > previous + 1)
            {
                yield return 0;
            }

            yield return number;
            previous = number;
        }
    }
}
