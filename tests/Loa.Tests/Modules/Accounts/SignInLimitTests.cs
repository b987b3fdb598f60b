using System.Net;
using Loa.Tests.Infrastructure;

namespace Loa.Tests.Modules.Accounts;

public sealed class SignInLimitTests(SignInLimitTests.StrictHost host) : IClassFixture<SignInLimitTests.StrictHost>
{
    public sealed class StrictHost : SqliteHost
    {
        private protected override LoaSettings Adjust(LoaSettings settings) => settings with { SignInsPerMinute = 3 };
    }

    [Fact]
    public async Task Post_ManyAttemptsFromOneAddress_AreTurnedAwayWhileOthersMaySignIn()
    {
        using var browser = host.Browse();
        var page = await browser.GetAsync("/dang-nhap");
        for (var i = 0; i < 3; i++)
        {
            (await TryAsync()).ShouldBe(HttpStatusCode.BadRequest);
        }

        (await TryAsync()).ShouldBe(HttpStatusCode.TooManyRequests);
        (await browser.GetAsync("/dang-nhap")).Status.ShouldBe(HttpStatusCode.OK, "reading the page is not an attempt");

        host.RemoteAddress = IPAddress.Parse("192.0.2.8");
        (await TryAsync()).ShouldBe(HttpStatusCode.BadRequest);

        // The header counts only when a proxy on this machine sent it.
        browser.Headers.Add("X-Forwarded-For", "198.51.100.77");
        for (var i = 0; i < 2; i++)
        {
            (await TryAsync()).ShouldBe(HttpStatusCode.BadRequest);
        }

        (await TryAsync()).ShouldBe(HttpStatusCode.TooManyRequests);

        async Task<HttpStatusCode> TryAsync() => (await page.SubmitAsync(page.Form(), ("Email", $"{TestData.Unique("x")}@x.example"), ("Password", "đoán một lần"))).Status;
    }
}
