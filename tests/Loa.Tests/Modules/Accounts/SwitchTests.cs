using System.Net;
using Loa.Modules.Accounts;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;

namespace Loa.Tests.Modules.Accounts;

public abstract class SwitchTests(LoaHost host)
{
    [Fact]
    public async Task Switch_ToAnotherGrant_IsShownAndKept()
    {
        var person = await host.CreateUserAsync(Role.ProgrammeOfficer, "tg-syt");
        await host.GrantAsync(person, Role.UnitOfficer, "tptg");
        using var browser = await host.BrowseAsAsync(person.Email!, TestData.Password);
        var page = await browser.GetAsync("/ke-hoach");
        page.TextOf(".bar-agency summary").ShouldNotBeNull().ShouldContain("Sở Y tế");

        var answer = await page.SubmitAsync(page.Form(".bar-agency form"), ("cho", $"{await host.AgencyIdAsync("tptg")}:"));

        answer.Location.ShouldBe("/ke-hoach");
        (await browser.GetAsync("/co-quan")).TextOf(".bar-agency summary").ShouldNotBeNull().ShouldContain("UBND thành phố");
    }

    [Fact]
    public async Task Switch_ToAnAgencyBelow_IsFoundByTheScopedPicker()
    {
        var person = await host.CreateUserAsync(Role.ProgrammeOfficer, "tptg");
        using var browser = await host.BrowseAsAsync(person.Email!, TestData.Password);
        var page = await browser.GetAsync(AccountLinks.Switch);

        page.Document.QuerySelectorAll("select[name=AgencyId] option").Length.ShouldBeGreaterThan(10);
        (await browser.GetAsync("/co-quan/chon?quyen=workspace&q=so+noi+vu")).Text.ShouldBe("[]");
        (await browser.GetAsync("/co-quan/chon?quyen=workspace&q=phong+noi+vu")).Text.ShouldContain("\"value\"");
        (await browser.GetAsync("/co-quan/chon?quyen=bia-dat&q=so")).Text.ShouldBe("[]");
        (await page.SubmitAsync(page.Form("main form:has(select)"), ("AgencyId", (await host.AgencyIdAsync("tptg-x01")).ToString()))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync("/co-quan")).TextOf(".bar-agency summary").ShouldNotBeNull().ShouldContain("UBND");
    }

    [Fact]
    public async Task Switch_ToAnAgencyOutsideTheGrants_DoesNotExist()
    {
        var person = await host.CreateUserAsync(Role.ProgrammeOfficer, "tptg");
        using var browser = await host.BrowseAsAsync(person.Email!, TestData.Password);
        var page = await browser.GetAsync(AccountLinks.Switch);

        foreach (var seat in new[] { $"{await host.AgencyIdAsync("tg")}:", $"{await host.AgencyIdAsync("tptg")}:{Guid.CreateVersion7()}", ":" })
        {
            (await page.SubmitAsync(page.Form("main form"), ("cho", seat))).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
        }

        (await browser.GetAsync("/co-quan")).TextOf(".bar-agency summary").ShouldNotBeNull().ShouldContain("thành phố");
    }
}

public sealed class SwitchOnSqlite(SqliteHost host) : SwitchTests(host), IClassFixture<SqliteHost>;

public sealed class SwitchOnPostgres(PostgresHost host) : SwitchTests(host), IClassFixture<PostgresHost>;
