using System.Net;
using AngleSharp.Html.Dom;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Modules.Tasks;
using Loa.Modules.Tasks.Nudging;
using Loa.Platform.Security;
using Loa.Platform.Sheets;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Plans;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Tasks;

public abstract class NudgeTests(LoaHost host)
{
    [Fact]
    public async Task Nudge_PreviewedThenSent_ReachesEachAgencyWithItsOwnValuesAndStandsOnTheBoard()
    {
        using var issuer = await host.OfficerAsync();
        var plan = await IssueAsync(issuer);
        var (officer, spared) = (await host.CreateUserAsync(Role.UnitOfficer, "tg-stc"), await host.CreateUserAsync(Role.UnitOfficer, "tg-sxd"));
        var (finance, building) = (await host.AgencyIdAsync("tg-stc"), await host.AgencyIdAsync("tg-sxd"));
        var board = await issuer.GetAsync(WorkLinks.Board(plan.PlanId));
        board.Document.QuerySelectorAll("input[form=chon-don-doc]").OfType<IHtmlInputElement>().Single(box => box.Value == $"{finance}").IsChecked.ShouldBeTrue("it is late");
        (await issuer.GetAsync($"{WorkLinks.Nudge(plan.PlanId)}?co-quan={finance}")).Document.QuerySelectorAll("[name=co-quan]").OfType<IHtmlInputElement>().Count(box => box.IsChecked).ShouldBe(1);

        var page = await issuer.GetAsync(WorkLinks.Nudge(plan.PlanId));
        var boxes = page.Document.QuerySelectorAll("[name=co-quan]").OfType<IHtmlInputElement>().ToList();
        boxes.ShouldAllBe(box => box.IsChecked);
        var form = page.Form("#don-doc");
        var preview = Form(page, "Preview");
        (await page.SubmitAsync(preview, ("Text", "Kính gửi {tên}"))).Status.ShouldBe(HttpStatusCode.BadRequest, "there is no such placeholder");
        boxes.Single(box => box.Value == $"{building}").IsChecked = false;
        var shown = await page.SubmitAsync(Form(page, "Preview"), ("Text", "Kính gửi {cơ quan}: {số việc quá hạn} việc.\n{danh sách}"));
        shown.Status.ShouldBe(HttpStatusCode.OK);
        shown.TextOf("#xem-truoc")!.ShouldContain("1 việc. - Tổ chức hội nghị tập huấn");
        (await ToldAsync(officer.Id)).ShouldBeEmpty("nothing was sent yet");
        form.RemoveAttribute("action");
        (await page.SubmitAsync(form, ("Text", "Kính gửi {cơ quan}: {số việc quá hạn} việc.\n{danh sách}"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => page.SubmitAsync(form)))).ShouldAllBe(answer => answer.Status == HttpStatusCode.Redirect);
        (await host.QueryAsync(db => db.Set<Nudge>().CountAsync(nudge => nudge.PlanId == plan.PlanId))).ShouldBe(1, "pressed again, it is not sent again");

        var told = (await WaitAsync(officer.Id)).ShouldHaveSingleItem();
        told.Title.ShouldBe($"Đôn đốc thực hiện Kế hoạch {plan.Reference}");
        told.Text.ShouldStartWith("Kính gửi Sở Tài chính tỉnh Thanh Giang: 1 việc.\n- Tổ chức hội nghị tập huấn");
        told.Text!.ShouldContain("(hạn 30/06/2024)");
        (await ToldAsync(spared.Id)).ShouldBeEmpty("it was unticked");
        var after = await issuer.GetAsync(WorkLinks.Board(plan.PlanId));
        after.TextOf("#da-don-doc")!.ShouldContain($"{boxes.Count - 1} cơ quan");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        (await browser.GetAsync(WorkLinks.Nudge(plan.PlanId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(WorkLinks.Board(plan.PlanId))).Document.QuerySelector("#da-don-doc").ShouldBeNull();
    }

    [Fact]
    public async Task Board_Exported_HoldsEveryAgencyAndTaskOfThePersonsScopeWithTotals()
    {
        using var issuer = await host.OfficerAsync();
        var plan = await IssueAsync(issuer);
        var given = await host.QueryAsync(db => db.Set<Assignment>().CountAsync(a => a.PlanId == plan.PlanId));
        var agencies = await host.QueryAsync(db => db.Set<Assignment>().Where(a => a.PlanId == plan.PlanId).Select(a => a.HolderAgencyId).Distinct().CountAsync());

        var all = await SheetsAsync(issuer, plan);
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stc");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var own = await SheetsAsync(browser, plan);

        all.Names.ShouldBe(["Bảng", "Từng việc", "Cộng"]);
        all.Matrix.Count.ShouldBe(agencies + 1);
        all.Matrix.Single(row => row.Contains("Sở Tài chính", StringComparison.Ordinal)).ShouldContain("Quá hạn, hạn 30/06/2024, 0%");
        all.Rows.ShouldBe(given + 1);
        own.Matrix.Count.ShouldBe(2, "others see their own part of the tree");
    }

    private static IHtmlFormElement Form(TestPage page, string handler)
    {
        var form = page.Form("#don-doc");
        form.SetAttribute("action", $"{page.Response.RequestMessage!.RequestUri!.AbsolutePath}?handler={handler}");
        return form;
    }

    private static async Task<(List<string> Names, List<string> Matrix, int Rows)> SheetsAsync(TestBrowser browser, Plan plan)
    {
        var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"{WorkLinks.Board(plan.PlanId)}?handler=Export"));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe(SheetFormat.Xlsx.ContentType());
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(await answer.Response.Content.ReadAsByteArrayAsync()));
        var book = Xml(zip, "xl/workbook.xml");
        return ([.. book.Descendants().Where(e => e.Name.LocalName == "sheet").Select(e => e.Attribute("name")!.Value)], Rows(zip, 1), Rows(zip, 2).Count);
    }

    private static List<string> Rows(System.IO.Compression.ZipArchive zip, int sheet) => [.. Xml(zip, $"xl/worksheets/sheet{sheet}.xml").Descendants().Where(e => e.Name.LocalName == "row").Select(e => e.Value)];

    private static System.Xml.Linq.XDocument Xml(System.IO.Compression.ZipArchive zip, string part)
    {
        using var stream = zip.GetEntry(part)!.Open();
        return System.Xml.Linq.XDocument.Load(stream);
    }

    private async Task<List<Notification>> WaitAsync(Guid userId)
    {
        for (var i = 0; i < 400 && (await ToldAsync(userId)).Count == 0; i++)
            await Task.Delay(50);
        return await ToldAsync(userId);
    }

    private Task<List<Notification>> ToldAsync(Guid userId) => host.QueryAsync(db => db.Set<Notification>().AsNoTracking().Where(n => n.UserId == userId && n.Kind == NudgeJob.NotificationKind).ToListAsync());

    private async Task<Plan> IssueAsync(TestBrowser issuer) => await host.IssueAsync(issuer, await host.ImportAsync(issuer, new PlanDocx { Reference = $"{Random.Shared.Next(1000, 90000)}/KH-UBND" }.Write()));
}

public sealed class NudgeOnSqlite(SqliteHost host) : NudgeTests(host), IClassFixture<SqliteHost>;

public sealed class NudgeOnPostgres(PostgresHost host) : NudgeTests(host), IClassFixture<PostgresHost>;
