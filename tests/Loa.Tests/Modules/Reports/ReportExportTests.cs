using System.IO.Compression;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Loa.Data;
using Loa.Documents.Blocks;
using Loa.Documents.Checking;
using Loa.Modules.Agencies;
using Loa.Modules.Reports;
using Loa.Platform.Sheets;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Reports;

public abstract class ReportExportTests(LoaHost host)
{
    /// <summary>Two of three agencies sent; their reports were taken into the owner's, whose own figures are corrected in one place.</summary>
    [Fact]
    public async Task Word_OfARolledUpReport_KeepsToTheDecreeInBothCopies()
    {
        var (owner, _, report) = await RolledUpAsync();
        using var officer = await host.OfficerOfAsync(owner);

        foreach (var format in (string[])["docx", "ky"])
        {
            var file = await DownloadAsync(officer, report, format);
            FormatChecker.Check(new MemoryStream(file)).Deviations.Select(deviation => deviation.English).ShouldBeEmpty(format);
            using var package = WordprocessingDocument.Open(new MemoryStream(file), false);
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty(format);
            var text = Text(file);
            text.ShouldContain("BÁO CÁO");
            text.ShouldContain("1. Công tác chỉ đạo");
            text.ShouldContain("Nội dung có chữ đậm");
            text.ShouldContain("Số liệu của các cơ quan".ToUpperInvariant());
            text.ShouldContain("Danh sách cơ quan chưa được tổng hợp báo cáo".ToUpperInvariant());
            text.ShouldContain("2/3 cơ quan");
        }
    }

    [Fact]
    public async Task Word_WorkingCopy_LeadsFromEachFigureToItsRows_AndTheCopyForSignatureNowhere()
    {
        var (owner, outline, report) = await RolledUpAsync();
        using var officer = await host.OfficerOfAsync(owner);

        var working = Links(await DownloadAsync(officer, report, "docx"));

        foreach (var figure in outline.Figures.Where(figure => figure.Name != "Không ai biết"))
        {
            working.ShouldContain(link => link.StartsWith("http", StringComparison.Ordinal) && link.EndsWith(ReportLinks.Figure(report.ReportId, figure.FigureId), StringComparison.Ordinal), figure.Name);
        }

        Links(await DownloadAsync(officer, report, "ky")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Word_SaysWhoReceivesIt_AndThroughWhom()
    {
        var (owner, units) = await host.CreateBodyAsync(2);
        var report = await host.ReportAsync(await host.OpenAsync(await host.CreateOutlineAsync(owner.AgencyId), period => period.ThroughAgencyId = units[1].AgencyId), units[0].AgencyId);
        using var officer = await host.OfficerOfAsync(units[0]);

        Text(await DownloadAsync(officer, report, "ky")).ShouldContain($"Kính gửi: {owner.Name} (qua {units[1].Name})");
    }

    [Fact]
    public async Task Word_OfFourHundredAgenciesAndManyFigures_HasEveryRowInEachAnnex()
    {
        const int agencies = 400;
        var (owner, _) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId, made =>
        {
            for (var i = 1; i <= 12; i++)
            {
                made.Add(made.Sections[1], $"Số liệu thứ {i}", figure => figure.Unit = "cuộc");
            }
        });
        var report = await host.ReportAsync(await host.OpenAsync(outline), owner.AgencyId);
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            var unit = await db.Set<Report>().SingleAsync(below => below.ParentReportId == report.ReportId);
            var reports = Enumerable.Range(1, agencies).Select(i => new Report { ReportId = Guid.CreateVersion7(), ReportingPeriodId = report.ReportingPeriodId, AgencyId = Guid.CreateVersion7(), HolderAgencyId = unit.HolderAgencyId, ParentReportId = report.ReportId, AgencyName = $"Ủy ban nhân dân xã Thứ {i}.", SortOrder = i, State = ReportState.Accepted, DueOn = report.DueOn, ChangedAt = report.ChangedAt, PrefilledAt = report.PrefilledAt }).ToList();
            await db.InsertRowsAsync(reports, default);
            var figures = reports.SelectMany((below, i) => outline.Figures.Select(figure => Given(below.ReportId, figure, (i + 1) * 100))).ToList();
            await db.InsertRowsAsync(figures, default);
            await db.InsertRowsAsync(reports.ConvertAll(below => new ReportTaken { ParentReportId = report.ReportId, ReportId = below.ReportId, Number = below.Sendings }), default);
        });
        using var officer = await host.OfficerOfAsync(owner);

        var file = await DownloadAsync(officer, report, "docx");

