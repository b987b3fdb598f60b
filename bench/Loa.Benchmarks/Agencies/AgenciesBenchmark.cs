using System.Diagnostics;
using System.Globalization;
using Loa.Modules.Agencies;
using Loa.Modules.Agencies.Import;
using Loa.Platform.Sheets;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Benchmarks.Agencies;

/// <summary>Importing 5,000 agencies from a workbook (limit 10 s on PostgreSQL): looking, taking over, and looking at the export of it.</summary>
internal static class AgenciesBenchmark
{
    private const int Communes = 1250;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("loa-bench-").FullName;
        try
        {
            await MeasureAsync("SQLite", $"Data Source={Path.Combine(folder, "loa.db")}", Path.Combine(folder, "sqlite"));
            if (await BenchDatabase.CreatePostgresAsync() is not { } postgres)
            {
                return 1;
            }

            await MeasureAsync("PostgreSQL", postgres, Path.Combine(folder, "postgres"));
            return 0;
        }
        finally
        {
            SqliteRelease();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void SqliteRelease() => Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

    private static async Task MeasureAsync(string name, string database, string folder)
    {
        await using var app = await BenchDatabase.OpenAsync(database, folder);
        BenchDatabase.ActAsAdministrator(app.Services);
        var (look, take, count) = await ImportAsync(app.Services, [.. Rows()]);
        var started = Stopwatch.GetTimestamp();
        IReadOnlyList<object?[]> exported;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            exported = await scope.ServiceProvider.GetRequiredService<AgencyExport>().RowsAsync(app.Services.GetRequiredService<Loa.Platform.Calendar>().VietnamToday);
        }

        var export = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-12} {count} agencies: looking {look:F2} s, taking over {take:F2} s, together {look + take:F2} s; export of {exported.Count} rows {export:F2} s"));
    }

    private static async Task<(double Look, double Take, int Count)> ImportAsync(IServiceProvider services, IReadOnlyList<object?[]> rows)
    {
        await using var scope = services.CreateAsyncScope();
        var import = scope.ServiceProvider.GetRequiredService<AgencyImport>();
        using var content = new MemoryStream();
        SheetWriter.Write(content, SheetFormat.Xlsx, AgencyExport.Columns, rows);
        content.Position = 0;
        var started = Stopwatch.GetTimestamp();
        var file = await import.KeepAsync(content, "co-quan.xlsx", default);
        var plan = await import.PlanAsync(file, default);
        var look = Stopwatch.GetElapsedTime(started).TotalSeconds;
        started = Stopwatch.GetTimestamp();
        var done = await import.ApplyAsync(file, plan.Digest(), default) ?? throw new InvalidOperationException("Nothing was imported: " + string.Join("; ", plan.Problems.Take(5)));
        return (look, Stopwatch.GetElapsedTime(started).TotalSeconds, done.Added.Count);
    }

    private static IEnumerable<object?[]> Rows()
    {
        yield return Row("b", null, "Ủy ban nhân dân tỉnh Bến Thử", AgencyKind.PeoplesCommittee, AgencyLevel.Province);
        for (var i = 1; i <= Communes; i++)
        {
            yield return Row($"b-{i}", "b", $"Ủy ban nhân dân xã Bến Thử {i}", AgencyKind.PeoplesCommittee, AgencyLevel.Commune);
            yield return Row($"b-{i}-vp", $"b-{i}", $"Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã Bến Thử {i}", AgencyKind.CommitteeOffice, AgencyLevel.Commune);
            yield return Row($"b-{i}-kt", $"b-{i}", $"Phòng Kinh tế xã Bến Thử {i}", AgencyKind.Division, AgencyLevel.Commune);
            yield return Row($"b-{i}-hcc", $"b-{i}", $"Trung tâm Phục vụ hành chính công xã Bến Thử {i}", AgencyKind.ServiceUnit, AgencyLevel.Commune);
        }
    }

    private static object?[] Row(string code, string? parent, string name, AgencyKind kind, AgencyLevel level) =>
    [
        code, parent, name, name.Length > Agency.ShortNameMaxLength ? name[..Agency.ShortNameMaxLength] : name, AgencyWords.Of(kind), AgencyWords.Of(level), $"H{code}", $"{name} (tên khác)", $"Người đứng đầu {name}",
        "Số 1 phố Thử", "0123 456 789", "co.quan@tinh.example", "https://tinh.example", "miền núi", 20, new DateOnly(2026, 1, 1), new DateOnly(2025, 7, 1), null,
    ];
}
