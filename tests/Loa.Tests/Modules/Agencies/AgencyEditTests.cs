using System.Net;
using Loa.Modules.Agencies;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Agencies;

public abstract class AgencyEditTests(LoaHost host)
{
    [Fact]
    public async Task Edit_AgencyOutsideTheOfficersOwn_DoesNotExist()
    {
        var officer = await host.CreateUserAsync(Role.ProgrammeOfficer, "tg-syt");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var own = await browser.GetAsync(AgencyLinks.Edit("tg-syt"));

        own.Status.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync(AgencyLinks.Edit("tg-stp"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(AgencyLinks.Edit("tg"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(AgencyLinks.AddUnder(null))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(AgencyLinks.Detail("tg-stp"))).Document.QuerySelector($"main a[href='{AgencyLinks.Edit("tg-stp")}']").ShouldBeNull();
        var posted = await own.SubmitAsync(own.Form("main form:has([name='Form.ShortName'])"), ("Form.ParentId", (await host.AgencyIdAsync("tg-stp")).ToString()));
        posted.Status.ShouldBe(HttpStatusCode.NotFound, "an agency is not moved to where its officer has no say");
    }

    [Fact]
    public async Task Add_TheSameCodeByFourAtOnce_OneIsSavedAndTheOthersAreToldWhy()
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        var page = await browser.GetAsync(AgencyLinks.AddUnder("tg"));
        for (var round = 0; round < 4; round++)
        {
            var code = TestData.Unique("trung");

            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.SubmitAsync(page.Form("main form:has([name='Form.ShortName'])"), ("Form.Name", "Sở Trùng mã"), ("Form.ShortName", "Sở TM"), ("Form.Code", code))));

            answers.Count(answer => answer.Status == HttpStatusCode.Redirect).ShouldBe(1, string.Join('\n', answers.Select(answer => answer.Status + " " + answer.TextOf(".error-summary"))));
            var refused = answers.Where(answer => answer.Status != HttpStatusCode.Redirect).ToList();
            refused.ShouldAllBe(answer => answer.Status == HttpStatusCode.BadRequest);
            refused.ShouldAllBe(answer => answer.TextOf(".error-summary")!.Contains("Mã này đã có cơ quan dùng."));
        }
    }

    [Fact]
    public async Task Edit_ByTheOfficerOfTheProvince_IsRecordedWithBeforeAndAfter()
    {
        var agency = await host.CreateAgencyAsync("Sở Ghi chép");
        using var browser = await host.BrowseAsAsync(Role.ProgrammeOfficer);
        var page = await browser.GetAsync(AgencyLinks.Edit(agency.Code));

        (await page.SubmitAsync(page.Form("main form:has([name='Form.ShortName'])"), ("Form.ShortName", "Sở GC"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var (process, change) = await host.QueryAsync(async db =>
        {
            var changed = await db.Set<AuditChange>().Where(c => c.SubjectType == nameof(Agency) && c.SubjectId == agency.AgencyId && c.EntityType == nameof(Agency) && c.Action == AuditAction.Changed).SingleAsync();
            return (await db.Set<AuditProcess>().SingleAsync(p => p.AuditProcessId == changed.AuditProcessId), changed);
        });
        process.Name.ShouldBe("Sửa cơ quan");
        process.ActorId.ShouldNotBeNull();
        change.Before.ShouldNotBeNull().ShouldContain("Sở Ghi chép");
        change.After.ShouldNotBeNull().ShouldContain("Sở GC");

        var history = (await browser.GetAsync(AgencyLinks.Detail(agency.Code))).TextOf(".history").ShouldNotBeNull();
        history.ShouldContain("Tên gọi tắt: Sở Ghi chép Sở GC", customMessage: "fields by their words");
        history.ShouldContain("Loại cơ quan: Sở, ban, ngành", customMessage: "values by theirs");
        history.ShouldContain("Cơ quan cấp trên: UBND", customMessage: "what an id points to by its name");
        history.ShouldContain("Thêm cơ quan ·", customMessage: "an act that nobody named says what it did");
        history.ShouldNotContain("ShortName");
    }
}

public sealed class AgencyEditOnSqlite(SqliteHost host) : AgencyEditTests(host), IClassFixture<SqliteHost>;

public sealed class AgencyEditOnPostgres(PostgresHost host) : AgencyEditTests(host), IClassFixture<PostgresHost>;
