using System.Net;
using Loa.Data;
using Loa.Modules.Reports;
using Loa.Modules.Reports.Offline;
using Loa.Platform.Sheets;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Reports;

/// <summary>Numbers that a spreadsheet holds as numbers, and not as letters.</summary>
public abstract class OfflineNumberTests(LoaHost host)
{
    private const int Value = 5;

    [Fact]
    public async Task NumericCell_WithThreeDecimals_IsNoNumberOfThousands()
    {
        var (officer, outline, report) = await BeginAsync();
        using var browser = officer;
        var rows = await DownloadAsync(browser, report);
        Row(rows, "Tin, bài nhập tay")[Value] = 2.125m;

        var seen = await UploadAsync(browser, report, Write(rows));

        seen.TextOf(".notice")!.ShouldContain("“Tin, bài nhập tay”: ô ở cột “Giá trị” có giá trị 2,125, nhiều hơn hai chữ số thập phân");
        seen.Document.QuerySelector("form[action*='handler=Confirm']").ShouldBeNull();
        (await host.FigureAsync(report, outline.Figure("Tin, bài nhập tay"))).Value.ShouldBeNull();
    }

    [Theory]
    [InlineData(2.12, 212)]
    [InlineData(1234.5, 123_450)]
    [InlineData(0.1 + 0.2, 30)]
    [InlineData(1000.0, 100_000)]
    public async Task NumericCell_IsTakenAsItIsHeld(double held, long hundredths)
    {
        var (officer, outline, report) = await BeginAsync();
        using var browser = officer;
        var rows = await DownloadAsync(browser, report);
        Row(rows, "Tin, bài nhập tay")[Value] = held;

        var seen = await UploadAsync(browser, report, Write(rows));

        (await seen.SubmitAsync(seen.Form("form[action*='handler=Confirm']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.FigureAsync(report, outline.Figure("Tin, bài nhập tay"))).Value.ShouldBe(hundredths);
    }

    [Fact]
    public async Task Letters_AreReadAsOfficersWriteThem()
    {
        var (officer, outline, report) = await BeginAsync();
        using var browser = officer;
        var rows = await DownloadAsync(browser, report);
        Row(rows, "Tin, bài nhập tay")[Value] = "2.125";

        var seen = await UploadAsync(browser, report, Write(rows));

        (await seen.SubmitAsync(seen.Form("form[action*='handler=Confirm']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.FigureAsync(report, outline.Figure("Tin, bài nhập tay"))).Value.ShouldBe(212_500);
    }

    [Fact]
    public async Task Apply_WhileTheReportIsSent_WritesNothing()
    {
        var (officer, outline, report) = await BeginAsync();
        using var browser = officer;
        var rows = await DownloadAsync(browser, report);
        Row(rows, "Tin, bài nhập tay")[Value] = 12m;
        var file = Write(rows);

        await host.InScopeAsync(async services =>
        {
            // One has the plan before them; the other sends the report before the first one confirms.
            var (db, desk, import) = (services.GetRequiredService<LoaDbContext>(), services.GetRequiredService<ReportDesk>(), services.GetRequiredService<OfflineImport>());
            var kept = await import.KeepAsync(new MemoryStream(file), "bao-cao.xlsx", default);
            var open = await desk.OpenAsync(await db.Set<Report>().SingleAsync(r => r.ReportId == report.ReportId), default);
            var digest = (await import.PlanAsync(open, kept, default)).Digest();
            await browser.SendAsync(report);
            (await import.ApplyAsync(open, kept, digest, fileWins: true, default)).ShouldBeNull();
        });

        (await host.FigureAsync(report, outline.Figure("Tin, bài nhập tay"))).Value.ShouldBeNull();
    }

    private async Task<(TestBrowser Officer, ReportOutline Outline, Report Report)> BeginAsync()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        return (await host.OfficerOfAsync(units[0]), outline, await host.ReportAsync(await host.OpenAsync(outline), units[0].AgencyId));
    }

    private static object?[] Row(List<object?[]> rows, string name) => rows.First(row => name.Equals(row[2]));

    private static async Task<List<object?[]>> DownloadAsync(TestBrowser browser, Report report)
    {
        var answer = await browser.GetAsync($"{ReportLinks.Offline(report.ReportId)}?handler=File");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return [.. SheetReader.Read(new MemoryStream(await answer.Response.Content.ReadAsByteArrayAsync())).Select(row => row.Cells.Concat(Enumerable.Repeat("", 9)).Take(9).ToArray<object?>())];
    }

    private static byte[] Write(List<object?[]> rows)
    {
        var file = new MemoryStream();
        SheetWriter.Write(file, SheetFormat.Xlsx, [.. rows[0].Select(title => new SheetColumn((string)title!))], rows.Skip(1));
        return file.ToArray();
    }

    private static async Task<TestPage> UploadAsync(TestBrowser browser, Report report, byte[] file)
    {
        var page = await browser.GetAsync(ReportLinks.Offline(report.ReportId));
        using var form = new MultipartFormDataContent { { new StringContent(page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };
        form.Add(new ByteArrayContent(file), "File", "bao-cao.xlsx");
        var answer = await browser.PostAsync(ReportLinks.Offline(report.ReportId), form);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.TextOf("main"));
        return await browser.GetAsync(answer.Location!);
    }
}

public sealed class OfflineNumbersOnSqlite(SqliteHost host) : OfflineNumberTests(host), IClassFixture<SqliteHost>;

public sealed class OfflineNumbersOnPostgres(PostgresHost host) : OfflineNumberTests(host), IClassFixture<PostgresHost>;
