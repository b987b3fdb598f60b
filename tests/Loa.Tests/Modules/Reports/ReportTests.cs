using System.Net;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Notifications;
using Loa.Modules.Reports;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Activities;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Reports;

public abstract class ReportTests(LoaHost host)
{
    private static readonly DateOnly Inside = new(2026, 3, 14);

    [Fact]
    public async Task Opening_FillsFiguresAndSentences_FromTheDaysOfThePeriod()
    {
        var (owner, units) = await host.CreateBodyAsync();
        await host.LogActivityAsync(units[0].Code, a => Conference(a, Inside, 40));
        await host.LogActivityAsync(units[0].Code, a => Conference(a, ReportFlow.From, 60));
        await host.LogActivityAsync(units[0].Code, a => Conference(a, new DateOnly(2026, 3, 15), 1000));
        await host.LogActivityAsync(units[0].Code, a => { Conference(a, Inside, 7); a.IsIntegrated = true; });
        var outline = await host.CreateOutlineAsync(owner.AgencyId);

        var period = await host.OpenAsync(outline);

        var report = await host.ReportAsync(period, units[0].AgencyId);
        (await host.FigureAsync(report, outline.Figure("Hội nghị"))).Value.ShouldBe(200, "two conferences, in hundredths; what is integrated is counted apart");
        (await host.FigureAsync(report, outline.Figure("Lượt người dự hội nghị"))).Value.ShouldBe(10_700, "the day after the cut-off does not count");
        (await host.FigureAsync(report, outline.Figure("Người dự bình quân"))).ShouldSatisfyAllConditions(row => row.Value.ShouldBe(10_700), row => row.Of.ShouldBe(200));
        (await host.FigureAsync(report, outline.Figure("Tin, bài nhập tay"))).Value.ShouldBeNull("nobody knows it");
        (await host.FigureAsync(report, outline.Figure("Tổng số"))).Value.ShouldBe(200);
        (await host.FigureAsync(await host.ReportAsync(period, units[1].AgencyId), outline.Figure("Hội nghị"))).Value.ShouldBe(0);
        var text = await host.QueryAsync(db => db.Set<ReportText>().Where(t => t.ReportId == report.ReportId && t.OutlineSectionId == outline.Sections[1].OutlineSectionId).Select(t => t.Prepared).SingleAsync());
        text.ShouldBe("Đã thực hiện 02 hoạt động tuyên truyền riêng, gồm:\n\n- Hội nghị: 02 hội nghị, 100 lượt người.\n\nNgoài ra, đã lồng ghép tuyên truyền trong 01 hoạt động khác (tính riêng), gồm:\n\n- Hội nghị: 01 hội nghị, 7 lượt người.");
        (await host.QueryAsync(db => db.Set<ReportingPeriod>().Where(p => p.ReportingPeriodId == period.ReportingPeriodId).Select(p => p.State).SingleAsync())).ShouldBe(PeriodState.Open);
    }

    [Fact]
    public async Task Opening_KilledMidway_GoesOnAndMakesNothingTwice()
    {
        var (owner, units) = await host.CreateBodyAsync(3);
        await host.LogActivityAsync(units[0].Code, a => Conference(a, Inside, 40));
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var period = ReportFlow.Period(outline);
        await host.InScopeAsync(async services =>
        {
            var db = (LoaDbContext)services.GetService(typeof(LoaDbContext))!;
            db.Add(period);
            await db.SaveChangesAsync();
        });

        await Should.ThrowAsync<IOException>(() => host.RunOpeningAsync(period.ReportingPeriodId, (percent, _) => percent >= 90 ? throw new IOException("killed") : Task.CompletedTask));
        (await host.QueryAsync(db => db.Set<ReportingPeriod>().Where(p => p.ReportingPeriodId == period.ReportingPeriodId).Select(p => p.State).SingleAsync())).ShouldBe(PeriodState.Opening);
        await host.RunOpeningAsync(period.ReportingPeriodId);
        await host.RunOpeningAsync(period.ReportingPeriodId);

        (await host.QueryAsync(db => db.Set<Report>().CountAsync(report => report.ReportingPeriodId == period.ReportingPeriodId))).ShouldBe(4);
        (await host.QueryAsync(db => db.Set<ReportFigure>().CountAsync(figure => db.Set<Report>().Any(report => report.ReportId == figure.ReportId && report.ReportingPeriodId == period.ReportingPeriodId)))).ShouldBe(4 * outline.Figures.Count);
        (await host.FigureAsync(await host.ReportAsync(period, units[0].AgencyId), outline.Figure("Hội nghị"))).Value.ShouldBe(100);
    }

