using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Agencies;

public abstract class AgencyResolverTests(LoaHost host)
{
    /// <summary>Issuer, text as plans print it, code of the agency meant.</summary>
    [Theory]
    [InlineData("tg", "Văn phòng UBND tỉnh", "tg-vp")]
    [InlineData("tg", "Văn phòng Ủy ban nhân dân tỉnh", "tg-vp")]
    [InlineData("tg", "VP UBND tỉnh", "tg-vp")]
    [InlineData("tg", "Đài PTTH tỉnh", "tg-ptth")]
    [InlineData("tg", "Đài PT-TH tỉnh", "tg-ptth")]
    [InlineData("tg", "Đài Phát thanh - Truyền hình", "tg-ptth")]
    [InlineData("tg", "Đài Phát thanh và Truyền hình tỉnh", "tg-ptth")]
    [InlineData("tg", "Sở Thông tin và Truyền thông", "tg-stttt")]
    [InlineData("tg", "Sở TT&TT", "tg-stttt")]
    [InlineData("tg", "Sở TT & TT", "tg-stttt")]
    [InlineData("tg", "Sở Lao động - Thương binh và Xã hội", "tg-sldtbxh")]
    [InlineData("tg", "Sở LĐ-TB&XH", "tg-sldtbxh")]
    [InlineData("tg", "sở tư pháp", "tg-stp")]
    [InlineData("tg", "Sở Nội vụ tỉnh", "tg-snv")]
    [InlineData("tg", "Giám đốc Sở Nội vụ", "tg-snv")]
    [InlineData("tg", "Chủ tịch UBND tỉnh", "tg")]
    [InlineData("tg", "Chánh Văn phòng UBND tỉnh", "tg-vp")]
    [InlineData("tg", "Cổng Thông tin điện tử tỉnh", "tg-cttdt")]
    [InlineData("tg", "Cổng TTĐT tỉnh", "tg-cttdt")]
    [InlineData("tg", "Trung tâm Phục vụ hành chính công tỉnh - Văn phòng UBND tỉnh", "tg-hcc")]
    [InlineData("tg", "Trung tâm Phục vụ hành chính công tỉnh – Văn phòng UBND tỉnh", "tg-hcc")]
    [InlineData("tg", "Công an tỉnh", "tg-ca")]
    [InlineData("tg", "Ủy Ban MTTQ", "tgm")]
    [InlineData("tg", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "tgm")]
    [InlineData("tg", "Liên đoàn lao động tỉnh", "tgm-ldld")]
    [InlineData("tg", "Tỉnh đoàn", "tgm-td")]
    [InlineData("tg", "Ban Dân tộc", "tg-bdt")]
    [InlineData("tg", "Thanh tra tỉnh", "tg-tt")]
    [InlineData("tg", "UBND thành phố Thanh Giang", "tptg")]
    [InlineData("tptg", "Ủy ban MTTQ", "tptg-mt")]
    [InlineData("tptg", "UBND thành phố", "tptg")]
    [InlineData("tptg", "Phòng Nội vụ", "tptg-p1")]
    [InlineData("tptg", "phòng Nội vụ thành phố", "tptg-p1")]
    [InlineData("tptg", "Đài Truyền thanh thành phố", "tptg-vhtt")]
    [InlineData("tptg", "Ban Tuyên giáo Thành ủy", "tptg-btg")]
    [InlineData("tptg", "Văn phòng HĐND - UBND thành phố", "tptg-vp")]
    [InlineData("hsl", "Phòng Nội vụ huyện", "hsl-p1")]
    [InlineData("tg-syt", "Văn phòng Sở", "tg-syt-vp")]
    [InlineData("tg-syt", "Phòng Tổ chức cán bộ", "tg-syt-tccb")]
    [InlineData("tg-syt", "Sở Y tế", "tg-syt")]
    [InlineData("tg-sngv", "Văn phòng Sở", "tg-sngv-vp")]
    public async Task Resolve_NameAsPrinted_FindsTheBody(string issuer, string text, string code)
    {
        var match = await ResolveAsync(issuer, text);

        match.Kind.ShouldBe(AgencyMatchKind.Agency, string.Join(" / ", match.Suggestions));
        match.Agencies.Single().Path.ShouldEndWith($"/{code}/");
    }

