using Loa.Data;
using Loa.Platform.Search;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Platform.Search;

public abstract class SearchIndexTests(LoaHost host)
{
    [Theory]
    [InlineData("truyền thông", true)]
    [InlineData("TRUYEN THONG", true)]
    [InlineData("truyen tho", true)]
    [InlineData("thông kiểm", true)]
    [InlineData("122/KH-UBND", true)]
    [InlineData("truyền hình", false)]
    [InlineData("\" OR 1=1 --", false)]
    [InlineData("kế* & (hoạch | :!", true)]
    public async Task Find_DiacriticsAndOrder_DoNotMatter(string query, bool found)
    {
        var id = Guid.CreateVersion7();
        var kind = TestData.Unique("k");
        await SetAsync(kind, id, "Kế hoạch truyền thông kiểm soát thủ tục", "122/KH-UBND");

        (await FindAsync(kind, query)).ShouldBe(found ? [id] : []);
    }

    [Fact]
    public async Task Set_Again_ReplacesTheText()
    {
        var id = Guid.CreateVersion7();
        var kind = TestData.Unique("k");
        await SetAsync(kind, id, "cũ kỹ");
        await SetAsync(kind, id, "mới tinh");

        (await FindAsync(kind, "cu ky")).ShouldBeEmpty();
        (await FindAsync(kind, "moi")).ShouldBe([id]);
    }

    [Fact]
    public async Task Find_NoWords_FiltersNothing() =>
        (await host.InScopeAsync(services => Task.FromResult(services.GetRequiredService<SearchIndex>().Find("k", " -/ ") is null))).ShouldBeTrue();

    private Task SetAsync(string kind, Guid id, params string[] texts) => host.InScopeAsync(async services =>
    {
        await services.GetRequiredService<SearchIndex>().SetAsync(kind, id, texts);
        await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
    });

    private Task<List<Guid>> FindAsync(string kind, string query) => host.InScopeAsync(services => services.GetRequiredService<SearchIndex>().Find(kind, query)!.ToListAsync());
}

public sealed class SearchOnSqlite(SqliteHost host) : SearchIndexTests(host), IClassFixture<SqliteHost>;

public sealed class SearchOnPostgres(PostgresHost host) : SearchIndexTests(host), IClassFixture<PostgresHost>;
