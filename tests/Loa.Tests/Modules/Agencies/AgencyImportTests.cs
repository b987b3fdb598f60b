using System.Net;
using System.Text;
using Loa.Modules.Agencies;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Platform.Sheets;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Agencies;

public abstract class AgencyImportTests(LoaHost host)
{
    private const string Heads = "Ma,mã cấp trên,TÊN ĐẦY ĐỦ,Tên ngắn,kind,Cấp,Số người,Thống kê ngày,Từ ngày,Tên gọi khác\n";

    [Fact]
    public async Task Look_RowsWithErrors_SaysEachInWordsAndWritesNothing()
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        var before = await host.QueryAsync(db => db.Set<Agency>().CountAsync());

        var page = await browser.LookAtAsync(Heads
            + "xa-a,khong-co,Sở A,,Department,tỉnh,,,,\n"
            + "xa-a,tg,Sở A lần hai,,Department,tỉnh,,,,\n"
            + "xb,tg,,,Department,tỉnh,,,,\n"
            + "xc,xd,Sở C,,Department,tỉnh,,,,\n"
            + "xe,tg,Sở E,,Hội kín,tỉnh,,,32/13/2025,\n"
            + "nhom,tg,Sở F,,Department,tỉnh,,,,\n"
            + "xd,xc,Sở D,,Department,tỉnh,,,,\n");

        var said = page.TextOf("main")!;
        foreach (var sentence in (string[])["Dòng 2: không có cơ quan cấp trên mã ‘khong-co’", "Dòng 3: mã ‘xa-a’ đã có ở dòng 2", "Dòng 4: Hãy nhập tên đầy đủ.", "Dòng 6: không có loại cơ quan ‘Hội kín’", "Dòng 6: cột “Từ ngày”: không hiểu ngày ‘32/13/2025’", "Dòng 7: mã ‘nhom’ là từ dành riêng"])
        {
            said.ShouldContain(sentence);
        }

        page.Document.QuerySelector("[name=digest]").ShouldBeNull();
        (await host.QueryAsync(db => db.Set<Agency>().CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task Look_AgenciesBelowThemselves_AreNamed()
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);

        var page = await browser.LookAtAsync(Heads + "vong-a,vong-b,Sở Vòng A,,Department,tỉnh,,,,\nvong-b,vong-a,Sở Vòng B,,Department,tỉnh,,,,\n");

        page.TextOf("main")!.ShouldContain("Dòng 2: cơ quan mã ‘vong-a’ nằm dưới chính nó");
    }

    [Fact]
    public async Task Confirm_ParentsAfterChildren_AddsChangesAndLeavesARecord()
    {
        var (above, below) = (TestData.Unique("tren"), TestData.Unique("duoi"));
        var known = await host.CreateAgencyAsync("Sở Sẽ sửa");
        using var browser = await host.BrowseAsAsync(Role.ProgrammeOfficer);
        var page = await browser.LookAtAsync(Heads + $"{below},{above},Phòng Ở dưới,,Division,Cấp tỉnh,12,01/01/2026,1/7/2025,Phòng Dưới; P. Dưới\n{above},tg,Sở Ở trên,Sở Trên,Sở; ban,Cấp tỉnh,,,,\n".Replace("Sở; ban", "\"Sở, ban, ngành\"", StringComparison.Ordinal)
            + $"{known.Code},tg,Sở Đã sửa,,,,,,,\n");

        page.TextOf("main")!.ShouldContain("Thêm 2, sửa 1, giữ nguyên 0 cơ quan.");
        var done = await page.ConfirmAsync();

        done.Status.ShouldBe(HttpStatusCode.Redirect, done.TextOf("main"));
        var (child, parent) = await host.QueryAsync(async db => (
            await db.Set<Agency>().Include(agency => agency.Names).Include(agency => agency.States).Include(agency => agency.Headcounts).SingleAsync(agency => agency.Code == below),
            await db.Set<Agency>().SingleAsync(agency => agency.Code == above)));
        child.Path.ShouldBe($"/tg/{above}/{below}/");
        child.ParentId.ShouldBe(parent.AgencyId);
        child.ValidFrom.ShouldBe(new DateOnly(2025, 7, 1));
        child.States.ShouldHaveSingleItem().From.ShouldBe(child.ValidFrom);
        child.Names.Select(name => name.Text).Order(StringComparer.Ordinal).ShouldBe(["P. Dưới", "Phòng Dưới"]);
        child.Headcounts.ShouldHaveSingleItem().Count.ShouldBe(12);
        child.SearchText.ShouldContain("p. duoi");
        (await browser.GetAsync(AgencyLinks.Detail(known.Code))).Text.ShouldContain("Sở Đã sửa");
        await ShouldBeOneActAsync(child.AgencyId, parent.AgencyId, known.AgencyId);
        // Once more, there is nothing left to do.
        (await browser.GetAsync(page.Response.RequestMessage!.RequestUri!.PathAndQuery)).Document.QuerySelector("[name=digest]").ShouldBeNull();
    }

