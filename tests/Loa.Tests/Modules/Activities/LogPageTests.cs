using System.Net;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Directives;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Activities;

/// <summary>The page on which an officer logs: what it offers, what it asks about, what it never loses.</summary>
public abstract class LogPageTests(LoaHost host)
{
    [Fact]
    public async Task Log_NumbersAsOfficersWriteThem_AreUnderstood()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stc");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var page = await browser.GetAsync(ActivityLinks.LogForm(CommunicationForm.Conference));

        var answer = await page.SubmitAsync(page.Form("form[data-offline]"), ("Input.StartsOn", "5/3/2026"), ("Input.Title", "Hội nghị"), ("Input.People", "1.234"), ("Input.PeopleBy", "SignedList"), ("Input.Cost", "4.500.000 đồng"));

        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.TextOf("main"));
        var saved = await SavedAsync(officer.Id);
        (saved.People, saved.Cost).ShouldBe((1234, 4_500_000));
        answer.Location.ShouldBe(ActivityLinks.Evidence(saved.ActivityId), "the next step is the evidence");
        var edit = await browser.GetAsync(ActivityLinks.Edit(saved.ActivityId));
        edit.Document.QuerySelector("[name='Input.Cost']")!.GetAttribute("value").ShouldBe("4.500.000");
    }

    [Theory]
    [InlineData("Input.People", "hai trăm", "Không hiểu số")]
    [InlineData("Input.People", "1.5", "Không hiểu số")]
    [InlineData("Input.Cost", "4,5 triệu", "Không hiểu số tiền")]
    public async Task Log_NumbersThatAreNone_ComeBackAsTyped(string field, string typed, string said)
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stc");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var page = await browser.GetAsync(ActivityLinks.LogForm(CommunicationForm.Conference));

        var answer = await page.SubmitAsync(page.Form("form[data-offline]"), ("Input.Title", "Hội nghị"), (field, typed));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.TextOf(".error-summary")!.ShouldContain(said);
        answer.Document.QuerySelector($"[name='{field}']")!.GetAttribute("value").ShouldBe(typed);
        answer.Document.QuerySelector("form[data-offline]")!.GetAttribute("data-fresh").ShouldBeNullOrEmpty("what was typed stands in the page, not in the browser's draft");
    }

    [Fact]
    public async Task Log_WhatLooksLikeAnother_IsAskedAboutAndNotStopped()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-sct");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var before = await host.LogActivityAsync("tg-sct", activity => activity.Title = "Tin về cải cách hành chính quý I");
        var page = await browser.GetAsync(ActivityLinks.LogForm(CommunicationForm.News));

        var asked = await page.SubmitAsync(page.Form("form[data-offline]"), ("Input.StartsOn", "4/3/2026"), ("Input.Title", "TIN cải cách hành chính quý 1"), ("Input.Times", "7"));

        asked.Status.ShouldBe(HttpStatusCode.BadRequest);
        asked.Document.QuerySelector($".notice a[href='{ActivityLinks.Activity(before.ActivityId)}']").ShouldNotBeNull();
        asked.Document.QuerySelector("[name='Input.Times']")!.GetAttribute("value").ShouldBe("7");
        (await host.QueryAsync(db => db.Set<Activity>().AnyAsync(activity => activity.LoggedById == officer.Id))).ShouldBeFalse();

        (await asked.SubmitAsync(asked.Form("form[data-offline]"), ("Anyway", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await SavedAsync(officer.Id)).Times.ShouldBe(7);
    }

    [Theory]
    [InlineData("Input.Title", "Đối thoại với doanh nghiệp")]
    [InlineData("Input.StartsOn", "6/3/2026")]
    public async Task Log_AnotherTitleOrDay_IsNotAskedAbout(string field, string value)
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-skhcn");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var before = await host.LogActivityAsync("tg-skhcn", activity => activity.Title = TestData.Unique("Chuyên mục tuần "));
        var page = await browser.GetAsync(ActivityLinks.LogForm(CommunicationForm.News));
        var values = new Dictionary<string, string> { ["Input.StartsOn"] = "4/3/2026", ["Input.Title"] = before.Title, [field] = value };

        (await page.SubmitAsync(page.Form("form[data-offline]"), [.. values.Select(pair => (pair.Key, pair.Value))])).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Again_FillsTheFormAsLastTime_ForToday()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var before = await host.LogActivityAsync("tg-stp", activity => (activity.Form, activity.Title, activity.Times, activity.Minutes) = (CommunicationForm.Loudspeaker, "Hướng dẫn nộp hồ sơ", 3, 20));

        (await browser.GetAsync(ActivityLinks.Log)).Document.QuerySelector($"a[href='{ActivityLinks.LogLike(before.ActivityId)}']").ShouldNotBeNull();
        (await browser.GetAsync(ActivityLinks.List)).Document.QuerySelector($"a[href='{ActivityLinks.LogLike(before.ActivityId)}']").ShouldNotBeNull();
        (await browser.GetAsync(ActivityLinks.Activity(before.ActivityId))).Document.QuerySelector($"a[href='{ActivityLinks.LogLike(before.ActivityId)}']").ShouldNotBeNull();
        var page = await browser.GetAsync(ActivityLinks.LogLike(before.ActivityId));
        var answer = await page.SubmitAsync(page.Form("form[data-offline]"));

        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.TextOf("main"));
        var saved = await SavedAsync(officer.Id);
        (saved.Form, saved.Title, saved.Times, saved.Minutes).ShouldBe((CommunicationForm.Loudspeaker, "Hướng dẫn nộp hồ sơ", 3, 20));
        saved.StartsOn.ShouldNotBe(before.StartsOn);
    }

    [Fact]
    public async Task Again_OfAStrangersActivity_IsNotFound()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var before = await host.LogActivityAsync("tg-stc");

        (await browser.GetAsync(ActivityLinks.LogLike(before.ActivityId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(ActivityLinks.SeriesLike(before.ActivityId))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Log_WithoutAnAgency_AsksToChooseOne()
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);

        (await browser.GetAsync(ActivityLinks.LogForm(CommunicationForm.News))).Document.QuerySelector("main a[href^='/tai-khoan/co-quan']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Log_AFormIsFoundByTyping_WithoutMarks()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);

        var page = await browser.GetAsync(ActivityLinks.Log + "?tim=to+gap");

        page.Document.QuerySelector($"a[href='{ActivityLinks.LogForm(CommunicationForm.Leaflet)}']").ShouldNotBeNull();
        page.Document.QuerySelector($"a[href='{ActivityLinks.LogForm(CommunicationForm.Conference)}']").ShouldBeNull();
    }

    [Fact]
    public async Task Log_ASteeringDocument_IsRecordedWhereItsNumberIsAskedFor()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);

        var page = await browser.GetAsync(ActivityLinks.Log);
        page.Document.QuerySelector($"main a.tile[href='{DirectiveLinks.New}']").ShouldNotBeNull();
        page.Document.QuerySelector($"main a.tile[href='{ActivityLinks.LogForm(CommunicationForm.Directive)}']").ShouldBeNull();
        (await browser.GetAsync(ActivityLinks.LogForm(CommunicationForm.Directive))).Location.ShouldBe(DirectiveLinks.New);
    }

    /// <summary>A script has to tell "logged" from "led to the sign-in", and may send one form again and again.</summary>
    [Fact]
    public async Task Log_SentLaterByAScript_IsToldWhereItStands_AndLoggedOnce()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-sxd");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var page = await browser.GetAsync(ActivityLinks.LogForm(CommunicationForm.Article));
        page.Form("form[data-offline]").GetAttribute("data-offline").ShouldBe(officer.Id.ToString());
        browser.Headers.Add("X-Requested-With", "offline");

        var first = await page.SubmitAsync(page.Form("form[data-offline]"), ("Input.Title", "Bài viết ngoại tuyến"));
        var second = await page.SubmitAsync(page.Form("form[data-offline]"), ("Input.Title", "Bài viết ngoại tuyến"));

        (first.Status, second.Status).ShouldBe((HttpStatusCode.Created, HttpStatusCode.Created));
        first.Location.ShouldBe(ActivityLinks.Evidence((await SavedAsync(officer.Id)).ActivityId));
        second.Location.ShouldBe(first.Location);
    }

    private Task<Activity> SavedAsync(Guid loggedBy) => host.QueryAsync(db => db.Set<Activity>().AsNoTracking().SingleAsync(activity => activity.LoggedById == loggedBy));
}

public sealed class LogPageOnSqlite(SqliteHost host) : LogPageTests(host), IClassFixture<SqliteHost>;

public sealed class LogPageOnPostgres(PostgresHost host) : LogPageTests(host), IClassFixture<PostgresHost>;
