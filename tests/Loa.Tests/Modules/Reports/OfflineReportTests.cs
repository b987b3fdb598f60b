using System.Net;
using Loa.Modules.Agencies;
using Loa.Modules.Reports;
using Loa.Platform.Sheets;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Reports;

public abstract class OfflineReportTests(LoaHost host)
{
    private const int Code = 0;
    private const int Value = 5;
    private const int Of = 6;
    private const int Reason = 7;
    private const int Content = 8;

    [Fact]
    public async Task FilledFile_IsShownFirst_ThenWrittenWhole()
    {
        var (officer, outline, report, _) = await BeginAsync();
        using var browser = officer;
        var rows = await DownloadAsync(browser, report);
        Row(rows, "Tin, bài nhập tay")[Value] = "1.234,5";
        (Row(rows, "Hội nghị")[Value], Row(rows, "Hội nghị")[Reason]) = ("7", "Hai hội nghị chưa ghi");
        Row(rows, "Đánh giá chung")[Content] = "Kết quả **tốt**.\n\n- Một là.";

        var seen = await UploadAsync(browser, report, rows);

        seen.TextOf("caption").ShouldBe("3 dòng có thay đổi");
        seen.TextOf("table")!.ShouldContain("7 (Hai hội nghị chưa ghi)");
        (await host.FigureAsync(report, outline.Figure("Tin, bài nhập tay"))).Value.ShouldBeNull("nothing is written before it is confirmed");
        (await seen.SubmitAsync(seen.Form("form[action*='handler=Confirm']"))).Location.ShouldBe(ReportLinks.Fill(report.ReportId));
        (await host.FigureAsync(report, outline.Figure("Tin, bài nhập tay"))).Value.ShouldBe(123_450);
        (await host.FigureAsync(report, outline.Figure("Hội nghị"))).ShouldSatisfyAllConditions(row => row.Value.ShouldBe(700), row => row.OwnValue.ShouldBe(0), row => row.Reason.ShouldBe("Hai hội nghị chưa ghi"));
        (await host.FigureAsync(report, outline.Figure("Tổng số"))).Value.ShouldBe(124_150, "sums follow their parts");
        (await TextAsync(report, outline.Sections[2].OutlineSectionId)).ShouldBe("Kết quả **tốt**.\n\n- Một là.");
    }

    [Fact]
    public async Task UntouchedFile_ChangesNothing()
    {
        var (officer, _, report, _) = await BeginAsync();
        using var browser = officer;

        var seen = await UploadAsync(browser, report, await DownloadAsync(browser, report));

        seen.TextOf("main")!.ShouldContain("Tệp không khác gì báo cáo");
        seen.Document.QuerySelector("form[action*='handler=Confirm']").ShouldBeNull();
    }

    [Fact]
    public async Task FileWithMistakes_IsToldRowByRow_AndNothingIsWritten()
    {
        var (officer, outline, report, _) = await BeginAsync();
        using var browser = officer;
        var rows = await DownloadAsync(browser, report);
        Row(rows, "Tin, bài nhập tay")[Value] = "12";
        Row(rows, "Hội nghị")[Value] = "bảy";
        Row(rows, "Lượt người dự hội nghị")[Value] = "5";
        Row(rows, "Số văn bản")[Of] = "9";
        Row(rows, "Người dự bình quân")[Code] = "S-hỏng";
        rows.Add(Line("", "5"));
        rows.Add([.. Row(rows, "Tin, bài nhập tay")]);
        rows.Add(Line($"S-{Guid.CreateVersion7():N}-0123456789ab", "5"));

        var seen = await UploadAsync(browser, report, rows);

        var said = seen.TextOf(".notice")!;
        foreach (var expected in (string[])["“bảy”", "“Lượt người dự hội nghị”: hãy ghi lý do", "“Số văn bản” không có mẫu số riêng", "mã “S-hỏng” không đọc được", "dòng không có mã", "mã này đã có ở một dòng trên", "mã không có trong đề cương"])
        {
            said.ShouldContain(expected);
        }

        said.ShouldContain("Chưa nhập được: 7 chỗ cần sửa");
        seen.Document.QuerySelector("form[action*='handler=Confirm']").ShouldBeNull();
        var tep = seen.Response.RequestMessage!.RequestUri!.Query.Split("tep=")[1];
        (await browser.PostAsync($"{ReportLinks.Offline(report.ReportId)}?handler=Confirm", new FormUrlEncodedContent([new("tep", tep), new("Digest", ""), new("__RequestVerificationToken", Token(seen))]))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await host.FigureAsync(report, outline.Figure("Tin, bài nhập tay"))).Value.ShouldBeNull();
    }

