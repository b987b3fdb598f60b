using System.IO.Compression;
using System.Net;
using Loa.Data;
using Loa.Documents.Checking;
using Loa.Modules.Activities;
using Loa.Modules.EvidenceFiles;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Activities;
using Loa.Tests.Modules.Directives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.EvidenceFiles;

public abstract class EvidenceFileTests(LoaHost host)
{
    [Fact]
    public async Task Export_ACriterion_IsANumberedFolderWithItsList()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stc");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var file = await EvidenceFileFlow.CreateAsync(host, "tg-stc");
        var activity = await host.LogActivityAsync("tg-stc", a => a.Title = "Hội nghị tuyên truyền quý một");
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            foreach (var (name, removed) in new[] { ("anh-hoi-nghi.pdf", false), ("anh-bo.pdf", true) })
            {
                var photo = await services.GetRequiredService<FileStore>().SaveAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"%PDF-1.4 {name}")), name);
                db.Add(new Evidence { EvidenceId = Guid.CreateVersion7(), ActivityId = activity.ActivityId, FileId = photo.StoredFileId, Kind = ContentKind.Pdf, AddedAt = photo.ReceivedAt, RemovedAt = removed ? photo.ReceivedAt : null });
            }

            db.Add(new Evidence { EvidenceId = Guid.CreateVersion7(), ActivityId = activity.ActivityId, Url = "https://bao.example/tin-1", Link = LinkState.Unchecked, Scan = ScanState.Clean, AddedAt = DateTime.UnixEpoch });
            await db.SaveChangesAsync();
        });
        var directive = await DirectiveFlow.RecordAsync(host, "tg-stc");
        var page = await browser.GetAsync($"{EvidenceFileLinks.File(file.EvidenceFileId)}?tim=hoi nghi tuyen truyen");
        (await page.SubmitAsync(page.Form($"form:has(input[value='{activity.ActivityId}'])"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var add = await browser.GetAsync(EvidenceFileLinks.AddDirective(directive.DirectiveId));
        (await add.SubmitAsync(add.Form("main form"), ("Chosen", file.EvidenceFileId.ToString()))).Status.ShouldBe(HttpStatusCode.Redirect);
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            var stored = await services.GetRequiredService<FileStore>().SaveAsync(new MemoryStream("%PDF-1.4 anh"u8.ToArray()), "Báo cáo: số 1/2026.pdf");
            db.Add((await db.Set<EvidenceFile>().Include(f => f.Items).SingleAsync(f => f.EvidenceFileId == file.EvidenceFileId)).Add(null, null, stored.StoredFileId, null)!);
            await db.SaveChangesAsync();
        });

        var answer = await (await browser.GetAsync(EvidenceFileLinks.Export(file.EvidenceFileId))).Response.Content.ReadAsByteArrayAsync();

        using var archive = new ZipArchive(new MemoryStream(answer));
        archive.Entries.Select(entry => entry.FullName).ShouldBe(["1.3.2. Tuyên truyền cải cách hành chính/01. anh-hoi-nghi.pdf", "1.3.2. Tuyên truyền cải cách hành chính/03. 2026.pdf", "1.3.2. Tuyên truyền cải cách hành chính/00. Mục lục tài liệu kiểm chứng.docx"]);
        using var list = new MemoryStream();
        await using (var entry = archive.Entries[^1].Open())
        {
            await entry.CopyToAsync(list);
        }

        var text = DocxText(list);
        text.ShouldContain("Hội nghị tuyên truyền quý một");
        text.ShouldContain("Công văn số 12/UBND-NC");
        text.ShouldContain("https://bao.example/tin-1");
        list.Position = 0;
        FormatChecker.Check(list).Deviations.Select(deviation => $"{deviation.Element} {deviation.Property}: {deviation.English}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Order_IsChangedByOne_AndWhatIsWithdrawnIsMarked()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-sct");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var file = await EvidenceFileFlow.CreateAsync(host, "tg-sct");
        foreach (var title in new[] { "Việc một", "Việc hai" })
        {
            var activity = await host.LogActivityAsync("tg-sct", a => a.Title = title);
            var add = await browser.GetAsync(EvidenceFileLinks.AddActivity(activity.ActivityId));
            (await add.SubmitAsync(add.Form("main form"), ("Chosen", file.EvidenceFileId.ToString()))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        var page = await browser.GetAsync(EvidenceFileLinks.File(file.EvidenceFileId));
        page.Document.QuerySelectorAll("ol.plain-list > li > a").Select(link => link.TextContent.Trim()).ShouldBe(["Việc một", "Việc hai"]);
        (await page.SubmitAsync(page.Form("form[action*='handler=Move']"), ("buoc", "1"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync(EvidenceFileLinks.File(file.EvidenceFileId))).Document.QuerySelectorAll("ol.plain-list > li > a").Select(link => link.TextContent.Trim()).ShouldBe(["Việc hai", "Việc một"]);
    }

    private static string DocxText(MemoryStream docx)
    {
        using var archive = new ZipArchive(new MemoryStream(docx.ToArray()));
        using var part = archive.GetEntry("word/document.xml")!.Open();
        return System.Xml.Linq.XDocument.Load(part).Root!.Value;
    }
}

internal static class EvidenceFileFlow
{
    public static Task<EvidenceFile> CreateAsync(LoaHost host, string agencyCode) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var file = new EvidenceFile { EvidenceFileId = Guid.CreateVersion7(), AgencyId = await host.AgencyIdAsync(agencyCode), Year = 2026, Code = "1.3.2", Title = "Tuyên truyền cải cách hành chính" };
        file.Of(TestData.Unique("PAR INDEX "));
        db.Add(file);
        await db.SaveChangesAsync();
        return file;
    });
}

public sealed class EvidenceFilesOnSqlite(SqliteHost host) : EvidenceFileTests(host), IClassFixture<SqliteHost>;

public sealed class EvidenceFilesOnPostgres(PostgresHost host) : EvidenceFileTests(host), IClassFixture<PostgresHost>;
