using System.Net;
using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Accounts;

public abstract class InvitationTests(LoaHost host)
{
    [Fact]
    public async Task Invitation_FromTheLetterToTheWorkspace_WorksOnce()
    {
        var email = $"{TestData.Unique("moi")}@kiem-thu.example";
        using var admin = await host.BrowseAsAsync(Role.Administrator);
        await InviteAsync(admin, email, "tg-syt", "Role", "Editor");
        var link = await LinkAsync(email);
        using var guest = host.Browse();
        var page = await guest.GetAsync(link);
        page.Text.ShouldContain(email);

        (await page.SubmitAsync(page.Form(), ("Password", "matkhau123456"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync(page.Form(), ("Password", TestData.Password))).Location.ShouldBe(AccountLinks.TwoFactor);

        (await guest.GetAsync("/ke-hoach")).TextOf(".bar-agency summary").ShouldNotBeNull().ShouldContain("Sở Y tế");
        (await host.Browse().GetAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
        (await host.QueryAsync(db => db.Set<User>().Include(user => user.Grants).SingleAsync(user => user.Email == email))).Grants.Select(grant => grant.Role).ShouldBe([Role.Editor]);
        (await host.QueryAsync(db => db.Set<Invitation>().Where(invitation => link.EndsWith(invitation.TokenHash)).CountAsync())).ShouldBe(0, "only the hash is stored");
    }

    [Fact]
    public async Task Invitation_SentAgain_TakesTheOldLinksPlace_AndRevokedItIsGone()
    {
        var email = $"{TestData.Unique("moi")}@kiem-thu.example";
        using var admin = await host.BrowseAsAsync(Role.Administrator);
        var list = await InviteAsync(admin, email, "tg-syt", "Role", "Leader");
        var first = await LinkAsync(email);
        var id = (await host.QueryAsync(db => db.Set<Invitation>().SingleAsync(invitation => invitation.Email == email))).InvitationId.ToString();

        (await list.SubmitAsync(ActOn(list, id, "Resend"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var second = await LinkAsync(email);
        second.ShouldNotBe(first);
        (await host.Browse().GetAsync(first)).Status.ShouldBe(HttpStatusCode.Gone);
        (await host.Browse().GetAsync(second)).Status.ShouldBe(HttpStatusCode.OK);
        (await list.SubmitAsync(ActOn(list, id, "Revoke"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.Browse().GetAsync(second)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Invite_OutsideTheScope_IsRefused_AndOthersInvitationsAreNotListed()
    {
        var email = $"{TestData.Unique("moi")}@kiem-thu.example";
        using var whole = await host.BrowseAsAsync(Role.Administrator);
        await InviteAsync(whole, email, "tg-syt", "Role", "Leader");
        var scoped = await host.CreateUserAsync(Role.Administrator, "tptg");
        using var browser = await host.BrowseAsAsync(scoped.Email!, TestData.Password);

        (await browser.GetAsync(AccountLinks.Invitations)).Text.ShouldNotContain(email);
        var page = await browser.GetAsync(AccountLinks.Invite);
        var answer = await page.SubmitAsync(page.Form(), ("Email", "x" + email), ("DisplayName", "Ai Đó"), ("Grants[0].Role", "Leader"), ("Grants[0].AgencyId", (await host.AgencyIdAsync("tg-syt")).ToString()));
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Forgotten_AnswersAlike_AndTheLinkSetsThePasswordOnce()
    {
        var person = await host.CreateUserAsync();
        using var browser = host.Browse();
        var known = await AskAsync(browser, person.Email!);
        var unknown = await AskAsync(browser, "khong-co-ai@kiem-thu.example");
        known.TextOf("main").ShouldBe(unknown.TextOf("main"));
        await AskAsync(browser, person.Email!);
        (await host.QueryAsync(db => db.Set<OutgoingMessage>().CountAsync(message => message.Address == person.Email))).ShouldBe(1, "one letter in five minutes");
        (await host.QueryAsync(db => db.Set<OutgoingMessage>().CountAsync(message => message.Address == "khong-co-ai@kiem-thu.example"))).ShouldBe(0);

        var link = await LinkAsync(person.Email!);
        var page = await browser.GetAsync(link);
        (await page.SubmitAsync(page.Form(), ("Password", "ngắn"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync(page.Form(), ("Password", "một mật khẩu hoàn toàn mới"))).Location.ShouldBe("/dang-nhap");
        (await browser.GetAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
        (await browser.GetAsync(link.Replace(person.Id.ToString(), Guid.CreateVersion7().ToString(), StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.Gone);
        using var again = await host.BrowseAsAsync(person.Email!, "một mật khẩu hoàn toàn mới");
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement ActOn(TestPage list, string id, string handler)
    {
        var form = list.Form($"form:has([name=id][value='{id}'])");
        form.SetAttribute("action", $"{AccountLinks.Invitations}?handler={handler}");
        return form;
    }

    private async Task<TestPage> InviteAsync(TestBrowser admin, string email, string agencyCode, string field, string role)
    {
        var page = await admin.GetAsync(AccountLinks.Invite);
        var answer = await page.SubmitAsync(page.Form(), ("Email", email), ("DisplayName", "Người Mới"), ($"Grants[0].{field}", role), ("Grants[0].AgencyId", (await host.AgencyIdAsync(agencyCode)).ToString()));
        answer.Location.ShouldBe(AccountLinks.Invitations, answer.TextOf("main"));
        return await admin.GetAsync(AccountLinks.Invitations);
    }

    private static async Task<TestPage> AskAsync(TestBrowser browser, string email)
    {
        var page = await browser.GetAsync(AccountLinks.Forgot);
        return await page.SubmitAsync(page.Form(), ("Email", email));
    }

    /// <summary>The link in the newest letter; no mail server is configured here, so letters wait with their words.</summary>
    private async Task<string> LinkAsync(string email)
    {
        var text = await host.QueryAsync(db => db.Set<OutgoingMessage>().Where(message => message.Address == email).OrderByDescending(message => message.OutgoingMessageId).Select(message => message.Text).FirstAsync());
        var address = text.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal));
        return new Uri(address).PathAndQuery;
    }
}

public sealed class InvitationsOnSqlite(SqliteHost host) : InvitationTests(host), IClassFixture<SqliteHost>;

public sealed class InvitationsOnPostgres(PostgresHost host) : InvitationTests(host), IClassFixture<PostgresHost>;
