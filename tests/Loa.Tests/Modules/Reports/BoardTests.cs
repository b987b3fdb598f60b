using System.Net;
using AngleSharp.Dom;
using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Modules.Reports;
using Loa.Modules.Reports.Board;
using Loa.Modules.Reports.Reminders;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Reports;

public abstract class BoardTests(LoaHost host)
{
    [Fact]
    public async Task Board_CountsThreeFactsApart_AndEveryFigureLeadsToItsReports()
    {
        var board = await FilledAsync();
        using var officer = await host.OfficerOfAsync(board.Owner);

        var page = await officer.GetAsync($"{ReportLinks.Board}?loai={board.Outline.ReportOutlineId}");

        Row(page, "theo-ky", "Tháng 1/").ShouldBe(["4", "4 100%", "0", "0", "0", "4 100%", "1 25%"]);
        Row(page, "theo-ky", "Tháng 2/").ShouldBe(["4", "3 75%", "1", "0", "0", "3 75%", "1 25%"], "the grace days count as on time, the day after does not; what was returned was sent in time and is not complete");
        Row(page, "theo-ky", "Tháng 3/").ShouldBe(["3", "2 66,6%", "0", "1", "0", "2 66,6%", "0 0%"], "an extended report is on time");
        Row(page, "theo-ky", "Tháng 4/").ShouldBe(["3", "0 0%", "0", "0", "3", "0 0%", "0 0%"]);
        var figures = page.Document.QuerySelectorAll($"#theo-ky td a[href*='{ReportLinks.BoardRows}'], #theo-co-quan td a[href*='{ReportLinks.BoardRows}']").ToList();
        figures.Count.ShouldBe((4 * 7) + (4 * 3));
        foreach (var figure in figures.Where((_, index) => index % 3 == 0))
        {
            var rows = await officer.GetAsync(figure.GetAttribute("href")!);
            rows.Document.QuerySelectorAll("#bao-cao tbody tr").Length.ShouldBe(int.Parse(figure.TextContent, System.Globalization.CultureInfo.InvariantCulture), figure.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Ranking_EqualSharesShareAPlace_AndFewReportsAreNotRanked()
    {
        var board = await FilledAsync();
        using var officer = await host.OfficerOfAsync(board.Owner);

        var page = await officer.GetAsync($"{ReportLinks.Board}?loai={board.Outline.ReportOutlineId}&sap-xep=-dung-han");

        Places(page).ShouldBe([("1 trên 3", "3/3 100%"), ("1 trên 3", "3/3 100%"), ("3 trên 3", "1/3 33,3%"), ("Không xếp hạng: mới có 2 báo cáo được tính", "2/2 100%")]);
        var narrowed = await officer.GetAsync($"{ReportLinks.Board}?loai={board.Outline.ReportOutlineId}&co=Missing");
        Places(narrowed).ShouldBe([("3 trên 3", "1/3 33,3%")], "places are among all, whatever is shown");
    }

    [Fact]
    public async Task Board_ShowsThePartOfTheTreeThatThePersonSees()
    {
        var board = await FilledAsync();
        using var unit = await host.OfficerOfAsync(board.Units[2]);

        var page = await unit.GetAsync(ReportLinks.Board);

        page.Document.QuerySelectorAll("#theo-co-quan tbody tr").Length.ShouldBe(1);
        page.TextOf("#theo-co-quan tbody")!.ShouldContain(board.Units[2].ShortName);
        page.Document.QuerySelector("form[action*='Remind']").ShouldBeNull("who does not run the period reminds nobody");
        (await unit.PostAsync($"{ReportLinks.Board}?handler=Remind&ky={board.Periods[3].ReportingPeriodId}", Empty(page))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Export_HoldsEveryReportOfThePeriodsShown()
    {
        var board = await FilledAsync();
        using var officer = await host.OfficerOfAsync(board.Owner);

        var csv = await officer.GetAsync($"{ReportLinks.Board}?loai={board.Outline.ReportOutlineId}&handler=Export&dang=csv");

        csv.Status.ShouldBe(HttpStatusCode.OK);
        var lines = csv.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(1 + 14);
        lines.Count(line => line.Contains("Quá hạn, chưa gửi", StringComparison.Ordinal)).ShouldBe(1);
        lines.Count(line => line.Contains("Gửi muộn", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Outline_ReplacedByANewVersion_IsFollowedAsOne()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var first = await host.CreateOutlineAsync(owner.AgencyId, outline => outline.State = OutlineState.Replaced);
        var second = await host.CreateOutlineAsync(owner.AgencyId, outline => (outline.ReplacesId, outline.Version) = (first.ReportOutlineId, 2));
        await host.CreateOutlineAsync(owner.AgencyId);
        await host.OpenMonthAsync(first, 1, host.Today().AddDays(-60), units);
        await host.OpenMonthAsync(second, 2, host.Today().AddDays(-30), units);
        using var officer = await host.OfficerOfAsync(owner);

        var page = await officer.GetAsync($"{ReportLinks.Board}?loai={first.ReportOutlineId}");

        page.Document.QuerySelectorAll("select[name=loai] option").Length.ShouldBe(2, "all, and one outline through its versions; one without a period is nothing to choose");
        page.Document.QuerySelectorAll("#theo-ky tbody tr").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Remind_TwiceADay_TellsWhoHasNotSentOnce()
    {
        var (owner, units) = await host.CreateBodyAsync(3);
        var period = await host.OpenMonthAsync(await host.CreateOutlineAsync(owner.AgencyId), 5, host.Today().AddDays(3), units);
        await host.SentAsync(period, units[0], host.Today());
        var (sent, missing) = (await host.CreateUserAsync(Role.UnitOfficer, units[0].Code), await host.CreateUserAsync(Role.UnitOfficer, units[1].Code));
        using var officer = await host.OfficerOfAsync(owner);

        var page = await officer.GetAsync(ReportLinks.Period(period.ReportingPeriodId));
        (await page.SubmitAsync(page.Form("form[action*='handler=Remind']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetAsync(ReportLinks.Period(period.ReportingPeriodId))).TextOf("#flashes")!.ShouldContain("Đang nhắc 1 cơ quan chưa gửi báo cáo; 1 cơ quan chưa có người lập báo cáo");
        (await page.SubmitAsync(page.Form("form[action*='handler=Remind']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetAsync(ReportLinks.Board)).TextOf("#flashes")!.ShouldContain("Hôm nay đã nhắc 1 cơ quan");

        (await host.QueryAsync(db => db.Set<Job>().CountAsync(job => job.Kind == RemindJob.Kind && job.Payload.Contains(period.ReportingPeriodId.ToString())))).ShouldBe(1);
        await RunAsync(period);
        await RunAsync(period);
        (await ToldAsync(missing.Id)).ShouldHaveSingleItem("a job that runs again tells nobody twice").Title.ShouldStartWith("Sắp đến hạn gửi báo cáo");
        (await ToldAsync(sent.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Periods_WithReports_AreListedWithWhatWasSent()
    {
        var board = await FilledAsync();
        using var officer = await host.OfficerOfAsync(board.Owner);

        var page = await officer.GetAsync(ReportLinks.Periods);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelectorAll("#periods tbody tr").Length.ShouldBe(4);
        page.TextOf($"#periods tbody tr:has(a[href='{ReportLinks.Period(board.Periods[0].ReportingPeriodId)}'])")!.ShouldContain("4/4 1/4");
    }

    private Task<List<Notification>> ToldAsync(Guid person) => host.QueryAsync(db => db.Set<Notification>().AsNoTracking().Where(n => n.UserId == person && n.Kind == RemindJob.NotificationKind).ToListAsync());

    private Task RunAsync(ReportingPeriod period) => host.InScopeAsync(services => services.GetRequiredService<RemindJob>().RunAsync(
        new JobRun(new Job { Kind = RemindJob.Kind, Payload = System.Text.Json.JsonSerializer.Serialize(new RemindJob.Order(period.ReportingPeriodId, host.Today())) }, (_, _) => Task.CompletedTask), default));

    /// <summary>Four agencies over four periods: two that are always in time, one late and missing, one that is asked twice only; the last period still has time.</summary>
    private async Task<Filled> FilledAsync()
    {
        var (owner, units) = await host.CreateBodyAsync(4);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var today = host.Today();
        var periods = new List<ReportingPeriod>
        {
            await host.OpenMonthAsync(outline, 1, today.AddDays(-100), units),
            await host.OpenMonthAsync(outline, 2, today.AddDays(-70), units, period => period.GraceDays = 2),
            await host.OpenMonthAsync(outline, 3, today.AddDays(-40), units.Take(3)),
            await host.OpenMonthAsync(outline, 4, today.AddDays(10), units.Take(3)),
        };
        foreach (var unit in units)
        {
            await host.SentAsync(periods[0], unit, today.AddDays(-100), unit == units[0] ? ReportState.Accepted : ReportState.Sent, new TimeOnly(23, 59, 59));
        }

        await host.SentAsync(periods[1], units[0], today.AddDays(-68), ReportState.Accepted);
        await host.SentAsync(periods[1], units[1], today.AddDays(-75), ReportState.Returned);
        await host.SentAsync(periods[1], units[2], today.AddDays(-67));
        await host.SentAsync(periods[1], units[3], today.AddDays(-70));
        await host.SentAsync(periods[2], units[0], today.AddDays(-41));
        await host.QueryAsync(db => db.Set<Report>().Where(report => report.ReportingPeriodId == periods[2].ReportingPeriodId && report.AgencyId == units[1].AgencyId).ExecuteUpdateAsync(set => set.SetProperty(report => report.DueOn, today.AddDays(-20))));
        await host.SentAsync(periods[2], units[1], today.AddDays(-20));
        return new Filled(owner, units, outline, periods);
    }

    private static FormUrlEncodedContent Empty(TestPage page) =>
        new(page.Document.QuerySelectorAll("input[name=__RequestVerificationToken]").Take(1).Select(token => KeyValuePair.Create("__RequestVerificationToken", token.GetAttribute("value")!)));

    private static List<string> Row(TestPage page, string table, string begins) =>
        [.. page.Document.QuerySelectorAll($"#{table} tbody tr").Single(row => row.QuerySelector("th a")!.TextContent.StartsWith(begins, StringComparison.Ordinal)).QuerySelectorAll("td").Take(7).Select(Text)];

    private static List<(string Place, string Share)> Places(TestPage page) =>
        [.. page.Document.QuerySelectorAll("#theo-co-quan tbody tr").Select(row => row.QuerySelectorAll("td").ToList()).Select(cells => (Text(cells[0]), Text(cells[1])))];

    private static string Text(IElement cell)
    {
        // A note stands below its figure: a blank where the page has a new line.
        foreach (var note in cell.QuerySelectorAll(".cell-note"))
        {
            note.TextContent = " " + note.TextContent;
        }

        return string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private sealed record Filled(Agency Owner, IReadOnlyList<Agency> Units, ReportOutline Outline, IReadOnlyList<ReportingPeriod> Periods);
}

public sealed class BoardOnSqlite(SqliteHost host) : BoardTests(host), IClassFixture<SqliteHost>;

public sealed class BoardOnPostgres(PostgresHost host) : BoardTests(host), IClassFixture<PostgresHost>;
