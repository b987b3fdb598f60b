using System.Diagnostics;
using System.Globalization;
using Loa.Benchmarks.Serving;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Modules.Tasks;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Benchmarks.Cascade;

/// <summary>
/// On PostgreSQL, through the product's own services and Kestrel: issuing a plan to 400 agencies (limit 0.5 s) and to 4,100 (3 s); my work and
/// the board's first page for 50 people at once (p95 of server time at most 50 ms in the province, in the country at most 1.3 × of that).
/// </summary>
internal static class CascadeBenchmark
{
    private const int People = 50;
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(bool country)
    {
        var province = await MeasureAsync(CascadeSize.Province);
        if (province.Count == 0 || !country)
        {
            return province.Count == 0 ? 1 : 0;
        }

        var whole = await MeasureAsync(CascadeSize.Country);
        foreach (var (page, p95) in whole)
        {
            Say($"  {page}: p95 in the country {p95 / province[page]:F2} x of the province (limit 1.3)");
        }

        return 0;
    }

    private static async Task<Dictionary<string, double>> MeasureAsync(CascadeSize size)
    {
        if (await BenchDatabase.CreatePostgresAsync() is not { } database)
        {
            return [];
        }

        var folder = Directory.CreateTempSubdirectory("loa-bench-").FullName;
        try
        {
            var clock = new ServerClock();
            await using var app = await BenchDatabase.OpenAsync(database, folder, builder => builder.Services.AddSingleton<IStartupFilter>(clock));
            await app.StartAsync();
            BenchDatabase.ActAsAdministrator(app.Services);
            var (plans, provinces) = await IssueAsync(app.Services, size);
            return await LookAsync(app, clock, size, plans, provinces);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(List<Guid> Plans, IReadOnlyList<Guid> Provinces)> IssueAsync(IServiceProvider services, CascadeSize size)
    {
        var seed = new CascadeSeed(services);
        var (top, provinces) = await seed.AgenciesAsync(size);
        var (plans, times) = (new List<Guid>(), new List<double>());
        foreach (var province in provinces)
        {
            for (var number = 1; number <= size.Plans; number++)
            {
                var draft = await seed.DraftAsync(province, $"{number}/KH-UBND", size.Tasks, everyone: false);
                var (plan, seconds) = await TimeAsync(() => seed.IssueAsync(draft));
                plans.Add(plan.PlanId);
                times.Add(seconds);
                await SettleAsync(services);
                if (times.Count == 1)
                {
                    // A server that has run for a minute has done so by itself; here twelve plans come within seconds, and the plans of the reference checks are kept.
                    await AnalyzeAsync(services);
                }
            }
        }

        Say($"  {size.Name}: {times.Count} plans of {size.Tasks} tasks issued to {size.Agencies} agencies each: first {times[0]:F3} s, median {PageRun.Quantile([.. times.Order()], 0.5):F3} s, last {times[^1]:F3} s");
        if (size.Provinces > 1)
        {
            var draft = await seed.DraftAsync(top, "1/KH-BTN", size.Tasks, everyone: true);
            var (plan, seconds) = await TimeAsync(() => seed.IssueAsync(draft));
            await SettleAsync(services);
            Say($"  {size.Name}: one plan of {size.Tasks} tasks issued to {plan.AgencyCount} agencies: {seconds:F3} s (limit 3 s)");
        }

        await SpreadAsync(services);
        return (plans, provinces);
    }

    private static async Task AnalyzeAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LoaDbContext>().Database.ExecuteSqlRawAsync("ANALYZE");
    }

    /// <summary>What issuing leaves to do later (telling each agency) must not go on while the next is measured: an office issues a plan a week, not one a second.</summary>
    private static async Task SettleAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var jobs = scope.ServiceProvider.GetRequiredService<LoaDbContext>().Set<Job>();
        while (await jobs.AnyAsync(job => job.State == JobState.Waiting || job.State == JobState.Running))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    /// <summary>A third of the work is done, as it would be within the year.</summary>
    private static async Task SpreadAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        await db.Database.ExecuteSqlRawAsync("""UPDATE "Assignments" SET "State" = 2, "DoneOn" = '2026-06-30' WHERE abs(hashtext("AssignmentId"::text)) % 3 = 0""");
        db.Database.SetCommandTimeout(600);
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        Say($"    {await db.Set<Agency>().CountAsync()} agencies, {await db.Set<Assignment>().CountAsync()} assignments");
    }

    private static async Task<Dictionary<string, double>> LookAsync(WebApplication app, ServerClock clock, CascadeSize size, List<Guid> plans, IReadOnlyList<Guid> provinces)
    {
        var address = app.Urls.First();
        var agencies = await UnitsAsync(app.Services);
        using var units = await Officers.SignInAsync(app.Services, address, Enumerable.Range(0, People).Select(number => (Role.UnitOfficer, agencies[number * agencies.Count / People])));
        using var issuers = await Officers.SignInAsync(app.Services, address, Enumerable.Range(0, People).Select(number => (Role.ProgrammeOfficer, provinces[number % provinces.Count])));
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["my work"] = await LookAsync("my work", units, _ => WorkLinks.MyWork, clock, size),
            ["board"] = await LookAsync("board", issuers, number => WorkLinks.Board(plans[(number % provinces.Count * size.Plans) + (number % size.Plans)]), clock, size),
        };
    }

    private static async Task<double> LookAsync(string name, Officers officers, Func<int, string> page, ServerClock clock, CascadeSize size)
    {
        var run = await PageRun.MeasureAsync(name, officers, page, clock, Measuring);
        Say($"  {size.Name}: {run}");
        return run.P95;
    }

    private static async Task<List<Guid>> UnitsAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LoaDbContext>().Set<Agency>().Where(agency => agency.ParentId != null).OrderBy(agency => agency.AgencyId).Select(agency => agency.AgencyId).ToListAsync();
    }

    private static async Task<(T Result, double Seconds)> TimeAsync<T>(Func<Task<T>> act)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await act();
        return (result, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
