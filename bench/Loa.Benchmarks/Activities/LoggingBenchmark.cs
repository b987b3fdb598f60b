using System.Diagnostics;
using System.Globalization;
using Loa.Benchmarks.Cascade;
using Loa.Benchmarks.Serving;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Activities.Sums;
using Loa.Modules.Agencies;
using Loa.Modules.Cadences;
using Loa.Platform.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Activity = Loa.Modules.Activities.Activity;

namespace Loa.Benchmarks.Activities;

/// <summary>
/// Logging from many writers at once on PostgreSQL, each activity through the desk in a scope and a transaction of its own, with its record, its
/// sums and the cadences of its agency (limit 500 a second at 2 cores), beside bare INSERTs of the same rows without triggers (limit 3 × of them). The sums are recounted afterwards.
/// </summary>
internal static class LoggingBenchmark
{
    private const int Writers = 8;
    private static readonly DateOnly First = new(2026, 1, 1);

    public static async Task<int> RunAsync(TimeSpan time)
    {
        if (await BenchDatabase.CreatePostgresAsync() is not { } database || await BenchDatabase.CreatePostgresAsync() is not { } bare)
        {
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("loa-bench-").FullName;
        try
        {
            await using var app = await BenchDatabase.OpenAsync(database, folder);
            await using var other = await BenchDatabase.OpenAsync(bare, folder);
            BenchDatabase.ActAsAdministrator(app.Services);
            var agencies = await AgenciesAsync(app.Services);
            await PromiseAsync(app.Services, agencies);
            var bareAgencies = await AgenciesAsync(other.Services);
            await Warming.UntilQuietAsync(step => WriteAsync(agencies, step, _ => ThroughDeskAsync(app.Services)));
            var logged = await WhileFoldingAsync(app.Services, () => WriteAsync(agencies, time, _ => ThroughDeskAsync(app.Services)));
            var alone = await RawAsync(other.Services, bare, bareAgencies, time, activity => [activity]);
            var same = await RawAsync(other.Services, bare, bareAgencies, time, WithRecord);
            Say($"  logging: {logged:F0} activities a second from {Writers} writers (limit 500); bare INSERTs of the same rows, the activity and its record, {same:F0} a second: {same / logged:F2} x (limit 3); of the activity alone {alone:F0} a second: {alone / logged:F2} x");
            return await RecountAsync(app.Services);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<Guid>> AgenciesAsync(IServiceProvider services)
    {
        await new CascadeSeed(services).AgenciesAsync(CascadeSize.Province);
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LoaDbContext>().Set<Agency>().Select(agency => agency.AgencyId).ToListAsync();
    }

    /// <summary>Every agency has promised the usual: something on the air each week, a gathering each month.</summary>
    private static async Task PromiseAsync(IServiceProvider services, List<Guid> agencies)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, desk, seed) = (scope.ServiceProvider.GetRequiredService<LoaDbContext>(), scope.ServiceProvider.GetRequiredService<CadenceDesk>(), new CascadeSeed(services));
        var plan = await seed.IssueAsync(await seed.DraftAsync(agencies[1], "1/KH-UBND", tasks: 1, everyone: false));
        foreach (var (every, forms) in new[] { ("P1W", new[] { CommunicationForm.Loudspeaker, CommunicationForm.Broadcast }), ("P1M", [CommunicationForm.Conference, CommunicationForm.HamletMeeting]) })
        {
            var cadence = CadenceMaker.New(plan);
            (cadence.Text, cadence.Every) = ("Ít nhất một lần mỗi kỳ", every);
            cadence.Take(forms);
            db.Add(cadence);
            await desk.SaveAsync(cadence, default);
            await desk.GiveAsync(cadence, agencies, default);
        }
    }

    /// <summary>As the server does meanwhile: what is queued is added to the sums.</summary>
    private static async Task<double> WhileFoldingAsync(IServiceProvider services, Func<Task<double>> work)
    {
        var folder = services.GetServices<IHostedService>().OfType<QueueFolder>().Single();
        await folder.StartAsync(default);
        try
        {
            return await work();
        }
        finally
        {
            await folder.StopAsync(default);
        }
    }

    private static Task<Func<Activity, Task>> ThroughDeskAsync(IServiceProvider services) => Task.FromResult<Func<Activity, Task>>(async activity =>
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ActivityDesk>().LogAsync(activity, default);
        await scope.ServiceProvider.GetRequiredService<LoaDbContext>().SaveChangesAsync();
    });

    /// <summary>The rows that logging writes besides the sums: the activity, and the record of the change.</summary>
    private static IReadOnlyList<object> WithRecord(Activity activity)
    {
        var process = new AuditProcess { AuditProcessId = Guid.CreateVersion7(), Name = "Ghi hoạt động", At = TimeProvider.System.GetUtcNow().UtcDateTime };
        var change = new AuditChange
        {
            AuditProcessId = process.AuditProcessId,
            SubjectType = nameof(Activity),
            SubjectId = activity.ActivityId,
            EntityType = nameof(Activity),
            EntityKey = activity.ActivityId.ToString(),
            Action = AuditAction.Added,
            After = $$"""{"ActivityId":"{{activity.ActivityId}}","AgencyId":"{{activity.AgencyId}}","Title":"{{activity.Title}}","Form":"{{activity.Form}}","StartsOn":"2026-03-04","EndsOn":"2026-03-04","Times":{{activity.Times}},"State":"Counted","IsIntegrated":false}""",
        };
        return [activity, process, change, new AuditPending { AuditProcessId = process.AuditProcessId }];
    }

    private static async Task<double> RawAsync(IServiceProvider services, string database, List<Guid> agencies, TimeSpan time, Func<Activity, IReadOnlyList<object>> rows)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Activities" DISABLE TRIGGER USER""");
        var open = new List<RawInsert>();
        try
        {
            for (var i = 0; i < Writers; i++)
                open.Add(await RawInsert.OpenAsync(database, db));
            return await WriteAsync(agencies, time, writer => Task.FromResult<Func<Activity, Task>>(activity => open[writer].WriteAsync(rows(activity))));
        }
        finally
        {
            foreach (var insert in open)
                await insert.DisposeAsync();
            NpgsqlConnection.ClearAllPools();
        }
    }

    /// <returns>How many a second.</returns>
    private static async Task<double> WriteAsync(List<Guid> agencies, TimeSpan time, Func<int, Task<Func<Activity, Task>>> writer)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Writers).Select(number => Task.Run(async () =>
        {
            var (rows, write, count) = (new ActivityRows(number), await writer(number), 0);
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                await write(rows.Next(agencies[(count + (number * 53)) % agencies.Count], First.AddDays(count % 300)));
                count++;
            }

            return count;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<int> RecountAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var counters = scope.ServiceProvider.GetRequiredService<Counters>();
        var faults = 0;
        foreach (var counter in counters.All)
            faults += (await counters.FaultsAsync(counter, default)).Count;
        Say($"  logging: {faults} sums differ from a recount (limit 0)");
        return faults == 0 ? 0 : 1;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
