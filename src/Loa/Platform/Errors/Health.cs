using Loa.Data.Migrations;

namespace Loa.Platform.Errors;

/// <summary><c>/healthz</c> for whoever watches the server: the database answers and has this program's schema.</summary>
internal static partial class Health
{
    public const string Path = "/healthz";

    public static void MapHealth(this WebApplication app) =>
        app.MapGet(Path, async (Migrator migrator, ILoggerFactory loggers, CancellationToken cancellationToken) =>
        {
            try
            {
                var current = await migrator.IsCurrentAsync(cancellationToken);
                return Results.Json(new { status = current ? "ok" : "migrations missing" }, statusCode: current ? 200 : 503);
            }
#pragma warning disable CA1031 // Whatever is wrong with the database, the answer is that it is not healthy.
            catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogUnreachable(loggers.CreateLogger("Loa.Health"), problem);
                return Results.Json(new { status = "database unreachable" }, statusCode: 503);
            }
        }).AllowAnonymous();

    [LoggerMessage(510, LogLevel.Error, "The database cannot be reached")]
    private static partial void LogUnreachable(ILogger logger, Exception problem);
}
