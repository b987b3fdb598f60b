using System.Net;
using System.Security.Cryptography;
using System.Text;
using Loa.Modules.Reports;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Reports;

public abstract class SignedReportTests(LoaHost host)
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n");

    [Fact]
    public async Task SignedCopy_IsShownWithItsHash_ToItsReceiverToo()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var report = await host.ReportAsync(await host.OpenAsync(await host.CreateOutlineAsync(owner.AgencyId)), units[0].AgencyId);
        using var officer = await host.OfficerOfAsync(units[0]);
        using var receiver = await host.OfficerOfAsync(owner);
        (await receiver.GetAsync(ReportLinks.Signed(report.ReportId))).Status.ShouldBe(HttpStatusCode.OK, "above its writers");

        (await RecordAsync(officer, report, Pdf, "bao-cao.pdf", "15/BC-UBND", "2026-03-16")).Location.ShouldBe(ReportLinks.Report(report.ReportId));

        var page = await receiver.GetAsync(ReportLinks.Report(report.ReportId));
        page.TextOf("[aria-labelledby='ban-ky']")!.ShouldContain("Số 15/BC-UBND, ký ngày 16/03/2026.");
        page.TextOf(".hash")!.ShouldContain(Convert.ToHexStringLower(SHA256.HashData(Pdf)));
        (await (await receiver.GetAsync(ReportLinks.File(report.ReportId, ReportLinks.SignedFormat))).Response.Content.ReadAsByteArrayAsync()).ShouldBe(Pdf);
    }

    [Fact]
    public async Task SignedCopy_ReplacedAndRemoved_StaysInTheHistory()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var report = await host.ReportAsync(await host.OpenAsync(await host.CreateOutlineAsync(owner.AgencyId)), units[0].AgencyId);
        using var officer = await host.OfficerOfAsync(units[0]);
        (await RecordAsync(officer, report, Pdf, "bao-cao.pdf", "15/BC-UBND", "2026-03-16")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await RecordAsync(officer, report, [.. Pdf, .. "moi"u8], "ban-moi.pdf", "15/BC-UBND", "2026-03-17")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await RecordAsync(officer, report, null, "", "16/BC-UBND", "2026-03-17")).Status.ShouldBe(HttpStatusCode.Redirect, "the number alone is corrected without sending the file again");
        var signed = await SignedAsync(report);
        signed.SignedReference.ShouldBe("16/BC-UBND");
        var page = await officer.GetAsync(ReportLinks.Signed(report.ReportId));
        (await page.SubmitAsync(page.Form("form[action*='handler=Remove']"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await SignedAsync(report)).ShouldSatisfyAllConditions(now => now.SignedFileId.ShouldBeNull(), now => now.SignedReference.ShouldBeNull(), now => now.SignedOn.ShouldBeNull());
        var reasons = await host.QueryAsync(db => db.Set<Loa.Platform.Audit.AuditProcess>().Select(process => process.Reason).Where(reason => reason != null && reason.Contains("SHA-256")).ToListAsync());
        reasons.ShouldContain(reason => reason!.Contains($"Thay bao-cao.pdf (SHA-256 {Convert.ToHexStringLower(SHA256.HashData(Pdf))})", StringComparison.Ordinal));
        reasons.ShouldContain(reason => reason!.StartsWith("ban-moi.pdf (SHA-256", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignedCopy_OfAnotherKind_OrWithoutNumberOrDay_IsRefused()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var report = await host.ReportAsync(await host.OpenAsync(await host.CreateOutlineAsync(owner.AgencyId)), units[0].AgencyId);
        using var officer = await host.OfficerOfAsync(units[0]);

        var wrong = await RecordAsync(officer, report, "MZ\u0090"u8.ToArray(), "bao-cao.pdf", "", "2999-01-01");

        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        var said = wrong.TextOf(".error-summary")!;
        said.ShouldContain("không phải là PDF hoặc Word");
        said.ShouldContain("số và ký hiệu");
        said.ShouldContain("không sau hôm nay");
        (await RecordAsync(officer, report, Pdf, "bao-cao.docx", "1/BC", "2026-03-16")).TextOf(".error-summary")!.ShouldContain("không phải là PDF hoặc Word", customMessage: "name and content must agree");
        (await RecordAsync(officer, report, null, "", "1/BC", "2026-03-16")).TextOf(".error-summary")!.ShouldContain("Hãy chọn tệp");
        (await SignedAsync(report)).SignedFileId.ShouldBeNull();
    }

    private Task<Report> SignedAsync(Report report) => host.QueryAsync(db => db.Set<Report>().AsNoTracking().SingleAsync(now => now.ReportId == report.ReportId));

    private static async Task<TestPage> RecordAsync(TestBrowser browser, Report report, byte[]? file, string name, string reference, string day)
    {
        var page = await browser.GetAsync(ReportLinks.Signed(report.ReportId));
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in ((string, string)[])[("__RequestVerificationToken", page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), ("Revision", page.Document.QuerySelector("input[name=Revision]")!.GetAttribute("value")!), ("Reference", reference), ("SignedOn", day)])
        {
            form.Add(new StringContent(value), field);
        }

        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "File", name);
        }

        return await browser.PostAsync(ReportLinks.Signed(report.ReportId), form);
    }
}

public sealed class SignedReportsOnSqlite(SqliteHost host) : SignedReportTests(host), IClassFixture<SqliteHost>;

public sealed class SignedReportsOnPostgres(PostgresHost host) : SignedReportTests(host), IClassFixture<PostgresHost>;
