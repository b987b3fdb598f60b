using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Loa.Data;

/// <summary>What a database means by refusing a change.</summary>
internal static class DatabaseRefusals
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    /// <summary>Two transactions would have contradicted each other; this one was given up.</summary>
    public static bool IsConflict(this Exception refusal) =>
        refusal is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected }
        || refusal.InnerException?.IsConflict() == true;

    /// <summary>Another person was a moment earlier with what may exist only once.</summary>
    public static bool IsDuplicate(this DbUpdateException refusal) => refusal.InnerException is DbException inner && inner.IsDuplicate();

    /// <summary>The same of rows that were written past the change tracker.</summary>
    public static bool IsDuplicate(this DbException refusal) => refusal switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
        _ => false,
    };

    /// <summary>Another person changed it, or made it, a moment earlier.</summary>
    public static bool IsAnotherFirst(this DbUpdateException refusal) => refusal is DbUpdateConcurrencyException || refusal.IsDuplicate();
}
