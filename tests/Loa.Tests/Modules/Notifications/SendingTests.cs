using System.Net;
using Loa.Modules.Notifications;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;

namespace Loa.Tests.Modules.Notifications;

public abstract class SendingTests(LoaHost host)
{
    [Fact]
    public async Task Sending_AdministratorOfOneAgency_FindsNothing_OfTheWholeSystem_SeesIt()
    {
        var person = await host.CreateUserAsync(Role.Administrator, "tptg");
        using var part = await host.BrowseAsAsync(person.Email!, TestData.Password);
        using var whole = await host.BrowseAsAsync(Role.Administrator);

        (await part.GetAsync(NotificationLinks.Outbox)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await whole.GetAsync(NotificationLinks.Outbox)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Sending_TestMail_WaitsWhileNoServerIsConfigured_AndCanBeCancelled()
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        var page = await browser.GetAsync(NotificationLinks.Outbox);
        page.Text.ShouldContain("Chưa cấu hình máy chủ thư");

        await page.SubmitAsync(page.Form("form[action*='Test']"));
        page = await browser.GetAsync($"{NotificationLinks.Outbox}?trang-thai=cho");
        page.Text.ShouldContain("Thư thử từ Loa");
        await page.SubmitAsync(page.Form("form[action*='Cancel']"));

        (await browser.GetAsync($"{NotificationLinks.Outbox}?trang-thai=huy")).Text.ShouldContain("Thư thử từ Loa");
    }
}

public sealed class SendingOnSqlite(SqliteHost host) : SendingTests(host), IClassFixture<SqliteHost>;

public sealed class SendingOnPostgres(PostgresHost host) : SendingTests(host), IClassFixture<PostgresHost>;