    [Theory]
    [InlineData("tg", "các Sở, ban, ngành cấp tỉnh", "so-ban-nganh", 28)]
    [InlineData("tg", "Các Sở, Ban, Ngành cấp tỉnh", "so-ban-nganh", 28)]
    [InlineData("tg", "Sở, Ban, Ngành cấp tỉnh", "so-ban-nganh", 28)]
    [InlineData("tg", "Giám đốc các Sở", "so-ban-nganh", 28)]
    [InlineData("tg", "Thủ trưởng các Ban, Ngành cấp tỉnh", "so-ban-nganh", 28)]
    [InlineData("tg", "các Sở, ban, ngành có liên quan", "so-ban-nganh-lien-quan", 28)]
    [InlineData("tg", "UBND cấp huyện", "ubnd-cap-huyen", 6)]
    [InlineData("tg", "Chủ tịch UBND cấp huyện", "ubnd-cap-huyen", 6)]
    [InlineData("tg", "UBND các huyện, thành phố, thị xã", "ubnd-cap-huyen", 6)]
    [InlineData("tg", "UBND cấp xã", "ubnd-cap-xa", 60)]
    [InlineData("tg-snv", "UBND cấp xã", "ubnd-cap-xa", 60)]
    [InlineData("tptg", "UBND các xã, phường", "ubnd-cap-xa", 12)]
    [InlineData("tg", "các tổ chức chính trị - xã hội tỉnh", "doan-the", 5)]
    [InlineData("tg", "các Cơ quan thông tấn báo chí khác có liên quan đóng trên địa bàn tỉnh", "bao-chi", 3)]
    [InlineData("tg-syt", "Các phòng chức năng Sở", "phong-chuyen-mon-huyen", 6)]
    [InlineData("tg-syt", "các đơn vị trực thuộc", "don-vi-truc-thuoc", 4)]
    public async Task Resolve_GroupAsPrinted_ExpandsAsItsIssuerMeansIt(string issuer, string text, string code, int count)
    {
        var match = await ResolveAsync(issuer, text);

        match.Kind.ShouldBe(AgencyMatchKind.Group, string.Join(" / ", match.Suggestions));
        var group = await host.QueryAsync(async db => (await db.FindAsync<AgencyGroup>(match.AgencyGroupId))!);
        group.Code.ShouldBe(code);
        match.Agencies.Count.ShouldBe(count);
    }

    [Theory]
    [InlineData("Báo Nghệ An", "Báo Thanh Giang")]
    [InlineData("Đài Phát thanh - Truyền hình Cà Mau", "Đài Phát thanh - Truyền hình tỉnh Thanh Giang")]
    [InlineData("UBND tỉnh Hà Tĩnh", "Ủy ban nhân dân tỉnh Thanh Giang")]
    [InlineData("Sở Văn hóa, Thể thao", "Sở Văn hóa, Thể thao và Du lịch tỉnh Thanh Giang")]
    [InlineData("Sở Thông tin Truyền thôg", "Sở Thông tin và Truyền thông tỉnh Thanh Giang")]
    public async Task Resolve_OnlyClose_IsSuggestedFirstAndNeverTaken(string text, string best)
    {
        var match = await ResolveAsync("tg", text);

        match.Kind.ShouldBe(AgencyMatchKind.Unknown);
        match.IsResolved.ShouldBeFalse();
        match.Suggestions[0].Name.ShouldBe(best);
    }

    [Theory]
    [InlineData("Hội Làm vườn")]
    [InlineData("zzzz")]
    [InlineData("")]
    [InlineData("…")]
    public async Task Resolve_NothingLikeIt_IsUnknown(string text) => (await ResolveAsync("tg", text)).Kind.ShouldBe(AgencyMatchKind.Unknown);

    [Fact]
    public async Task Resolve_SameNameInSixDistricts_IsAmbiguousForTheProvince()
    {
        var match = await ResolveAsync("tg", "Phòng Nội vụ");

        match.Kind.ShouldBe(AgencyMatchKind.Ambiguous);
        match.Suggestions.Count.ShouldBe(AgencyResolver.MaxSuggestions);
    }

    [Fact]
    public async Task Resolve_PartyFrontAndUnions_AreOutsideTheChain()
    {
        (await ResolveAsync("tg", "Ban Tuyên giáo Tỉnh ủy")).IsOutsideChain.ShouldBeTrue();
        (await ResolveAsync("tg", "các tổ chức chính trị - xã hội tỉnh")).IsOutsideChain.ShouldBeTrue();
        (await ResolveAsync("tg", "Sở Nội vụ")).IsOutsideChain.ShouldBeFalse();
    }

    [Fact]
    public async Task Remember_Decision_HoldsForItsAgencyOnlyAndCanBeTakenBack()
    {
        var province = await host.AgencyIdAsync("tg");
        var newspaper = await host.AgencyIdAsync("tgu-bao");
        await SaveAsync(resolver => resolver.RememberAgencyAsync("Báo Quê Hương;", newspaper, province));

        var again = await ResolveAsync("tg", "báo quê hương");
        again.Kind.ShouldBe(AgencyMatchKind.Agency);
        again.IsRemembered.ShouldBeTrue();
        again.AgencyId.ShouldBe(newspaper);
        (await ResolveAsync("tptg", "Báo Quê Hương")).IsRemembered.ShouldBeFalse();

        await SaveAsync(resolver => resolver.RememberOutsideAsync("Báo Quê Hương", province));
        (await ResolveAsync("tg", "Báo Quê Hương")).Kind.ShouldBe(AgencyMatchKind.OutsideChain);

        await SaveAsync(resolver => resolver.ForgetAsync("Báo Quê Hương", province));
        (await ResolveAsync("tg", "Báo Quê Hương")).IsRemembered.ShouldBeFalse();
    }

    private async Task<AgencyMatch> ResolveAsync(string issuerCode, string text)
    {
        var issuer = await host.AgencyIdAsync(issuerCode);
        return await host.InScopeAsync(services => services.GetRequiredService<AgencyResolver>().ResolveAsync(text, issuer));
    }

    private Task SaveAsync(Func<AgencyResolver, Task> act) => host.InScopeAsync(async services =>
    {
        await act(services.GetRequiredService<AgencyResolver>());
        await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
    });
}

public sealed class AgencyResolverOnSqlite(SqliteHost host) : AgencyResolverTests(host), IClassFixture<SqliteHost>;

public sealed class AgencyResolverOnPostgres(PostgresHost host) : AgencyResolverTests(host), IClassFixture<PostgresHost>;
