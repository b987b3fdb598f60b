using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences;

/// <summary>Counting anew, in the transaction that changes what is counted.</summary>
internal sealed class CadenceCounting(LoaDbContext db)
{
    /// <summary>What counts for a cadence, in the words of both databases; the migration's triggers say the same of single rows.</summary>
    private const string Counted =
        """
        SELECT g."CadenceId", g."AgencyId", p."Ordinal", SUM(CAST(a."Times" AS BIGINT)) AS "Times", CAST(SUM(CAST(a."Times" AS BIGINT) * COALESCE(a."Minutes", 0)) AS BIGINT) AS "Minutes"
        FROM "CadenceAgencies" g
        JOIN "Cadences" c ON c."CadenceId" = g."CadenceId"
        JOIN "Activities" a ON a."AgencyId" = g."AgencyId" AND a."StartsOn" >= c."From" AND a."StartsOn" <= c."To"
        JOIN "CadenceForms" f ON f."CadenceId" = c."CadenceId" AND f."Form" = a."Form"
        JOIN "CadencePeriods" p ON p."CadenceId" = c."CadenceId" AND p."From" <= a."StartsOn" AND p."To" >= a."StartsOn"
        WHERE a."State" = 1 AND (c."MinMinutes" IS NULL OR a."Minutes" >= c."MinMinutes") AND (a."IsPrimeTime" OR NOT c."PrimeTimeOnly") AND (c."IntegratedCounts" OR NOT a."IsIntegrated")
        """;

    private const string Grouped = """ GROUP BY g."CadenceId", g."AgencyId", p."Ordinal" """;

    public static readonly Counter Counter = new("CadenceCounts", "Activities", ["CadenceId", "AgencyId", "Ordinal"], ["Times", "Minutes"], Counted + Grouped);

    /// <summary>
    /// Runs a change of definitions while nobody writes activities: those that were being written are waited for and seen by the recount, those that come
    /// wait for the new definition. Joins the transaction that is open, else opens and commits its own.
    /// </summary>
    public async Task AloneAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        if (db.Database.IsNpgsql())
        {
            // On SQLite the transaction alone keeps every other writer out.
            await db.Database.ExecuteSqlRawAsync("""LOCK TABLE "Activities" IN SHARE ROW EXCLUSIVE MODE""", cancellationToken);
        }

        await change();
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Only inside <see cref="AloneAsync"/>, after the definition was saved.</summary>
    public async Task RecountAsync(Guid cadenceId, CancellationToken cancellationToken)
    {
        await ForgetAsync(cadenceId, cancellationToken);
#pragma warning disable EF1002 // The text is the constant above; the id is a parameter.
        await db.Database.ExecuteSqlRawAsync($$"""INSERT INTO "CadenceCounts" ("CadenceId", "AgencyId", "Ordinal", "Times", "Minutes") {{Counted}} AND c."CadenceId" = {0} {{Grouped}}""", [cadenceId], cancellationToken);
#pragma warning restore EF1002
    }

    /// <summary>The sums of a cadence that is no more.</summary>
    public Task ForgetAsync(Guid cadenceId, CancellationToken cancellationToken) =>
        db.Set<CadenceCount>().Where(count => count.CadenceId == cadenceId).ExecuteDeleteAsync(cancellationToken);
}
