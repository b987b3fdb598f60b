using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Platform.Security;

public abstract class AccessScopeTests(LoaHost host)
{
    [Fact]
    public void Of_NestedPaths_KeepsTheHighest() =>
        AccessScope.Of(["/tg/tptg/tptg-x01/", "/tg/tptg/", "/tgu/", "/tgu/", "", "tg"]).Paths.ShouldBe(["/tgu/", "/tg/tptg/"], ignoreOrder: true);

    [Theory]
    [InlineData("/tg/tptg/", true)]
    [InlineData("/tg/tptg/tptg-x01/", true)]
    [InlineData("/tg/tptg2/", false)]
    [InlineData("/tg/", false)]
    [InlineData("/", false)]
    public void Covers_TheAgencyAndWhatIsBelow(string path, bool covered) => AccessScope.Of(["/tg/tptg/"]).Covers(path).ShouldBe(covered);

    [Fact]
    public async Task Within_BothDatabases_KeepsWhatCoversKeeps()
    {
        foreach (var scope in new[] { AccessScope.Nothing, AccessScope.Everything, AccessScope.Of(["/tg/tptg/", "/tgu/"]) })
        {
            var (kept, all) = await host.QueryAsync(async db => (
                await db.Set<Agency>().Within(scope, agency => agency.Path).Select(agency => agency.Path).ToListAsync(),
                await db.Set<Agency>().Select(agency => agency.Path).ToListAsync()));

            kept.ShouldBe(all.Where(scope.Covers), ignoreOrder: true);
        }
    }

    [Fact]
    public async Task Within_TwoPaths_IsOneStatementWithParameters()
    {
        var sql = await host.QueryAsync(db => Task.FromResult(db.Set<Agency>().Within(AccessScope.Of(["/tg/tptg/", "/tgu/"]), agency => agency.Path).ToQueryString()));

        sql.ShouldContain(" OR ");
        sql.Split("WHERE")[1].ShouldNotContain("/tg/");
    }

    [Fact]
    public void Grant_AsClaim_ComesBackAsItWas()
    {
        foreach (var grant in new[] { Grant.OnEverything(Role.Administrator), new Grant(Role.Editor, Guid.CreateVersion7(), "/tg/", Guid.CreateVersion7()) })
        {
            Grant.FromClaim(grant.ToClaim()).ShouldBe(grant);
        }

        Grant.FromClaim("Administrator:").ShouldBeNull("a cookie of an older program grants nothing");
    }
}

public sealed class AccessScopeOnSqlite(SqliteHost host) : AccessScopeTests(host), IClassFixture<SqliteHost>;

public sealed class AccessScopeOnPostgres(PostgresHost host) : AccessScopeTests(host), IClassFixture<PostgresHost>;
