using System.Net;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Platform.Sheets;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Activities;

public abstract class ActivityViewsTests(LoaHost host)
{
    /// <summary>Whether the sums answer or the rows are counted, a list says how many rows it has.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    public async Task Count_UnderAnyFilter_IsTheNumberOfRows(int seed)
    {
        var branch = await host.CreateBranchAsync(seed);
        var random = new Random(seed);
        var nonEmpty = 0;
        for (var i = 0; i < 60; i++)
        {
            var filter = RandomFilter(random, branch);
            await host.InScopeAsync(async services =>
            {
                var rows = services.GetRequiredService<ActivityRows>();
                var set = new AgencySet([.. branch.All.Take(random.Next(1, 5)).Select(agency => agency.AgencyId)]);
                var counted = (await rows.PagingAsync(filter, set, 1, 25, default)).Total;
                counted.ShouldBe(await rows.Of(filter, set).LongCountAsync(), filter.ToQuery());
                nonEmpty += counted > 0 ? 1 : 0;
            });
        }

        nonEmpty.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task List_OfASubtree_HoldsTheAgenciesBelow_AndAloneOnlyTheAgency()
    {
        var branch = await host.CreateBranchAsync(21);
        var (root, child) = (branch.All[0], branch.All[1]);
        var officer = await host.CreateUserAsync(Role.Leader, root.Code);
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);

        var whole = await TotalAsync(browser, new ActivityFilter { AgencyId = root.AgencyId });
        var below = await TotalAsync(browser, new ActivityFilter { AgencyId = child.AgencyId });
        var alone = await TotalAsync(browser, new ActivityFilter { AgencyId = child.AgencyId, Alone = true });
        var rows = await RowsAsync(branch);
        whole.ShouldBe(rows.Count(a => a.State != ActivityState.Withdrawn));
        below.ShouldBe(rows.Count(a => a.State != ActivityState.Withdrawn && a.AgencyId != root.AgencyId));
        alone.ShouldBe(rows.Count(a => a.State != ActivityState.Withdrawn && a.AgencyId == child.AgencyId));
        alone.ShouldBeLessThan(below);

        var stranger = await host.CreateUserAsync(Role.Leader, "tg-stc");
        using var elsewhere = await host.BrowseAsAsync(stranger.Email!, TestData.Password);
        (await TotalAsync(elsewhere, new ActivityFilter { AgencyId = root.AgencyId })).ShouldBe(0);
    }

    [Fact]
    public async Task List_SortedByPeople_BeginsWithTheMost()
    {
        var agency = await host.CreateAgencyAsync();
        foreach (var people in new[] { 5, 900, 40 })
            await host.LogActivityAsync(agency.Code, a => (a.Title, a.People) = ($"Có {people} người", people));
        using var browser = await host.BrowseAsAsync((await host.CreateUserAsync(Role.Leader, agency.Code)).Email!, TestData.Password);

        var page = await browser.GetAsync($"{ActivityLinks.List}?sap-xep=-nguoi&tu=01/01/2020");

        page.Document.QuerySelectorAll("#activities tbody .cell-title").Select(link => link.TextContent).ShouldBe(["Có 900 người", "Có 40 người", "Có 5 người"]);
        page.Document.QuerySelector("#activities [data-columns]").ShouldNotBeNull("columns can be chosen");
    }

    [Fact]
    public async Task Export_GivesTheRowsOfTheFilter_AsWorkbookAndAsText()
    {
        var branch = await host.CreateBranchAsync(31, count: 40);
        using var browser = await host.BrowseAsAsync((await host.CreateUserAsync(Role.Leader, branch.Root.Code)).Email!, TestData.Password);
        var expected = (await RowsAsync(branch)).Where(a => a.State == ActivityState.Counted && a.Form == CommunicationForm.News).Select(a => a.Title).ToList();
        expected.ShouldNotBeEmpty();
        var address = new ActivityFilter { Form = CommunicationForm.News, State = ActivityState.Counted }.ToQuery();

        var answer = await browser.GetAsync($"{ActivityLinks.List}{address}&handler=Export");
        var rows = SheetReader.Read(new MemoryStream(await answer.Response.Content.ReadAsByteArrayAsync())).Skip(1).Select(row => row.Cells[4]).ToList();
        rows.ShouldBe(expected, ignoreOrder: true);
        var text = (await browser.GetAsync($"{ActivityLinks.List}{address}&handler=Export&dang=csv")).Text;
        expected.ShouldAllBe(title => text.Contains(title));
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(expected.Count + 1);
    }

