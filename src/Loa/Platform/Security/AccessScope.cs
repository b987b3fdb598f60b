using System.Linq.Expressions;

namespace Loa.Platform.Security;

/// <summary>
/// The parts of the agency tree where a person holds a permission, as path prefixes ("/tg/tg-syt/"; "/" is everything). It comes from
/// <see cref="CurrentUser.Scope"/> and is the only way to narrow a query or judge one row:
/// <code>
/// var scope = user.Scope(Permissions.PlansEdit);
///
/// // Rows with a path:
/// var agencies = db.Set&lt;Agency&gt;().Within(scope, agency => agency.Path);
///
/// // Rows of an agency: the narrowed agencies become a sub-query.
/// var plans = db.Set&lt;Plan&gt;().Where(plan => agencies.Any(agency => agency.AgencyId == plan.OwnerAgencyId));
///
/// // One row that is loaded already; missing and forbidden answer alike:
/// if (agency is null || !scope.Covers(agency.Path)) return NotFound();
/// </code>
/// </summary>
internal sealed class AccessScope
{
    /// <summary>The whole system: every path starts with it.</summary>
    public const string Top = "/";

    public static readonly AccessScope Nothing = new([]);
    public static readonly AccessScope Everything = new([Top]);

    private AccessScope(IReadOnlyList<string> paths) => Paths = paths;

    /// <summary>No path stands below another.</summary>
    public IReadOnlyList<string> Paths { get; }

    public bool IsEmpty => Paths.Count == 0;

    public bool CoversEverything => Paths is [Top];

    public static AccessScope Of(IEnumerable<string> paths)
    {
        var kept = new List<string>();
        foreach (var path in paths.Where(path => path.StartsWith('/') && path.EndsWith('/')).Distinct(StringComparer.Ordinal).OrderBy(path => path.Length))
        {
            if (!kept.Exists(above => path.StartsWith(above, StringComparison.Ordinal)))
            {
                kept.Add(path);
            }
        }

        return kept.Count == 0 ? Nothing : new AccessScope(kept);
    }

    /// <param name="path">Of an agency; <see cref="Top"/> stands for the top of the tree, which only the whole system covers.</param>
    public bool Covers(string path) => Paths.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal));
}

internal static class ScopedQueries
{
    /// <summary>Keeps the rows whose path lies in the scope: prefix conditions joined by OR, each prefix a parameter of the statement.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> query, AccessScope scope, Expression<Func<T, string>> path)
    {
        if (scope.CoversEverything)
        {
            return query;
        }

        var startsWith = typeof(string).GetMethod(nameof(string.StartsWith), [typeof(string)])!;
        var conditions = scope.Paths.Select(prefix => (Expression)Expression.Call(path.Body, startsWith, Parameter(prefix)));
        var any = conditions.Aggregate((Expression)Expression.Constant(false), Expression.OrElse);
        return query.Where(Expression.Lambda<Func<T, bool>>(any, path.Parameters));
    }

    /// <summary>A field of an object, as a captured variable would be: the provider makes a parameter of it and can keep the plan.</summary>
    private static MemberExpression Parameter(string prefix) => Expression.Field(Expression.Constant(new Holder { Prefix = prefix }), nameof(Holder.Prefix));

    private sealed class Holder
    {
        public string Prefix = "";
    }
}