    [Fact]
    public async Task FileOfAnotherReportOrOutline_WithoutColumns_OrNoSheet_IsRefused()
    {
        var (officer, _, report, other) = await BeginAsync();
        using var browser = officer;
        using var neighbour = await host.OfficerOfAsync(other.Agency);
        var theirs = await DownloadAsync(neighbour, other.Report);
        Row(theirs, "Tin, bài nhập tay")[Value] = "5";

        (await UploadAsync(browser, report, theirs)).TextOf(".notice")!.ShouldContain("của một báo cáo khác");
        var old = await DownloadAsync(browser, report);
        old[1][Code] = old[1][Code][..^32] + Guid.CreateVersion7().ToString("N");
        (await UploadAsync(browser, report, old)).TextOf(".notice")!.ShouldContain("phiên bản đề cương khác");
        var columns = await DownloadAsync(browser, report);
        columns[0][Value] = "Số";
        (await UploadAsync(browser, report, columns)).TextOf(".notice")!.ShouldContain("thiếu cột “Giá trị”");
        var unknown = await DownloadAsync(browser, report);
        unknown.RemoveAt(1);
        (await UploadAsync(browser, report, unknown)).TextOf(".notice")!.ShouldContain("của báo cáo nào");
        (await UploadAsync(browser, report, "PK\u0003\u0004 hỏng"u8.ToArray())).TextOf(".error-summary")!.ShouldContain("Không đọc được tệp");
    }

