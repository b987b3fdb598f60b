using System.Net;
using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Accounts;

public abstract class StandInTests(LoaHost host)
{
    [Fact]
    public async Task StandIn_OnTheOthersSeat_HasTheOthersRolesAndIsRecordedForBoth()
    {
        var (absent, standIn) = (await host.CreateUserAsync(Role.ProgrammeOfficer, "tg-syt"), await host.CreateUserAsync(Role.UnitOfficer, "tg-stp"));
        using (var theirs = await host.BrowseAsAsync(absent.Email!, TestData.Password))
        {
            var form = await theirs.GetAsync(AccountLinks.StandIn);
            (await form.SubmitAsync(form.Form(), Order(standIn.Email!, Today, Today.AddDays(3)))).Location.ShouldBe(AccountLinks.StandIn);
        }

        (await host.QueryAsync(db => db.Set<OutgoingMessage>().CountAsync(message => message.Address == absent.Email || message.Address == standIn.Email))).ShouldBe(2, "both are told");
        using var browser = await host.BrowseAsAsync(standIn.Email!, TestData.Password);
        (await browser.GetAsync(AgencyLinks.Edit("tg-syt"))).Status.ShouldBe(HttpStatusCode.NotFound, "on one's own seat only one's own roles");
        var page = await browser.GetAsync("/co-quan");
        await page.SubmitAsync(page.Form(".bar-agency form"), ("cho", $"{await host.AgencyIdAsync("tg-syt")}:{absent.Id}"));

        page = await browser.GetAsync(AgencyLinks.Edit("tg-syt"));
        page.TextOf(".bar-agency summary").ShouldNotBeNull().ShouldContain("thay mặt Người Kiểm Thử");
        (await page.SubmitAsync(page.Form("main form:has([name='Form.ShortName'])"), ("Form.ShortName", TestData.Unique("SYT")))).Status.ShouldBe(HttpStatusCode.Redirect);
        var process = await host.QueryAsync(db => db.Set<AuditProcess>().OrderByDescending(p => p.AuditProcessId).FirstAsync(p => p.Name == "Sửa cơ quan"));
        var people = await host.QueryAsync(async db => (await AuditActors.ReferenceOfAsync(db, standIn.Id, default), await AuditActors.ReferenceOfAsync(db, absent.Id, default)));
        (process.ActorId, process.OnBehalfOfId).ShouldBe((people.Item1, people.Item2));
    }

    [Fact]
    public async Task StandIn_BeforeAndAfterItsDays_GivesNothing()
    {
        var (absent, standIn) = (await host.CreateUserAsync(Role.ProgrammeOfficer, "tg-syt"), await host.CreateUserAsync(Role.UnitOfficer, "tg-stp"));
        foreach (var (first, last) in new[] { (-5, -1), (1, 4) })
        {
            await host.InScopeAsync(async services =>
            {
                var db = services.GetRequiredService<LoaDbContext>();
                db.Add(new Delegation { DelegationId = Guid.CreateVersion7(), FromUserId = absent.Id, ToUserId = standIn.Id, FirstDay = Today.AddDays(first), LastDay = Today.AddDays(last), Reason = "Nghỉ phép" });
                await db.SaveChangesAsync();
            });
        }

        using var browser = await host.BrowseAsAsync(standIn.Email!, TestData.Password);
        (await browser.GetAsync("/co-quan")).Document.QuerySelectorAll(".bar-agency button").Length.ShouldBe(1);
    }

    [Fact]
    public async Task StandIn_OfAnAdministrator_DoesNotAdminister()
    {
        var (absent, standIn) = (await host.CreateUserAsync(Role.Administrator, "tptg"), await host.CreateUserAsync(Role.UnitOfficer, "tg-stp"));
        await host.GrantAsync(absent, Role.Leader, "tptg");
        using (var theirs = await host.BrowseAsAsync(absent.Email!, TestData.Password))
        {
            var form = await theirs.GetAsync(AccountLinks.StandIn);
            (await form.SubmitAsync(form.Form(), Order(standIn.Email!, Today, Today))).Location.ShouldBe(AccountLinks.StandIn);
        }

        using var browser = await host.BrowseAsAsync(standIn.Email!, TestData.Password);
        var page = await browser.GetAsync("/co-quan");
        (await page.SubmitAsync(page.Form(".bar-agency form"), ("cho", $"{await host.AgencyIdAsync("tptg")}:{absent.Id}"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync("/nguoi-dung")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_WrongDaysOrSelf_SaysWhatToCorrect()
    {
        var person = await host.CreateUserAsync(Role.ProgrammeOfficer, "tg-syt");
        using var browser = await host.BrowseAsAsync(person.Email!, TestData.Password);
        var page = await browser.GetAsync(AccountLinks.StandIn);

        foreach (var order in new[] { Order(person.Email!, Today, Today), Order("khong-co@x.example", Today, Today), Order("soyte@thanhgiang.example", Today.AddDays(-1), Today), Order("soyte@thanhgiang.example", Today, Today.AddDays(200)) })
        {
            (await page.SubmitAsync(page.Form(), order)).Status.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    private DateOnly Today => host.Services.GetRequiredService<Calendar>().VietnamToday;

    private static (string, string)[] Order(string email, DateOnly first, DateOnly last) => [("Email", email), ("FirstDay", Formats.Date(first)), ("LastDay", Formats.Date(last)), ("Reason", "Nghỉ phép")];
}

public sealed class StandInsOnSqlite(SqliteHost host) : StandInTests(host), IClassFixture<SqliteHost>;

public sealed class StandInsOnPostgres(PostgresHost host) : StandInTests(host), IClassFixture<PostgresHost>;
