using System.Net;
using Loa.Modules.Accounts;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Accounts;

public abstract class FirstRunTests(LoaHost host)
{
    private static readonly (string, string)[] Person = [("DisplayName", "Người Cài Đặt"), ("Email", "quantri@don-vi.example"), ("Password", "cây đa bến nước sân đình")];

    /// <summary>One story, because the first run happens once.</summary>
    [Fact]
    public async Task FirstRun_FromStrangerToAdministrator()
    {
        using var browser = host.Browse();

        // Every page leads here, and health and static files still answer.
        (await browser.GetAsync("/")).Location.ShouldBe("/khoi-tao");
        (await browser.GetAsync("/nguoi-dung")).Location.ShouldBe("/khoi-tao");
        (await browser.GetAsync("/dang-nhap")).Location.ShouldBe("/khoi-tao");
        (await browser.GetAsync("/healthz")).Status.ShouldBe(HttpStatusCode.OK);

        // A stranger on the network needs the code from the log.
        host.RemoteAddress = IPAddress.Parse("192.0.2.7");
        var stranger = await browser.GetAsync("/khoi-tao");
        stranger.Text.ShouldContain("Mã khởi tạo");
        (await stranger.SubmitAsync(stranger.Form(), [.. Person, ("Code", "AAAAAAAAAA")])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await CountAsync()).ShouldBe(0);

        // A proxy on this machine, or a foreign name pointed at it, does not count as this machine.
        host.RemoteAddress = IPAddress.Loopback;
        using (var proxied = host.Browse())
        {
            proxied.Headers.Add("Via", "1.1 proxy");
            (await proxied.GetAsync("/khoi-tao")).Text.ShouldContain("Mã khởi tạo");
        }

        (await browser.GetAsync("http://xau.example/khoi-tao")).Text.ShouldContain("Mã khởi tạo");

        // On this machine no code is asked for; a weak password is refused with the reason.
        var page = await browser.GetAsync("/khoi-tao");
        page.Text.ShouldNotContain("Mã khởi tạo");
        var weak = await page.SubmitAsync(page.Form(), [Person[0], Person[1], ("Password", "Matkhau@2024")]);
        weak.Status.ShouldBe(HttpStatusCode.BadRequest);
        weak.Text.ShouldContain("quá phổ biến");

        using var late = host.Browse();
        var latePage = await late.GetAsync("/khoi-tao");
        var done = await page.SubmitAsync(page.Form(), Person);
        done.Location.ShouldBe("/");
        (await CountAsync()).ShouldBe(1);
        (await browser.GetAsync("/nguoi-dung")).Status.ShouldBe(HttpStatusCode.OK);

        // And the door is shut.
        (await browser.GetAsync("/khoi-tao")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await latePage.SubmitAsync(latePage.Form(), Person)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public void SetupCode_IsComparedWithoutCaseOrSpaces()
    {
        var gate = host.Services.GetRequiredService<SetupGate>();

        gate.IsRightCode($" {gate.Code.ToLowerInvariant()} ").ShouldBeTrue();
        gate.IsRightCode(gate.Code[1..]).ShouldBeFalse();
        gate.IsRightCode("").ShouldBeFalse();
        gate.IsRightCode(null).ShouldBeFalse();
    }

    private Task<int> CountAsync() => host.QueryAsync(db => db.Set<User>().CountAsync());
}

public sealed class FirstRunOnSqlite(EmptySqliteHost host) : FirstRunTests(host), IClassFixture<EmptySqliteHost>;

public sealed class FirstRunOnPostgres(EmptyPostgresHost host) : FirstRunTests(host), IClassFixture<EmptyPostgresHost>;
