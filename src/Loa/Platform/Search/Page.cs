using System.Linq.Expressions;
using Loa.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Search;

/// <summary>One page of a list: the rows, and where it stands among how many.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Rows, Paging Paging);

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
    public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> query, int? number, CancellationToken cancellationToken = default)
    {
        var paging = Paging.Of(number, await query.LongCountAsync(cancellationToken));
        return new Page<T>(await query.Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken), paging);
    }
}