    private Task ShouldBeOneActAsync(params Guid[] agencies) => host.InScopeAsync(async _ =>
    {
        var changes = await host.QueryAsync(db => db.Set<AuditChange>().Where(change => change.EntityType == nameof(Agency) && agencies.Contains(change.SubjectId!.Value)).ToListAsync());
        var last = changes.GroupBy(change => change.AuditProcessId).Single(act => act.Count() == agencies.Length);
        var process = await host.QueryAsync(db => db.Set<AuditProcess>().SingleAsync(act => act.AuditProcessId == last.Key));
        process.Name.ShouldBe("Nhập cây cơ quan");
        process.Reason.ShouldNotBeNull().ShouldContain("co-quan.csv: +2, ~1");
        process.ActorId.ShouldNotBeNull();
        last.Single(change => change.SubjectId == agencies[0]).After.ShouldNotBeNull().ShouldContain("Phòng Ở dưới");
    });

    [Fact]
    public async Task Confirm_TreeChangedSinceTheLook_WritesNothingAndShowsAgain()
    {
        var code = TestData.Unique("muon");
        var known = await host.CreateAgencyAsync("Sở Cũ");
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        var page = await browser.LookAtAsync(Heads + $"{code},tg,Sở Muộn,,Department,tỉnh,,,,\n{known.Code},tg,Sở Cũ,Sở Cũ,,,,,,\n");
        await host.QueryAsync(db => db.Set<Agency>().Where(agency => agency.AgencyId == known.AgencyId).ExecuteUpdateAsync(set => set.SetProperty(agency => agency.Name, "Sở Vừa đổi")));

        var answer = await page.ConfirmAsync();

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.TextOf("main")!.ShouldContain("Cây cơ quan vừa thay đổi");
        (await host.QueryAsync(db => db.Set<Agency>().AnyAsync(agency => agency.Code == code))).ShouldBeFalse();
    }

    [Fact]
    public async Task Look_ByTheOfficerOfAPart_RefusesWhatLiesOutside()
    {
        var officer = await host.CreateUserAsync(Role.ProgrammeOfficer, "tg-syt");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);

        var page = await browser.LookAtAsync("Mã,Mã cấp trên,Tên đầy đủ,Loại,Cấp\ntg-stp,tg,Sở Tư pháp khác,Department,Province\nla-moi,tg,Sở Lạ,Department,Province\nla-goc,,Sở Gốc,Department,Province\nsyt-moi,tg-syt,Phòng Mới,Division,Province\ntg-syt-vp,tg-stp,Văn phòng Sở Y tế,Division,Province\n");

        var said = page.TextOf("main")!;
        foreach (var (row, code) in new[] { (2, "tg-stp"), (3, "la-moi"), (4, "la-goc"), (6, "tg-syt-vp") })
        {
            said.ShouldContain($"Dòng {row}: cơ quan mã ‘{code}’ nằm ngoài phạm vi bạn phụ trách");
        }

