using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Agencies.Changes;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Agencies;

public abstract class ReorganiserTests(LoaHost host)
{
    private static readonly DateOnly Past = new(2025, 7, 1);
    private static readonly DateOnly Future = new(2040, 1, 1);

    [Fact]
    public async Task Merge_TwoIntoANewOne_EndsThemAndKeepsTheTreeOfBefore()
    {
        var (a, b) = (await host.CreateAgencyAsync("Sở Giao thông thử"), await host.CreateAgencyAsync("Sở Xây cất thử"));
        var below = await host.CreateAgencyAsync("Phòng thuộc Sở Giao thông thử", parentCode: a.Code);
        var code = TestData.Unique("m");

        var change = await RecordAsync(AgencyChangeKind.Merge, Past, (tree, c) =>
        {
            var successor = Operations.Establish(tree, c, new NewAgency(code, "Sở Hợp nhất thử", "Sở Hợp nhất", AgencyKind.Department, AgencyLevel.Province, a.ParentId));
            Operations.Merge(tree, c, [a.AgencyId, b.AgencyId], successor.AgencyId);
        });

        change.TookEffectAt.ShouldNotBeNull();
        var (ended, born, child) = (await ReadAsync(a.AgencyId), await ReadAsync(await host.AgencyIdAsync(code)), await ReadAsync(below.AgencyId));
        ended.ValidTo.ShouldBe(Past.AddDays(-1));
        born.ValidFrom.ShouldBe(Past);
        child.ParentId.ShouldBe(born.AgencyId);
        child.Path.ShouldBe($"{born.Path}{child.Code}/");
        var before = await TreeAsync(Past.AddDays(-1));
        before.ShouldContainKey(a.AgencyId);
        before.ShouldNotContainKey(born.AgencyId);
        before[below.AgencyId].Path.ShouldBe($"{before[a.AgencyId].Path}{below.Code}/");
        (await TreeAsync(Past)).Keys.ShouldNotContain(b.AgencyId);
        var successors = await host.InScopeAsync(services => services.GetRequiredService<Successors>().OnAsync(Past));
        successors[a.AgencyId].ShouldBe(born.AgencyId);
        successors[b.AgencyId].ShouldBe(born.AgencyId);
    }

    [Fact]
    public async Task Rename_ToCome_ChangesNothingUntilItsDay()
    {
        var agency = await host.CreateAgencyAsync("Sở Tên cũ");

        var change = await RecordAsync(AgencyChangeKind.Rename, Future, (tree, c) => Operations.Rename(tree, c, agency.AgencyId, "Sở Tên mới", "Sở Tên mới"));

        change.TookEffectAt.ShouldBeNull();
        (await ReadAsync(agency.AgencyId)).Name.ShouldBe("Sở Tên cũ");
        (await TreeAsync(Future))[agency.AgencyId].Name.ShouldBe("Sở Tên mới");
        (await TreeAsync(Future.AddDays(-1)))[agency.AgencyId].Name.ShouldBe("Sở Tên cũ");
    }

    [Fact]
    public async Task TakeBack_AMerger_LeavesTheTreeAsItWas()
    {
        var (a, b) = (await host.CreateAgencyAsync("Sở Một"), await host.CreateAgencyAsync("Sở Hai"));
        var below = await host.CreateAgencyAsync("Phòng của Sở Một", parentCode: a.Code);
        var code = TestData.Unique("m");
        var before = await StatesAsync();
        var change = await RecordAsync(AgencyChangeKind.Merge, Past, (tree, c) =>
        {
            var successor = Operations.Establish(tree, c, new NewAgency(code, "Sở Ba", "Sở Ba", AgencyKind.Department, AgencyLevel.Province, a.ParentId));
            Operations.Merge(tree, c, [a.AgencyId, b.AgencyId], successor.AgencyId);
        });
        (await StatesAsync()).ShouldNotBe(before);

        await TakeBackAsync(change.AgencyChangeId);

        (await StatesAsync()).ShouldBe(before);
        (await ReadAsync(below.AgencyId)).Path.ShouldBe($"{(await ReadAsync(a.AgencyId)).Path}{below.Code}/");
        (await ReadAsync(a.AgencyId)).ValidTo.ShouldBeNull();
        (await host.QueryAsync(db => db.Set<Agency>().AnyAsync(agency => agency.Code == code))).ShouldBeFalse();
        await Should.ThrowAsync<ChangeProblem>(() => RecordAsync(AgencyChangeKind.Rename, Past, (tree, c) => Operations.Rename(tree, c, Guid.CreateVersion7(), "x", "x")));
    }

