using System.Net;
using Loa.Documents.Plans;
using Loa.Modules.Plans;
using Loa.Modules.Reports;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Plans;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Reports;

public abstract class OutlineOfPlanTests(LoaHost host)
{
    [Fact]
    public async Task Plan_WithAnOutlineInItsAnnex_BecomesADraftWithFiguresAndSentences()
    {
        using var officer = await host.OfficerAsync();
        var plan = await host.IssueAsync(officer, await host.ImportAsync(officer, new PlanDocx
        {
            Reference = "901/KH-UBND",
            Outline =
            [
                ("1. Tình hình chỉ đạo", ["Nêu số lượng văn bản đã ban hành; việc thực hiện các chỉ tiêu."]),
                ("2. Kết quả tuyên truyền", ["Số buổi tuyên truyền, số phút phát sóng, số lượt người dự.", "Hình thức: hội nghị, đài truyền hình, tờ rơi."]),
                ("3. Khó khăn, vướng mắc", ["Nguyên nhân và kiến nghị."]),
                ("4. Phương hướng thời gian tới", ["Số lượng tin, bài dự kiến."]),
            ],
        }.Write()));
        var page = await officer.GetAsync(PlanLinks.Plan(plan.PlanId));

        var outline = await StartAsync(officer, page.Document.QuerySelector($"a[href='{ReportLinks.OutlineOfPlan(plan.PlanId)}']").ShouldNotBeNull().GetAttribute("href")!);

        outline.ShouldSatisfyAllConditions(o => o.PlanId.ShouldBe(plan.PlanId), o => o.OwnerAgencyId.ShouldBe(plan.OwnerAgencyId), o => o.Title.ShouldContain("901/KH-UBND"));
        var sections = OutlineOrder.Sections(outline);
        sections.Select(part => part.Title).ShouldBe(["Tình hình chỉ đạo", "Kết quả tuyên truyền", "Khó khăn, vướng mắc", "Phương hướng thời gian tới"]);
        sections[1].Guidance!.Split('\n').Length.ShouldBe(2);
        sections[0].Narratives.ShouldBe(["directives.list"]);
        sections[1].Narratives.ShouldBe(["activities.forms", "activities.best"]);
        sections[2].Narratives.ShouldBe(["cadences.missed", "exemplars.shortcomings", "difficulties.list"]);
        Sources(outline, sections[0]).ShouldBe(["directives.issued"]);
        Sources(outline, sections[1]).ShouldBe(["activities.activities", "activities.minutes", "activities.people", "activities.copies", "activities.times", "activities.times", "activities.times"]);
        OutlineOrder.Figures(outline, sections[1].OutlineSectionId).Where(figure => figure.Source == "activities.times").SelectMany(figure => figure.Forms).ShouldBe([CommunicationForm.Conference, CommunicationForm.Broadcast, CommunicationForm.Leaflet]);
        Sources(outline, sections[3]).ShouldBeEmpty("what is planned is not counted");
        var view = await officer.GetAsync(ReportLinks.Outline(outline.ReportOutlineId));
        (await view.SubmitAsync(view.Form("form[action*='handler=Use']"))).Status.ShouldBe(HttpStatusCode.Redirect, "what is proposed can be used as it is");
    }

    [Fact]
    public async Task Plan_WithNestedAndBareSections_KeepsLevelsAndLosesNone()
    {
        using var officer = await host.OfficerAsync();
        var plan = await host.IssueAsync(officer, await host.ImportAsync(officer, new PlanDocx
        {
            Reference = "903/KH-UBND",
            Outline =
            [
                ("I. TÌNH HÌNH CHUNG", ["Nêu đặc điểm của đơn vị."]),
                ("II. KẾT QUẢ THỰC HIỆN", []),
                ("1. Chỉ đạo, điều hành", ["Số văn bản đã ban hành."]),
                ("2. Tuyên truyền trên loa", ["Số lượt người nghe, số phút phát."]),
                ("III. KIẾN NGHỊ, ĐỀ XUẤT", []),
            ],
        }.Write()));

        var outline = await StartAsync(officer, ReportLinks.OutlineOfPlan(plan.PlanId));

        var sections = OutlineOrder.Sections(outline);
        sections.Select(part => (part.Level, part.Title.ToUpperInvariant())).ShouldBe([(1, "TÌNH HÌNH CHUNG"), (1, "KẾT QUẢ THỰC HIỆN"), (2, "CHỈ ĐẠO, ĐIỀU HÀNH"), (2, "TUYÊN TRUYỀN TRÊN LOA"), (1, "KIẾN NGHỊ, ĐỀ XUẤT")]);
        sections[1].Guidance.ShouldBeNull("what stands in a section within it is said there");
        Sources(outline, sections[3]).ShouldBe(["activities.minutes", "activities.people"]);
    }

