using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Search;

/// <summary>One page of a list: the rows, and where it stands among how many.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Rows, int Number, int Size, int Total)
{
    public const int DefaultSize = 50;
    public const int MaxSize = 200;

    public int PageCount => Math.Max(1, (Total + Size - 1) / Size);

    public bool HasPrevious => Number > 1;

    public bool HasNext => Number < PageCount;

    public Page<TOther> Select<TOther>(Func<T, TOther> map) => new([.. Rows.Select(map)], Number, Size, Total);
}

/// <summary>The columns a list may be sorted by, each under the name that stands in the address; the id always breaks ties.</summary>
internal sealed class Sorting<T>(Expression<Func<T, Guid>> id, string defaultKey)
{
    private readonly Dictionary<string, Func<IQueryable<T>, bool, IOrderedQueryable<T>>> columns = new(StringComparer.Ordinal);

    public Sorting<T> By<TKey>(string key, Expression<Func<T, TKey>> column)
    {
        columns[key] = (query, descending) => descending ? query.OrderByDescending(column) : query.OrderBy(column);
        return this;
    }

    /// <summary>"ten" ascending, "-ten" descending; anything not on the list falls back to the default.</summary>
    public IQueryable<T> Apply(IQueryable<T> query, string? sort)
    {
        var wanted = sort is not null && columns.ContainsKey(sort.TrimStart('-')) ? sort : defaultKey;
        var descending = wanted.StartsWith('-');
        var ordered = columns[wanted.TrimStart('-')](query, descending);
        return descending ? ordered.ThenByDescending(id) : ordered.ThenBy(id);
    }
}

internal static class PageQuery
{
    /// <summary>Counts, clamps the page number and fetches the rows; the query must already be in a total order.</summary>
    public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> query, int? number, int size = Page<T>.DefaultSize, CancellationToken cancellationToken = default)
    {
        size = Math.Clamp(size, 1, Page<T>.MaxSize);
        var total = await query.CountAsync(cancellationToken);
        var last = Math.Max(1, (total + size - 1) / size);
        var page = Math.Clamp(number ?? 1, 1, last);
        var rows = await query.Skip((page - 1) * size).Take(size).ToListAsync(cancellationToken);
        return new Page<T>(rows, page, size, total);
    }
}
