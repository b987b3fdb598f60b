using System.Net;
using AngleSharp.Dom;
using Loa.Documents.Plans;
using Loa.Modules.Agencies;
using Loa.Modules.Reports;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Reports;

public abstract class OutlineTests(LoaHost host)
{
    [Fact]
    public async Task Outline_FromTheUsualSections_IsPutToUseAndOpensPeriods()
    {
        var (owner, _) = await host.CreateBodyAsync(1);
        using var officer = await host.OfficerOfAsync(owner, Role.ProgrammeOfficer);
        (await officer.GetAsync(ReportLinks.Outlines)).TextOf(".empty")!.ShouldContain("Chưa có đề cương báo cáo nào");

        var id = await StartAsync(officer, "Standard", ("Input.PartOf", "Báo cáo công tác cải cách hành chính"), ("Input.PartNumber", "III.2"));

        var outline = await OutlineAsync(id);
        outline.Sections.Count.ShouldBe(4);
        outline.Figures.Count.ShouldBe(16);
        outline.Figures.ShouldAllBe(figure => figure.Origin == FigureOrigin.Data, "every source of the template is registered");
        outline.Figures.Single(figure => figure.Source == "tasks.on-time").ShouldSatisfyAllConditions(figure => figure.IsShare.ShouldBeTrue(), figure => figure.RollUp.ShouldBe(RollUpRule.RatioOfSums));
        var page = await officer.GetAsync(ReportLinks.Outline(id));
        page.TextOf("main")!.ShouldContain("III.2.1. Công tác chỉ đạo");
        page.TextOf("main")!.ShouldContain("Viết sẵn từ dữ liệu: Văn bản chỉ đạo đã ban hành (số, ngày, trích yếu)");
        page.TextOf("main")!.ShouldContain("Số văn bản chỉ đạo của chính cơ quan có ngày ban hành trong kỳ");
        (await page.SubmitAsync(page.Form("form[action*='handler=Use']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await OutlineAsync(id)).State.ShouldBe(OutlineState.InUse);
        (await officer.GetAsync(ReportLinks.Outlines)).TextOf("tbody tr")!.ShouldContain("Đang dùng");
        var used = await officer.GetAsync(ReportLinks.Outline(id));
        var open = await officer.GetAsync(used.Document.QuerySelector("a[href*='de-cuong=']")!.GetAttribute("href")!);
        open.Document.QuerySelector("option[selected]")!.GetAttribute("value").ShouldBe(id.ToString());
    }

    [Fact]
    public async Task Outline_WithoutSectionsOrWithAFigureWithoutSource_IsNotPutToUse()
    {
        var (owner, _) = await host.CreateBodyAsync(1);
        using var officer = await host.OfficerOfAsync(owner, Role.ProgrammeOfficer);
        var empty = await host.CreateOutlineAsync(owner.AgencyId, outline => { outline.State = OutlineState.Draft; outline.Figures.Clear(); outline.Sections.Clear(); });
        var page = await officer.GetAsync(ReportLinks.Outline(empty.ReportOutlineId));
        page.Document.QuerySelector("form[action*='handler=Use']").ShouldBeNull();

        (await page.SubmitAsync(page.Form("form[action*='handler=Discard']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var broken = await host.CreateOutlineAsync(owner.AgencyId, outline => { outline.State = OutlineState.Draft; outline.Figure("Số văn bản").Source = "no.such"; });
        page = await officer.GetAsync(ReportLinks.Outline(broken.ReportOutlineId));
        var refused = await page.SubmitAsync(page.Form("form[action*='handler=Use']"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.TextOf(".error-summary")!.ShouldContain("“Số văn bản”");
        (await host.QueryAsync(db => db.Set<ReportOutline>().AnyAsync(outline => outline.ReportOutlineId == empty.ReportOutlineId))).ShouldBeFalse("a draft that was discarded is gone");
    }

    [Fact]
    public async Task Section_IsAddedMovedAndRemovedWithWhatStandsBelowIt()
    {
        var (owner, _) = await host.CreateBodyAsync(1);
        using var officer = await host.OfficerOfAsync(owner, Role.ProgrammeOfficer);
        var draft = await host.CreateOutlineAsync(owner.AgencyId, outline => outline.State = OutlineState.Draft);
        var (first, second) = (draft.Sections[0], draft.Sections[1]);
        var add = await officer.GetAsync(ReportLinks.Section(draft.ReportOutlineId));

        (await add.SubmitAsync(add.Form("form.card"))).TextOf(".error-summary")!.ShouldContain("Hãy ghi tên mục");
        (await add.SubmitAsync(add.Form("form.card"), ("Title", "Văn bản của cấp xã"), ("Level", "2"), ("AfterId", first.OutlineSectionId.ToString()), ("Guidance", "Nêu số, ngày."), ("Narratives", "directives.list"), ("Narratives", "no.such"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var page = await officer.GetAsync(ReportLinks.Outline(draft.ReportOutlineId));
        Headings(page).ShouldBe(["1. Công tác chỉ đạo", "1.1. Văn bản của cấp xã", "2. Nội dung, hình thức tuyên truyền", "3. Đánh giá chung"]);
        (await OutlineAsync(draft.ReportOutlineId)).Sections.Single(part => part.Title == "Văn bản của cấp xã").Narratives.ShouldBe(["directives.list"]);
        var down = page.Document.QuerySelector($"form[action*='MoveSection']:has([value='{first.OutlineSectionId}']) button[value='false']")!;
        down.TextContent.Trim().ShouldStartWith("Xuống");
        (await page.SubmitAsync(page.Form($"form[action*='MoveSection']:has([value='{first.OutlineSectionId}'])"), ("Up", "false"))).Status.ShouldBe(HttpStatusCode.Redirect);
        page = await officer.GetAsync(ReportLinks.Outline(draft.ReportOutlineId));
        Headings(page).ShouldBe(["1. Nội dung, hình thức tuyên truyền", "2. Công tác chỉ đạo", "2.1. Văn bản của cấp xã", "3. Đánh giá chung"]);
        page.Document.QuerySelector($"form[action*='MoveSection']:has([value='{second.OutlineSectionId}']) button[value='true']").ShouldBeNull("the first cannot go further up");

        var edit = await officer.GetAsync(ReportLinks.Section(draft.ReportOutlineId, first.OutlineSectionId));
        (await edit.SubmitAsync(edit.Form("form[action*='handler=Remove']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var after = await OutlineAsync(draft.ReportOutlineId);
        after.Sections.OrderBy(part => part.Ordinal).Select(part => part.Ordinal).ShouldBe([1, 2, 3]);
        after.Figures.ShouldNotContain(figure => figure.Name == "Số văn bản", "figures go with their section");
    }

    [Fact]
    public async Task Figure_IsComputedFromOthers_NeverFromItself()
    {
        var (owner, _) = await host.CreateBodyAsync(1);
        using var officer = await host.OfficerOfAsync(owner, Role.ProgrammeOfficer);
        var draft = await host.CreateOutlineAsync(owner.AgencyId, outline => outline.State = OutlineState.Draft);
        var (total, news, documents) = (draft.Figure("Tổng số"), draft.Figure("Tin, bài nhập tay"), draft.Figure("Số văn bản"));
        var page = await officer.GetAsync(ReportLinks.OutlineFigure(draft.ReportOutlineId, news.OutlineFigureId));

        var circle = await page.SubmitAsync(page.Form("form.card"), ("Origin", "Parts"), ("Parts", total.FigureId.ToString()));
        circle.Status.ShouldBe(HttpStatusCode.BadRequest);
        circle.TextOf(".error-summary")!.ShouldContain("tính từ chính nó");
        (await page.SubmitAsync(page.Form("form.card"), ("OverId", total.FigureId.ToString()))).TextOf(".error-summary")!.ShouldContain("tính từ chính nó", customMessage: "also through a denominator");
        (await page.SubmitAsync(page.Form("form.card"), ("Origin", "Parts"))).TextOf(".error-summary")!.ShouldContain("Hãy chọn các số được cộng");
        (await page.SubmitAsync(page.Form("form.card"), ("Origin", "Data"))).TextOf(".error-summary")!.ShouldContain("Hãy chọn một nguồn số liệu");
        (await page.SubmitAsync(page.Form("form.card"), ("OverId", Guid.NewGuid().ToString()))).TextOf(".error-summary")!.ShouldContain("Mẫu số không còn");
        (await page.SubmitAsync(page.Form("form.card"), ("Origin", "Data"), ("Source", "tasks.on-time"), ("OverId", documents.FigureId.ToString()))).TextOf(".error-summary")!.ShouldContain("đã có mẫu số");
        (await page.SubmitAsync(page.Form("form.card"), ("Origin", "Data"), ("Source", "targets.reached"))).TextOf(".error-summary")!.ShouldContain("chọn chỉ tiêu");
        (await page.SubmitAsync(page.Form("form.card"), ("Unit", "tin"), ("OverId", documents.FigureId.ToString()), ("RollUp", "Sum"), ("IsCumulative", "true"), ("CheckIsError", "true"), ("Forms", "News"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await FigureAsync(draft, "Tin, bài nhập tay")).ShouldSatisfyAllConditions(
            figure => figure.FigureId.ShouldBe(news.FigureId), figure => figure.Unit.ShouldBe("tin"), figure => figure.OverId.ShouldBe(documents.FigureId), figure => figure.IsShare.ShouldBeTrue(),
            figure => figure.RollUp.ShouldBe(RollUpRule.RatioOfSums, "shares are never added up"), figure => figure.IsCumulative.ShouldBeTrue(), figure => figure.CheckIsError.ShouldBeTrue(),
            figure => figure.Forms.ShouldBeEmpty("forms narrow only what is counted from activities"));
        var used = await officer.GetAsync(ReportLinks.OutlineFigure(draft.ReportOutlineId, documents.OutlineFigureId));
        (await used.SubmitAsync(used.Form("form[action*='handler=Remove']"))).TextOf(".error-summary")!.ShouldContain("“Tin, bài nhập tay” đang dùng số này");
        var section = await officer.GetAsync(ReportLinks.Section(draft.ReportOutlineId, documents.OutlineSectionId));
        (await section.SubmitAsync(section.Form("form[action*='handler=Remove']"))).TextOf(".error-summary")!.ShouldContain("“Tin, bài nhập tay” ở mục khác");
    }

    [Fact]
    public async Task Figure_IsAddedToItsSection_MovedAndRemoved()
    {
        var (owner, _) = await host.CreateBodyAsync(1);
        using var officer = await host.OfficerOfAsync(owner, Role.ProgrammeOfficer);
        var draft = await host.CreateOutlineAsync(owner.AgencyId, outline => outline.State = OutlineState.Draft);
        var documents = draft.Sections[0];
        var view = await officer.GetAsync(ReportLinks.Outline(draft.ReportOutlineId));
        var page = await officer.GetAsync(view.Document.QuerySelector($"a[href$='muc={documents.OutlineSectionId}']")!.GetAttribute("href")!);

        (await page.SubmitAsync(page.Form("form.card"), ("Name", "Phút phát sóng"), ("Origin", "Data"), ("Source", "activities.minutes"), ("Forms", nameof(CommunicationForm.Broadcast)), ("Integrated", "false"), ("RollUp", "Latest"), ("MayCorrect", "false"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var added = await FigureAsync(draft, "Phút phát sóng");
        added.ShouldSatisfyAllConditions(
            figure => figure.OutlineSectionId.ShouldBe(documents.OutlineSectionId), figure => figure.Ordinal.ShouldBe(2), figure => figure.Forms.ShouldBe([CommunicationForm.Broadcast]), figure => figure.Integrated.ShouldBe(false),
            figure => figure.RollUp.ShouldBe(RollUpRule.Latest), figure => figure.MayCorrect.ShouldBeFalse());
        view = await officer.GetAsync(ReportLinks.Outline(draft.ReportOutlineId));
        view.TextOf("main")!.ShouldContain("không sửa tay");
        (await view.SubmitAsync(view.Form($"form[action*='MoveFigure']:has([value='{added.OutlineFigureId}'])"), ("Up", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await FigureAsync(draft, "Phút phát sóng")).Ordinal.ShouldBe(1);
        var edit = await officer.GetAsync(ReportLinks.OutlineFigure(draft.ReportOutlineId, added.OutlineFigureId));
        (await edit.SubmitAsync(edit.Form("form[action*='handler=Remove']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await OutlineAsync(draft.ReportOutlineId)).Figures.OrderBy(figure => figure.Ordinal).Select(figure => figure.Ordinal).ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public async Task Draft_TwoEditors_NoneOverwritesTheOther()
    {
        var (owner, _) = await host.CreateBodyAsync(1);
        using var officer = await host.OfficerOfAsync(owner, Role.ProgrammeOfficer);
        var draft = await host.CreateOutlineAsync(owner.AgencyId, outline => outline.State = OutlineState.Draft);
        var (mine, theirs) = (await officer.GetAsync(ReportLinks.Section(draft.ReportOutlineId, draft.Sections[0].OutlineSectionId)), await officer.GetAsync(ReportLinks.OutlineFigure(draft.ReportOutlineId, draft.Figures[0].OutlineFigureId)));

        (await theirs.SubmitAsync(theirs.Form("form.card"), ("Name", "Tên của họ"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var conflict = await mine.SubmitAsync(mine.Form("form.card"), ("Title", "Tên của tôi"));

        conflict.Status.ShouldBe(HttpStatusCode.BadRequest);
        conflict.TextOf(".error-summary")!.ShouldContain("Người khác vừa sửa đề cương này");
        (await OutlineAsync(draft.ReportOutlineId)).Sections.ShouldNotContain(part => part.Title == "Tên của tôi");
        (await conflict.SubmitAsync(conflict.Form("form.card"))).Status.ShouldBe(HttpStatusCode.Redirect, "whoever has seen the change may go on");
        (await OutlineAsync(draft.ReportOutlineId)).ShouldSatisfyAllConditions(outline => outline.Sections.ShouldContain(part => part.Title == "Tên của tôi"), outline => outline.Figures.ShouldContain(figure => figure.Name == "Tên của họ"));
    }

    private static List<string> Headings(TestPage page) => [.. page.Document.QuerySelectorAll(".report-section h2").Select(heading => heading.TextContent.Trim())];

    private static async Task<Guid> StartAsync(TestBrowser officer, string begin, params (string Name, string Value)[] values)
    {
        var page = await officer.GetAsync(ReportLinks.NewOutline);
        var made = await page.SubmitAsync(page.Form("form.card"), [("Input.Title", TestData.Unique("Đề cương ")), ("Begin", begin), .. values]);
        made.Status.ShouldBe(HttpStatusCode.Redirect, made.TextOf("main"));
        return Guid.Parse(made.Location!.Split('/')[^1]);
    }

    private Task<ReportOutline> OutlineAsync(Guid outlineId) => host.QueryAsync(db => db.Set<ReportOutline>().AsNoTracking().Include(outline => outline.Sections).Include(outline => outline.Figures).AsSplitQuery().SingleAsync(outline => outline.ReportOutlineId == outlineId));

    private async Task<OutlineFigure> FigureAsync(ReportOutline outline, string name) => (await OutlineAsync(outline.ReportOutlineId)).Figure(name);
}

public sealed class OutlinesOnSqlite(SqliteHost host) : OutlineTests(host), IClassFixture<SqliteHost>;

public sealed class OutlinesOnPostgres(PostgresHost host) : OutlineTests(host), IClassFixture<PostgresHost>;
