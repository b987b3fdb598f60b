using System.Net;
using System.Text;
using Loa.Modules.Accounts;
using Loa.Modules.Accounts.Demo;
using Loa.Modules.Notifications;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Notifications;

public abstract class CalendarFeedTests(LoaHost host)
{
    [Fact]
    public async Task Feed_Created_ReadsWithoutSignIn_AndAnswers304WhenUnchanged()
    {
        var address = await CreateAsync(Role.UnitOfficer);
        using var program = host.Browse();

        var page = await program.GetAsync(address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Header("Content-Type").ShouldBe("text/calendar; charset=utf-8");
        page.Header("Cache-Control").ShouldBe("max-age=900, private");
        page.Text.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        page.Text.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain("SUMMARY:Nộp báo cáo tuyên truyền cải cách hành chính của đơn vị về Sở Nội vụ để tổng hợp\r\n");
        page.Text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.TryAddWithoutValidation("If-None-Match", page.Header("ETag").ShouldNotBeNull());
        (await program.SendAsync(again)).Status.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Feed_Secret_IsNeverKeptAndShownOnce()
    {
        var address = await CreateAsync(Role.Leader);
        var secret = address.Split('/', '.')[2];

        var hashes = await host.QueryAsync(db => db.Set<CalendarFeed>().Select(feed => feed.SecretHash).ToListAsync());

        secret.Length.ShouldBe(43);
        hashes.ShouldContain(CalendarFeed.HashOf(secret));
        hashes.ShouldNotContain(secret);
        using var browser = await host.BrowseAsAsync(Role.Leader);
        (await browser.GetAsync(NotificationLinks.Calendar)).Text.ShouldNotContain(secret);
        string.Concat(host.Log.Entries.Where(entry => entry.Level > Microsoft.Extensions.Logging.LogLevel.Debug).Select(entry => entry.Text)).ShouldNotContain(secret);
    }

    [Fact]
    public async Task Feed_Renewed_OldAddressIsGone_Revoked_NewOneToo()
    {
        var first = await CreateAsync(Role.Administrator);
        var second = await CreateAsync(Role.Administrator);
        using var program = host.Browse();
        (await program.GetAsync(first)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await program.GetAsync(second)).Status.ShouldBe(HttpStatusCode.OK);

        using var browser = await host.BrowseAsAsync(Role.Administrator);
        var page = await browser.GetAsync(NotificationLinks.Calendar);
        await page.SubmitAsync(page.Form("form[action*='Revoke']"));

        (await program.GetAsync(second)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Feed_OfADisabledPerson_OrUnknownSecret_IsMissing()
    {
        var address = await CreateAsync(Role.ProgrammeOfficer);
        var email = DemoAccounts.All.First(account => account.Role == Role.ProgrammeOfficer).Email;
        using var program = host.Browse();
        (await program.GetAsync(NotificationLinks.Feed(CalendarFeed.NewSecret()))).Status.ShouldBe(HttpStatusCode.NotFound);

        await host.QueryAsync(db => db.Set<User>().Where(user => user.Email == email).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true)));
        (await program.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        await host.QueryAsync(db => db.Set<User>().Where(user => user.Email == email).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, false)));
        (await program.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Path of the address that the page shows after the button.</summary>
    private async Task<string> CreateAsync(Role role)
    {
        using var browser = await host.BrowseAsAsync(role);
        var page = await browser.GetAsync(NotificationLinks.Calendar);
        (await page.SubmitAsync(page.Form("form[action*='Create']"))).Location.ShouldBe(NotificationLinks.Calendar);
        return new Uri((await browser.GetAsync(NotificationLinks.Calendar)).TextOf(".hash").ShouldNotBeNull()).AbsolutePath;
    }
}

public sealed class CalendarFeedOnSqlite(NotifySqliteHost host) : CalendarFeedTests(host), IClassFixture<NotifySqliteHost>;

public sealed class CalendarFeedOnPostgres(NotifyPostgresHost host) : CalendarFeedTests(host), IClassFixture<NotifyPostgresHost>;
