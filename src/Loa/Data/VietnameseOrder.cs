using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace Loa.Data;

/// <summary>
/// Names in the order of the Vietnamese alphabet, where Đ stands between D and E: <c>OrderBy(person =&gt; VietnameseOrder.Of(person.DisplayName))</c>. The order
/// belongs to the query, not to the column, so that no column depends on a collation of the machine.
/// </summary>
internal static class VietnameseOrder
{
    /// <summary>Ours on SQLite, which knows none; PostgreSQL has it from ICU.</summary>
    private const string OnSqlite = "VIETNAMESE";
    private const string OnPostgres = "vi-x-icu";

    private static readonly MethodInfo Method = ((MethodCallExpression)((Expression<Func<string>>)(() => Of(""))).Body).Method;

    /// <summary>For names that are already here.</summary>
    public static StringComparer Comparer { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), CompareOptions.None);

    /// <summary>Only in a query, as what to sort by.</summary>
    public static string Of(string name) => throw new InvalidOperationException($"{name}: sorted by the database only.");

    public static void Map(ModelBuilder builder, bool postgres) =>
        builder.HasDbFunction(Method).HasTranslation(arguments => new CollateExpression(arguments[0], postgres ? OnPostgres : OnSqlite));

    public static void Register(SqliteConnection connection) => connection.CreateCollation(OnSqlite, Comparer.Compare);
}
