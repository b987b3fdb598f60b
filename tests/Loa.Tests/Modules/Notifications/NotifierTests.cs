using System.Net;
using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Notifications;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Notifications;

public abstract class NotifierTests(LoaHost host)
{
    private const string Health = "soyte@thanhgiang.example";
    private const string Justice = "sotuphap@thanhgiang.example";

    [Fact]
    public async Task Notify_SameKeyTwiceAndAtOnce_ToldOnce()
    {
        var (user, key) = (await UserIdAsync(Health), Key());

        await NotifyAsync([user, user], key);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => NotifyAsync([user], key))));

        (await ForKeyAsync(key)).ShouldHaveSingleItem().UserId.ShouldBe(user);
    }

    [Fact]
    public async Task Notify_ThousandsOfPeople_EveryoneIsTold()
    {
        var people = await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            var users = Enumerable.Range(0, 3000).Select(i => User.Create($"nguoi-{Guid.CreateVersion7():N}@thanhgiang.example", $"Người {i}", default)).ToList();
            db.AddRange(users);
            await db.SaveChangesAsync();
            return users.ConvertAll(user => user.Id);
        });
        var key = Key();

        await NotifyAsync(people, key);

        (await host.QueryAsync(db => db.Set<Notification>().CountAsync(notification => notification.Key == key))).ShouldBe(3000);
    }

    [Fact]
    public async Task Notify_CauseNotSaved_NobodyIsTold()
    {
        var key = Key();

        await host.InScopeAsync(async services => await services.GetRequiredService<Notifier>().NotifyAsync([await UserIdAsync(Health)], SampleKinds.Task, "Việc", null, null, key));

        (await ForKeyAsync(key)).ShouldBeEmpty();
    }

    [Fact]
    public async Task NotifyAgency_TellsThoseGrantedExactlyThereWhoMayDoIt()
    {
        var (readers, issuers) = (Key(), Key());
        var justice = await host.AgencyIdAsync("tg-stp");
        var province = await host.AgencyIdAsync("tg");

        await host.InScopeAsync(async services =>
        {
            var notifier = services.GetRequiredService<Notifier>();
            await notifier.NotifyAgencyAsync(justice, Permissions.PlansRead, SampleKinds.Task, "Việc", null, null, readers);
            await notifier.NotifyAgencyAsync(province, Permissions.PlansIssue, SampleKinds.Task, "Việc", null, null, issuers);
            await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
        });

        (await ForKeyAsync(readers)).Select(notification => notification.UserId).ShouldBe([await UserIdAsync(Justice)]);
        (await ForKeyAsync(issuers)).Select(notification => notification.UserId).ShouldBe([await UserIdAsync("vanphong@thanhgiang.example")]);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    public Task Notify_LinkOutOfTheHouse_IsRefused(string link) => host.InScopeAsync(async services =>
        await Should.ThrowAsync<ArgumentException>(() => services.GetRequiredService<Notifier>().NotifyAsync([], SampleKinds.Task, "Việc", null, link, Key())));

    [Fact]
    public async Task Notify_ByPreference_MailAtOnceOrNothing_ButNotNothingWhereMandatory()
    {
        var (user, address) = await NewUserAsync();
        await PreferAsync(user, (SampleKinds.Task, NotificationMode.Immediate), (SampleKinds.Duty, NotificationMode.None));
        var (key, duty) = (Key(), Key());

        await NotifyAsync([user], key, title: "Nhiệm vụ mới:\r\nnộp báo cáo <quý I>");
        await NotifyAsync([user], duty, SampleKinds.Duty);

        var mail = await WaitForMailAsync(address);
        mail.Subject.ShouldBe("Nhiệm vụ mới: nộp báo cáo <quý I>");
        mail.Text.ShouldContain("Xem: https://loa.thanhgiang.example/ke-hoach");
        mail.Html.ShouldNotBeNull().ShouldContain("nộp báo cáo &lt;quý I&gt;");
        mail.Html.ShouldContain("href=\"https://loa.thanhgiang.example/tai-khoan/thong-bao\"");
        (await ForKeyAsync(duty)).Count.ShouldBe(1);
        await PreferAsync(user, (SampleKinds.Task, NotificationMode.None));
        var silent = Key();
        await NotifyAsync([user], silent);
        (await ForKeyAsync(silent)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Centre_ShowsOwnOnly_MarksReadByLinkAndButtonAndAll()
    {
        var (mine, theirs) = (await UserIdAsync(Health), await UserIdAsync(Justice));
        var (first, second, other) = (Key(), Key(), Key());
        await NotifyAsync([mine], first, title: "Việc thứ nhất");
        await NotifyAsync([mine], second, title: "Việc thứ hai");
        await NotifyAsync([theirs], other, title: "Việc của người khác");
        using var browser = await host.BrowseAsAsync(Health, Loa.Modules.Accounts.Demo.DemoAccounts.Password);

        var page = await browser.GetAsync("/thong-bao");
        page.Text.ShouldContain("Việc thứ nhất");
        page.Text.ShouldNotContain("Việc của người khác");
        page.TextOf(".bell .count").ShouldNotBeNull();
        var notMine = (await ForKeyAsync(other)).Single().NotificationId;
        (await browser.GetAsync(NotificationLinks.Open(notMine))).Status.ShouldBe(HttpStatusCode.NotFound);

        var opened = (await ForKeyAsync(first)).Single().NotificationId;
        (await browser.GetAsync(NotificationLinks.Open(opened))).Location.ShouldBe("/ke-hoach");
        (await ForKeyAsync(first)).Single().ReadAt.ShouldNotBeNull();
        var form = page.Form($"form:has(input[value='{(await ForKeyAsync(second)).Single().NotificationId}'])");
        (await page.SubmitAsync(form)).Location.ShouldBe("/thong-bao");
        (await ForKeyAsync(second)).Single().ReadAt.ShouldNotBeNull();
        await NotifyAsync([mine], Key());
        page = await browser.GetAsync("/thong-bao?loai=" + SampleKinds.Task);
        await page.SubmitAsync(page.Form("form[action*='ReadAll']"));
        (await browser.GetAsync("/thong-bao")).Document.QuerySelector(".bell .count").ShouldBeNull();
        (await browser.GetAsync("/thong-bao?xem=tat-ca")).Text.ShouldContain("Việc thứ nhất");
        (await ForKeyAsync(other)).Single().ReadAt.ShouldBeNull();
    }

    [Fact]
    public async Task Preferences_Saved_AreThereAgain_AndMandatoryCannotBeTurnedOff()
    {
        using var browser = await host.BrowseAsAsync("lanhdao@thanhgiang.example", Loa.Modules.Accounts.Demo.DemoAccounts.Password);
        var page = await browser.GetAsync(NotificationLinks.Preferences);
        page.Document.QuerySelectorAll($"select[name='Modes[{SampleKinds.Duty}]'] option[value='4']").ShouldBeEmpty();

        (await page.SubmitAsync(page.Form(), ($"Modes[{SampleKinds.Task}]", "2"), ("Hour", "16"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var refused = await page.SubmitAsync(page.Form(), ($"Modes[{SampleKinds.Duty}]", "4"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        var again = await browser.GetAsync(NotificationLinks.Preferences);
        again.Document.QuerySelector($"select[name='Modes[{SampleKinds.Task}]'] option[selected]")!.GetAttribute("value").ShouldBe("2");
        again.Document.QuerySelector("select[name=Hour] option[selected]")!.GetAttribute("value").ShouldBe("16");
        again.Document.QuerySelector("input[name=Channels][checked]").ShouldNotBeNull();
    }

    private static string Key() => $"test/{Guid.CreateVersion7():N}";

    private Task NotifyAsync(IReadOnlyCollection<Guid> users, string key, string kind = SampleKinds.Task, string title = "Việc") => host.InScopeAsync(async services =>
    {
        await services.GetRequiredService<Notifier>().NotifyAsync(users, kind, title, "Chi tiết", "/ke-hoach", key);
        await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
    });

    private Task<List<Notification>> ForKeyAsync(string key) => host.QueryAsync(db => db.Set<Notification>().AsNoTracking().Where(notification => notification.Key == key).ToListAsync());

    private Task<Guid> UserIdAsync(string email) => host.QueryAsync(db => db.Set<User>().Where(user => user.Email == email).Select(user => user.Id).SingleAsync());

    private Task<(Guid UserId, string Address)> NewUserAsync() => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var user = User.Create($"can-bo-{Guid.CreateVersion7():N}@thanhgiang.example", "Cán bộ", default);
        db.Add(user);
        await db.SaveChangesAsync();
        return (user.Id, user.Email!);
    });

    private Task PreferAsync(Guid user, params (string Kind, NotificationMode Mode)[] modes) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        await db.Set<NotificationPreference>().Where(preference => preference.UserId == user).ExecuteDeleteAsync();
        db.AddRange(modes.Select(mode => new NotificationPreference { UserId = user, Kind = mode.Kind, Mode = mode.Mode }));
        await db.SaveChangesAsync();
    });

    private static async Task<ReceivedMail> WaitForMailAsync(string address)
    {
        for (var i = 0; i < 1200 && MailServer.Shared.To(address).Count == 0; i++)
        {
            await Task.Delay(50);
        }

        return MailServer.Shared.To(address).ShouldHaveSingleItem();
    }
}

public sealed class NotifierOnSqlite(NotifySqliteHost host) : NotifierTests(host), IClassFixture<NotifySqliteHost>;

public sealed class NotifierOnPostgres(NotifyPostgresHost host) : NotifierTests(host), IClassFixture<NotifyPostgresHost>;