    [Fact]
    public async Task Plan_WithBareSectionsOnly_HasAnOutline()
    {
        using var officer = await host.OfficerAsync();
        var plan = await host.IssueAsync(officer, await host.ImportAsync(officer, new PlanDocx { Reference = "904/KH-UBND", Outline = [("1. Công tác ban hành văn bản chỉ đạo;", []), ("2. Kết quả tuyên truyền;", []), ("3. Khó khăn, vướng mắc.", [])] }.Write()));

        var outline = await StartAsync(officer, ReportLinks.OutlineOfPlan(plan.PlanId));

        OutlineOrder.Sections(outline).Select(part => part.Title).ShouldBe(["Công tác ban hành văn bản chỉ đạo", "Kết quả tuyên truyền", "Khó khăn, vướng mắc"]);
        Sources(outline, OutlineOrder.Sections(outline)[0]).ShouldBe(["directives.issued"]);
    }

    [Fact]
    public async Task Plan_WithoutAnOutline_OffersNone()
    {
        using var officer = await host.OfficerAsync();
        var plan = await host.IssueAsync(officer, await host.ImportAsync(officer, new PlanDocx { Reference = "902/KH-UBND" }.Write()));

        (await officer.GetAsync(PlanLinks.Plan(plan.PlanId))).Document.QuerySelector($"a[href='{ReportLinks.OutlineOfPlan(plan.PlanId)}']").ShouldBeNull();
        var page = await officer.GetAsync(ReportLinks.OutlineOfPlan(plan.PlanId));
        var refused = await page.SubmitAsync(page.Form("form.card"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.TextOf(".error-summary")!.ShouldContain("không kèm đề cương báo cáo");
        (await page.SubmitAsync(page.Form("form.card"), ("Input.PlanId", ""))).TextOf(".error-summary")!.ShouldContain("Hãy chọn kế hoạch có đề cương");
        (await officer.GetAsync(ReportLinks.OutlineOfPlan(Guid.NewGuid()))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [SharedPlanFact("laichau-tp-2020.docx")]
    public async Task PublicPlan_WithAnOutline_AsksForWhatItsWordsSay()
    {
        using var officer = await host.OfficerAsync();
        var plan = await host.IssueAsync(officer, await host.ImportAsync(officer, await File.ReadAllBytesAsync(SharedPlanFactAttribute.PathOf("laichau-tp-2020.docx"))));

        var outline = await StartAsync(officer, ReportLinks.OutlineOfPlan(plan.PlanId));

        var sections = OutlineOrder.Sections(outline);
        sections.Count.ShouldBe(4);
        sections.ShouldAllBe(part => part.Guidance != null && part.Level == 1);
        sections[0].Narratives.ShouldBe(["directives.list"]);
        Sources(outline, sections[0]).ShouldBe(["directives.issued"]);
        sections[1].Narratives.ShouldBe(["activities.topics", "activities.forms", "exemplars.list"]);
        Sources(outline, sections[1]).Distinct().ShouldBe(["activities.activities", "activities.minutes", "activities.people", "activities.times", "activities.copies", "exemplars.recognised"]);
        OutlineOrder.Figures(outline, sections[1].OutlineSectionId).Single(figure => figure.Forms.Contains(CommunicationForm.News)).Forms.ShouldBe([CommunicationForm.News, CommunicationForm.Article]);
        sections[2].Narratives.ShouldBe(["activities.best", "tasks.progress"]);
        sections[3].Narratives.ShouldBe(["cadences.missed", "exemplars.shortcomings"]);
    }

    private static IEnumerable<string?> Sources(ReportOutline outline, Loa.Modules.Reports.OutlineSection part) => OutlineOrder.Figures(outline, part.OutlineSectionId).Select(figure => figure.Source);

    private async Task<ReportOutline> StartAsync(TestBrowser officer, string address)
    {
        var page = await officer.GetAsync(address);
        var made = await page.SubmitAsync(page.Form("form.card"));
        made.Status.ShouldBe(HttpStatusCode.Redirect, made.TextOf("main"));
        var id = Guid.Parse(made.Location!.Split('/')[^1]);
        return await host.QueryAsync(db => db.Set<ReportOutline>().AsNoTracking().Include(outline => outline.Sections).Include(outline => outline.Figures).AsSplitQuery().SingleAsync(outline => outline.ReportOutlineId == id));
    }
}

public sealed class OutlinesOfPlansOnSqlite(SqliteHost host) : OutlineOfPlanTests(host), IClassFixture<SqliteHost>;

public sealed class OutlinesOfPlansOnPostgres(PostgresHost host) : OutlineOfPlanTests(host), IClassFixture<PostgresHost>;