        said.ShouldNotContain("‘syt-moi’");
        using var other = await host.BrowseAsAsync(Role.Administrator);
        (await other.GetAsync(page.Response.RequestMessage!.RequestUri!.PathAndQuery)).Status.ShouldBe(HttpStatusCode.NotFound, "the file is another person's");
    }

    [Theory]
    [InlineData("Xlsx")]
    [InlineData("Csv")]
    public async Task Export_ImportedAgain_ChangesNothing(string format)
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        var sheet = Enum.Parse<SheetFormat>(format);

        var page = await browser.LookAtAsync(await host.ExportAsync(sheet), "cay" + sheet.Extension());

        page.TextOf("main")!.ShouldContain("Mọi cơ quan trong tệp đã giống cây hiện có");
    }

    /// <summary>Trees of any names, tags and dates: what was imported is what is exported, and that changes nothing when it is imported.</summary>
    [Theory]
    [InlineData(1, "Xlsx")]
    [InlineData(2, "Csv")]
    [InlineData(3, "Xlsx")]
    [InlineData(4, "Csv")]
    public async Task AnyTree_ImportedAndExported_IsTheSame(int seed, string format)
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        var sheet = Enum.Parse<SheetFormat>(format);
        var root = TestData.Unique("cay");
        using var written = new MemoryStream();
        SheetWriter.Write(written, sheet, AgencyExport.Columns, RandomTree.Rows(seed, root));

        await browser.TakeOverAsync(written.ToArray(), "cay" + sheet.Extension());

        var exported = await host.ExportAsync(sheet, below: root);
        Cells(exported).ShouldBe(Cells(written.ToArray()));
        (await browser.LookAtAsync(exported, "lai" + sheet.Extension())).TextOf("main")!.ShouldContain("Mọi cơ quan trong tệp đã giống cây hiện có");
    }

    [Fact]
    public async Task Export_OfAPastDay_IsTheTreeOfThatDay()
    {
        var agency = await host.CreateAgencyAsync("Sở Ngày trước");
        await host.QueryAsync(db => db.Set<AgencyState>().Where(state => state.AgencyId == agency.AgencyId).ExecuteUpdateAsync(set => set.SetProperty(state => state.From, new DateOnly(2020, 1, 1))));
        using var browser = await host.BrowseAsAsync(Role.Leader);

        (await browser.GetAsync(AgencyLinks.ExportOf(null, new DateOnly(2020, 1, 1), "csv"))).Text.ShouldContain("Sở Ngày trước");
        (await browser.GetAsync(AgencyLinks.ExportOf(null, new DateOnly(2019, 12, 31), "csv"))).Text.ShouldNotContain("Sở Ngày trước");
        (await browser.GetAsync(AgencyLinks.ExportOf("khong-co", null, "csv"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Upload_NotASheet_SaysWhatToDo()
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);

        var page = await browser.LookAtAsync("PK\u0003\u0004 hỏng"u8.ToArray(), "hong.xlsx");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.TextOf(".error-summary")!.ShouldContain("Hãy lưu lại dạng .xlsx, hoặc .csv mã UTF-8.");
        (await host.QueryAsync(db => db.Set<Loa.Platform.Jobs.Job>().AnyAsync(job => job.Kind == FileCleaning.Kind))).ShouldBeTrue("the file is taken away some day");
    }

    private static string Cells(byte[] file) =>
        string.Join('\n', SheetReader.Read(new MemoryStream(file)).Select(row => string.Join('|', row.Cells).TrimEnd('|')));
}

public sealed class AgencyImportOnSqlite(SqliteHost host) : AgencyImportTests(host), IClassFixture<SqliteHost>;

public sealed class AgencyImportOnPostgres(PostgresHost host) : AgencyImportTests(host), IClassFixture<PostgresHost>;
