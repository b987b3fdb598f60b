using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Loa.Data;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Reports;
using Loa.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Loa.Benchmarks.Reports;

/// <summary>
/// Opening a period with its pre-filled reports (province at most 6 s, country 60 s), one agency's figures (100 ms), and rolling up 40 figures of all reports (0.1 s over 400, 1 s over 4,100,
/// 1.5 × of one SQL statement written by hand), over a database that holds the activities already.
/// </summary>
internal static class ReportsBenchmark
{
    private const int FigureCount = 40;
    private const int Runs = 9;

    public static async Task RunAsync(IServiceProvider services, string name, double openingLimit, double rollUpLimit)
    {
        var (periodId, root) = await SeedAsync(services);
        var started = Stopwatch.GetTimestamp();
        await OpenAsync(services, periodId);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        var reports = await db.Set<Report>().CountAsync(report => report.ReportingPeriodId == periodId);
        Say($"  {name}: {reports} reports of {FigureCount} figures opened and filled in {seconds:F2} s (limit {openingLimit:F0} s), {reports / seconds:F0} a second");

        await OneAsync(services, periodId, name);
        await RollUpAsync(services, periodId, root, name, rollUpLimit);
        await ExportBenchmark.RunAsync(services, await db.Set<Report>().Where(report => report.ReportingPeriodId == periodId && report.AgencyId == root).Select(report => report.ReportId).SingleAsync(), name);
    }

    /// <summary>As the worker does it, without what telling people costs: nobody works for these agencies.</summary>
    private static async Task OpenAsync(IServiceProvider services, Guid periodId)
    {
        await using var scope = services.CreateAsyncScope();
        var job = new Job { Kind = OpenPeriodJob.Kind, Payload = JsonSerializer.Serialize(new OpenPeriodJob.Order(periodId)) };
        await scope.ServiceProvider.GetRequiredService<OpenPeriodJob>().RunAsync(new JobRun(job, (_, _) => Task.CompletedTask), CancellationToken.None);
    }

    private static async Task OneAsync(IServiceProvider services, Guid periodId, string name)
    {
        var times = new List<double>();
        for (var run = 0; run < Runs * 3; run++)
        {
            await using var scope = services.CreateAsyncScope();
            var (db, desk) = (scope.ServiceProvider.GetRequiredService<LoaDbContext>(), scope.ServiceProvider.GetRequiredService<ReportDesk>());
            var report = await db.Set<Report>().Where(report => report.ReportingPeriodId == periodId && report.ParentReportId != null).OrderBy(report => report.ReportId).Skip(run).FirstAsync();
            var started = Stopwatch.GetTimestamp();
            await desk.RefreshAsync(await desk.OpenAsync(report, CancellationToken.None), CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var sorted = times.Skip(3).Order().ToList();
        Say($"  {name}: one agency's figures and sentences: median {sorted[sorted.Count / 2]:F0} ms, slowest {sorted[^1]:F0} ms (limit 100 ms)");
    }

    /// <summary>All reports go straight to the owner, whatever stands between: that is the widest roll-up there is.</summary>
    private static async Task RollUpAsync(IServiceProvider services, Guid periodId, Guid root, string name, double limit)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        var parent = await db.Set<Report>().SingleAsync(report => report.ReportingPeriodId == periodId && report.AgencyId == root);
        var below = await db.Set<Report>().Where(report => report.ReportingPeriodId == periodId && report.ReportId != parent.ReportId)
            .ExecuteUpdateAsync(set => set.SetProperty(report => report.ParentReportId, parent.ReportId).SetProperty(report => report.State, ReportState.Accepted).SetProperty(report => report.Sendings, 1));
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        var byHand = new NpgsqlCommand(
            """
            SELECT f."FigureId", SUM(f."Value"), SUM(f."Of"), COUNT(f."Value"), COUNT(f."Of")
            FROM "Reports" r JOIN "ReportFigures" f ON f."ReportId" = r."ReportId"
            WHERE r."ParentReportId" = $1 AND r."State" = 4 GROUP BY f."FigureId"
            """);
        byHand.Parameters.AddWithValue(parent.ReportId);
        var (ours, theirs, whole, told) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            await using var inner = services.CreateAsyncScope();
            var (fresh, rollUp, desk) = (inner.ServiceProvider.GetRequiredService<LoaDbContext>(), inner.ServiceProvider.GetRequiredService<RollUp>(), inner.ServiceProvider.GetRequiredService<ReportDesk>());
            ours.Add(await TimeAsync(() => rollUp.SumsAsync(parent.ReportId, CancellationToken.None)));
            theirs.Add(await TimeAsync(() => ReadAsync(fresh, byHand)));
            var open = await desk.OpenAsync(await fresh.Set<Report>().SingleAsync(report => report.ReportId == parent.ReportId), CancellationToken.None);
            whole.Add(await TimeAsync(() => TakeAsync(fresh, rollUp, open)));
            told.Add(await TimeAsync(() => rollUp.RunAsync(open, CancellationToken.None)));
        }

        var (sums, sql) = (Median(ours), Median(theirs));
        Say($"  {name}: roll-up of {FigureCount} figures over {below} reports: sums {sums:F0} ms, one statement by hand {sql:F0} ms, {sums / sql:F2} x (limit 1.5); saved with its history {Median(whole):F0} ms (limit {limit * 1000:F0} ms), with the sentences of them all written anew {Median(told):F0} ms");
    }

