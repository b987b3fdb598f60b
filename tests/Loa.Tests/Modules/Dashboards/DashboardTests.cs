using System.Net;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Dashboards;
using Loa.Modules.Dashboards.Overview;
using Loa.Platform.Security;
using Loa.Platform.Sheets;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Dashboards;

public abstract class DashboardTests(LoaHost host)
{
    private static readonly MonthSpan Year = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    public async Task Figures_OfRandomActivities_EqualARecount(int seed)
    {
        var branch = await host.CreateBranchAsync(seed);
        var ids = branch.All.Select(agency => agency.AgencyId).ToList();
        var rows = (await host.QueryAsync(db => db.Set<Activity>().AsNoTracking().Include(a => a.Topics).Where(a => ids.Contains(a.AgencyId) && a.State != ActivityState.Withdrawn).ToListAsync())).Where(a => a.StartsOn.Year == 2026).ToList();
        var before = await host.QueryAsync(db => db.Set<Activity>().CountAsync(a => ids.Contains(a.AgencyId) && a.State == ActivityState.Counted && a.Month >= 202501 && a.Month <= 202512));
        var counted = rows.Where(a => a.State == ActivityState.Counted).ToList();
        await host.InScopeAsync(async services =>
        {
            var (figures, set) = (services.GetRequiredService<DashboardFigures>(), new AgencySet(ids));
            var overview = DashboardOverview.Of(Year, await figures.FormsAsync(set, Year, default), await figures.MonthsAsync(set, Year.YearBefore, default));

            overview.Total.ShouldBe(Recount(rows));
            overview.Before.ShouldBe(before);
            overview.Forms.ShouldBe(rows.GroupBy(a => a.Form).Select(form => (form.Key, Recount(form))), ignoreOrder: true);
            overview.Months.Select(month => month.Sum).ShouldBe(Enumerable.Range(1, 12).Select(month => Recount(rows.Where(a => a.StartsOn.Month == month))));

            (await figures.TopicsAsync(set, Year, 10, default)).Select(topic => (topic.PlanTextId, topic.Alone, topic.Integrated)).ShouldBe(
                counted.SelectMany(a => a.Topics.Select(topic => (topic.PlanTextId, a.IsIntegrated))).GroupBy(pair => pair.PlanTextId)
                    .Select(topic => (topic.Key, (long)topic.Count(pair => !pair.IsIntegrated), (long)topic.Count(pair => pair.IsIntegrated))), ignoreOrder: true);

            var lines = await DashboardFigures.Sorts.Apply(figures.Agencies(set, Year), "-hoat-dong").ToListAsync();
            lines.Select(line => line.Activities).ShouldBe(branch.All.Select(agency => (long)counted.Count(a => a.AgencyId == agency.AgencyId)).OrderDescending());
            lines.Count.ShouldBe(4, "an agency that did nothing is on the list too");
            lines.Sum(line => line.Minutes).ShouldBe(counted.Sum(a => a.MinutesInAll));
            lines.Sum(line => line.Unconfirmed).ShouldBe(rows.Count - counted.Count);

            var weeks = await figures.WeeksAsync(ids, Year.Weeks, default);
            weeks.Where(pair => pair.Key.Week is > 202601 and < 202653).Sum(pair => pair.Value).ShouldBe(counted.Count(a => a.Week is > 202601 and < 202653));
        });
    }

    [Fact]
    public async Task EveryFigure_OpensExactlyTheRowsItCounts()
    {
        var branch = await host.CreateBranchAsync(77);
        using var browser = await host.BrowseAsAsync((await host.CreateUserAsync(Role.Leader, branch.Root.Code)).Email!, TestData.Password);
        var opened = 0;
        foreach (var tab in new[] { "", "&the=co-quan", "&the=tuan" })
        {
            var page = await browser.GetAsync(DashboardLinks.Of(branch.Root.AgencyId, 2026) + tab);
            page.Status.ShouldBe(HttpStatusCode.OK);
            foreach (var link in page.Document.QuerySelectorAll("main td a[href^='/hoat-dong']").DistinctBy(link => link.GetAttribute("href")))
            {
                var list = await browser.GetAsync(link.GetAttribute("href")!);
                list.TextOf("#activities .table-foot > span")!.Split(' ')[^1].ShouldBe(link.TextContent.Trim(), link.GetAttribute("href"));
                opened++;
            }
        }

        opened.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task Dashboard_OfAnAgencyOutsideOnesScope_IsNotFound()
    {
        var (mine, other) = (await host.CreateAgencyAsync(), await host.CreateAgencyAsync());
        await host.LogActivityAsync(other.Code);
        using var browser = await host.BrowseAsAsync((await host.CreateUserAsync(Role.UnitOfficer, mine.Code)).Email!, TestData.Password);

        (await browser.GetAsync(DashboardLinks.Of(other.AgencyId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(DashboardLinks.Of(other.AgencyId) + "&handler=Export")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"{DashboardLinks.Dashboard}?ky=2026")).TextOf(".stat-value").ShouldBe("0");
    }

    [Fact]
    public async Task Dashboard_OnTheTreeOfADay_CountsWhatStoodThereThen()
    {
        var root = await host.CreateAgencyAsync("Sở Có Đơn Vị Mới");
        var founded = await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<Loa.Data.LoaDbContext>();
            var agency = Agency.Create(TestData.Unique("m"), "Đơn vị lập sau", "Đơn vị lập sau", AgencyKind.Division, AgencyLevel.Province, await db.FindAsync<Agency>(root.AgencyId), new DateOnly(2026, 6, 1));
            db.Add(agency);
            await db.SaveChangesAsync();
            return agency;
        });
        await host.LogActivityAsync(root.Code);
        await host.LogActivityAsync(founded.Code, a => a.HeldOn(new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 1)));
        using var browser = await host.BrowseAsAsync((await host.CreateUserAsync(Role.Leader, root.Code)).Email!, TestData.Password);