    [Fact]
    public async Task TakeBack_WithALaterChange_IsRefused()
    {
        var agency = await host.CreateAgencyAsync("Sở Đổi hai lần");
        var first = await RecordAsync(AgencyChangeKind.Rename, Past, (tree, c) => Operations.Rename(tree, c, agency.AgencyId, "Sở Lần một", "Sở Lần một"));
        await RecordAsync(AgencyChangeKind.Rename, Past.AddDays(5), (tree, c) => Operations.Rename(tree, c, agency.AgencyId, "Sở Lần hai", "Sở Lần hai"));

        await Should.ThrowAsync<ChangeProblem>(() => TakeBackAsync(first.AgencyChangeId));
        await Should.ThrowAsync<ChangeProblem>(() => RecordAsync(AgencyChangeKind.Rename, Past.AddDays(2), (tree, c) => Operations.Rename(tree, c, agency.AgencyId, "Sở Chen giữa", "x")));

        (await ReadAsync(agency.AgencyId)).Name.ShouldBe("Sở Lần hai");
        (await TreeAsync(Past.AddDays(3)))[agency.AgencyId].Name.ShouldBe("Sở Lần một");
    }

    [Fact]
    public async Task Move_UnderItsOwnChild_IsRefusedAndNothingIsWritten()
    {
        var agency = await host.CreateAgencyAsync("Sở Cha");
        var child = await host.CreateAgencyAsync("Phòng Con", parentCode: agency.Code);
        var before = await StatesAsync();

        await Should.ThrowAsync<ChangeProblem>(() => RecordAsync(AgencyChangeKind.Move, Past, (tree, c) => Operations.Move(tree, c, agency.AgencyId, child.AgencyId)));

        (await StatesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Split_TheOldEnds_TheFirstPartTakesWhatStoodBelow()
    {
        var agency = await host.CreateAgencyAsync("Sở Văn xã");
        var child = await host.CreateAgencyAsync("Phòng Văn", parentCode: agency.Code);
        var (one, two) = (TestData.Unique("s"), TestData.Unique("s"));

        await RecordAsync(AgencyChangeKind.Split, Past, (tree, c) => Operations.Split(tree, c, agency.AgencyId,
            [.. new[] { one, two }.Select(code => Operations.Establish(tree, c, new NewAgency(code, $"Sở {code}", $"Sở {code}", AgencyKind.Department, AgencyLevel.Province, agency.ParentId)).AgencyId)], goesOn: false));

        (await ReadAsync(child.AgencyId)).ParentId.ShouldBe(await host.AgencyIdAsync(one));
        (await ReadAsync(agency.AgencyId)).ValidTo.ShouldBe(Past.AddDays(-1));
    }

    [Fact]
    public async Task EndLevel_TheDistricts_LeavesCommunesUnderTheProvince()
    {
        // The whole of it is taken back at the end, for the sake of the other tests of this class.
        var root = await host.AgencyIdAsync("tg");
        var communes = await host.QueryAsync(db => db.Set<Agency>().CountAsync(agency => agency.Level == AgencyLevel.Commune && agency.Path.StartsWith("/tg/")));
        communes.ShouldBeGreaterThanOrEqualTo(60);

        var change = await RecordAsync(AgencyChangeKind.EndLevel, Past, (tree, c) => Operations.EndLevel(tree, c, root, AgencyLevel.District));

        var tree = await TreeAsync(Past);
        tree.Values.Count(agency => agency.Level == AgencyLevel.District && agency.Path.StartsWith("/tg/", StringComparison.Ordinal)).ShouldBe(0);
        tree.Values.Count(agency => agency.Level == AgencyLevel.Commune && agency.ParentId == root).ShouldBe(communes);
        var before = await TreeAsync(Past.AddDays(-1));
        before.Values.Count(agency => agency.Level == AgencyLevel.Commune && before[agency.ParentId!.Value].Level == AgencyLevel.District).ShouldBe(communes);

        await TakeBackAsync(change.AgencyChangeId);
        (await TreeAsync(Past)).Values.Count(agency => agency.Level == AgencyLevel.District).ShouldBe(before.Values.Count(agency => agency.Level == AgencyLevel.District));
    }

    [Fact]
    public async Task Resolve_OldPlan_KeepsItsOldTree()
    {
        var agency = await host.CreateAgencyAsync("Sở Bưu chính thử");
        await RecordAsync(AgencyChangeKind.Rename, Past, (tree, c) => Operations.Rename(tree, c, agency.AgencyId, "Sở Kinh tế số thử", "Sở Kinh tế số thử"));

        var then = await ResolveAsync("Sở Bưu chính thử", Past.AddDays(-1));
        var now = await ResolveAsync("Sở Kinh tế số thử", null);

        then.AgencyId.ShouldBe(agency.AgencyId);
        then.Label.ShouldBe("Sở Bưu chính thử");
        now.AgencyId.ShouldBe(agency.AgencyId);
        (await ResolveAsync("Sở Kinh tế số thử", Past.AddDays(-1))).IsResolved.ShouldBeFalse();
    }

    [Fact]
    public async Task Clock_OnTheDay_TurnsTheTree()
    {
        var agency = await host.CreateAgencyAsync("Sở Chờ ngày");
        var change = await RecordAsync(AgencyChangeKind.Rename, Future, (tree, c) => Operations.Rename(tree, c, agency.AgencyId, "Sở Đến ngày", "Sở Đến ngày"));

        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            var later = new Loa.Platform.Calendar(new FixedTime(Future));
            await new TreeClock(db, later, services.GetServices<IAgencyChangeFollower>()).TurnAsync();
            var turned = await db.Set<Agency>().Include(a => a.States).SingleAsync(a => a.AgencyId == agency.AgencyId);
            turned.Name.ShouldBe("Sở Đến ngày");
            (await db.Set<AgencyChange>().SingleAsync(c => c.AgencyChangeId == change.AgencyChangeId)).TookEffectAt.ShouldNotBeNull();
        });
    }

