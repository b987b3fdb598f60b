using System.Net;
using Loa.Modules.Agencies;
using Loa.Modules.Reports;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Reports;

/// <summary>What the reports below say in one section, and who says nothing yet.</summary>
public abstract class ContributionTests(LoaHost host)
{
    [Fact]
    public async Task SameWords_AreOnePiece_InTheOrderOfOfficialLists_AndAreQuotedWithAllWhoSayThem()
    {
        var body = await BeginAsync(4);
        await SayAsync(body, "Đã làm tốt.", "Chưa làm.", "Đã làm tốt.", "");
        using var officer = await host.OfficerOfAsync(body.Owner);

        var page = await officer.GetAsync(body.Address);

        Headings(page).ShouldBe([$"{body.Units[0].Name}, {body.Units[2].Name}", body.Units[1].Name]);
        page.TextOf("main")!.ShouldNotContain(body.Units[3].Name, customMessage: "who wrote nothing says nothing");
        var first = await host.ReportAsync(body.Period, body.Units[0].AgencyId);
        var quoted = await page.SubmitAsync(page.Form($"form[action*='handler=Quote']:has([value='{first.ReportId}'])"));
        quoted.Status.ShouldBe(HttpStatusCode.Redirect, quoted.TextOf("main"));
        (await TextAsync(body)).ShouldBe($"{body.Units[0].Name}, {body.Units[2].Name}: Đã làm tốt.");
        var silent = await host.ReportAsync(body.Period, body.Units[3].AgencyId);
        var again = await officer.GetAsync(body.Address);
        (await again.SubmitAsync(again.Form("form[action*='handler=Quote']"), ("ReportId", silent.ReportId.ToString()))).Status.ShouldBe(HttpStatusCode.NotFound, "an empty text is no piece");
    }

    [Fact]
    public async Task Pieces_ComeTwentyAPage()
    {
        var body = await BeginAsync(22);
        await SayAsync(body, [.. Enumerable.Range(0, 22).Select(i => $"Nội dung {i % 21:00}.")]);
        using var officer = await host.OfficerOfAsync(body.Owner);

        var first = await officer.GetAsync(body.Address);
        var second = await officer.GetAsync($"{body.Address}?trang=2");

        Headings(first).Count.ShouldBe(20);
        Headings(first)[0].ShouldBe($"{body.Units[0].Name}, {body.Units[21].Name}");
        first.TextOf(".prose").ShouldBe("Nội dung 00.");
        Headings(second).ShouldBe([body.Units[20].Name]);
        second.TextOf(".prose").ShouldBe("Nội dung 20.");
    }

    [Fact]
    public async Task Missing_NamesThoseWhoHaveNotSent_ApartFromThoseWhoWaitForTheReceiver()
    {
        var body = await BeginAsync(4);
        await OrderAsync(body);
        await host.SentAsync(body.Period, body.Units[1], host.Today(), ReportState.Returned);
        await host.SentAsync(body.Period, body.Units[2], host.Today());
        await host.SentAsync(body.Period, body.Units[3], host.Today(), ReportState.Accepted);
        using var officer = await host.OfficerOfAsync(body.Owner);

        (await WriteMissingAsync(officer, body)).Status.ShouldBe(HttpStatusCode.Redirect);

        var (one, two, three) = (body.Units[0].Name, body.Units[1].Name, body.Units[2].Name);
        var text = $"Các cơ quan, đơn vị chưa có báo cáo: {one}; {two}. Báo cáo đã gửi, chưa được tiếp nhận: {three}.";
        (await TextAsync(body)).ShouldBe(text);
        await host.SentAsync(body.Period, body.Units[0], host.Today());
        await host.SentAsync(body.Period, body.Units[1], host.Today());
        (await WriteMissingAsync(officer, body)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await TextAsync(body)).ShouldBe($"{text}\n\nBáo cáo đã gửi, chưa được tiếp nhận: {one}; {two}; {three}.", "nobody is left who has not sent");
    }

    private async Task<Body> BeginAsync(int units)
    {
        var (owner, below) = await host.CreateBodyAsync(units);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var period = await host.OpenAsync(outline);
        var (root, section) = (await host.ReportAsync(period, owner.AgencyId), outline.Sections[2].OutlineSectionId);
        return new Body(owner, below, period, root, section, ReportLinks.Contributions(root.ReportId, section));
    }

    /// <summary>In the order of the agencies each says its words, and is accepted.</summary>
    private async Task SayAsync(Body body, params string[] texts)
    {
        await OrderAsync(body);
        for (var i = 0; i < texts.Length; i++)
        {
            await host.SentAsync(body.Period, body.Units[i], host.Today(), ReportState.Accepted);
            var (report, text) = (await host.ReportAsync(body.Period, body.Units[i].AgencyId), texts[i]);
            await host.QueryAsync(db => db.Set<ReportText>().Where(row => row.ReportId == report.ReportId && row.OutlineSectionId == body.SectionId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, text)));
        }
    }

    private async Task OrderAsync(Body body)
    {
        for (var i = 0; i < body.Units.Count; i++)
        {
            var (unit, place) = (body.Units[i].AgencyId, i + 1);
            await host.QueryAsync(db => db.Set<Report>().Where(report => report.ReportingPeriodId == body.Period.ReportingPeriodId && report.AgencyId == unit).ExecuteUpdateAsync(set => set.SetProperty(report => report.SortOrder, place)));
        }
    }

    private static async Task<TestPage> WriteMissingAsync(TestBrowser officer, Body body)
    {
        var page = await officer.GetAsync(body.Address);
        return await page.SubmitAsync(page.Form("form[action*='handler=Missing']"));
    }

    private Task<string?> TextAsync(Body body) => host.QueryAsync(db => db.Set<ReportText>().Where(row => row.ReportId == body.Root.ReportId && row.OutlineSectionId == body.SectionId).Select(row => row.Text).SingleAsync());

    private static List<string> Headings(TestPage page) => [.. page.Document.QuerySelectorAll("main section.card h2").Select(heading => heading.TextContent.Trim())];

    private sealed record Body(Agency Owner, IReadOnlyList<Agency> Units, ReportingPeriod Period, Report Root, Guid SectionId, string Address);
}

public sealed class ContributionsOnSqlite(SqliteHost host) : ContributionTests(host), IClassFixture<SqliteHost>;

public sealed class ContributionsOnPostgres(PostgresHost host) : ContributionTests(host), IClassFixture<PostgresHost>;
