using System.Data.Common;
using Loa.Data;
using Loa.Modules.Plans;
using Loa.Platform.Search;
using Loa.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks.Board;

internal sealed record BoardCount(int Late, int Done, int Given);

/// <summary>
/// One page of the board's agencies and the totals of its tasks, in one pass over the work: that of a province's plan is thousands of rows, and every further
/// pass costs as much as the rest of the page. EF Core cannot count the same rows two ways in one statement, so its statement for the rows becomes the first part of ours.
/// </summary>
internal sealed record BoardCounts(Page<BoardAgency> Agencies, IReadOnlyDictionary<Guid, BoardCount> Tasks)
{
    /// <summary>Bounds a page number that may be anything.</summary>
    private const int MostAgencies = 1_000_000;

    private const string Counts = "COUNT(*) FILTER (WHERE \"Late\") AS \"Late\", COUNT(*) FILTER (WHERE \"Done\") AS \"Done\", COUNT(*) AS \"Given\"";

    /// <param name="shown">The work the person sees.</param>
    public static async Task<BoardCounts> ReadAsync(LoaDbContext db, IQueryable<Assignment> shown, DateOnly today, bool onlyLate, int? number, CancellationToken cancellationToken)
    {
        var rows = shown.Select(a => new
        {
            AgencyId = a.HolderAgencyId,
            TaskId = a.PlanTaskId,
            Late = a.State == AssignmentState.Open && !a.IsRequest && a.DueOn < today,
            Done = a.State == AssignmentState.Done,
        });
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = rows.CreateDbCommand();
#pragma warning disable CA2100 // EF Core's own statement inside ours; every value is a parameter.
            command.CommandText = Statement(command.CommandText, onlyLate, db.Database.IsNpgsql());
#pragma warning restore CA2100
            // A page that is not there is found out only with the number of agencies: then the last one is read.
            var wanted = Paging.Of(number, MostAgencies);
            var counts = await ReadAsync(command, wanted, cancellationToken);
            return Paging.Of(number, counts.Agencies.Paging.Total) is var there && there.Skip == wanted.Skip ? counts : await ReadAsync(command, there, cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>
    /// Rows of three kinds, told apart by "Rank": -1 is the number of agencies, 0 a task, above it an agency in its place on the list. PostgreSQL counts both ways while it
    /// reads the rows once (a third of the time of reading them for each); SQLite has no grouping sets and reads them twice.
    /// </summary>
    private static string Statement(string shown, bool onlyLate, bool hasGroupingSets) => $"""
        WITH shown AS (
        {shown}
        ), counted AS (
            {(hasGroupingSets
                ? $"SELECT \"AgencyId\", \"TaskId\", {Counts} FROM shown GROUP BY GROUPING SETS ((\"AgencyId\"), (\"TaskId\"))"
                : $"SELECT \"AgencyId\", NULL AS \"TaskId\", {Counts} FROM shown GROUP BY \"AgencyId\" UNION ALL SELECT NULL, \"TaskId\", {Counts} FROM shown GROUP BY \"TaskId\"")}
        ), ranked AS (
            SELECT ROW_NUMBER() OVER (ORDER BY c."Late" DESC, a."Level", a."SortOrder", a."AgencyId") AS "Rank", a."AgencyId", a."ShortName", c."Late", c."Done", c."Given"
            FROM counted AS c JOIN "Agencies" AS a ON a."AgencyId" = c."AgencyId"{(onlyLate ? " WHERE c.\"Late\" > 0" : "")}
        )
        SELECT "Rank", "AgencyId", "ShortName", "Late", "Done", "Given" FROM ranked WHERE "Rank" > @skip AND "Rank" <= @skip + @size
        UNION ALL SELECT 0, "TaskId", NULL, "Late", "Done", "Given" FROM counted WHERE "TaskId" IS NOT NULL
        UNION ALL SELECT -1, NULL, NULL, 0, 0, COUNT(*) FROM ranked
        """;

    private static async Task<BoardCounts> ReadAsync(DbCommand command, Paging paging, CancellationToken cancellationToken)
    {
        Set(command, "@skip", paging.Skip);
        Set(command, "@size", paging.Size);
        var (agencies, tasks, total) = (new List<(long Rank, BoardAgency Agency)>(), new Dictionary<Guid, BoardCount>(), 0L);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var count = new BoardCount((int)reader.GetInt64(3), (int)reader.GetInt64(4), (int)reader.GetInt64(5));
            switch (reader.GetInt64(0))
            {
                case -1:
                    total = count.Given;
                    break;
                case 0:
                    tasks.Add(reader.GetGuid(1), count);
                    break;
                case var rank:
                    agencies.Add((rank, new BoardAgency(reader.GetGuid(1), reader.GetString(2), count.Late, count.Done, count.Given)));
                    break;
            }
        }

        return new BoardCounts(new Page<BoardAgency>([.. agencies.OrderBy(row => row.Rank).Select(row => row.Agency)], paging with { Total = total }), tasks);
    }

    private static void Set(DbCommand command, string name, int value)
    {
        if (!command.Parameters.Contains(name))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        command.Parameters[name].Value = value;
    }
}
