using Microsoft.AspNetCore.Http.Extensions;

namespace Loa.Platform.Ui;

/// <summary>The present address with one parameter changed, so that sorting keeps the filter and paging keeps both.</summary>
internal static class QueryLink
{
    public static string With(HttpRequest request, string name, string? value, params string[] without)
    {
        var kept = request.Query
            .Where(pair => pair.Key != name && !without.Contains(pair.Key))
            .SelectMany(pair => pair.Value, (pair, item) => KeyValuePair.Create(pair.Key, item ?? ""));
        var query = new QueryBuilder(kept);
        if (value is not null)
        {
            query.Add(name, value);
        }

        var text = query.ToString();
        return request.PathBase + request.Path + (text.Length > 1 ? text : "");
    }
}
