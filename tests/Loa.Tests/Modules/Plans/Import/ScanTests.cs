using System.Net;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Plans.Import;

/// <summary>A real scan, page after page, and the officer who does not want to wait for it.</summary>
public abstract class ScanTests(LoaHost host)
{
    private const string Scan = "laichau-tp-2020-scan.pdf";

    [SharedPlanFact(Scan)]
    public async Task Scan_WhileItIsRead_ShowsItsPagesAndStopsWhenTold()
    {
        using var officer = await host.OfficerAsync();
        var answer = await officer.UploadAsync(await File.ReadAllBytesAsync(SharedPlanFactAttribute.PathOf(Scan)), Scan);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.TextOf("main"));
        var importId = Guid.Parse(answer.Location!.Split('/')[^1]);

        var first = await UntilAsync(importId, import => import.ReadTotal > 0);
        var later = await UntilAsync(importId, import => import.ReadDone > first.ReadDone);
        later.ReadTotal.ShouldBe(first.ReadTotal);
        later.ReadDone.ShouldBeLessThanOrEqualTo(later.ReadTotal);
        var page = await officer.GetAsync(PlanLinks.Review(importId));
        page.TextOf("main .progress").ShouldNotBeNull().ShouldContain("Đang nhận dạng chữ từ ảnh quét");
        var path = (await host.QueryAsync(db => db.Set<Loa.Platform.Files.StoredFile>().Where(f => f.FileName == Scan).Select(f => f.Sha256).FirstAsync()));
        Readers(path).ShouldNotBeEmpty("a child reads it");

        await page.SubmitAsync(page.Form("form[action$='handler=Stop']"));

        var stopped = await officer.GetAsync(PlanLinks.Review(importId));
        stopped.TextOf("main .notice").ShouldNotBeNull().ShouldContain("đã được dừng theo yêu cầu");
        for (var i = 0; Readers(path).Count > 0; i++)
        {
            // Far longer than it takes, so that a busy machine is no failure; a child that is never killed is one.
            i.ShouldBeLessThan(100, "the child must end when the officer says so");
            await Task.Delay(100);
        }

        (await UntilAsync(importId, import => import.Status == ImportStatus.Failed)).Draft.ShouldBeNull();
    }

    private async Task<PlanImport> UntilAsync(Guid importId, Func<PlanImport, bool> holds)
    {
        for (var i = 0; i < 6000; i++)
        {
            var import = await host.QueryAsync(db => db.Set<PlanImport>().AsNoTracking().SingleAsync(x => x.PlanImportId == importId));
            if (holds(import))
                return import;
            await Task.Delay(50);
        }

        throw new TimeoutException("The reading did not get there within five minutes.");
    }

    /// <summary>Processes that were started to read this content.</summary>
    private static List<string> Readers(string sha256) =>
        [.. Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)).Where(folder => CommandLine(folder).Contains(sha256, StringComparison.Ordinal))];

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked.
            return "";
        }
    }
}

public sealed class ScansOnSqlite(SqliteHost host) : ScanTests(host), IClassFixture<SqliteHost>;

public sealed class ScansOnPostgres(PostgresHost host) : ScanTests(host), IClassFixture<PostgresHost>;
