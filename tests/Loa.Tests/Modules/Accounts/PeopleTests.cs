using System.Net;
using Loa.Modules.Accounts;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Accounts;

public abstract class PeopleTests(LoaHost host)
{
    [Fact]
    public async Task List_ScopedAdministrator_SeesOnlyTheirSubtree()
    {
        var admin = await host.CreateUserAsync(Role.Administrator, "tptg");
        var below = await host.CreateUserAsync(Role.UnitOfficer, "tptg-x01");
        var elsewhere = await host.CreateUserAsync(Role.UnitOfficer, "hsl");
        using var browser = await host.BrowseAsAsync(admin.Email!, TestData.Password);

        var list = await browser.GetAsync("/nguoi-dung?q=kiem-thu");

        list.Text.ShouldContain(below.Email!);
        list.Text.ShouldNotContain(elsewhere.Email!);
    }

    [Fact]
    public async Task Grant_InTheScope_HoldsAndIsRecordedWithItsReason()
    {
        var admin = await host.CreateUserAsync(Role.Administrator, "tptg");
        var person = await host.CreateUserAsync(Role.UnitOfficer, "tptg-x01");
        using var browser = await host.BrowseAsAsync(admin.Email!, TestData.Password);
        var page = await browser.GetAsync(AccountLinks.GrantTo(person.Id));
        var inside = (await host.AgencyIdAsync("tptg")).ToString();

        (await page.SubmitAsync(page.Form(), ("Role", "Editor"), ("AgencyId", inside), ("Reason", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync(page.Form(), ("Role", "Editor"), ("AgencyId", (await host.AgencyIdAsync("tg")).ToString()), ("Reason", "Thử"))).Status.ShouldBe(HttpStatusCode.BadRequest, "above the administrator's own agency");
        (await page.SubmitAsync(page.Form(), ("Role", "Administrator"), ("AgencyId", ""), ("Reason", "Thử"))).Status.ShouldBe(HttpStatusCode.BadRequest, "the whole system");
        (await page.SubmitAsync(page.Form(), ("Role", "Editor"), ("AgencyId", inside), ("Reason", "Quyết định 12/QĐ-UBND"))).Location.ShouldBe(AccountLinks.Person(person.Id));
        (await page.SubmitAsync(page.Form(), ("Role", "Editor"), ("AgencyId", inside), ("Reason", "Lần hai"))).Status.ShouldBe(HttpStatusCode.BadRequest);

        var shown = await browser.GetAsync(AccountLinks.Person(person.Id));
        shown.TextOf(".history").ShouldNotBeNull().ShouldContain("Quyết định 12/QĐ-UBND");
        (await host.QueryAsync(db => db.Set<AuditProcess>().SingleAsync(process => process.Reason == "Quyết định 12/QĐ-UBND"))).ActorId.ShouldBe(await host.QueryAsync(db => AuditActors.ReferenceOfAsync(db, admin.Id, default)));
        (await host.QueryAsync(db => db.Set<RoleGrant>().CountAsync(grant => grant.UserId == person.Id))).ShouldBe(2);
    }

    [Fact]
    public async Task Grant_ToOneself_DoesNotExist()
    {
        var admin = await host.CreateUserAsync(Role.Administrator, "tptg");
        using var browser = await host.BrowseAsAsync(admin.Email!, TestData.Password);

        (await browser.GetAsync(AccountLinks.GrantTo(admin.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Revoke_GrantOfAnotherAdministration_DoesNotExistAndTheAccountStaysTheirs()
    {
        var admin = await host.CreateUserAsync(Role.Administrator, "tptg");
        var person = await host.CreateUserAsync(Role.UnitOfficer, "hsl");
        await host.GrantAsync(person, Role.Leader, "tptg");
        var foreign = await host.QueryAsync(db => db.Set<RoleGrant>().SingleAsync(grant => grant.UserId == person.Id && grant.Role == Role.UnitOfficer));
        var own = await host.QueryAsync(db => db.Set<RoleGrant>().SingleAsync(grant => grant.UserId == person.Id && grant.Role == Role.Leader));
        using var browser = await host.BrowseAsAsync(admin.Email!, TestData.Password);
        var page = await browser.GetAsync(AccountLinks.Person(person.Id));
        page.Document.QuerySelectorAll("form[action*=Disable]").ShouldBeEmpty();
        var form = page.Form("form[action*=Revoke]");

        (await page.SubmitAsync(form, ("grantId", foreign.RoleGrantId.ToString()), ("reason", "Thử"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(AccountLinks.EditPerson(person.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await page.SubmitAsync(form, ("grantId", own.RoleGrantId.ToString()), ("reason", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync(form, ("grantId", own.RoleGrantId.ToString()), ("reason", "Chuyển công tác"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync(AccountLinks.Person(person.Id))).Status.ShouldBe(HttpStatusCode.NotFound, "nothing of theirs lies in this administration any more");
    }

    [Fact]
    public async Task Disable_EndsSessionsAndShutsEveryDoor()
    {
        var person = await host.CreateUserAsync(Role.UnitOfficer, "tptg");
        using var theirs = await host.BrowseAsAsync(person.Email!, TestData.Password);
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        var page = await browser.GetAsync(AccountLinks.Person(person.Id));

        (await page.SubmitAsync(page.Form("form[action*=Disable]"), ("reason", "Nghỉ việc"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await host.QueryAsync(db => db.Set<UserSession>().CountAsync(session => session.UserId == person.Id))).ShouldBe(0);
        var signIn = await host.Browse().GetAsync("/dang-nhap");
        (await signIn.SubmitAsync(signIn.Form("form:has([type=password])"), ("Email", person.Email!), ("Password", TestData.Password))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Edit_NameAndTitle_AreSaved()
    {
        var person = await host.CreateUserAsync(Role.UnitOfficer, "tptg");
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        var page = await browser.GetAsync(AccountLinks.EditPerson(person.Id));

        (await page.SubmitAsync(page.Form(), ("DisplayName", "Ngô Thị Sen"), ("JobTitle", "Chuyên viên"))).Location.ShouldBe(AccountLinks.Person(person.Id));

        (await browser.GetAsync(AccountLinks.Person(person.Id))).TextOf("h1").ShouldBe("Ngô Thị Sen");
    }

    [Fact]
    public async Task Revoke_TheLastAdministratorOfTheSystem_IsRefused()
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        var me = await host.QueryAsync(db => db.Set<User>().Include(user => user.Grants).SingleAsync(user => user.Email == "quantri@thanhgiang.example"));
        var page = await browser.GetAsync(AccountLinks.Person(me.Id));
        var form = page.Form("form[action*=Revoke]");

        (await page.SubmitAsync(form, ("reason", "Thử"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await host.QueryAsync(db => db.Set<RoleGrant>().CountAsync(grant => grant.UserId == me.Id))).ShouldBe(1);
    }
}

public sealed class PeopleOnSqlite(SqliteHost host) : PeopleTests(host), IClassFixture<SqliteHost>;

public sealed class PeopleOnPostgres(PostgresHost host) : PeopleTests(host), IClassFixture<PostgresHost>;
