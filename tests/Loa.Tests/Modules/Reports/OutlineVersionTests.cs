using System.Net;
using AngleSharp.Dom;
using Loa.Modules.Reports;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Reports;

public abstract class OutlineVersionTests(LoaHost host)
{
    [Fact]
    public async Task Version_KeepsSectionsAndFigures_AndNeverChangesAReportAlreadyBegun()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        using var officer = await host.OfficerOfAsync(owner, Role.ProgrammeOfficer);
        var old = await host.CreateOutlineAsync(owner.AgencyId);
        var report = await host.ReportAsync(await host.OpenAsync(old), units[0].AgencyId);
        (await officer.GetAsync(ReportLinks.EditOutline(old.ReportOutlineId))).Status.ShouldBe(HttpStatusCode.NotFound, "what is in use is not edited");
        (await officer.GetAsync(ReportLinks.Section(old.ReportOutlineId, old.Sections[0].OutlineSectionId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync(ReportLinks.OutlineFigure(old.ReportOutlineId, old.Figures[0].OutlineFigureId))).Status.ShouldBe(HttpStatusCode.NotFound);

        var page = await officer.GetAsync(ReportLinks.Outline(old.ReportOutlineId));
        (await page.SubmitAsync(page.Form("form[action*='handler=Version']"))).TextOf(".error-summary")!.ShouldContain("lý do lập bản mới");
        var made = await page.SubmitAsync(page.Form("form[action*='handler=Version']"), ("Reason", "Thêm số liệu mạng xã hội"));
        var nextId = Guid.Parse(made.Location!.Split('/')[^1]);
        (await page.SubmitAsync(page.Form("form[action*='handler=Version']"), ("Reason", "Lần nữa"))).Status.ShouldBe(HttpStatusCode.BadRequest, "one new version at a time");

        var next = await OutlineAsync(nextId);
        next.ShouldSatisfyAllConditions(o => o.Version.ShouldBe(2), o => o.ReplacesId.ShouldBe(old.ReportOutlineId), o => o.Reason.ShouldBe("Thêm số liệu mạng xã hội"), o => o.State.ShouldBe(OutlineState.Draft));
        next.Sections.Select(part => part.SectionId).ShouldBe(old.Sections.Select(part => part.SectionId), ignoreOrder: true);
        next.Figures.Select(figure => figure.FigureId).ShouldBe(old.Figures.Select(figure => figure.FigureId), ignoreOrder: true);
        next.Figures.Select(figure => figure.OutlineFigureId).ShouldNotContain(id => old.Figures.Any(figure => figure.OutlineFigureId == id));
        var edit = await officer.GetAsync(ReportLinks.OutlineFigure(nextId, next.Figure("Hội nghị").OutlineFigureId));
        (await edit.SubmitAsync(edit.Form("form.card"), ("Name", "Số hội nghị riêng"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var view = await officer.GetAsync(ReportLinks.Outline(nextId));
        (await view.SubmitAsync(view.Form("form[action*='handler=Use']"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await OutlineAsync(old.ReportOutlineId)).ShouldSatisfyAllConditions(o => o.State.ShouldBe(OutlineState.Replaced), o => o.Figures.ShouldContain(figure => figure.Name == "Hội nghị"));
        (await OutlineAsync(nextId)).State.ShouldBe(OutlineState.InUse);
        using var unit = await host.OfficerOfAsync(units[0]);
        var begun = (await unit.GetAsync(ReportLinks.Report(report.ReportId))).TextOf("main")!;
        begun.ShouldContain("Hội nghị");
        begun.ShouldNotContain("Số hội nghị riêng");
        var list = (await officer.GetAsync(ReportLinks.Outlines)).Document.QuerySelectorAll("tbody tr");
        list.Length.ShouldBe(1, "what was replaced is shown only when asked for");
        (await officer.GetAsync($"{ReportLinks.Outlines}?trang-thai=tat-ca")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Use_OfWhatSomebodyJustChanged_IsRefused()
    {
        var (owner, _) = await host.CreateBodyAsync(1);
        using var officer = await host.OfficerOfAsync(owner, Role.ProgrammeOfficer);
        var draft = await host.CreateOutlineAsync(owner.AgencyId, outline => outline.State = OutlineState.Draft);
        var (one, two) = (await officer.GetAsync(ReportLinks.Outline(draft.ReportOutlineId)), await officer.GetAsync(ReportLinks.Outline(draft.ReportOutlineId)));

        (await one.SubmitAsync(one.Form($"form[action*='MoveSection']:has([value='{draft.Sections[0].OutlineSectionId}'])"), ("Up", "false"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var refused = await two.SubmitAsync(two.Form("form[action*='handler=Use']"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await OutlineAsync(draft.ReportOutlineId)).State.ShouldBe(OutlineState.Draft);
    }

    [Fact]
    public async Task Copy_IsAnotherOutline_WithItsOwnFigures()
    {
        var (owner, _) = await host.CreateBodyAsync(1);
        using var officer = await host.OfficerOfAsync(owner, Role.ProgrammeOfficer);
        var old = await host.CreateOutlineAsync(owner.AgencyId);
        var page = await officer.GetAsync(ReportLinks.Outline(old.ReportOutlineId));

        var made = await page.SubmitAsync(page.Form("form[action*='handler=Copy']"), ("CopyTitle", "Đề cương năm"));

        var copy = await OutlineAsync(Guid.Parse(made.Location!.Split('/')[^1]));
        copy.ShouldSatisfyAllConditions(o => o.Title.ShouldBe("Đề cương năm"), o => o.Version.ShouldBe(1), o => o.ReplacesId.ShouldBeNull(), o => o.State.ShouldBe(OutlineState.Draft));
        copy.Figures.Select(figure => figure.FigureId).Intersect(old.Figures.Select(figure => figure.FigureId)).ShouldBeEmpty();
        copy.Figure("Tổng số").Parts.ShouldBe([copy.Figure("Hội nghị").FigureId, copy.Figure("Tin, bài nhập tay").FigureId]);
        copy.Figure("Người dự bình quân").OverId.ShouldBe(copy.Figure("Hội nghị").FigureId);
        copy.Figures.Select(figure => (figure.Ordinal, figure.Name)).OrderBy(pair => pair.Ordinal).First().Name.ShouldBe("Số văn bản", "figures are numbered in the order of their sections");
    }

    [Fact]
    public async Task Outline_IsReadByWhoeverReportsAlongIt_AndItsDraftByNobodyElse()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        using var unit = await host.OfficerOfAsync(units[0]);
        (await unit.GetAsync(ReportLinks.Outline(outline.ReportOutlineId))).Status.ShouldBe(HttpStatusCode.NotFound, "nothing was asked of the unit yet");

        await host.OpenAsync(outline);
        var page = await unit.GetAsync(ReportLinks.Outline(outline.ReportOutlineId));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector("form[action*='handler=Version']").ShouldBeNull();
        (await page.SubmitAsync(page.Form("form[action*='handler=Copy']"))).Status.ShouldBe(HttpStatusCode.Redirect, "it may take a copy for its own people");
        (await host.QueryAsync(db => db.Set<ReportOutline>().CountAsync(copy => copy.OwnerAgencyId == units[0].AgencyId))).ShouldBe(1);
        (await unit.GetAsync(ReportLinks.EditOutline(outline.ReportOutlineId))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var reader = await host.OfficerOfAsync(owner, Role.Leader);
        (await reader.GetAsync(ReportLinks.Outline(outline.ReportOutlineId))).Status.ShouldBe(HttpStatusCode.OK);
        var draft = await host.CreateOutlineAsync(owner.AgencyId, o => o.State = OutlineState.Draft);
        (await reader.GetAsync(ReportLinks.Outline(draft.ReportOutlineId))).Status.ShouldBe(HttpStatusCode.NotFound, "what is being drawn up is seen by those who draw it up");
        (await reader.GetAsync(ReportLinks.Outlines)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task History_TellsOfSectionsAndFigures()
    {
        var (owner, _) = await host.CreateBodyAsync(1);
        using var officer = await host.OfficerOfAsync(owner, Role.ProgrammeOfficer);
        var draft = await host.CreateOutlineAsync(owner.AgencyId, outline => outline.State = OutlineState.Draft);
        var page = await officer.GetAsync(ReportLinks.OutlineFigure(draft.ReportOutlineId, draft.Figure("Hội nghị").OutlineFigureId));

        await page.SubmitAsync(page.Form("form.card"), ("Name", "Số hội nghị"));

        using var administrator = await host.OfficerOfAsync(owner, Role.Administrator);
        var history = (await administrator.GetAsync(ReportLinks.Outline(draft.ReportOutlineId))).TextOf("ol.history")!;
        history.ShouldContain("Sửa số liệu của đề cương");
        history.ShouldContain("Số hội nghị");
    }

    private Task<ReportOutline> OutlineAsync(Guid outlineId) => host.QueryAsync(db => db.Set<ReportOutline>().AsNoTracking().Include(outline => outline.Sections).Include(outline => outline.Figures).AsSplitQuery().SingleAsync(outline => outline.ReportOutlineId == outlineId));
}

public sealed class OutlineVersionsOnSqlite(SqliteHost host) : OutlineVersionTests(host), IClassFixture<SqliteHost>;

public sealed class OutlineVersionsOnPostgres(PostgresHost host) : OutlineVersionTests(host), IClassFixture<PostgresHost>;
