using System.Net;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Agencies;

public abstract class AgencyTemplateTests(LoaHost host)
{
    /// <summary>One story, because a tree begins once.</summary>
    [Fact]
    public async Task Template_OnAnEmptyTree_BecomesTheTreeAfterALook()
    {
        var administrator = await host.CreateUserAsync(Role.Administrator, "");
        using var browser = await host.BrowseAsAsync(administrator.Email!, TestData.Password);
        (await browser.GetAsync(AgencyLinks.Tree)).Document.QuerySelector($"main a[href='{AgencyLinks.Import}#mau']").ShouldNotBeNull();
        var page = await browser.GetAsync(AgencyLinks.Import);
        var form = page.Form("main form:has([name='Template.Province'])");
        (await page.SubmitAsync(form)).Status.ShouldBe(HttpStatusCode.BadRequest, "a province has a name");

        var look = await browser.GetAsync((await page.SubmitAsync(form, ("Template.Province", "Sông Ngân"), ("Template.Communes", "xã Bản Khe\nphường Bến Kè\nphường Biển Khơi"))).Location!);

        look.TextOf("main")!.ShouldContain("sửa 0, giữ nguyên 0 cơ quan.");
        (await look.ConfirmAsync()).Status.ShouldBe(HttpStatusCode.Redirect);
        var agencies = await host.QueryAsync(db => db.Set<Agency>().Include(agency => agency.Parent).ToListAsync());
        agencies.Count.ShouldBeGreaterThan(60);
        agencies.Single(agency => agency.Name == "Trung tâm Phục vụ hành chính công phường Bến Kè").Parent!.ShortName.ShouldBe("UBND phường Bến Kè");
        agencies.Single(agency => agency.ShortName == "Tỉnh đoàn").Parent!.Kind.ShouldBe(AgencyKind.FatherlandFront);
        agencies.Single(agency => agency.Name == "Báo và Phát thanh, truyền hình Sông Ngân").Kind.ShouldBe(AgencyKind.Media);
        agencies.ShouldAllBe(agency => !agency.Name.Contains('{') && agency.Level != AgencyLevel.District);
        // Now that there is a tree the template is a file only.
        var again = await browser.GetAsync(AgencyLinks.Import);
        var download = await again.SubmitAsync(again.Form("main form:has([name='Template.Province'])"), ("Template.Province", "Hà Nội"), ("Template.IsCity", "true"));
        download.Header("Content-Disposition").ShouldNotBeNull().ShouldContain("mau-co-quan-hn.xlsx");
    }
}

public sealed class AgencyTemplateOnSqlite(EmptySqliteHost host) : AgencyTemplateTests(host), IClassFixture<EmptySqliteHost>;

public sealed class AgencyTemplateOnPostgres(EmptyPostgresHost host) : AgencyTemplateTests(host), IClassFixture<EmptyPostgresHost>;
