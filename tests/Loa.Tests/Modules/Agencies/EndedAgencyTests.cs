using Loa.Modules.Agencies;
using Loa.Modules.Agencies.Changes;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Agencies;

/// <summary>What ended is still found, and shown as it was; what is there now comes first.</summary>
public abstract class EndedAgencyTests(LoaHost host)
{
    private static readonly DateOnly Past = new(2025, 7, 1);

    [Fact]
    public async Task Page_OfAnEndedAgency_ShowsWhatStoodBelowItOnItsLastDay_AndTheTreeFindsIt()
    {
        var parent = await host.CreateAgencyAsync("Sở Đã Thôi");
        var child = await host.CreateAgencyAsync("Trung tâm của Sở Đã Thôi", parentCode: parent.Code);
        var heir = await host.CreateAgencyAsync("Sở Kế Tục");
        await host.InScopeAsync(services => services.GetRequiredService<Reorganiser>().RecordAsync(
            AgencyChangeKind.Merge, Past, "Nghị quyết số 15/NQ-HĐND", null, (tree, change) => Operations.Merge(tree, change, [parent.AgencyId], heir.AgencyId)));
        using var browser = await host.BrowseAsAsync(Role.ProgrammeOfficer);

        var page = await browser.GetAsync(AgencyLinks.Detail(parent.Code));
        page.TextOf("main")!.ShouldContain("Cơ quan trực thuộc vào ngày cuối cùng, 30/06/2025 (1)");
        page.Document.QuerySelector($"main .tree a[href='{AgencyLinks.Detail(child.Code)}']").ShouldNotBeNull();
        (await browser.GetAsync(AgencyLinks.Detail(heir.Code))).Document.QuerySelector($"main .tree a[href='{AgencyLinks.Detail(child.Code)}']").ShouldNotBeNull("today it stands there");

        var found = await browser.GetAsync($"{AgencyLinks.Tree}?q=so+da+thoi");
        found.Document.QuerySelector($"main .tree a[href='{AgencyLinks.Detail(parent.Code)}']")!.ParentElement!.TextContent.ShouldContain("đã kết thúc 30/06/2025");
        (await browser.GetAsync($"{AgencyLinks.Tree}?q=so+da+thoi&ngay=30/06/2025")).TextOf("main")!.ShouldNotContain("đã kết thúc", customMessage: "on that day it was there");
    }

    [Fact]
    public async Task Search_AGroupThatMeansNobodyAnyMore_ComesAfterEverythingThatIsThere()
    {
        var word = TestData.Unique("nhom");
        var (gone, here) = (Group($"{word} một", AgencyLevel.Hamlet, AgencyKind.Media), Group($"{word} hai", AgencyLevel.Province, AgencyKind.Department));
        (gone.SortOrder, here.SortOrder) = (-2, -1);
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<Loa.Data.LoaDbContext>();
            db.AddRange(gone, here);
            await db.SaveChangesAsync();
        });
        var agency = await host.CreateAgencyAsync($"Sở {word} ba");

        var found = await host.InScopeAsync(services => services.GetRequiredService<AgencySearch>().FindAsync(word, withGroups: true, AccessScope.Everything, CancellationToken.None));

        found.Select(one => one.AgencyGroupId ?? one.AgencyId).ShouldBe([here.AgencyGroupId, agency.AgencyId, gone.AgencyGroupId]);
        found[^1].IsEmpty.ShouldBeTrue();
    }

    private static AgencyGroup Group(string name, AgencyLevel level, AgencyKind kind) =>
        new() { AgencyGroupId = Guid.CreateVersion7(), Code = TestData.Unique("g"), Name = name, Kinds = [kind], Levels = [level] };
}

public sealed class EndedAgenciesOnSqlite(SqliteHost host) : EndedAgencyTests(host), IClassFixture<SqliteHost>;

public sealed class EndedAgenciesOnPostgres(PostgresHost host) : EndedAgencyTests(host), IClassFixture<PostgresHost>;