    private static async Task<int> TakeAsync(LoaDbContext db, RollUp rollUp, OpenReport open)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var taken = await rollUp.TakeAsync(open, CancellationToken.None);
        await transaction.CommitAsync();
        return taken.Count;
    }

    private static async Task<int> ReadAsync(LoaDbContext db, NpgsqlCommand command)
    {
        await db.Database.OpenConnectionAsync();
        command.Connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var rows = 0;
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                rows++;
            }
        }

        await db.Database.CloseConnectionAsync();
        return rows;
    }

    private static async Task<double> TimeAsync<T>(Func<Task<T>> act)
    {
        var started = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(Runs / 2);

    /// <summary>A body above all there is: it asks everyone for a report.</summary>
    private static async Task<Guid> RootAsync(LoaDbContext db)
    {
        var root = Agency.Create("tren", "Cơ quan trung ương", "Trung ương", AgencyKind.PeoplesCommittee, AgencyLevel.Province, null);
        db.Add(root);
        await db.SaveChangesAsync();
        await db.Set<AgencyState>().Where(state => state.ParentId == null && state.AgencyId != root.AgencyId).ExecuteUpdateAsync(set => set.SetProperty(state => state.ParentId, root.AgencyId));
        await db.Set<Agency>().Where(agency => agency.AgencyId != root.AgencyId).ExecuteUpdateAsync(set => set.SetProperty(agency => agency.Path, agency => "/tren" + agency.Path).SetProperty(agency => agency.ParentId, agency => agency.ParentId ?? root.AgencyId));
        return root.AgencyId;
    }

    private static async Task<(Guid PeriodId, Guid RootId)> SeedAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        var root = await RootAsync(db);
        var outline = new ReportOutline { ReportOutlineId = Guid.CreateVersion7(), OwnerAgencyId = root, Title = "Đề cương", State = OutlineState.InUse };
        var section = new OutlineSection
        {
            OutlineSectionId = Guid.CreateVersion7(),
            SectionId = Guid.CreateVersion7(),
            ReportOutlineId = outline.ReportOutlineId,
            Ordinal = 1,
            Title = "Kết quả",
            Narratives = ["directives.list", "activities.forms", "activities.topics", "activities.best", "tasks.progress", "cadences.missed", "difficulties.list", "exemplars.list"],
        };
        outline.Sections.Add(section);
        OutlineFigure Figure(string source, Action<OutlineFigure>? more = null)
        {
            var figure = new OutlineFigure { OutlineFigureId = Guid.CreateVersion7(), FigureId = Guid.CreateVersion7(), ReportOutlineId = outline.ReportOutlineId, OutlineSectionId = section.OutlineSectionId, Ordinal = outline.Figures.Count + 1, Name = source, Origin = FigureOrigin.Data, Source = source };
            more?.Invoke(figure);
            outline.Figures.Add(figure);
            return figure;
        }

        foreach (var source in new[] { "directives.issued", "tasks.on-time", "tasks.done", "cadences.met", "difficulties.answered", "exemplars.recognised", "agency.headcount" })
        {
            Figure(source);
        }

        foreach (var measure in Enum.GetValues<ActivityMeasure>())
        {
            Figure(ActivityFigure.KeyOf(measure), figure => figure.Integrated = false);
        }

        foreach (var form in FormCatalogue.Kinds.Take(FigureCount - outline.Figures.Count))
        {
            Figure(ActivityFigure.KeyOf(ActivityMeasure.Times), figure => figure.Forms = [form.Form]);
        }

        while (outline.Figures.Count < FigureCount)
        {
            Figure(ActivityFigure.KeyOf(ActivityMeasure.People), figure => figure.Forms = [FormCatalogue.Kinds[outline.Figures.Count % FormCatalogue.Kinds.Count].Form]);
        }

        var period = new ReportingPeriod
        {
            ReportingPeriodId = Guid.CreateVersion7(),
            OwnerAgencyId = root,
            ReportOutlineId = outline.ReportOutlineId,
            Title = "Năm 2025",
            Every = "P1Y",
            Year = 2025,
            From = new DateOnly(2024, 12, 15),
            To = new DateOnly(2025, 12, 14),
            TreeOn = new DateOnly(2025, 12, 14),
            DueOn = new DateOnly(2025, 12, 17),
            Target = AgencyTarget.OfSubtree(root),
        };
        db.AddRange(outline, period);
        await db.SaveChangesAsync();
        return (period.ReportingPeriodId, root);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