        FormatChecker.Check(new MemoryStream(file)).Deviations.Select(deviation => deviation.English).ShouldBeEmpty();
        var text = Text(file);
        text.Split("Ủy ban nhân dân xã Thứ 400.").Length.ShouldBe(1 + 3, "eighteen figures go into three annexes");
        text.ShouldContain("(BẢNG 3/3)");
        text.ShouldContain("80.200", customMessage: "the sum of 1 to 400");
        Entry(file, "word/document.xml").Split("w:orient=\"landscape\"").Length.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task Word_OfAPartOfALargerReport_IsThatSectionAlone()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId, made => (made.Title, made.PartOf, made.PartNumber) = ("Đề cương báo cáo công tác tuyên truyền", "Báo cáo cải cách hành chính", "III.2"));
        var report = await host.ReportAsync(await host.OpenAsync(outline), units[0].AgencyId);
        using var officer = await host.OfficerOfAsync(units[0]);

        var text = Text(await DownloadAsync(officer, report, "ky"));

        text.ShouldStartWith("III.2. Công tác tuyên truyền");
        text.ShouldContain("III.2.1. Công tác chỉ đạo");
        text.ShouldNotContain("CỘNG HÒA");
        text.ShouldNotContain("Nơi nhận");
    }

    [Fact]
    public async Task Excel_TotalsAreFormulas()
    {
        var (owner, _, report) = await RolledUpAsync();
        using var officer = await host.OfficerOfAsync(owner);

        var file = await DownloadAsync(officer, report, "xlsx");

        var (first, below) = (Entry(file, "xl/worksheets/sheet1.xml"), Entry(file, "xl/worksheets/sheet2.xml"));
        first.ShouldContain("<f>IF(COUNT(E3,E5)=0,\"\",SUM(E3,E5))</f>", customMessage: "the sum of its parts");
        first.ShouldContain("/F7)</f>", customMessage: "a share");
        first.ShouldContain("<f>0+'Cấp dưới'!C2</f>", customMessage: "the agency's own and what stands below");
        below.ShouldContain("SUM(C3:C1048576)");
        using var package = SpreadsheetDocument.Open(new MemoryStream(file), false);
        new OpenXmlValidator().Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        var rows = SheetReader.Read(new MemoryStream(file)).ToDictionary(row => row.Cells[2], row => row.Cells);
        rows["Tin, bài nhập tay"][4].ShouldBe("30.5", "10 and 20.5");
        rows["Tổng số"][4].ShouldBe("30.5");
        rows["Không ai biết"].ElementAtOrDefault(4).ShouldBeNullOrEmpty("nothing is not zero");
    }

    /// <summary>The file's own results are taken away first: what comes out is what LibreOffice computes.</summary>
    [HelperProgramFact("soffice", HelperProgramFactAttribute.Calc)]
    public async Task Excel_LibreOfficeComputesTheSame_AndGoesOnComputing()
    {
        var (owner, outline, report) = await RolledUpAsync();
        using var officer = await host.OfficerOfAsync(owner);
        var file = await DownloadAsync(officer, report, "xlsx");
        var expected = SheetReader.Read(new MemoryStream(file)).Skip(1).ToDictionary(row => row.Cells[2], row => Numbers(row.Cells));

        var computed = Computed(WithoutResults(file));

        computed.Count.ShouldBe(outline.Figures.Count);
        foreach (var (name, numbers) in computed)
        {
            numbers.ShouldBe(expected[name], name);
        }

        Computed(WithoutResults(Replace(file, "xl/worksheets/sheet2.xml", text => text.Replace("<v>20.5</v>", "<v>120.5</v>", StringComparison.Ordinal))))["Tổng số"][0].ShouldBe("130.5");

        static string[] Numbers(IReadOnlyList<string> cells) => [.. cells.Skip(4).Take(2).Concat(["", ""]).Take(2)];

        static Dictionary<string, string[]> Computed(byte[] book) =>
            Office.Convert(book, "xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
                .Select(line => line.Replace("\"", "", StringComparison.Ordinal).Replace("Tin, bài", "Tin; bài", StringComparison.OrdinalIgnoreCase).Split(',')).ToDictionary(cells => cells[2].Replace(';', ','), Numbers);
    }

    [Fact]
    public async Task Csv_HasTheFiguresOfTheReport()
    {
        var (owner, _, report) = await RolledUpAsync();
        using var officer = await host.OfficerOfAsync(owner);

        var rows = SheetReader.Read(new MemoryStream(await DownloadAsync(officer, report, "csv"))).ToList();

        rows[0].Cells.Take(6).ShouldBe(["TT", "Mục", "Số liệu", "Đơn vị tính", "Kỳ này", "Mẫu số"]);
        rows.Single(row => row.Cells[2] == "Tổng số").Cells[4].ShouldBe("30.5");
    }

    [HelperProgramFact("soffice", "pdftotext")]
    public async Task Word_PrintedByLibreOffice_HasHeadingFiguresAndAnnexes()
    {
        var (owner, _, report) = await RolledUpAsync();
        using var officer = await host.OfficerOfAsync(owner);

        var printed = Office.Print(await DownloadAsync(officer, report, "ky"));

        printed.ShouldContain("BÁO CÁO");
        printed.ShouldContain("Độc lập - Tự do - Hạnh phúc");
        printed.ShouldContain("30,5");
        printed.ShouldContain("Phụ lục I");
        printed.ShouldContain("Cộng các cơ quan");
        printed.ShouldNotContain("http");
    }

    [Fact]
    public async Task File_OfAReportOfOthers_OrOfAnUnknownForm_IsNotFound()
    {
        var (owner, units) = await host.CreateBodyAsync(2);
        var report = await host.ReportAsync(await host.OpenAsync(await host.CreateOutlineAsync(owner.AgencyId)), units[0].AgencyId);
        using var other = await host.OfficerOfAsync(units[1]);
        using var own = await host.OfficerOfAsync(units[0]);

        (await other.GetAsync(ReportLinks.File(report.ReportId, "docx"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await own.GetAsync(ReportLinks.File(report.ReportId, "pdf"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await own.GetAsync(ReportLinks.File(report.ReportId, "ban-ky"))).Status.ShouldBe(HttpStatusCode.NotFound, "nothing was signed yet");
    }

    private async Task<(Agency Owner, ReportOutline Outline, Report Report)> RolledUpAsync()
    {
        var (owner, units) = await host.CreateBodyAsync(3);
        var outline = await host.CreateOutlineAsync(owner.AgencyId, made => made.Add(made.Sections[1], "Không ai biết"));
        var period = await host.OpenAsync(outline);
        var byHand = outline.Figure("Tin, bài nhập tay");
        using var receiver = await host.OfficerOfAsync(owner);
        foreach (var (unit, value) in units.Take(2).Zip((string[])["10", "20,5"]))
        {
            var sent = await host.ReportAsync(period, unit.AgencyId);
            using var officer = await host.OfficerOfAsync(unit);
            var page = await officer.GetAsync(ReportLinks.Fill(sent.ReportId));
            (await page.SubmitAsync(page.Form($"form:has([id='v-{byHand.FigureId:N}'])"), ($"Typed[{byHand.FigureId:N}].Value", value))).Status.ShouldBe(HttpStatusCode.Redirect);
            await officer.SendAsync(sent);
            await receiver.AcceptAsync(sent);
        }

        var report = await host.ReportAsync(period, owner.AgencyId);
        var own = await receiver.GetAsync(ReportLinks.Report(report.ReportId));
        (await own.SubmitAsync(own.Form("form[action*='handler=RollUp']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var fill = await receiver.GetAsync(ReportLinks.Fill(report.ReportId));
        (await fill.SubmitAsync(fill.Form($"form[data-autosave]:has([value='{outline.Sections[2].OutlineSectionId}'])"), ("Text", "Nội dung có **chữ đậm**.\n\n- Một là;\n- Hai là."))).Status.ShouldBe(HttpStatusCode.Redirect);
        return (owner, outline, await host.ReportAsync(period, owner.AgencyId));
    }

    private static ReportFigure Given(Guid reportId, OutlineFigure figure, long value)
    {
        var row = new ReportFigure { ReportId = reportId, FigureId = figure.FigureId, GivenValue = value, GivenOf = figure.IsShare ? value * 2 : null };
        row.Settle(RollUpRule.Sum);
        return row;
    }

    internal static async Task<byte[]> DownloadAsync(TestBrowser browser, Report report, string format)
    {
        var answer = await browser.GetAsync(ReportLinks.File(report.ReportId, format));
        answer.Status.ShouldBe(HttpStatusCode.OK, format);
        return await answer.Response.Content.ReadAsByteArrayAsync();
    }

    private static string Text(byte[] docx)
    {
        var source = SourceReader.Read(new MemoryStream(docx));
        return string.Join('\n', source.Paragraphs.Select(paragraph => paragraph.Text.Trim()).Where(text => text.Length > 0));
    }

    private static IReadOnlyList<string> Links(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. package.MainDocumentPart!.HyperlinkRelationships.Select(link => link.Uri.ToString())];
    }

    private static string Entry(byte[] file, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static byte[] WithoutResults(byte[] file) =>
        Replace(Replace(file, "xl/worksheets/sheet1.xml", Strip), "xl/worksheets/sheet2.xml", Strip);

    private static string Strip(string sheet)
    {
        var stripped = System.Text.RegularExpressions.Regex.Replace(sheet, "(</f>)<v>[^<]*</v>", "$1");
        stripped.ShouldNotBe(sheet);
        return stripped;
    }

    private static byte[] Replace(byte[] file, string name, Func<string, string> change)
    {
        var text = Entry(file, name);
        var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(name)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(change(text));
        }

        return stream.ToArray();
    }
}

public sealed class ReportExportsOnSqlite(SqliteHost host) : ReportExportTests(host), IClassFixture<SqliteHost>;

public sealed class ReportExportsOnPostgres(PostgresHost host) : ReportExportTests(host), IClassFixture<PostgresHost>;
