using System.Diagnostics;
using System.Globalization;
using Loa.Data;
using Loa.Modules.Reports;
using Loa.Modules.Reports.Composing;
using Loa.Platform.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Benchmarks.Reports;

/// <summary>
/// A report with all its agencies as Word and as Excel: how long it takes, and how much of the managed heap is alive at most while it is written. Flat means that all agencies need no more
/// than a tenth of them.
/// </summary>
internal static class ExportBenchmark
{
    private const int Part = 10;
    private static readonly TimeSpan Looks = TimeSpan.FromMilliseconds(40);

    /// <param name="parentId">Rolled up from all its reports.</param>
    public static async Task RunAsync(IServiceProvider services, Guid parentId, string name)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        var all = await db.Set<ReportTaken>().Where(taken => taken.ParentReportId == parentId).Select(taken => taken.ReportId).ToListAsync();
        var (whole, wholeSheet) = (await MeasureAsync(services, parentId, WordAsync), await MeasureAsync(services, parentId, ExcelAsync));
        var few = all.Where((_, index) => index % Part == 0).ToList();
        await db.Set<ReportTaken>().Where(taken => taken.ParentReportId == parentId && !few.Contains(taken.ReportId)).ExecuteDeleteAsync();
        var (part, partSheet) = (await MeasureAsync(services, parentId, WordAsync), await MeasureAsync(services, parentId, ExcelAsync));
        Say($"  {name}: report with {all.Count} below as Word {whole.Seconds:F2} s, {whole.Bytes >> 10} KiB, at most {whole.Alive >> 20} MiB alive beyond the start; with {few.Count} below {part.Seconds:F2} s, {part.Alive >> 20} MiB");
        Say($"  {name}: the same as Excel {wholeSheet.Seconds:F2} s, {wholeSheet.Bytes >> 10} KiB, {wholeSheet.Alive >> 20} MiB; with {few.Count} below {partSheet.Seconds:F2} s, {partSheet.Alive >> 20} MiB");
    }

    /// <summary>Once for the time, and once for the heap: looking at what is alive collects it first, which takes time.</summary>
    private static async Task<(double Seconds, long Bytes, long Alive)> MeasureAsync(IServiceProvider services, Guid reportId, Func<IServiceProvider, OpenReport, Task<long>> write)
    {
        await WriteAsync(services, reportId, write);
        var started = Stopwatch.GetTimestamp();
        var bytes = await WriteAsync(services, reportId, write);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;

        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var done = new CancellationTokenSource();
        var most = 0L;
        var looking = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                GC.Collect(2, GCCollectionMode.Forced, blocking: true);
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
                await Task.Delay(Looks, CancellationToken.None);
            }
        });
        await WriteAsync(services, reportId, write);
        await done.CancelAsync();
        await looking;
        return (seconds, bytes, most);
    }

    private static async Task<long> WriteAsync(IServiceProvider services, Guid reportId, Func<IServiceProvider, OpenReport, Task<long>> write)
    {
        await using var scope = services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<LoaDbContext>().Set<Report>().SingleAsync(report => report.ReportId == reportId);
        return await write(scope.ServiceProvider, await scope.ServiceProvider.GetRequiredService<ReportDesk>().OpenAsync(report, CancellationToken.None));
    }

    private static async Task<long> WordAsync(IServiceProvider services, OpenReport open)
    {
        await using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        await services.GetRequiredService<ReportDocument>().WriteAsync(open, working: true, file, CancellationToken.None);
        return file.Length;
    }

    private static async Task<long> ExcelAsync(IServiceProvider services, OpenReport open)
    {
        var answer = (FileStreamResult)await services.GetRequiredService<ReportWorkbook>().AnswerAsync(open, "bao-cao", SheetFormat.Xlsx, CancellationToken.None);
        await using var file = answer.FileStream;
        return file.Length;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
