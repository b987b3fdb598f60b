using System.Net;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Assessments;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Platform.Figures;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Loa.Platform.Sheets;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Activities;
using Loa.Tests.Modules.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Assessments;

public abstract class AssessmentTests(LoaHost host)
{
    [Fact]
    public async Task Assessment_FromNothingToPublished_GoesThroughThePages()
    {
        var (one, two) = (await host.CreateAgencyAsync("Sở Chăm Chỉ"), await host.CreateAgencyAsync("Sở Thong Thả"));
        var below = await host.CreateAgencyAsync("Phòng Trực Thuộc", AgencyKind.Division, AgencyLevel.Province, one.Code);
        for (var i = 0; i < 3; i++)
            await host.LogActivityAsync(one.Code);
        await host.LogActivityAsync(two.Code);
        using var officer = await host.OfficerAsync();

        var form = await officer.GetAsync(AssessmentLinks.Add);
        (await form.SubmitAsync(form.Form("main form.card"), ("Title", ""), ("Span", ""))).Document.QuerySelectorAll(".error-summary li").Length.ShouldBe(2);
        var made = await form.SubmitAsync(form.Form("main form.card"), ("Title", "Đánh giá năm"), ("Span", "năm 2026"));
        made.Status.ShouldBe(HttpStatusCode.Redirect, made.TextOf("main"));
        var id = Guid.Parse(made.Location!.Split('/')[^1]);
        (await form.SubmitAsync(form.Form("main form.card"), ("Title", "Đánh giá năm"), ("Span", "năm 2026"))).Location.ShouldBe(made.Location, "pressing twice makes one");

        var criterion = await officer.GetAsync(AssessmentLinks.AddCriterion(id));
        (await criterion.SubmitAsync(criterion.Form("main form.card"), ("Name", "Số hoạt động"), ("Max", "10"), ("Figure", "activities.activities"), ("Steps", "3: 11"))).TextOf(".error-summary")!.ShouldContain("cao hơn điểm tối đa");
        (await criterion.SubmitAsync(criterion.Form("main form.card"), ("Name", "Số hoạt động"), ("Max", "10"), ("Figure", "activities.activities"), ("Steps", "3: 10\ntừ 1: 2,5 điểm"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var byHand = await officer.GetAsync(AssessmentLinks.AddCriterion(id));
        (await byHand.SubmitAsync(byHand.Form("main form.card"), ("Name", "Chất lượng"), ("Max", "5"))).Status.ShouldBe(HttpStatusCode.Redirect);

        foreach (var (target, how) in new[] { (one, "mot"), (one, "duoi"), (two, "mot") })
        {
            var picker = await officer.GetAsync(AssessmentLinks.Agencies(id));
            (await picker.SubmitAsync(picker.Form("form[action*='handler=Add']"), ("Target", AgencyTarget.Of(target.AgencyId, null)), ("them", how))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        (await host.BoardAsync(id)).Lines.Select(line => (line.Name, line.Total, line.Rank)).ShouldBe([("Sở Chăm Chỉ", 1000, 1), ("Sở Thong Thả", 250, 2), ("Phòng Trực Thuộc", 0, 3)]);
        var sheet = await officer.GetAsync(AssessmentLinks.Agency(id, two.AgencyId));
        (await sheet.SubmitAsync(sheet.Form("main form.stack"), ("Scores[0].Points", "9"))).TextOf(".error-summary")!.ShouldContain("lý do điều chỉnh");
        (await sheet.SubmitAsync(sheet.Form("main form.stack"), ("Scores[0].Points", "9"), ("Scores[0].Reason", "Có bài được báo trung ương đăng lại"), ("Scores[1].Points", "5"), ("Remark", "Bài viết có chiều sâu."))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.BoardAsync(id)).Lines[0].ShouldSatisfyAllConditions(line => line.Name.ShouldBe("Sở Thong Thả"), line => line.Total.ShouldBe(1400), line => line.Cells[0].Computed.ShouldBe(250, "what the data said is kept beside it"));

        var detail = await officer.GetAsync(AssessmentLinks.Assessment(id));
        (await detail.SubmitAsync(detail.Form("form[action*='handler=Publish']"))).TextOf(".error-summary")!.ShouldContain("2 chỗ chưa chấm");
        await officer.PublishAsync(new Assessment { AssessmentId = id, Title = "" }, ("MissingAsZero", "true"));
        (await host.QueryAsync(db => db.Set<AssessmentScore>().CountAsync(score => score.AssessmentId == id))).ShouldBe(6);
        (await officer.GetAsync(AssessmentLinks.Assessment(id))).TextOf("main")!.ShouldContain("Công bố đánh giá công tác tuyên truyền", customMessage: "the history says so");

        var late = await sheet.SubmitAsync(sheet.Form("main form.stack"), ("Scores[1].Points", "4"), ("Remark", "Viết thêm sau khi họp"));
        late.TextOf(".error-summary")!.ShouldContain("vừa được công bố");
        late.TextOf("#da-ghi")!.ShouldContain("Viết thêm sau khi họp");
    }

    [Fact]
    public async Task Published_IsSeenByItsAgenciesOnly_EachItsOwnPart()
    {
        var (one, two, stranger) = (await host.CreateAgencyAsync("Sở Được Xem"), await host.CreateAgencyAsync("Sở Bên Cạnh"), await host.CreateAgencyAsync("Sở Ngoài Cuộc"));
        await host.LogActivityAsync(one.Code);
        var assessment = await host.CreateAssessmentAsync([one, two]);
        var id = assessment.AssessmentId;
        var reader = await host.CreateUserAsync(Role.UnitOfficer, one.Code);
        using var own = await host.BrowseAsAsync(reader.Email!, TestData.Password);
        using var other = await host.BrowseAsAsync((await host.CreateUserAsync(Role.UnitOfficer, stranger.Code)).Email!, TestData.Password);
        using var officer = await host.OfficerAsync();
        (await own.GetAsync(AssessmentLinks.Assessment(id))).Status.ShouldBe(HttpStatusCode.NotFound, "a draft is its body's own");
        (await own.GetAsync(AssessmentLinks.Agency(id, one.AgencyId))).Status.ShouldBe(HttpStatusCode.NotFound);

        await officer.PublishAsync(assessment);

        var page = await own.GetAsync(AssessmentLinks.Assessment(id));
        page.TextOf("main")!.ShouldContain("Sở Được Xem");
        page.TextOf("main")!.ShouldNotContain("Sở Bên Cạnh");
        page.TextOf("main")!.ShouldContain("từ 1 được 5 điểm", customMessage: "the formula is told");
        (await own.GetAsync(AssessmentLinks.Agency(id, one.AgencyId))).TextOf(".stats")!.ShouldContain("5 / 10");
        (await own.GetAsync(AssessmentLinks.Agency(id, two.AgencyId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await own.GetAsync(AssessmentLinks.List)).TextOf("main")!.ShouldContain(assessment.Title);
        (await other.GetAsync(AssessmentLinks.Assessment(id))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync(AssessmentLinks.List)).TextOf("main")!.ShouldNotContain(assessment.Title);
        var export = await own.GetAsync(AssessmentLinks.Assessment(id) + "?handler=Export");
        SheetReader.Read(new MemoryStream(await export.Response.Content.ReadAsByteArrayAsync())).Skip(1).Select(row => row.Cells[1]).ShouldBe(["Sở Được Xem"]);
        (await host.QueryAsync(db => db.Set<Job>().AnyAsync(job => job.Payload.Contains(id.ToString())))).ShouldBeTrue("a job tells the agencies");
    }

    [Fact]
    public async Task Published_NeverChanges_WhateverHappensLater()
    {
        var (one, two) = (await host.CreateAgencyAsync(), await host.CreateAgencyAsync());
        await host.LogActivityAsync(one.Code);
        var assessment = await host.CreateAssessmentAsync([one, two]);
        var id = assessment.AssessmentId;
        using var officer = await host.OfficerAsync();
        await officer.PublishAsync(assessment);
        var before = await host.BoardAsync(id);

        for (var i = 0; i < 5; i++)
            await host.LogActivityAsync(two.Code);
        (await officer.GetAsync(AssessmentLinks.Edit(id))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync(AssessmentLinks.AddCriterion(id))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync(AssessmentLinks.Criterion(id, assessment.Criteria[0].AssessmentCriterionId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync(AssessmentLinks.Agencies(id))).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await officer.GetAsync(AssessmentLinks.Assessment(id));
        (await page.SubmitAsync(page.Form("form[action*='handler=Version']"))).Status.ShouldBe(HttpStatusCode.BadRequest, "a new version has a reason");
        var next = Guid.Parse((await page.SubmitAsync(page.Form("form[action*='handler=Version']"), ("Reason", "Bổ sung số liệu"))).Location!.Split('/')[^1]);
        var criterion = await officer.GetAsync(AssessmentLinks.Criterion(next, (await host.BoardAsync(next)).Criteria[0].AssessmentCriterionId));
        (await criterion.SubmitAsync(criterion.Form("main form.card"), ("Max", "20"), ("Steps", "5: 20"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await officer.PublishAsync(new Assessment { AssessmentId = next, Title = "" });

        Flat(await host.BoardAsync(id)).ShouldBe(Flat(before));
        (await host.BoardAsync(id)).Criteria[0].Steps.ShouldBe("1: 5\n3: 10");
        (await host.BoardAsync(next)).Lines.Select(line => (line.AgencyId, line.Total)).ShouldBe([(two.AgencyId, 2000), (one.AgencyId, 0)]);
        (await host.QueryAsync(db => db.Set<Assessment>().Where(a => a.AssessmentId == id).Select(a => a.State).SingleAsync())).ShouldBe(AssessmentState.Replaced);
    }

    [Fact]
    public async Task Scoring_ByTwoPeopleAtOnce_LosesNeither()
    {
        var agency = await host.CreateAgencyAsync();
        var assessment = await host.CreateAssessmentAsync([agency], change: a => a.Criteria.Add(AssessmentFlow.Criterion(a, "Chất lượng", null)));
        using var officer = await host.OfficerAsync();
        var address = AssessmentLinks.Agency(assessment.AssessmentId, agency.AgencyId);
        var (mine, theirs) = (await officer.GetAsync(address), await officer.GetAsync(address));
        (await theirs.SubmitAsync(theirs.Form("main form.stack"), ("Scores[1].Points", "7"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var conflict = await mine.SubmitAsync(mine.Form("main form.stack"), ("Scores[1].Points", "3"), ("Remark", "Của tôi"));

        conflict.Status.ShouldBe(HttpStatusCode.BadRequest);
        conflict.Document.QuerySelector("[name='Scores[1].Points']")!.GetAttribute("value").ShouldBe("3", "what was typed is kept");
        (await host.BoardAsync(assessment.AssessmentId)).Lines[0].Cells[1].Given.ShouldBe(700);
        (await conflict.SubmitAsync(conflict.Form("main form.stack"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.BoardAsync(assessment.AssessmentId)).Lines[0].Cells[1].Given.ShouldBe(300);
    }

    [Fact]
    public async Task TasksOnTime_CountsWhatWasDueAndDone()
    {
        var agency = await host.CreateAgencyAsync();
        using var officer = await host.OfficerAsync();
        var plan = await host.IssueAsync(officer, await host.ImportAsync(officer, new PlanDocx { Reference = $"{Random.Shared.Next(1000, 9000)}/KH-UBND" }.Write(), $"{TestData.Unique("t")}.docx"));
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            var task = await db.Set<PlanTask>().Include(t => t.Agencies).Include(t => t.Occurrences).FirstAsync(t => t.PlanId == plan.PlanId);
            // One row a state: each of another agency would do, the figure only looks at who holds it.
            foreach (var (state, due, done) in new[]
            {
                (AssignmentState.Done, new DateOnly(2026, 3, 1), (DateOnly?)new DateOnly(2026, 2, 27)), (AssignmentState.Done, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2)),
                (AssignmentState.Open, new DateOnly(2026, 1, 5), null), (AssignmentState.Withdrawn, new DateOnly(2026, 3, 1), null), (AssignmentState.Open, new DateOnly(2026, 12, 31), null), (AssignmentState.Done, new DateOnly(2025, 3, 1), new DateOnly(2025, 2, 1)),
            })
            {
                var given = await db.Set<Agency>().Where(a => !db.Set<Assignment>().Any(w => w.PlanTaskId == task.PlanTaskId && w.AgencyId == a.AgencyId)).Select(a => a.AgencyId).FirstAsync();
                var work = Assignment.Give(task, task.Agencies[0], given, isAsked: false, new DateOnly(2026, 1, 1));
                (work.HolderAgencyId, work.State, work.DueOn, work.DoneOn, work.IsRequest, work.Role) = (agency.AgencyId, state, due, done, false, AssignmentRole.Lead);
                db.Add(work);
                await db.SaveChangesAsync();
            }

            var figure = services.GetServices<IFigure>().Single(f => f.Key == "tasks.on-time");
            (await figure.OfAsync(new FigureAsk([agency.AgencyId], AssessmentFlow.From, AssessmentFlow.To, [], null, null), default)).ShouldBe([KeyValuePair.Create(agency.AgencyId, new FigureValue(1, 3))]);
            (await figure.OfAsync(new FigureAsk([agency.AgencyId], AssessmentFlow.From, AssessmentFlow.To, [], null, Guid.CreateVersion7()), default)).ShouldBeEmpty();
        });
    }

    private static IEnumerable<(Guid, int, int, int?)> Flat(Board board) => board.Lines.SelectMany(line => line.Cells, (line, cell) => (line.AgencyId, line.Total, line.Rank, cell.Points));
}

public sealed class AssessmentOnSqlite(SqliteHost host) : AssessmentTests(host), IClassFixture<SqliteHost>;

public sealed class AssessmentOnPostgres(PostgresHost host) : AssessmentTests(host), IClassFixture<PostgresHost>;
