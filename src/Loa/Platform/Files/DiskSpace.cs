using Microsoft.Data.Sqlite;
using Npgsql;

namespace Loa.Platform.Files;

/// <summary>When there is no room left: on the disk of the files or of the database.</summary>
internal static class DiskSpace
{
    private const int UnixNoSpace = 28;
    private const int UnixQuota = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int SqliteFull = 13;

    public static bool IsFull(Exception? problem) => problem switch
    {
        null => false,
        IOException { HResult: UnixNoSpace or UnixQuota or WindowsDiskFull } => true,
        SqliteException { SqliteErrorCode: SqliteFull } => true,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => true,
        _ => IsFull(problem.InnerException),
    };
}
