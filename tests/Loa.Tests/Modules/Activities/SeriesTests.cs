using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Activities.Series;
using Loa.Modules.Notifications;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Activities;

public abstract class SeriesTests(LoaHost host)
{
    [Fact]
    public async Task Write_ABroadcastEachWeekOfAQuarter_LogsThemAllOnce()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stc");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var first = await host.LogActivityAsync("tg-stc", activity =>
        {
            (activity.Form, activity.Title, activity.Times, activity.Minutes) = (CommunicationForm.Loudspeaker, TestData.Unique("Loa tuần "), 2, 15);
            activity.HeldOn(new DateOnly(2026, 1, 6), new DateOnly(2026, 1, 6));
        });
        var start = await browser.GetAsync(ActivityLinks.SeriesLike(first.ActivityId));
        var preview = await start.SubmitAsync(start.Form("main form"), ("From", "6/1/2026"), ("To", "31/3/2026"));

        var days = preview.Document.QuerySelectorAll<IHtmlInputElement>("[name=Days]").ToList();
        days.Count.ShouldBe(13);
        days[0].IsChecked.ShouldBeFalse("it was logged before");
        preview.TextOf(".days")!.ShouldContain("Tết Nguyên đán");
        var form = preview.Form("main form");
        form.SetAttribute("action", ActivityLinks.Series + "?handler=Write");
        var answer = await preview.SubmitAsync(form);
        (await preview.SubmitAsync(form)).Status.ShouldBe(HttpStatusCode.Redirect, "pressed twice");

        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.TextOf("main"));
        var saved = await host.QueryAsync(db => db.Set<Activity>().AsNoTracking().Where(activity => activity.LoggedById == officer.Id).OrderBy(activity => activity.StartsOn).ToListAsync());
        saved.Select(activity => activity.StartsOn).ShouldBe(Enumerable.Range(1, 12).Select(week => new DateOnly(2026, 1, 6).AddDays(7 * week)));
        saved.ShouldAllBe(activity => activity.Title == first.Title && activity.Times == 2 && activity.Minutes == 15 && activity.State == ActivityState.Counted);
        (await browser.GetAsync(answer.Location!)).TextOf("main")!.ShouldContain(first.Title);
    }

    [Fact]
    public async Task Start_FromTheForm_LosesNothingThatWasTyped()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var page = await browser.GetAsync(ActivityLinks.LogForm(CommunicationForm.Broadcast));
        var form = page.Form("form[data-offline]");
        form.SetAttribute("action", ActivityLinks.Series);

        var series = await page.SubmitAsync(form, ("Input.Title", "Chuyên mục"), ("Input.Channel", "Đài tỉnh"), ("Input.Minutes", "15"));

        series.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var (name, value) in new[] { ("Input.Title", "Chuyên mục"), ("Input.Channel", "Đài tỉnh"), ("Input.Minutes", "15") })
            series.Document.QuerySelector($"[name='{name}']")!.GetAttribute("value").ShouldBe(value);
    }

    [Theory]
    [InlineData("1/1/2026", "1/1/2100", "chưa tới")]
    [InlineData("1/3/2026", "1/1/2026", "từ ngày bắt đầu trở đi")]
    [InlineData("", "1/3/2026", "ngày đầu của loạt")]
    [InlineData("1/1/2015", "1/3/2026", "Nhiều nhất 400 ngày")]
    public async Task Preview_OfWhatCannotBe_SaysWhatToDo(string from, string to, string said)
    {
        using var browser = await BrowseAsync();
        var page = await StartAsync(browser);

        var answer = await page.SubmitAsync(page.Form("main form"), ("From", from), ("To", to));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.TextOf(".error-summary")!.ShouldContain(said);
    }

    [Fact]
    public async Task Write_ADayToCome_IsRefused_AndNothingIsWritten()
    {
        using var browser = await BrowseAsync();
        var page = await StartAsync(browser);
        var form = page.Form("main form");
        form.SetAttribute("action", ActivityLinks.Series + "?handler=Write");
        var title = TestData.Unique("Tương lai ");

        var answer = await page.SubmitAsync(form, ("Input.Title", title), ("Days", "5/3/2026"), ("Days", "1/1/2100"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.TextOf(".error-summary")!.ShouldContain("Có ngày chưa tới");
        (await host.QueryAsync(db => db.Set<Activity>().AnyAsync(activity => activity.Title == title))).ShouldBeFalse();
    }

    [Fact]
    public async Task Write_WhereASecondPersonIsAsked_TellsThemOnce()
    {
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            db.Add(new ActivityRules { AgencyId = await host.AgencyIdAsync("tg-skhcn"), ConfirmationRequired = true });
            await db.SaveChangesAsync();
        });
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-skhcn");
        var second = await host.CreateUserAsync(Role.Leader, "tg-skhcn");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var page = await StartAsync(browser, "tg-skhcn");
        var form = page.Form("main form");
        form.SetAttribute("action", ActivityLinks.Series + "?handler=Write");
        var told = await host.QueryAsync(db => db.Set<Notification>().CountAsync(notice => notice.UserId == second.Id));

        (await page.SubmitAsync(form, ("Days", "5/3/2026"), ("Days", "12/3/2026"), ("Days", "19/3/2026"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await host.QueryAsync(db => db.Set<Activity>().CountAsync(activity => activity.LoggedById == officer.Id && activity.State == ActivityState.Unconfirmed))).ShouldBe(3);
        (await host.QueryAsync(db => db.Set<Notification>().CountAsync(notice => notice.UserId == second.Id))).ShouldBe(told + 1);
    }

    private async Task<TestBrowser> BrowseAsync()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
        return await host.BrowseAsAsync(officer.Email!, TestData.Password);
    }

    private async Task<TestPage> StartAsync(TestBrowser browser, string agency = "tg-stp") => await browser.GetAsync(ActivityLinks.SeriesLike((await host.LogActivityAsync(agency)).ActivityId));
}

