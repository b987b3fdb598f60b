using System.Net;
using Loa.Modules.Accounts;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Accounts;

public abstract class TwoFactorTests(LoaHost host)
{
    [Fact]
    public async Task SetUp_WithTheCodeOfThePhone_AsksForItAtEverySignIn()
    {
        var person = await host.CreateUserAsync();
        using var browser = await host.BrowseAsAsync(person.Email!, TestData.Password);
        var (key, codes) = await SetUpAsync(browser);

        using var later = host.Browse();
        var step = await PasswordAsync(later, person.Email!, "/ke-hoach");
        step.Location.ShouldBe("/dang-nhap/ma?tiep=%2Fke-hoach");
        (await later.GetAsync("/ke-hoach")).Location.ShouldStartWith("/dang-nhap", customMessage: "the password alone opens nothing");
        var page = await later.GetAsync(step.Location!);
        (await page.SubmitAsync(page.Form(), ("Code", "000 000"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync(page.Form(), ("Code", Next(key)))).Location.ShouldBe("/ke-hoach");
        (await later.GetAsync("/ke-hoach")).Status.ShouldBe(HttpStatusCode.OK);

        using var withoutPhone = host.Browse();
        page = await withoutPhone.GetAsync((await PasswordAsync(withoutPhone, person.Email!)).Location!);
        (await page.SubmitAsync(page.Form(), ("Code", codes[0].ToLowerInvariant()))).Location.ShouldBe("/");
        using var again = host.Browse();
        page = await again.GetAsync((await PasswordAsync(again, person.Email!)).Location!);
        (await page.SubmitAsync(page.Form(), ("Code", codes[0]))).Status.ShouldBe(HttpStatusCode.BadRequest, "a recovery code works once");
    }

    [Fact]
    public async Task Code_WithoutThePasswordFirst_LeadsBack() => (await host.Browse().GetAsync("/dang-nhap/ma")).Location.ShouldBe("/dang-nhap");

    [Fact]
    public async Task Rule_ForTheRole_LeadsToTheSetUpAtTheNextSignInOnly()
    {
        var person = await host.CreateUserAsync(Role.Editor, "tg-syt");
        using var open = await host.BrowseAsAsync(person.Email!, TestData.Password);
        using var admin = await host.BrowseAsAsync(Role.Administrator);
        var rules = await admin.GetAsync(AccountLinks.SecondFactorRules);
        (await rules.SubmitAsync(rules.Form(), ("Roles", "Editor"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await open.GetAsync("/ke-hoach")).Status.ShouldBe(HttpStatusCode.OK, "who works is not thrown out");
        using var next = await host.BrowseAsAsync(person.Email!, TestData.Password);
        (await next.GetAsync("/ke-hoach")).Location.ShouldBe(AccountLinks.TwoFactor);
        (await next.GetAsync("/")).Location.ShouldBe(AccountLinks.TwoFactor);
        var (key, _) = await SetUpAsync(next);
        (await next.GetAsync("/ke-hoach")).Status.ShouldBe(HttpStatusCode.OK);
        var page = await next.GetAsync(AccountLinks.TwoFactor);
        var form = page.Form();
        form.SetAttribute("action", AccountLinks.TwoFactor + "?handler=TurnOff");
        var refused = await page.SubmitAsync(form, ("Code", Next(key)));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("không tắt được");
    }

    [Fact]
    public async Task Code_TheSameTwice_IsTakenOnce()
    {
        var person = await host.CreateUserAsync();
        using var browser = await host.BrowseAsAsync(person.Email!, TestData.Password);
        var (key, _) = await SetUpAsync(browser);
        var code = Next(key);
        var pages = new List<TestPage>();
        for (var i = 0; i < 2; i++)
        {
            var other = host.Browse();
            pages.Add(await other.GetAsync((await PasswordAsync(other, person.Email!)).Location!));
        }

        var answers = await Task.WhenAll(pages.Select(page => page.SubmitAsync(page.Form(), ("Code", code))));

        answers.Select(answer => answer.Status).ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.BadRequest], ignoreOrder: true);
        answers.Single(answer => answer.Status == HttpStatusCode.BadRequest).Text.ShouldContain("đã dùng");
        using var late = host.Browse();
        var page = await late.GetAsync((await PasswordAsync(late, person.Email!)).Location!);
        (await page.SubmitAsync(page.Form(), ("Code", code))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await host.QueryAsync(db => db.Set<User>().Where(user => user.Id == person.Id).Select(user => user.LastCodeStep).SingleAsync())).ShouldNotBeNull();
    }

    [Fact]
    public async Task Session_EndedElsewhere_IsNotListedAnyMore()
    {
        var person = await host.CreateUserAsync();
        using var one = await host.BrowseAsAsync(person.Email!, TestData.Password);
        using var two = await host.BrowseAsAsync(person.Email!, TestData.Password);
        var page = await one.GetAsync(AccountLinks.Sessions);
        page.Document.QuerySelectorAll("form[action*='handler=End']").Length.ShouldBe(2, "one for the other session, one for all others");

        (await page.SubmitAsync(page.Form("form[action$='handler=End']"))).Location.ShouldBe(AccountLinks.Sessions);

        (await one.GetAsync(AccountLinks.Sessions)).Document.QuerySelectorAll("form[action*='handler=End']").ShouldBeEmpty();
        var foreign = await page.SubmitAsync(page.Form("form[action$='handler=End']"), ("id", Guid.CreateVersion7().ToString()));
        foreign.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    internal static async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAsync(TestBrowser browser)
    {
        var page = await browser.GetAsync(AccountLinks.TwoFactor);
        (await page.SubmitAsync(page.Form())).Location.ShouldBe(AccountLinks.TwoFactor);
        page = await browser.GetAsync(AccountLinks.TwoFactor);
        page.Document.QuerySelector("svg.qr path").ShouldNotBeNull();
        var key = page.TextOf("code.secret").ShouldNotBeNull();
        (await page.SubmitAsync(page.Form(), ("Code", "123"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var done = await page.SubmitAsync(page.Form(), ("Code", Now(key)));
        done.Status.ShouldBe(HttpStatusCode.OK, done.TextOf("main"));
        var codes = done.Document.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent).ToList();
        codes.Count.ShouldBe(10);
        (await browser.GetAsync(AccountLinks.TwoFactor)).Text.ShouldNotContain(codes[0]);
        return (key, codes);
    }

    private static string Now(string key) => Totp.Code(key, TimeProvider.System.GetUtcNow());

    /// <summary>The one after: the first was used up by the set-up, and a clock may be one step ahead.</summary>
    private static string Next(string key) => Totp.Code(key, TimeProvider.System.GetUtcNow().AddSeconds(30));

    private static async Task<TestPage> PasswordAsync(TestBrowser browser, string email, string? next = null)
    {
        var page = await browser.GetAsync(next is null ? "/dang-nhap" : $"/dang-nhap?tiep={Uri.EscapeDataString(next)}");
        return await page.SubmitAsync(page.Form("form:has([type=password])"), ("Email", email), ("Password", TestData.Password));
    }
}

public sealed class TwoFactorOnSqlite(SqliteHost host) : TwoFactorTests(host), IClassFixture<SqliteHost>;

public sealed class TwoFactorOnPostgres(PostgresHost host) : TwoFactorTests(host), IClassFixture<PostgresHost>;

public sealed class SessionWordsTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0", "Edge", "Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari", "iPhone")]
    [InlineData("curl/8", null, null)]
    public void Device_FromTheUserAgent_InTwoWords(string agent, string? browser, string? device) => DeviceWords.Of(agent).ShouldBe((browser, device));

    [Theory]
    [InlineData("203.0.113.77", "203.0.113.x")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.x")]
    [InlineData("2001:db8:1:2::3", "2001:db8:1::x")]
    [InlineData("127.0.0.1", "localhost")]
    public void Address_IsShortenedToItsNetwork(string address, string shown) => UserSessions.Shorten(IPAddress.Parse(address)).ShouldBe(shown);
}
