using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Loa.Data;

/// <summary>What a database means by refusing a change.</summary>
internal static class DatabaseRefusals
{
    private const int SqliteUnique = 2067;

    /// <summary>Two transactions would have contradicted each other; this one was given up.</summary>
    public static bool IsConflict(this Exception refusal) =>
        refusal is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected }
        || refusal.InnerException?.IsConflict() == true;

    /// <summary>Another person was a moment earlier with what may exist only once.</summary>
    public static bool IsDuplicate(this DbUpdateException refusal) => refusal.InnerException switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode == SqliteUnique,
        _ => false,
    };
}