    [Fact]
    public async Task List_OfSeveralForms_HoldsThemAll_AndStaysNarrowedWhenSearched()
    {
        var branch = await host.CreateBranchAsync(32, count: 40);
        using var browser = await host.BrowseAsAsync((await host.CreateUserAsync(Role.Leader, branch.Root.Code)).Email!, TestData.Password);
        CommunicationForm[] forms = [.. (await RowsAsync(branch)).Where(a => a.State == ActivityState.Counted).Select(a => a.Form).Distinct().Take(2)];
        forms.Length.ShouldBe(2);
        var expected = (await RowsAsync(branch)).Count(a => a.State == ActivityState.Counted && forms.Contains(a.Form));

        var filter = new ActivityFilter { AgencyId = branch.Root.AgencyId, Forms = forms, State = ActivityState.Counted };
        (await TotalAsync(browser, filter)).ShouldBe(expected);
        filter.From = new DateOnly(2020, 1, 2);
        (await TotalAsync(browser, filter)).ShouldBe(expected, "counted from the rows as from the sums");
        var page = await browser.GetAsync(ActivityLinks.List + filter.ToQuery());
        page.Document.QuerySelectorAll("input[name='hinh-thuc']").Select(input => input.GetAttribute("value")).ShouldBe(forms.Select(form => form.ToString()));
        (await browser.GetAsync($"{ActivityLinks.List}?hinh-thuc=&tim=")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task Month_ShowsEachDayWithItsActivities_AndEveryDayOpensItsRows()
    {
        var agency = await host.CreateAgencyAsync();
        for (var i = 0; i < 6; i++)
            await host.LogActivityAsync(agency.Code, a => a.Title = "Bản tin sáng");
        await host.LogActivityAsync(agency.Code, a => a.HeldOn(new DateOnly(2026, 3, 31), new DateOnly(2026, 4, 2)));
        await host.LogActivityAsync(agency.Code, a => a.HeldOn(new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 1)));
        await host.LogActivityAsync("tg-stc");
        using var browser = await host.BrowseAsAsync((await host.CreateUserAsync(Role.Leader, agency.Code)).Email!, TestData.Password);

        var page = await browser.GetAsync($"{ActivityLinks.Month}?thang={Uri.EscapeDataString("tháng 3/2026")}");

        page.Document.QuerySelectorAll(".month > li").Length.ShouldBe(31);
        page.TextOf(".month-head")!.ShouldContain("7 hoạt động");
        var day = page.Document.QuerySelectorAll(".month > li")[3];
        day.QuerySelectorAll("ul a").Length.ShouldBe(4);
        day.TextContent.ShouldContain("và 2 nữa");
        (await browser.GetAsync(day.QuerySelector(".month-day a")!.GetAttribute("href")!)).TextOf(".table-foot")!.ShouldContain("1–6 trong 6");
        page.Document.QuerySelectorAll(".month > li")[30].TextContent.ShouldContain("đến 02/04/2026");
        page.Document.QuerySelectorAll(".month > li:not(.none)").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Timeline_TellsTheLatestFirst_WithinTheFilter()
    {
        var agency = await host.CreateAgencyAsync();
        await host.LogActivityAsync(agency.Code, a => (a.Title, a.People) = ("Việc trước", 12));
        await host.LogActivityAsync(agency.Code, a =>
        {
            a.Title = "Việc sau";
            a.HeldOn(new DateOnly(2026, 4, 2), new DateOnly(2026, 4, 2));
        });
        await host.LogActivityAsync("tg-stc", a => a.Title = "Việc của cơ quan khác");
        using var browser = await host.BrowseAsAsync((await host.CreateUserAsync(Role.Leader, agency.Code)).Email!, TestData.Password);

        var page = await browser.GetAsync(ActivityLinks.Timeline);

        page.Document.QuerySelectorAll("main .timeline strong").Select(title => title.TextContent.Trim()).ShouldBe(["Việc sau", "Việc trước"]);
        page.TextOf("main")!.ShouldContain("12 người");
        (await browser.GetAsync($"{ActivityLinks.Timeline}?den=31/3/2026")).Document.QuerySelectorAll("main .timeline strong").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Pictures_ShowWhatMayBeHandedOut_OfTheFilterAndOnesScope()
    {
        var (agency, other) = (await host.CreateAgencyAsync(), await host.CreateAgencyAsync());
        var (mine, theirs) = (await host.LogActivityAsync(agency.Code, a => a.Title = "Treo pa nô"), await host.LogActivityAsync(other.Code));
        var shown = Picture(mine.ActivityId);
        var removed = Picture(mine.ActivityId, p => p.RemovedAt = p.AddedAt);
        var infected = Picture(mine.ActivityId, p => p.Scan = ScanState.Infected);
        var document = Picture(mine.ActivityId, p => p.Kind = ContentKind.Pdf);
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            foreach (var picture in new[] { shown, removed, infected, document, Picture(theirs.ActivityId) })
            {
                var file = await services.GetRequiredService<FileStore>().SaveAsync(new MemoryStream([0xFF, 0xD8, 0xFF, (byte)Random.Shared.Next(256)]), "anh.jpg");
                picture.FileId = file.StoredFileId;
                db.Add(picture);
            }

            await db.SaveChangesAsync();
        });
        using var browser = await host.BrowseAsAsync((await host.CreateUserAsync(Role.Leader, agency.Code)).Email!, TestData.Password);

        (await ShownAsync("")).ShouldBe([$"{ActivityLinks.EvidenceFile(mine.ActivityId, shown.EvidenceId)}?xem=true"]);
        (await ShownAsync("?hinh-thuc=Broadcast")).ShouldBeEmpty();

        async Task<List<string?>> ShownAsync(string query) =>
            [.. (await browser.GetAsync(ActivityLinks.Pictures + query)).Document.QuerySelectorAll("main .evidence-face img").Select(picture => picture.GetAttribute("src"))];

        static Evidence Picture(Guid activityId, Action<Evidence>? change = null)
        {
            var picture = new Evidence { EvidenceId = Guid.CreateVersion7(), ActivityId = activityId, Kind = ContentKind.Jpeg, AddedAt = new DateTime(2026, 3, 4, 0, 0, 0, DateTimeKind.Utc) };
            change?.Invoke(picture);
            return picture;
        }
    }

    [Theory]
    [InlineData(nameof(MovingSpan.ThisMonth), "2026-02-01", "2026-02-28")]
    [InlineData(nameof(MovingSpan.LastMonth), "2026-01-01", "2026-01-31")]
    [InlineData(nameof(MovingSpan.ThisQuarter), "2026-01-01", "2026-03-31")]
    [InlineData(nameof(MovingSpan.LastQuarter), "2025-10-01", "2025-12-31")]
    [InlineData(nameof(MovingSpan.ThisYear), "2026-01-01", "2026-12-31")]
    [InlineData(nameof(MovingSpan.LastYear), "2025-01-01", "2025-12-31")]
    public void Span_OnADay_IsTheMonthsOfficersMean(string span, string from, string to)
    {
        var period = ActivityFilter.Of(Enum.Parse<MovingSpan>(span), new DateOnly(2026, 2, 15));

        (period.Start, period.End).ShouldBe((DateOnly.ParseExact(from, "yyyy-MM-dd"), DateOnly.ParseExact(to, "yyyy-MM-dd")));
    }

    private static async Task<long> TotalAsync(TestBrowser browser, ActivityFilter filter)
    {
        var page = await browser.GetAsync(ActivityLinks.Rows(filter));
        page.Status.ShouldBe(HttpStatusCode.OK);
        return page.TextOf("#activities .table-foot > span") is { } foot ? long.Parse(foot.Split(' ')[^1].Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    private static ActivityFilter RandomFilter(Random random, ActiveBranch branch)
    {
        var month = new DateOnly(2025, 1 + random.Next(12), 1).AddYears(random.Next(2));
        var monday = new DateOnly(2025, 1, 6).AddDays(7 * random.Next(90));
        var (from, to) = random.Next(5) switch
        {
            0 => ((DateOnly?)null, (DateOnly?)null),
            1 => (month, month.AddMonths(random.Next(1, 9)).AddDays(-1)),
            2 => (monday, monday.AddDays(6 + (7 * random.Next(20)))),
            3 => (month, null),
            _ => (month.AddDays(random.Next(20)), month.AddMonths(4).AddDays(random.Next(20))),
        };
        return new ActivityFilter
        {
            Query = random.Next(6) == 0 ? "1" : null,
            Form = random.Next(3) == 0 ? RandomActivities.Forms[random.Next(3)] : null,
            TopicId = random.Next(4) == 0 ? branch.Topics[random.Next(3)] : null,
            State = random.Next(3) switch { 0 => ActivityState.Counted, 1 => ActivityState.Withdrawn, _ => null },
            Integrated = random.Next(4) == 0 ? random.Next(2) == 0 : null,
            From = from,
            To = to,
        };
    }

    private Task<List<Activity>> RowsAsync(ActiveBranch branch)
    {
        var ids = branch.All.Select(agency => agency.AgencyId).ToList();
        return host.QueryAsync(db => db.Set<Activity>().AsNoTracking().Where(activity => ids.Contains(activity.AgencyId)).ToListAsync());
    }
}

public sealed class ActivityViewsOnSqlite(SqliteHost host) : ActivityViewsTests(host), IClassFixture<SqliteHost>;

public sealed class ActivityViewsOnPostgres(PostgresHost host) : ActivityViewsTests(host), IClassFixture<PostgresHost>;
