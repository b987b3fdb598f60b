using System.Net;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Notifications;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Activities;

public abstract class ActivityTests(LoaHost host)
{
    [Fact]
    public async Task Log_ABroadcast_KeepsWhatTheFormAsksAndNothingElse()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stc");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var page = await browser.GetAsync(ActivityLinks.LogForm(CommunicationForm.Loudspeaker));

        page.Document.QuerySelector("[name='Input.Minutes']").ShouldNotBeNull();
        page.Document.QuerySelector("[name='Input.Copies']").ShouldBeNull("a broadcast is not printed");
        var answer = await page.SubmitAsync(page.Form("main form"), ("Input.StartsOn", "4/3/2026"), ("Input.Title", "Bản tin cải cách hành chính"), ("Input.Channel", "Đài truyền thanh xã"), ("Input.Times", "3"), ("Input.Minutes", "15"), ("Input.Copies", "900"));

        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.TextOf("main"));
        var saved = await host.QueryAsync(db => db.Set<Activity>().SingleAsync(a => a.LoggedById == officer.Id));
        (saved.Form, saved.Times, saved.Minutes, saved.Copies, saved.State, saved.Month, saved.Week).ShouldBe((CommunicationForm.Loudspeaker, 3, 15, null, ActivityState.Counted, 202603, 202610));
        (await host.QueryAsync(db => db.Set<Channel>().SingleAsync(c => c.ChannelId == saved.ChannelId))).Name.ShouldBe("Đài truyền thanh xã");
        (await browser.GetAsync(ActivityLinks.List)).TextOf("main")!.ShouldContain("Bản tin cải cách hành chính");

        // Pressing twice logs once; the outlet typed another way is the same one.
        (await page.SubmitAsync(page.Form("main form"), ("Input.StartsOn", "4/3/2026"), ("Input.Title", "Bản tin"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.QueryAsync(db => db.Set<Activity>().CountAsync(a => a.LoggedById == officer.Id))).ShouldBe(1);
        var again = await browser.GetAsync(ActivityLinks.LogForm(CommunicationForm.Loudspeaker));
        again.Document.QuerySelector("datalist option")!.GetAttribute("value").ShouldBe("Đài truyền thanh xã");
        (await again.SubmitAsync(again.Form("main form"), ("Input.Title", "Bản tin hai"), ("Input.Channel", "đài truyền thanh XÃ"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.QueryAsync(db => db.Set<Activity>().Where(a => a.LoggedById == officer.Id).Select(a => a.ChannelId).Distinct().CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData("Input.Title", "", "Hãy ghi tên")]
    [InlineData("Input.StartsOn", "1/1/2100", "chưa tới")]
    [InlineData("Input.Times", "0", "từ 1 đến 100.000")]
    [InlineData("Input.Minutes", "9999", "từ 1 đến 1.440")]
    public async Task Log_WithWhatCannotBe_SaysWhatToDoAndKeepsWhatWasTyped(string field, string value, string said)
    {
        var officer = await host.CreateUserAsync(Role.Editor, "tg-stc");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var page = await browser.GetAsync(ActivityLinks.LogForm(CommunicationForm.Broadcast));
        var values = new Dictionary<string, string> { ["Input.StartsOn"] = "4/3/2026", ["Input.Title"] = "Chuyên mục", ["Input.Channel"] = "Đài tỉnh" };
        values[field] = value;

        var answer = await page.SubmitAsync(page.Form("main form"), [.. values.Select(pair => (pair.Key, pair.Value))]);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.TextOf(".error-summary")!.ShouldContain(said);
        answer.Document.QuerySelector("[name='Input.Channel']")!.GetAttribute("value").ShouldBe("Đài tỉnh");
        (await host.QueryAsync(db => db.Set<Activity>().AnyAsync(a => a.LoggedById == officer.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Edit_ByTwoPeopleAtOnce_ShowsBothVersionsAndLosesNeither()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-sxd");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var activity = await host.LogActivityAsync("tg-sxd");
        var mine = await browser.GetAsync(ActivityLinks.Edit(activity.ActivityId));
        var theirs = await browser.GetAsync(ActivityLinks.Edit(activity.ActivityId));
        (await theirs.SubmitAsync(theirs.Form("main form"), ("Input.Title", "Bản của người kia"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var conflict = await mine.SubmitAsync(mine.Form("main form"), ("Input.Title", "Bản của tôi"));

        conflict.Status.ShouldBe(HttpStatusCode.BadRequest);
        conflict.Document.QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe("Bản của tôi");
        conflict.TextOf("section[aria-labelledby='ban-cua-ho']")!.ShouldContain("Bản của người kia");
        (await conflict.SubmitAsync(conflict.Form("main form"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ReadAsync(activity)).Title.ShouldBe("Bản của tôi");
    }

    [Fact]
    public async Task Confirmation_WhereAsked_TakesASecondPerson()
    {
        await host.InScopeAsync(async services =>
        {
            var db = (LoaDbContext)services.GetService(typeof(LoaDbContext))!;
            db.Add(new ActivityRules { AgencyId = await host.AgencyIdAsync("tg-sct"), ConfirmationRequired = true });
            await db.SaveChangesAsync();
        });
        var first = await host.CreateUserAsync(Role.UnitOfficer, "tg-sct");
        var second = await host.CreateUserAsync(Role.Leader, "tg-sct");
        var activity = await host.LogActivityAsync("tg-sct", loggedBy: first.Id);
        activity.State.ShouldBe(ActivityState.Unconfirmed);
        (await host.QueryAsync(db => db.Set<Notification>().AnyAsync(n => n.UserId == second.Id && n.Kind == ActivityDesk.ConfirmKind))).ShouldBeTrue();

        using var own = await host.BrowseAsAsync(first.Email!, TestData.Password);
        (await own.GetAsync(ActivityLinks.Activity(activity.ActivityId))).Document.QuerySelector("form[action*='handler=Confirm']").ShouldBeNull("nobody confirms what they logged");
        using var other = await host.BrowseAsAsync(second.Email!, TestData.Password);
        var page = await other.GetAsync(ActivityLinks.Activity(activity.ActivityId));
        (await page.SubmitAsync(page.Form("form[action*='handler=Confirm']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        ((await ReadAsync(activity)).State, (await ReadAsync(activity)).ConfirmedById).ShouldBe((ActivityState.Counted, second.Id));

        var edit = await own.GetAsync(ActivityLinks.Edit(activity.ActivityId));
        (await edit.SubmitAsync(edit.Form("main form"), ("Input.Times", "9"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ReadAsync(activity)).State.ShouldBe(ActivityState.Unconfirmed, "what was confirmed is no longer what stands there");
    }

    [Fact]
    public async Task Withdraw_NeedsAReason_AndCanBeTakenBack()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var activity = await host.LogActivityAsync("tg-stp");
        var page = await browser.GetAsync(ActivityLinks.Activity(activity.ActivityId));
        (await page.SubmitAsync(page.Form("form[action*='handler=Withdraw']"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync(page.Form("form[action*='handler=Withdraw']"), ("Reason", "Ghi nhầm"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await ReadAsync(activity)).State.ShouldBe(ActivityState.Withdrawn);
        (await browser.GetAsync(ActivityLinks.List)).Document.QuerySelector($"a[href='{ActivityLinks.Activity(activity.ActivityId)}']").ShouldBeNull();
        var after = await browser.GetAsync(ActivityLinks.Activity(activity.ActivityId));
        after.TextOf("main")!.ShouldContain("Ghi nhầm");
        (await after.SubmitAsync(after.Form("form[action*='handler=Restore']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ReadAsync(activity)).State.ShouldBe(ActivityState.Counted);
    }

    [Fact]
    public async Task Log_ForAnAgencyOutsideOnesScope_IsNotFound()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stc");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var page = await browser.GetAsync(ActivityLinks.LogForm(CommunicationForm.News));

        (await page.SubmitAsync(page.Form("main form"), ("Input.Title", "Tin"), ("Input.AgencyId", (await host.AgencyIdAsync("tg-sct")).ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<Activity> ReadAsync(Activity activity) => host.QueryAsync(db => db.Set<Activity>().AsNoTracking().SingleAsync(a => a.ActivityId == activity.ActivityId));
}

public sealed class ActivityOnSqlite(SqliteHost host) : ActivityTests(host), IClassFixture<SqliteHost>;

public sealed class ActivityOnPostgres(PostgresHost host) : ActivityTests(host), IClassFixture<PostgresHost>;