    [Fact]
    public async Task Filling_CorrectionKeepsWhatWasComputed_AndAsksForTheReason()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        await host.LogActivityAsync(units[0].Code, a => Conference(a, Inside, 40));
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var report = await host.ReportAsync(await host.OpenAsync(outline), units[0].AgencyId);
        using var officer = await host.OfficerOfAsync(units[0]);
        var (figure, byHand) = (outline.Figure("Hội nghị"), outline.Figure("Tin, bài nhập tay"));

        var page = await officer.GetAsync(ReportLinks.Fill(report.ReportId));
        var form = page.Form($"form:has([id='v-{figure.FigureId:N}'])");
        (await page.SubmitAsync(form, ($"Typed[{figure.FigureId:N}].Value", "3"))).TextOf(".error-summary")!.ShouldContain("lý do sửa số");
        (await page.SubmitAsync(form, ($"Typed[{byHand.FigureId:N}].Value", "năm"))).TextOf(".error-summary")!.ShouldContain("hãy ghi một số");
        (await page.SubmitAsync(form, ($"Typed[{figure.FigureId:N}].Value", "3"), ($"Typed[{figure.FigureId:N}].Reason", "Hai hội nghị chưa ghi"), ($"Typed[{byHand.FigureId:N}].Value", "1.234"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await host.FigureAsync(report, figure)).ShouldSatisfyAllConditions(row => row.Value.ShouldBe(300), row => row.OwnValue.ShouldBe(100, "what was computed is kept"), row => row.Reason.ShouldBe("Hai hội nghị chưa ghi"), row => row.GivenById.ShouldNotBeNull());
        (await host.FigureAsync(report, outline.Figure("Tổng số"))).Value.ShouldBe(123_700, "sums follow their parts");
        var again = await officer.GetAsync(ReportLinks.Fill(report.ReportId));
        (await again.SubmitAsync(again.Form($"form:has([id='v-{figure.FigureId:N}'])"), ($"Typed[{figure.FigureId:N}].Value", ""))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.FigureAsync(report, figure)).ShouldSatisfyAllConditions(row => row.Value.ShouldBe(100), row => row.IsGiven.ShouldBeFalse());
    }

    [Fact]
    public async Task Filling_TwoPeopleAtOnce_BothVersionsAreShown()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var report = await host.ReportAsync(await host.OpenAsync(outline), units[0].AgencyId);
        using var officer = await host.OfficerOfAsync(units[0]);
        var byHand = outline.Figure("Tin, bài nhập tay");
        var section = outline.Sections[2].OutlineSectionId;
        var (mine, theirs) = (await officer.GetAsync(ReportLinks.Fill(report.ReportId)), await officer.GetAsync(ReportLinks.Fill(report.ReportId)));
        string Figures() => $"form:has([id='v-{byHand.FigureId:N}'])";
        string Text() => $"form[data-autosave]:has([value='{section}'])";

        (await theirs.SubmitAsync(theirs.Form(Figures()), ($"Typed[{byHand.FigureId:N}].Value", "12"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var conflict = await mine.SubmitAsync(mine.Form(Figures()), ($"Typed[{byHand.FigureId:N}].Value", "15"));
        conflict.Status.ShouldBe(HttpStatusCode.BadRequest);
        conflict.TextOf("main")!.ShouldContain("Người khác vừa ghi: 12");
        conflict.Document.QuerySelector($"[id='v-{byHand.FigureId:N}']")!.GetAttribute("value").ShouldBe("15");
        (await conflict.SubmitAsync(conflict.Form(Figures()))).Status.ShouldBe(HttpStatusCode.Redirect, "who saves again wants their own");
        (await host.FigureAsync(report, byHand)).Value.ShouldBe(1500);

        (await theirs.SubmitAsync(theirs.Form(Text()), ("Text", "Bản của họ."))).Status.ShouldBe(HttpStatusCode.Redirect);
        var both = await mine.SubmitAsync(mine.Form(Text()), ("Text", "Bản của tôi."));
        both.Status.ShouldBe(HttpStatusCode.BadRequest);
        both.TextOf(".their-text")!.ShouldContain("Bản của họ.");
        both.Document.QuerySelector($"{Text()} textarea")!.TextContent.ShouldBe("Bản của tôi.");
        (await both.SubmitAsync(both.Form(Text()))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.QueryAsync(db => db.Set<ReportText>().Where(t => t.ReportId == report.ReportId && t.OutlineSectionId == section).Select(t => t.Text).SingleAsync())).ShouldBe("Bản của tôi.");
    }

    [Fact]
    public async Task Report_SentReturnedSentAccepted_TellsEachSide()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var report = await host.ReportAsync(await host.OpenAsync(outline), units[0].AgencyId);
        using var unit = await host.OfficerOfAsync(units[0]);
        using var receiver = await host.OfficerOfAsync(owner);
        var section = outline.Sections[2].OutlineSectionId;

        var page = await unit.GetAsync(ReportLinks.Report(report.ReportId));
        (await page.SubmitAsync(page.Form("form[action*='handler=Send']"))).TextOf(".error-summary")!.ShouldContain("đánh dấu nếu vẫn gửi");
        await unit.SendAsync(report);
        (await unit.GetAsync(ReportLinks.Fill(report.ReportId))).Status.ShouldBe(HttpStatusCode.NotFound, "what is sent is not changed");
        (await unit.GetAsync(ReportLinks.Report(report.ReportId))).Document.QuerySelector("form[action*='handler=Accept']").ShouldBeNull("nobody accepts their own");

        var received = await receiver.GetAsync(ReportLinks.Report(report.ReportId));
        (await received.SubmitAsync(received.Form("form[action*='handler=Return']"))).TextOf(".error-summary")!.ShouldContain("lý do trả lại");
        (await received.SubmitAsync(received.Form("form[action*='handler=Return']"), ("Remarks[2].Text", "Nêu rõ hạn chế"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await unit.GetAsync(ReportLinks.Fill(report.ReportId))).TextOf("main")!.ShouldContain("Nêu rõ hạn chế");
        await unit.SendAsync(report);
        await receiver.AcceptAsync(report);

        var now = await host.QueryAsync(db => db.Set<Report>().AsNoTracking().SingleAsync(r => r.ReportId == report.ReportId));
        now.ShouldSatisfyAllConditions(r => r.State.ShouldBe(ReportState.Accepted), r => r.Sendings.ShouldBe(2), r => r.FirstSentAt!.Value.ShouldBeLessThan(r.SentAt!.Value));
        (await host.QueryAsync(db => db.Set<ReportVersion>().Where(v => v.ReportId == report.ReportId).OrderBy(v => v.Number).Select(v => v.Verdict).ToListAsync())).ShouldBe([ReportVerdict.Returned, ReportVerdict.Accepted]);
        (await host.QueryAsync(db => db.Set<Notification>().CountAsync(n => n.Link == ReportLinks.Report(report.ReportId)))).ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public async Task Accept_ByTwoPeopleAtOnce_CountsOnce()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var report = await host.ReportAsync(await host.OpenAsync(await host.CreateOutlineAsync(owner.AgencyId)), units[0].AgencyId);
        using var unit = await host.OfficerOfAsync(units[0]);
        using var receiver = await host.OfficerOfAsync(owner);
        await unit.SendAsync(report);
        var (one, two) = (await receiver.GetAsync(ReportLinks.Report(report.ReportId)), await receiver.GetAsync(ReportLinks.Report(report.ReportId)));

        var answers = await Task.WhenAll(one.SubmitAsync(one.Form("form[action*='handler=Accept']")), two.SubmitAsync(two.Form("form[action*='handler=Accept']")));

        answers.Count(answer => answer.Status == HttpStatusCode.Redirect).ShouldBe(1, string.Join(" | ", answers.Select(answer => $"{answer.Status} {answer.TextOf("main")}")));
        answers.Select(answer => answer.Status).ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.BadRequest], ignoreOrder: true, string.Join(" | ", answers.Select(answer => $"{answer.Status} {answer.TextOf("main")}")));
        answers.Single(answer => answer.Status == HttpStatusCode.BadRequest).TextOf(".error-summary")!.ShouldContain("người khác xử lý");
    }

    private static void Conference(Activity activity, DateOnly on, int people)
    {
        activity.HeldOn(on, on);
        (activity.Form, activity.Title, activity.People, activity.PeopleBy) = (CommunicationForm.Conference, "Hội nghị tuyên truyền", people, ReachMethod.SignedList);
    }
}

public sealed class ReportsOnSqlite(SqliteHost host) : ReportTests(host), IClassFixture<SqliteHost>;

public sealed class ReportsOnPostgres(PostgresHost host) : ReportTests(host), IClassFixture<PostgresHost>;