        (await browser.GetAsync(DashboardLinks.Of(root.AgencyId, 2026))).TextOf(".stat-value").ShouldBe("2");
        (await browser.GetAsync(DashboardLinks.Of(root.AgencyId, 2026) + "&cay=2026-03-01")).TextOf(".stat-value").ShouldBe("1");
        (await browser.GetAsync(DashboardLinks.Of(root.AgencyId, 2026) + "&cay=2026-07-01")).TextOf(".stat-value").ShouldBe("2");
        (await browser.GetAsync(DashboardLinks.Of(founded.AgencyId, 2026) + "&cay=2026-03-01")).TextOf("main")!.ShouldContain("Ngày đó không có cơ quan này");
    }

    [Fact]
    public async Task Export_HoldsTheSumsOfThePage()
    {
        var branch = await host.CreateBranchAsync(41, count: 40);
        using var browser = await host.BrowseAsAsync((await host.CreateUserAsync(Role.Leader, branch.Root.Code)).Email!, TestData.Password);

        var answer = await browser.GetAsync(DashboardLinks.Of(branch.Root.AgencyId, 2026) + "&handler=Export");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        var rows = SheetReader.Read(new MemoryStream(await answer.Response.Content.ReadAsByteArrayAsync())).ToList();
        var forms = rows.Skip(1).TakeWhile(row => row.Cells[0] != "Cộng").ToList();
        forms.Sum(row => Number(row.Cells[1])).ShouldBe(Number(rows[forms.Count + 1].Cells[1]));
        var ids = branch.All.Select(agency => agency.AgencyId).ToList();
        Number(rows[forms.Count + 1].Cells[1]).ShouldBe(await host.QueryAsync(db => db.Set<Activity>().CountAsync(a => ids.Contains(a.AgencyId) && a.State == ActivityState.Counted && !a.IsIntegrated && a.Month >= 202601 && a.Month <= 202612)));

        static long Number(string cell) => long.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task AgencyPage_ShowsTheYear_OnlyToThoseWhoMaySeeIt()
    {
        var agency = await host.CreateAgencyAsync("Sở Có Số Liệu");
        var today = host.Services.GetRequiredService<Loa.Platform.Calendar>().VietnamToday;
        await host.LogActivityAsync(agency.Code, a => a.HeldOn(today, today));
        using var own = await host.BrowseAsAsync((await host.CreateUserAsync(Role.Leader, agency.Code)).Email!, TestData.Password);
        using var other = await host.BrowseAsAsync((await host.CreateUserAsync(Role.Leader, "tg-stc")).Email!, TestData.Password);

        (await own.GetAsync(AgencyLinks.Detail(agency.Code))).Document.QuerySelector($"a[href='{DashboardLinks.Of(agency.AgencyId)}']").ShouldNotBeNull();
        (await other.GetAsync(AgencyLinks.Detail(agency.Code))).Document.QuerySelector("a[href^='/thong-ke?']").ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-02-10", "2026-04-03", 202602, 202604)]
    [InlineData("2026-05-01", "2026-02-01", 202605, 202605)]
    [InlineData("2019-01-01", "2026-12-31", 202401, 202612)]
    public void Span_OfAnyDays_IsWholeMonthsAndNotTooMany(string from, string to, int first, int last)
    {
        var span = MonthSpan.Covering(DateOnly.ParseExact(from, "yyyy-MM-dd"), DateOnly.ParseExact(to, "yyyy-MM-dd"));

        (span.First, span.Last).ShouldBe((first, last));
        (span.Shifted(-1).To.AddDays(1), span.Shifted(1).Shifted(-1)).ShouldBe((span.From, span));
        span.Weeks.Count.ShouldBeLessThanOrEqualTo(53);
    }

    private static SumLine Recount(IEnumerable<Activity> activities)
    {
        var rows = activities.ToList();
        var counted = rows.Where(a => a.State == ActivityState.Counted).ToList();
        return new SumLine(
            counted.Count(a => !a.IsIntegrated), counted.Count(a => a.IsIntegrated), counted.Sum(a => (long)a.Times), counted.Sum(a => a.MinutesInAll), counted.Sum(a => (long)(a.People ?? 0)), counted.Sum(a => (long)(a.Copies ?? 0)),
            counted.Sum(a => a.Cost ?? 0), rows.Count - counted.Count);
    }
}

public sealed class DashboardOnSqlite(SqliteHost host) : DashboardTests(host), IClassFixture<SqliteHost>;

public sealed class DashboardOnPostgres(PostgresHost host) : DashboardTests(host), IClassFixture<PostgresHost>;
