using System.Net;
using Loa.Data;
using Loa.Modules.Reports;
using Loa.Platform.Audit;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Reports;

/// <summary>What the list of reports and their history say.</summary>
public abstract class ReportListTests(LoaHost host)
{
    [Fact]
    public async Task Overdue_IsWhatWasNeverSentWithinItsGrace_AndNeverTheOwnersOwn()
    {
        var (owner, units) = await host.CreateBodyAsync(2);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var within = await host.OpenMonthAsync(outline, 1, host.Today().AddDays(-2), units, period => period.GraceDays = 3);
        var over = await host.OpenMonthAsync(outline, 2, host.Today().AddDays(-5), units, period => period.GraceDays = 3);
        await host.SentAsync(over, units[1], host.Today());
        using var officer = await host.OfficerOfAsync(owner);

        (await OverdueAsync(officer, within)).ShouldBeEmpty("there still is time, and the owner's own report goes nowhere");
        (await OverdueAsync(officer, over)).ShouldBe([ReportLinks.Report((await host.ReportAsync(over, units[0].AgencyId)).ReportId)]);
    }

    [Fact]
    public async Task History_TellsFiguresAsTheyAreShown()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var report = await host.ReportAsync(await host.OpenAsync(outline), units[0].AgencyId);
        using var officer = await host.OfficerOfAsync(units[0]);
        var figure = outline.Figure("Tin, bài nhập tay").FigureId.ToString("N");
        var page = await officer.GetAsync(ReportLinks.Fill(report.ReportId));
        (await page.SubmitAsync(page.Form($"form:has([id='v-{figure}'])"), ($"Typed[{figure}].Value", "1.234,5"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var told = await host.InScopeAsync(async services =>
        {
            var changes = await services.GetRequiredService<LoaDbContext>().Set<AuditChange>().AsNoTracking().Where(change => change.EntityType == nameof(ReportFigure) && change.SubjectId == report.ReportId).ToListAsync();
            return await services.GetRequiredService<HistoryTeller>().TellAsync(changes, report.ReportId, default);
        });

        var values = told.SelectMany(change => change.Values).ToList();
        values.Where(value => value.Name == "Số nhập tay").Select(value => value.After).ShouldBe(["1.234,5"]);
        values.Where(value => value.Name == "Số tính từ dữ liệu").Select(value => value.After).ShouldContain("1.234,5", "the sum of it");
    }

    private static async Task<List<string?>> OverdueAsync(TestBrowser officer, ReportingPeriod period)
    {
        var page = await officer.GetAsync($"{ReportLinks.List}?ky={period.ReportingPeriodId}");
        var rows = page.Document.QuerySelectorAll("#reports tbody tr").ToList();
        rows.Count.ShouldBe(3);
        return [.. rows.Where(row => row.TextContent.Contains("Quá hạn", StringComparison.Ordinal)).Select(row => row.QuerySelector("a")!.GetAttribute("href"))];
    }
}

public sealed class ReportListsOnSqlite(SqliteHost host) : ReportListTests(host), IClassFixture<SqliteHost>;

public sealed class ReportListsOnPostgres(PostgresHost host) : ReportListTests(host), IClassFixture<PostgresHost>;