    [Fact]
    public async Task ValueChangedMeanwhile_IsAConflict_ThatThePersonDecides()
    {
        var (officer, outline, report, _) = await BeginAsync();
        using var browser = officer;
        var rows = await DownloadAsync(browser, report);
        var byHand = outline.Figure("Tin, bài nhập tay");
        var page = await browser.GetAsync(ReportLinks.Fill(report.ReportId));
        (await page.SubmitAsync(page.Form($"form:has([id='v-{byHand.FigureId:N}'])"), ($"Typed[{byHand.FigureId:N}].Value", "99"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (Row(rows, "Hội nghị")[Value], Row(rows, "Hội nghị")[Reason]) = ("7", "Đếm lại");

        (await UploadAsync(browser, report, rows)).TextOf("caption").ShouldBe("1 dòng có thay đổi", "what the file leaves alone is no conflict");
        Row(rows, "Tin, bài nhập tay")[Value] = "12";
        var seen = await UploadAsync(browser, report, rows);
        seen.TextOf("table")!.ShouldContain("đã đổi trên hệ thống");
        (await seen.SubmitAsync(seen.Form("form[action*='handler=Confirm']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.FigureAsync(report, byHand)).Value.ShouldBe(9900, "the system's unless told otherwise");
        (await host.FigureAsync(report, outline.Figure("Hội nghị"))).Value.ShouldBe(700);

        var again = await UploadAsync(browser, report, rows);
        (await again.SubmitAsync(again.Form("form[action*='handler=Confirm']"), ("FileWins", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.FigureAsync(report, byHand)).Value.ShouldBe(1200);
    }

    [Fact]
    public async Task Confirm_AfterTheReportChanged_IsLookedAtAgain()
    {
        var (officer, outline, report, _) = await BeginAsync();
        using var browser = officer;
        var byHand = outline.Figure("Tin, bài nhập tay");
        var rows = await DownloadAsync(browser, report);
        Row(rows, "Tin, bài nhập tay")[Value] = "12";
        var seen = await UploadAsync(browser, report, rows);
        var page = await browser.GetAsync(ReportLinks.Fill(report.ReportId));
        (await page.SubmitAsync(page.Form($"form:has([id='v-{byHand.FigureId:N}'])"), ($"Typed[{byHand.FigureId:N}].Value", "99"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var refused = await seen.SubmitAsync(seen.Form("form[action*='handler=Confirm']"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.TextOf(".error-summary")!.ShouldContain("vừa thay đổi");
        refused.TextOf("table")!.ShouldContain("đã đổi trên hệ thống");
        (await host.FigureAsync(report, byHand)).Value.ShouldBe(9900);
    }

    /// <summary>A spreadsheet program writes the file anew in its own way: the stamps still say what was touched.</summary>
    [HelperProgramFact("soffice", HelperProgramFactAttribute.Calc)]
    public async Task FileSavedByLibreOffice_SaysNothingNew()
    {
        var (officer, _, report, _) = await BeginAsync();
        using var browser = officer;
        var file = await (await browser.GetAsync($"{ReportLinks.Offline(report.ReportId)}?handler=File")).Response.Content.ReadAsByteArrayAsync();

        (await UploadAsync(browser, report, Office.Again(file, "xlsx"))).TextOf("main")!.ShouldContain("Tệp không khác gì báo cáo");
    }

    [Fact]
    public async Task ReportThatWasSent_IsNotFilledOffline()
    {
        var (officer, _, report, _) = await BeginAsync();
        using var browser = officer;

        await browser.SendAsync(report);

        (await browser.GetAsync(ReportLinks.Offline(report.ReportId))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(TestBrowser Officer, ReportOutline Outline, Report Report, (Agency Agency, Report Report) Other)> BeginAsync()
    {
        var (owner, units) = await host.CreateBodyAsync(2);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var period = await host.OpenAsync(outline);
        return (await host.OfficerOfAsync(units[0]), outline, await host.ReportAsync(period, units[0].AgencyId), (units[1], await host.ReportAsync(period, units[1].AgencyId)));
    }

    private Task<string> TextAsync(Report report, Guid sectionId) => host.QueryAsync(async db => (await db.Set<ReportText>().AsNoTracking().SingleAsync(text => text.ReportId == report.ReportId && text.OutlineSectionId == sectionId)).Current);

    private static string[] Row(List<string[]> rows, string name) => rows.First(row => row[2] == name);

    private static string[] Line(string code, string value) => [code, "", "Thêm", "", "", value, "", "", ""];

    private static string Token(TestPage page) => page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    /// <summary>The file's rows, each with all its cells.</summary>
    private static async Task<List<string[]>> DownloadAsync(TestBrowser browser, Report report)
    {
        var answer = await browser.GetAsync($"{ReportLinks.Offline(report.ReportId)}?handler=File");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return [.. SheetReader.Read(new MemoryStream(await answer.Response.Content.ReadAsByteArrayAsync())).Select(row => row.Cells.Concat(Enumerable.Repeat("", 9)).Take(9).ToArray())];
    }

    private static Task<TestPage> UploadAsync(TestBrowser browser, Report report, List<string[]> rows)
    {
        var file = new MemoryStream();
        SheetWriter.Write(file, SheetFormat.Xlsx, [.. rows[0].Select(title => new SheetColumn(title))], rows.Skip(1).Select(row => row.Cast<object?>().ToArray()));
        return UploadAsync(browser, report, file.ToArray());
    }

    private static async Task<TestPage> UploadAsync(TestBrowser browser, Report report, byte[] file)
    {
        var page = await browser.GetAsync(ReportLinks.Offline(report.ReportId));
        using var form = new MultipartFormDataContent { { new StringContent(Token(page)), "__RequestVerificationToken" } };
        form.Add(new ByteArrayContent(file), "File", "bao-cao.xlsx");
        var answer = await browser.PostAsync(ReportLinks.Offline(report.ReportId), form);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.TextOf("main"));
        return await browser.GetAsync(answer.Location!);
    }
}

public sealed class OfflineReportsOnSqlite(SqliteHost host) : OfflineReportTests(host), IClassFixture<SqliteHost>;

public sealed class OfflineReportsOnPostgres(PostgresHost host) : OfflineReportTests(host), IClassFixture<PostgresHost>;