public sealed class SeriesOnSqlite(SqliteHost host) : SeriesTests(host), IClassFixture<SqliteHost>;

public sealed class SeriesOnPostgres(PostgresHost host) : SeriesTests(host), IClassFixture<PostgresHost>;

public sealed class SeriesDaysTests
{
    private static readonly DateOnly January = new(2026, 1, 31);

    [Fact]
    public void Monthly_FromTheLastOfJanuary_KeepsToTheEndOfEachMonth() =>
        SeriesDays.Between(January, new DateOnly(2026, 5, 31), SeriesRhythm.Monthly, []).ShouldBe([January, new(2026, 2, 28), new(2026, 3, 31), new(2026, 4, 30), new(2026, 5, 31)]);

    [Fact]
    public void Weekdays_AreThoseChosen() =>
        SeriesDays.Between(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 12), SeriesRhythm.Weekdays, [DayOfWeek.Monday, DayOfWeek.Thursday]).ShouldBe([new(2026, 3, 2), new(2026, 3, 5), new(2026, 3, 9), new(2026, 3, 12)]);

    [Fact]
    public void ALongSpan_IsCutBehindTheMost() =>
        SeriesDays.Between(new DateOnly(1900, 1, 1), new DateOnly(2026, 1, 1), SeriesRhythm.Weekdays, Enum.GetValues<DayOfWeek>()).Count.ShouldBe(SeriesDays.Most + 1);

    [Fact]
    public void Ids_FollowFromFormAndDay()
    {
        var form = Guid.CreateVersion7();

        SeriesDays.IdOf(form, January).ShouldBe(SeriesDays.IdOf(form, January));
        new[] { SeriesDays.IdOf(form, January), SeriesDays.IdOf(form, January.AddDays(1)), SeriesDays.IdOf(Guid.CreateVersion7(), January) }.Distinct().Count().ShouldBe(3);
    }
}
