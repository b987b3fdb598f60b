using System.Net;
using Loa.Modules.Accounts;
using Loa.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Accounts;

/// <summary>A cookie is compared with what stands in the database once a minute: with a clock that the test moves.</summary>
public abstract class SessionTests(LoaHost host)
{
    [Fact]
    public async Task Session_EndedElsewhere_IsThrownOutAfterItsMinuteAndNotBefore()
    {
        var person = await host.CreateUserAsync();
        using var one = await host.BrowseAsAsync(person.Email!, TestData.Password);
        using var two = await host.BrowseAsAsync(person.Email!, TestData.Password);
        var page = await one.GetAsync(AccountLinks.Sessions);
        (await page.SubmitAsync(page.Form("form[action$='handler=EndOthers']"))).Location.ShouldBe(AccountLinks.Sessions);

        (await two.GetAsync("/ke-hoach")).Status.ShouldBe(HttpStatusCode.OK, "not compared yet");
        Advance(61);

        (await two.GetAsync("/ke-hoach")).Location.ShouldStartWith("/dang-nhap");
        (await two.GetAsync("/ke-hoach")).Location.ShouldStartWith("/dang-nhap", customMessage: "and the cookie is gone");
        (await one.GetAsync("/ke-hoach")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Session_ThatStands_OutlivesManyMinutes()
    {
        var person = await host.CreateUserAsync();
        using var browser = await host.BrowseAsAsync(person.Email!, TestData.Password);
        for (var i = 0; i < 3; i++)
        {
            Advance(61);
            (await browser.GetAsync("/ke-hoach")).Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    private void Advance(int seconds) => ((MovingTime)host.Services.GetRequiredService<TimeProvider>()).Advance(TimeSpan.FromSeconds(seconds));
}

public sealed class SessionsOnSqlite(SessionsOnSqlite.Host host) : SessionTests(host), IClassFixture<SessionsOnSqlite.Host>
{
    public sealed class Host : SqliteHost
    {
        private protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(new MovingTime());
    }
}

public sealed class SessionsOnPostgres(SessionsOnPostgres.Host host) : SessionTests(host), IClassFixture<SessionsOnPostgres.Host>
{
    public sealed class Host : PostgresHost
    {
        private protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(new MovingTime());
    }
}
