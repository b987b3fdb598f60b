using System.Diagnostics;
using System.Globalization;
using Loa.Benchmarks.Cascade;
using Loa.Benchmarks.Serving;
using Loa.Data;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Benchmarks.Activities;

/// <param name="Tree">Its agencies.</param>
/// <param name="Activities">In all, spread over three years.</param>
internal sealed record ActivitySize(string Name, CascadeSize Tree, int Activities)
{
    /// <summary>400 agencies, 200,000 activities a year for three years.</summary>
    public static readonly ActivitySize Province = new("province", CascadeSize.Province, 600_000);

    /// <summary>34 provinces, about 4,100 agencies.</summary>
    public static readonly ActivitySize Country = new("country", CascadeSize.Country, 5_000_000);
}

/// <summary>An agency's activities for 20 people at once, on PostgreSQL through Kestrel (p95 of server time at most 80 ms; in the country 1.3 × of the province).</summary>
internal static class ActivitiesBenchmark
{
    private const int People = 20;
    private const int Batch = 20_000;
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(20);

    /// <param name="short">Few rows and seconds, to see that it works.</param>
    public static async Task<int> RunAsync(bool country, bool @short)
    {
        if (await LoggingBenchmark.RunAsync(TimeSpan.FromSeconds(@short ? 3 : 20)) != 0)
        {
            return 1;
        }

        var province = await MeasureAsync(@short ? ActivitySize.Province with { Activities = 40_000 } : ActivitySize.Province);
        if (province is null || !country)
        {
            return province is null ? 1 : 0;
        }

        var whole = await MeasureAsync(ActivitySize.Country);
        Say($"  list: p95 in the country {whole / province:F2} x of the province (limit 1.3)");
        return 0;
    }

    private static async Task<double?> MeasureAsync(ActivitySize size)
    {
        if (await BenchDatabase.CreatePostgresAsync() is not { } database)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("loa-bench-").FullName;
        try
        {
            var clock = new ServerClock();
            await using var app = await BenchDatabase.OpenAsync(database, folder, builder => builder.Services.AddSingleton<IStartupFilter>(clock));
            await app.StartAsync();
            BenchDatabase.ActAsAdministrator(app.Services);
            var agencies = await SeedAsync(app.Services, size);
            using var officers = await Officers.SignInAsync(app.Services, app.Urls.First(), Enumerable.Range(0, People).Select(number => (Role.UnitOfficer, agencies[number * agencies.Count / People])));
            await officers.LookAsync(_ => ActivityLinks.List, Warming);
            clock.Take();
            await officers.LookAsync(_ => ActivityLinks.List, Measuring);
            var times = clock.Take().Order().ToList();
            Say($"  {size.Name}: list of an agency, {People} people, {times.Count / Measuring.TotalSeconds:F0} pages a second: median {Quantile(times, 0.5):F1} ms, p95 {Quantile(times, 0.95):F1} ms (limit 80), p99 {Quantile(times, 0.99):F1} ms");
            return Quantile(times, 0.95);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>COPY with the triggers at work, so that the sums are there too.</summary>
    private static async Task<List<Guid>> SeedAsync(IServiceProvider services, ActivitySize size)
    {
        await new CascadeSeed(services).AgenciesAsync(size.Tree);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        db.Database.SetCommandTimeout(600);
        var agencies = await db.Set<Agency>().Where(agency => agency.ParentId != null).OrderBy(agency => agency.AgencyId).Select(agency => agency.AgencyId).ToListAsync();
        var (rows, started) = (new ActivityRows(7), Stopwatch.GetTimestamp());
        foreach (var batch in Enumerable.Range(0, size.Activities).Chunk(Batch))
            await db.InsertRowsAsync([.. batch.Select(i => rows.Next(agencies[i % agencies.Count], First.AddDays((int)((long)i * 1095 / size.Activities))))]);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        Say($"  {size.Name}: {size.Activities} activities of {agencies.Count} agencies copied with their sums in {seconds:F0} s ({size.Activities / seconds:F0} a second)");
        return agencies;
    }

    private static double Quantile(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
