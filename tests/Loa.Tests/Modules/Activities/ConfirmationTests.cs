using System.Net;
using AngleSharp.Html.Dom;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Activities;

/// <summary>An agency's rule, and the queue of what waits for a second person.</summary>
public abstract class ConfirmationTests(LoaHost host)
{
    [Fact]
    public async Task Rule_SetByTheOfficer_HoldsForWhatIsLoggedNext_AndIsRecorded()
    {
        var agency = await host.AgencyIdAsync("tg-stp");
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        (await host.LogActivityAsync("tg-stp")).State.ShouldBe(ActivityState.Counted);
        var page = await browser.GetAsync(ActivityLinks.Rules);

        (await page.SubmitAsync(page.Form("main form[method=post]"), ("ConfirmationRequired", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await host.LogActivityAsync("tg-stp")).State.ShouldBe(ActivityState.Unconfirmed);
        (await host.QueryAsync(db => db.Set<AuditChange>().AnyAsync(change => change.SubjectType == nameof(ActivityRules) && change.SubjectId == agency))).ShouldBeTrue();
        var after = await browser.GetAsync(ActivityLinks.Rules);
        ((IHtmlInputElement)after.Document.QuerySelector("input[type=checkbox][name=ConfirmationRequired]")!).IsChecked.ShouldBeTrue();
        (await after.SubmitAsync(after.Form("main form[method=post]"), ("ConfirmationRequired", "false"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.LogActivityAsync("tg-stp")).State.ShouldBe(ActivityState.Counted);
    }

    [Fact]
    public async Task Rule_OfAnotherAgency_IsNotFound()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var page = await browser.GetAsync(ActivityLinks.Rules);
        var form = page.Form("main form[method=post]");
        var other = ActivityLinks.RulesOf(await host.AgencyIdAsync("tg-stc"));
        form.SetAttribute("action", other);

        (await browser.GetAsync(other)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await page.SubmitAsync(form, ("ConfirmationRequired", "true"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Queue_ConfirmsManyAtOnce_ButNotWhatOneLoggedOneself()
    {
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            db.Add(new ActivityRules { AgencyId = await host.AgencyIdAsync("tg-sxd"), ConfirmationRequired = true });
            await db.SaveChangesAsync();
        });
        var first = await host.CreateUserAsync(Role.UnitOfficer, "tg-sxd");
        var second = await host.CreateUserAsync(Role.Leader, "tg-sxd");
        var theirs = new List<Activity>();
        for (var i = 0; i < 3; i++)
            theirs.Add(await host.LogActivityAsync("tg-sxd", activity => activity.Title = $"Chờ số {i}", loggedBy: first.Id));
        var own = await host.LogActivityAsync("tg-sxd", loggedBy: second.Id);
        using var browser = await host.BrowseAsAsync(second.Email!, TestData.Password);
        (await browser.GetAsync(ActivityLinks.List)).Document.QuerySelector($"a[href='{ActivityLinks.Queue}']").ShouldNotBeNull();
        var queue = await browser.GetAsync(ActivityLinks.Queue);

        queue.Document.QuerySelectorAll("[name=Ids]").Length.ShouldBe(3);
        queue.TextOf("main")!.ShouldContain("1 hoạt động do bạn ghi");
        var form = queue.Form("main form");
        (await queue.SubmitAsync(form)).Status.ShouldBe(HttpStatusCode.BadRequest, "none is ticked");
        (await queue.SubmitAsync(form, ("Ids", theirs[0].ActivityId.ToString()), ("Ids", theirs[2].ActivityId.ToString()), ("Ids", own.ActivityId.ToString()))).Status.ShouldBe(HttpStatusCode.Redirect);

        var states = await host.QueryAsync(db => db.Set<Activity>().AsNoTracking().Where(activity => activity.AgencyId == own.AgencyId).ToDictionaryAsync(activity => activity.ActivityId, activity => activity.State));
        (states[theirs[0].ActivityId], states[theirs[1].ActivityId], states[theirs[2].ActivityId], states[own.ActivityId]).ShouldBe((ActivityState.Counted, ActivityState.Unconfirmed, ActivityState.Counted, ActivityState.Unconfirmed));
        var totals = await host.QueryAsync(db => db.Set<ActivityTotal>().Where(total => total.AgencyId == own.AgencyId).GroupBy(total => total.State).Select(state => new { state.Key, Sum = state.Sum(total => total.Activities) }).ToDictionaryAsync(state => state.Key, state => state.Sum));
        (totals[ActivityState.Counted], totals[ActivityState.Unconfirmed]).ShouldBe((2, 2), "the two are counted apart");
    }

    [Fact]
    public async Task Rule_SavedHere_HoldsAtOnce_AndSavedByAnotherServerSoonAfter()
    {
        (await host.LogActivityAsync("tg-sgtvt")).State.ShouldBe(ActivityState.Counted);
        var agency = await host.AgencyIdAsync("tg-sgtvt");
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            db.Add(new ActivityRules { AgencyId = agency, ConfirmationRequired = true });
            await db.SaveChangesAsync();
        });
        (await host.LogActivityAsync("tg-sgtvt")).State.ShouldBe(ActivityState.Unconfirmed, "saved here");

        // Past this server's tracker, as another server would.
        await host.InScopeAsync(services => services.GetRequiredService<LoaDbContext>().Set<ActivityRules>().Where(rules => rules.AgencyId == agency).ExecuteDeleteAsync());
        await Task.Delay(ConfirmationRule.Fresh + TimeSpan.FromMilliseconds(100));
        (await host.LogActivityAsync("tg-sgtvt")).State.ShouldBe(ActivityState.Counted, "known after a while");
    }

    [Fact]
    public async Task Forms_HiddenAndReordered_AreOfferedSo()
    {
        using var administrator = await host.BrowseAsAsync(Role.Administrator);
        var page = await administrator.GetAsync(ActivityLinks.Forms);
        var row = FormCatalogue.Kinds.ToList().FindIndex(kind => kind.Form == CommunicationForm.MobileVan);
        var last = FormCatalogue.Kinds.ToList().FindIndex(kind => kind.Form == CommunicationForm.Loudspeaker);
        (await page.SubmitAsync(page.Form("main form"), ($"Rows[{row}].IsShown", "false"), ($"Rows[{last}].Order", "5"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var offered = (await browser.GetAsync(ActivityLinks.Log)).Document.QuerySelectorAll($"section[aria-labelledby={FormFamily.OnAir}] a").Select(link => link.GetAttribute("href")).ToList();
        offered.ShouldBe([ActivityLinks.LogForm(CommunicationForm.Loudspeaker), ActivityLinks.LogForm(CommunicationForm.Broadcast)]);
        (await page.SubmitAsync(page.Form("main form"), ("Rows[0].Order", "1000"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetAsync(ActivityLinks.Forms)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Withdrawn_IsRestoredBeforeItIsChanged()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stc");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var activity = await host.LogActivityAsync("tg-stc", a => a.State = ActivityState.Counted);
        var page = await browser.GetAsync(ActivityLinks.Activity(activity.ActivityId));
        (await page.SubmitAsync(page.Form("form[action*='handler=Withdraw']"), ("Reason", "Ghi nhầm"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await browser.GetAsync(ActivityLinks.Edit(activity.ActivityId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(ActivityLinks.Activity(activity.ActivityId))).Document.QuerySelector($"a[href='{ActivityLinks.Edit(activity.ActivityId)}']").ShouldBeNull();
    }
}

public sealed class ConfirmationOnSqlite(SqliteHost host) : ConfirmationTests(host), IClassFixture<SqliteHost>;

public sealed class ConfirmationOnPostgres(PostgresHost host) : ConfirmationTests(host), IClassFixture<PostgresHost>;
