using System.Net;
using Loa.Modules.Accounts;
using Loa.Modules.Accounts.Demo;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;

namespace Loa.Tests.Modules.Accounts;

public abstract class SignInTests(LoaHost host)
{
    [Fact]
    public async Task Get_NotSignedIn_LeadsToSignInAndBack()
    {
        var answer = await host.Browse().GetAsync("/nguoi-dung");

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Location.ShouldBe("/dang-nhap?tiep=%2Fnguoi-dung");
    }

    [Fact]
    public async Task Post_RightPassword_SetsAGuardedCookieAndGoesOn()
    {
        using var browser = host.Browse();
        var page = await browser.GetAsync("/dang-nhap?tiep=%2Fnguoi-dung");
        var answer = await page.SubmitAsync(page.Form(), ("Email", "QuanTri@thanhgiang.example "), ("Password", DemoAccounts.Password));

        answer.Location.ShouldBe("/nguoi-dung");
        var cookie = answer.Response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("loa=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        (await browser.GetAsync("/nguoi-dung")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_OverHttps_MarksCookiesSecure()
    {
        using var browser = host.Browse();
        var page = await browser.GetAsync("https://localhost/dang-nhap");

        page.Header("Strict-Transport-Security").ShouldBeNull("localhost is excluded from HSTS");
        page.Response.Headers.GetValues("Set-Cookie").Where(value => !value.Contains("1970")).ShouldAllBe(value => value.Contains("secure"));
    }

    [Fact]
    public async Task Post_OverHttps_MarksTheSignInCookieSecure()
    {
        using var browser = host.Browse();
        var page = await browser.GetAsync("https://localhost/dang-nhap");
        var token = page.Form().QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("Email", "quantri@thanhgiang.example"), new("Password", DemoAccounts.Password), new("__RequestVerificationToken", token)]);

        var answer = await browser.PostAsync("https://localhost/dang-nhap", form);

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("loa=", StringComparison.Ordinal)).ShouldContain("secure");
    }

    [Theory]
    [InlineData("quantri@thanhgiang.example")]
    [InlineData("khong-co@thanhgiang.example")]
    public async Task Post_WrongPassword_SaysTheSameWhetherTheAddressExists(string email)
    {
        var page = await host.Browse().GetAsync("/dang-nhap");
        var answer = await page.SubmitAsync(page.Form(), ("Email", email), ("Password", "sai hoàn toàn"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text.ShouldContain("Thư điện tử hoặc mật khẩu không đúng.");
        answer.Text.ShouldNotContain("sai hoàn toàn");
    }

    [Fact]
    public async Task Post_FiveWrongPasswords_LocksTheAccountEvenForTheRightOne()
    {
        var user = await host.CreateUserAsync();
        using var browser = host.Browse();
        for (var i = 0; i < AccountsModule.AttemptsBeforeLock; i++)
        {
            var page = await browser.GetAsync("/dang-nhap");
            await page.SubmitAsync(page.Form(), ("Email", user.Email!), ("Password", "đoán mò lần nữa"));
        }

        var last = await browser.GetAsync("/dang-nhap");
        var answer = await last.SubmitAsync(last.Form(), ("Email", user.Email!), ("Password", TestData.Password));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Post_WithoutToken_IsRefused()
    {
        var answer = await host.Browse().PostAsync("/dang-nhap", new FormUrlEncodedContent([new("Email", "a@b.example"), new("Password", "x")]));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.TextOf("h1").ShouldBe("Yêu cầu không hợp lệ");
    }

    [Theory]
    [InlineData("https://xau.example/")]
    [InlineData("//xau.example/")]
    [InlineData("/\\xau.example")]
    public async Task Post_ForeignReturnAddress_StaysHere(string address)
    {
        var page = await host.Browse().GetAsync($"/dang-nhap?tiep={Uri.EscapeDataString(address)}");
        var answer = await page.SubmitAsync(page.Form(), ("Email", "quantri@thanhgiang.example"), ("Password", DemoAccounts.Password));

        answer.Location.ShouldBe("/");
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        using var browser = await host.BrowseAsAsync(Role.Leader);
        var page = await browser.GetAsync("/dang-xuat");
        (await page.SubmitAsync(page.Form())).Location.ShouldBe("/dang-nhap");

        (await browser.GetAsync("/")).Location.ShouldStartWith("/dang-nhap");
    }

    [Fact]
    public async Task Get_NotInDemoMode_ShowsNoAccounts() =>
        (await host.Browse().GetAsync("/dang-nhap")).Text.ShouldNotContain("@thanhgiang.example");

    [Fact]
    public async Task Log_AfterSignIns_HoldsNoPasswordAndNoAddress()
    {
        await host.BrowseAsAsync(Role.Administrator);

        host.Log.Entries.ShouldAllBe(entry => !entry.Text.Contains(DemoAccounts.Password) && !entry.Text.Contains("quantri@"));
    }
}

public sealed class SignInOnSqlite(SqliteHost host) : SignInTests(host), IClassFixture<SqliteHost>;

public sealed class SignInOnPostgres(PostgresHost host) : SignInTests(host), IClassFixture<PostgresHost>;
