using System.Diagnostics;
using System.Globalization;
using Loa.Benchmarks.Cascade;
using Loa.Benchmarks.Reports;
using Loa.Benchmarks.Serving;
using Loa.Data;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Dashboards;
using Loa.Modules.Plans;
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

/// <summary>
/// An agency's list of activities, its own page and the dashboard of its province for 20 people at once, on PostgreSQL through Kestrel (p95 of server time at most
/// 80 ms; in the country 1.3 × of the province).
/// </summary>
internal static class ActivitiesBenchmark
{
    private const int People = 20;
    private const int Batch = 20_000;
    private const int Topics = 8;
    private static readonly DateOnly First = new(2024, 1, 1);
    public static readonly TimeSpan Measuring = TimeSpan.FromSeconds(20);

    /// <param name="short">Few rows and seconds, to see that it works.</param>
    /// <param name="onlyReports">Neither logging nor pages, only what reports take over the same rows.</param>
    public static async Task<int> RunAsync(bool country, bool @short, bool onlyReports)
    {
        if (!onlyReports && await LoggingBenchmark.RunAsync(@short ? TimeSpan.FromSeconds(3) : Measuring) != 0)
        {
            return 1;
        }

        var province = await MeasureAsync(@short ? ActivitySize.Province with { Activities = 40_000 } : ActivitySize.Province, onlyReports);
        if (province is null || !country)
        {
            return province is null ? 1 : 0;
        }

        var whole = await MeasureAsync(ActivitySize.Country, onlyReports);
        foreach (var (page, p95) in whole ?? [])
        {
            Say($"  {page}: p95 in the country {p95 / province[page]:F2} x of the province (limit 1.3)");
        }

        return 0;
    }

    private static async Task<Dictionary<string, double>?> MeasureAsync(ActivitySize size, bool onlyReports)
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
            var (agencies, provinces) = await SeedAsync(app.Services, size);
            if (onlyReports)
            {
                await ReportAsync(app.Services, size);
                return [];
            }

            var address = app.Urls.First();
            using var units = await Officers.SignInAsync(app.Services, address, Enumerable.Range(0, People).Select(number => (Role.UnitOfficer, Of(number, agencies).Id)));
            using var issuers = await Officers.SignInAsync(app.Services, address, Enumerable.Range(0, People).Select(number => (Role.ProgrammeOfficer, Of(number, provinces))));
            var figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["list of an agency"] = await LookAsync("list of an agency", units, _ => ActivityLinks.List, clock, size),
                ["page of an agency"] = await LookAsync("page of an agency", units, number => AgencyLinks.Detail(Of(number, agencies).Code), clock, size),
                ["dashboard of a province"] = await LookAsync("dashboard of a province", issuers, number => DashboardLinks.Of(Of(number, provinces)), clock, size),
            };
            await ReportAsync(app.Services, size);
            return figures;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task ReportAsync(IServiceProvider services, ActivitySize size) =>
        size == ActivitySize.Country ? ReportsBenchmark.RunAsync(services, size.Name, openingLimit: 60, rollUpLimit: 1) : ReportsBenchmark.RunAsync(services, size.Name, openingLimit: 6, rollUpLimit: 0.1);

    private static async Task<double> LookAsync(string name, Officers officers, Func<int, string> page, ServerClock clock, ActivitySize size)
    {
        var run = await PageRun.MeasureAsync(name, officers, page, clock, Measuring);
        Say($"  {size.Name}: {run} (limit 80)");
        return run.P95;
    }

    /// <summary>Spread over all of them.</summary>
    private static T Of<T>(int number, IReadOnlyList<T> agencies) => agencies[number * agencies.Count / People];

    /// <summary>COPY with the triggers at work, so that the sums are there too.</summary>
    private static async Task<(List<(Guid Id, string Code)> Agencies, IReadOnlyList<Guid> Provinces)> SeedAsync(IServiceProvider services, ActivitySize size)
    {
        var (_, provinces) = await new CascadeSeed(services).AgenciesAsync(size.Tree);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        db.Database.SetCommandTimeout(600);
        var agencies = (await db.Set<Agency>().Where(agency => agency.ParentId != null).OrderBy(agency => agency.AgencyId).Select(agency => new { agency.AgencyId, agency.Code }).ToListAsync()).ConvertAll(agency => (agency.AgencyId, agency.Code));
        var topics = await TopicsAsync(services, provinces[0]);
        var (rows, started) = (new ActivityRows(7), Stopwatch.GetTimestamp());
        foreach (var batch in Enumerable.Range(0, size.Activities).Chunk(Batch))
        {
            var activities = batch.Select(i => rows.Next(agencies[i % agencies.Count].AgencyId, First.AddDays((int)((long)i * 1095 / size.Activities)))).ToList();
            await db.InsertRowsAsync(activities);
            await db.InsertRowsAsync([.. activities.Select((activity, i) => new ActivityTopic { ActivityId = activity.ActivityId, PlanTextId = topics[i % topics.Count] })]);
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        Say($"  {size.Name}: {size.Activities} activities of {agencies.Count} agencies copied with their sums in {seconds:F0} s ({size.Activities / seconds:F0} a second)");
        return (agencies, provinces);
    }

    /// <summary>A plan with the topics that the activities take up.</summary>
    private static async Task<IReadOnlyList<Guid>> TopicsAsync(IServiceProvider services, Guid province)
    {
        var seed = new CascadeSeed(services);
        var plan = await seed.IssueAsync(await seed.DraftAsync(province, "1/KH-UBND", tasks: 1, everyone: false));
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        var topics = Enumerable.Range(1, Topics).Select(number => new PlanText { PlanTextId = Guid.CreateVersion7(), PlanId = plan.PlanId, Ordinal = 1000 + number, Kind = PlanTextKind.Topic, Text = $"Nội dung tuyên truyền thứ {number}" }).ToList();
        db.AddRange(topics);
        await db.SaveChangesAsync();
        return topics.ConvertAll(topic => topic.PlanTextId);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