    private Task<AgencyChange> RecordAsync(AgencyChangeKind kind, DateOnly on, Action<DatedTree, AgencyChange> apply) =>
        host.InScopeAsync(services => services.GetRequiredService<Reorganiser>().RecordAsync(kind, on, "Nghị quyết số 15/NQ-HĐND", null, apply));

    private Task TakeBackAsync(Guid changeId) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var change = await db.Set<AgencyChange>().Include(c => c.Parts).SingleAsync(c => c.AgencyChangeId == changeId);
        await services.GetRequiredService<Reorganiser>().TakeBackAsync(change, "Ghi nhầm");
    });

    private Task<AgencyMatch> ResolveAsync(string text, DateOnly? on) =>
        host.InScopeAsync(async services => await services.GetRequiredService<AgencyResolver>().ResolveAsync(text, await host.AgencyIdAsync("tg"), on));

    private Task<Agency> ReadAsync(Guid agencyId) => host.QueryAsync(db => db.Set<Agency>().AsNoTracking().Include(agency => agency.States).SingleAsync(agency => agency.AgencyId == agencyId));

    private Task<Dictionary<Guid, Agency>> TreeAsync(DateOnly on) =>
        host.InScopeAsync(async services => (await services.GetRequiredService<AgencyTree>().OnAsync(on)).ToDictionary(agency => agency.AgencyId));

    private Task<List<string>> StatesAsync() => host.QueryAsync(async db =>
        (await db.Set<AgencyState>().AsNoTracking().ToListAsync()).Select(state => $"{state.AgencyId} {state.From} {state.To} {state.ParentId} {state.Name}").Order(StringComparer.Ordinal).ToList());

    private sealed class FixedTime(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day.ToDateTime(new TimeOnly(5, 0)), TimeSpan.Zero);
    }
}

public sealed class ReorganiserOnSqlite(SqliteHost host) : ReorganiserTests(host), IClassFixture<SqliteHost>;

public sealed class ReorganiserOnPostgres(PostgresHost host) : ReorganiserTests(host), IClassFixture<PostgresHost>;
