using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Data;

public abstract class VietnameseOrderTests(LoaHost host)
{
    private static readonly string[] InOrder = ["An", "Ân", "Bình", "Dung", "Đào", "Em", "Ổn", "Ơn", "Vân", "Yến"];

    [Fact]
    public async Task Of_PutsNamesAsTheVietnameseAlphabetDoes()
    {
        var mark = TestData.Unique("~");
        foreach (var name in InOrder.Reverse())
        {
            var person = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
            await host.QueryAsync(db => db.Set<User>().Where(user => user.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.DisplayName, name).SetProperty(user => user.Title, mark)));
        }

        var sorted = await host.QueryAsync(db => db.Set<User>().Where(user => user.Title == mark).OrderBy(user => VietnameseOrder.Of(user.DisplayName)).Select(user => user.DisplayName).ToListAsync());

        sorted.ShouldBe(InOrder);
        InOrder.Reverse().Order(VietnameseOrder.Comparer).ToList().ShouldBe(InOrder);
    }
}

public sealed class VietnameseOrderOnSqlite(SqliteHost host) : VietnameseOrderTests(host), IClassFixture<SqliteHost>;

public sealed class VietnameseOrderOnPostgres(PostgresHost host) : VietnameseOrderTests(host), IClassFixture<PostgresHost>;
