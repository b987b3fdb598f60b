using System.Net;
using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Accounts.Demo;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Accounts;

/// <summary>In a database of its own, where nobody but these two administers the whole system.</summary>
public abstract class LastAdministratorTests(LoaHost host)
{
    private const int Rounds = 8;

    [Theory]
    [InlineData("Revoke")]
    [InlineData("Disable")]
    public async Task TwoAdministrators_RemoveEachOtherAtOnce_OneStays(string act)
    {
        var first = await host.QueryAsync(db => db.Set<User>().AsNoTracking().SingleAsync(user => user.Email == "quantri@thanhgiang.example"));
        var second = await host.CreateUserAsync(Role.Administrator, "");
        for (var round = 0; round < Rounds; round++)
        {
            using var one = await host.BrowseAsAsync(first.Email!, DemoAccounts.Password);
            using var two = await host.BrowseAsAsync(second.Email!, TestData.Password);
            var (ofSecond, ofFirst) = (await one.GetAsync(AccountLinks.Person(second.Id)), await two.GetAsync(AccountLinks.Person(first.Id)));

            var answers = await Task.WhenAll(RemoveAsync(ofSecond, act), RemoveAsync(ofFirst, act));

            (await host.QueryAsync(db => db.Set<User>().CountAsync(user => !user.IsDisabled && user.Grants.Any(grant => grant.Role == Role.Administrator && grant.AgencyId == null)))).ShouldBe(1, $"round {round}");
            answers.Select(answer => answer.Status).ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.BadRequest], ignoreOrder: true);
            await PutBackAsync(first.Id, second.Id);
        }

        await host.QueryAsync(db => db.Set<User>().Where(user => user.Id == second.Id).ExecuteDeleteAsync());
    }

    private static Task<TestPage> RemoveAsync(TestPage page, string act) => page.SubmitAsync(page.Form($"form[action*={act}]"), ("reason", "Thử"));

    private Task PutBackAsync(params Guid[] people) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        foreach (var person in await db.Set<User>().Include(user => user.Grants).Where(user => people.Contains(user.Id)).ToListAsync())
        {
            person.IsDisabled = false;
            if (person.Grants.Count == 0)
            {
                db.Add(new RoleGrant { RoleGrantId = Guid.CreateVersion7(), UserId = person.Id, Role = Role.Administrator });
            }
        }

        await db.SaveChangesAsync();
    });
}

public sealed class LastAdministratorOnSqlite(SqliteHost host) : LastAdministratorTests(host), IClassFixture<SqliteHost>;

public sealed class LastAdministratorOnPostgres(PostgresHost host) : LastAdministratorTests(host), IClassFixture<PostgresHost>;
