using System.Net;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Agencies.Changes;
using Loa.Modules.Reports;
using Loa.Platform.Audit;
using Loa.Platform.Figures;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Reports;

public abstract class RollUpTests(LoaHost host)
{
    private static readonly DateOnly Day = new(2026, 2, 3);

    [Fact]
    public async Task RollUp_TakesAcceptedReports_EachFigureByItsRule()
    {
        var (owner, units) = await host.CreateBodyAsync(3);
        await host.LogActivityAsync(units[0].Code, Conference(40));
        await host.LogActivityAsync(units[0].Code, Conference(20));
        await host.LogActivityAsync(units[1].Code, Conference(30));
        await host.LogActivityAsync(units[2].Code, Conference(500));
        await host.LogActivityAsync(owner.Code, Conference(10));
        var outline = await host.CreateOutlineAsync(owner.AgencyId, o =>
        {
            o.Add(o.Sections[2], "Chỉ của mình", f => (f.Origin, f.Source, f.RollUp) = (FigureOrigin.Data, ActivityFigure.KeyOf(ActivityMeasure.People), RollUpRule.None));
            o.Add(o.Sections[2], "Mới nhất", f => f.RollUp = RollUpRule.Latest);
        });
        var period = await host.OpenAsync(outline);
        using var receiver = await host.OfficerOfAsync(owner);
        foreach (var (unit, latest) in new[] { (units[0], "7"), (units[1], "9") })
        {
            using var officer = await host.OfficerOfAsync(unit);
            var report = await host.ReportAsync(period, unit.AgencyId);
            var figure = outline.Figure("Mới nhất").FigureId.ToString("N");
            var page = await officer.GetAsync(ReportLinks.Fill(report.ReportId));
            (await page.SubmitAsync(page.Form($"form:has([id='v-{figure}'])"), ($"Typed[{figure}].Value", latest))).Status.ShouldBe(HttpStatusCode.Redirect);
            await officer.SendAsync(report);
            await receiver.AcceptAsync(report);
        }

        var root = await host.ReportAsync(period, owner.AgencyId);
        await receiver.RollUpAsync(root);

        (await host.FigureAsync(root, outline.Figure("Hội nghị"))).ShouldSatisfyAllConditions(row => row.OwnValue.ShouldBe(100), row => row.BelowValue.ShouldBe(300), row => row.Value.ShouldBe(400, "what was not accepted is not in it"));
        (await host.FigureAsync(root, outline.Figure("Người dự bình quân"))).ShouldSatisfyAllConditions(row => row.Value.ShouldBe(10_000), row => row.Of.ShouldBe(400, "the sum of what stands below, never an average"));
        (await host.FigureAsync(root, outline.Figure("Tổng số"))).Value.ShouldBe(400);
        (await host.FigureAsync(root, outline.Figure("Chỉ của mình"))).Value.ShouldBe(1000);
        (await host.FigureAsync(root, outline.Figure("Mới nhất"))).Value.ShouldBe(900);
        (await receiver.GetAsync(ReportLinks.Report(root.ReportId))).TextOf("main")!.ShouldContain(units[2].Name, customMessage: "who has not reported is named");
        await receiver.RollUpAsync(root);
        (await host.FigureAsync(root, outline.Figure("Hội nghị"))).Value.ShouldBe(400, "twice is once");
    }

    [Fact]
    public async Task Correction_BelowAfterRollUp_MarksTheFigureStale_AndChangesNothingAbove()
    {
        var (owner, units) = await host.CreateBodyAsync(2);
        await host.LogActivityAsync(units[0].Code, Conference(40));
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var period = await host.OpenAsync(outline);
        var (report, root) = (await host.ReportAsync(period, units[0].AgencyId), await host.ReportAsync(period, owner.AgencyId));
        using var officer = await host.OfficerOfAsync(units[0]);
        using var receiver = await host.OfficerOfAsync(owner);
        await officer.SendAsync(report);
        await receiver.AcceptAsync(report);
        await receiver.RollUpAsync(root);

        var page = await receiver.GetAsync(ReportLinks.Report(report.ReportId));
        (await page.SubmitAsync(page.Form("form[action*='handler=Return']"), ("Remark", "Bổ sung tin, bài"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.FigureAsync(root, outline.Figure("Hội nghị"))).IsStale.ShouldBeTrue("what was taken in is no longer accepted");
        var figure = outline.Figure("Tin, bài nhập tay").FigureId.ToString("N");
        var fill = await officer.GetAsync(ReportLinks.Fill(report.ReportId));
        (await fill.SubmitAsync(fill.Form($"form:has([id='v-{figure}'])"), ($"Typed[{figure}].Value", "5"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await receiver.RollUpAsync(root);
        await officer.SendAsync(report);
        await receiver.AcceptAsync(report);

        (await host.FigureAsync(root, outline.Figure("Tin, bài nhập tay"))).ShouldSatisfyAllConditions(row => row.IsStale.ShouldBeTrue(), row => row.Value.ShouldBeNull("nothing changes silently"));
        await receiver.RollUpAsync(root);
        (await host.FigureAsync(root, outline.Figure("Tin, bài nhập tay"))).ShouldSatisfyAllConditions(row => row.IsStale.ShouldBeFalse(), row => row.Value.ShouldBe(500));
    }

    [Fact]
    public async Task Accept_OfAReportWithOthersBelow_AsksForThemOrTheirNames()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var hamlet = await host.CreateAgencyAsync($"Tổ {TestData.Unique("to")}", AgencyKind.Division, AgencyLevel.Province, units[0].Code);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var period = await host.OpenAsync(outline);
        var (lower, middle) = (await host.ReportAsync(period, hamlet.AgencyId), await host.ReportAsync(period, units[0].AgencyId));
        lower.ParentReportId.ShouldBe(middle.ReportId, "it goes to the nearest above that reports");
        using var below = await host.OfficerOfAsync(hamlet);
        using var officer = await host.OfficerOfAsync(units[0]);
        using var receiver = await host.OfficerOfAsync(owner);
        await below.SendAsync(lower);
        await officer.AcceptAsync(lower);
        var early = await officer.GetAsync(ReportLinks.Report(middle.ReportId));
        (await early.SubmitAsync(early.Form("form[action*='handler=Send']"), ("DespiteWarnings", "true"))).TextOf(".error-summary")!.ShouldContain("Còn chỗ phải sửa", customMessage: "what was accepted below would be missing from it");
        await officer.RollUpAsync(middle);
        await officer.SendAsync(middle);
        var page = await officer.GetAsync(ReportLinks.Report(lower.ReportId));
        (await page.SubmitAsync(page.Form("form[action*='handler=Return']"), ("Remark", "Sai số"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var refused = await receiver.GetAsync(ReportLinks.Report(middle.ReportId));
        (await refused.SubmitAsync(refused.Form("form[action*='handler=Accept']"))).TextOf(".error-summary")!.ShouldContain(hamlet.Name);
        var back = await officer.GetAsync(ReportLinks.Report(middle.ReportId));
        (await back.SubmitAsync(back.Form("form[action*='handler=TakeBack']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await officer.RollUpAsync(middle);
        await officer.SendAsync(middle);
        await receiver.AcceptAsync(middle);
    }

    [Fact]
    public async Task Merge_WithinThePeriod_IsCountedOnceOnEitherTree()
    {
        var (owner, units) = await host.CreateBodyAsync(3);
        foreach (var unit in units)
            await host.LogActivityAsync(unit.Code, Conference(10));
        await host.InScopeAsync(services => services.GetRequiredService<Reorganiser>().RecordAsync(
            AgencyChangeKind.Merge, new DateOnly(2026, 3, 1), "NQ sáp nhập", null, (tree, change) => Operations.Merge(tree, change, [units[0].AgencyId, units[1].AgencyId], units[1].AgencyId)));
        var outline = await host.CreateOutlineAsync(owner.AgencyId);

        var after = await host.OpenAsync(outline);
        var before = await host.OpenAsync(outline, period => (period.Number, period.TreeOn) = (2, new DateOnly(2026, 2, 1)));

        (await host.QueryAsync(db => db.Set<Report>().CountAsync(r => r.ReportingPeriodId == after.ReportingPeriodId))).ShouldBe(3);
        (await host.FigureAsync(await host.ReportAsync(after, units[1].AgencyId), outline.Figure("Hội nghị"))).Value.ShouldBe(200, "the successor reports for both");
        var old = await host.ReportAsync(before, units[0].AgencyId);
        (await host.FigureAsync(old, outline.Figure("Hội nghị"))).Value.ShouldBe(100);
        old.HolderAgencyId.ShouldBe(units[1].AgencyId, "its successor writes it");
        foreach (var period in new[] { after, before })
        {
            var all = await host.QueryAsync(db => db.Set<ReportFigure>().Where(f => f.FigureId == outline.Figure("Hội nghị").FigureId && db.Set<Report>().Any(r => r.ReportId == f.ReportId && r.ReportingPeriodId == period.ReportingPeriodId)).SumAsync(f => f.Value));
            all.ShouldBe(300, "nothing is lost or counted twice");
        }

        using var heir = await host.OfficerOfAsync(units[1]);
        (await heir.GetAsync(ReportLinks.Fill(old.ReportId))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Reports_OfStrangers_AreNotThere()
    {
        var (owner, units) = await host.CreateBodyAsync(2);
        var (_, others) = await host.CreateBodyAsync(1);
        var period = await host.OpenAsync(await host.CreateOutlineAsync(owner.AgencyId));
        var report = await host.ReportAsync(period, units[0].AgencyId);
        using var sibling = await host.OfficerOfAsync(units[1]);
        using var stranger = await host.OfficerOfAsync(others[0]);
        foreach (var browser in new[] { sibling, stranger })
        {
            foreach (var address in new[] { ReportLinks.Report(report.ReportId), ReportLinks.Fill(report.ReportId), ReportLinks.Period(period.ReportingPeriodId), ReportLinks.Contributions(report.ReportId, Guid.CreateVersion7()) })
            {
                (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
            }
        }
    }

    [Fact]
    public async Task Through_AnAgencyBeside_ReceivesForTheOwnerAndWritesItsReport()
    {
        var (owner, units) = await host.CreateBodyAsync(2);
        var period = await host.OpenAsync(await host.CreateOutlineAsync(owner.AgencyId), p => p.ThroughAgencyId = units[0].AgencyId);
        var report = await host.ReportAsync(period, units[1].AgencyId);
        using var office = await host.OfficerOfAsync(units[0]);
        using var officer = await host.OfficerOfAsync(units[1]);
        await officer.SendAsync(report);
        await office.AcceptAsync(report);
        await office.RollUpAsync(await host.ReportAsync(period, owner.AgencyId));
        (await officer.GetAsync(ReportLinks.Report((await host.ReportAsync(period, owner.AgencyId)).ReportId))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task RollUp_WritesTheSentencesOfAllItCounts_AndKeepsWhatPeopleWrote()
    {
        var (owner, units) = await host.CreateBodyAsync(2);
        foreach (var agency in units.Append(owner))
        {
            await host.LogActivityAsync(agency.Code, Conference(10));
            await host.LogActivityAsync(agency.Code, Conference(30));
        }

        var outline = await host.CreateOutlineAsync(owner.AgencyId, o => o.Sections[1].Narratives.Add("activities.best"));
        var period = await host.OpenAsync(outline);
        var root = await host.ReportAsync(period, owner.AgencyId);
        (await PreparedAsync(root, outline)).ShouldStartWith("Đã thực hiện 02 hoạt động", customMessage: "nothing is taken in yet");
        using var receiver = await host.OfficerOfAsync(owner);
        foreach (var unit in units)
        {
            using var officer = await host.OfficerOfAsync(unit);
            await officer.SendAsync(await host.ReportAsync(period, unit.AgencyId));
            await receiver.AcceptAsync(await host.ReportAsync(period, unit.AgencyId));
        }

        await host.InScopeAsync(services => services.GetRequiredService<LoaDbContext>().Set<ReportText>().Where(text => text.ReportId == root.ReportId && text.OutlineSectionId == outline.Sections[2].OutlineSectionId)
            .ExecuteUpdateAsync(set => set.SetProperty(text => text.Text, "Tự viết")));
        await receiver.RollUpAsync(root);

        var said = await PreparedAsync(root, outline);
        said.ShouldStartWith("Đã thực hiện 06 hoạt động tuyên truyền riêng", customMessage: "as many as the figures count");
        said.ShouldContain($"- {units[0].Name}: ", customMessage: "of many, it says who did it");
        (await host.FigureAsync(root, outline.Figure("Hội nghị"))).Value.ShouldBe(600);
        (await host.QueryAsync(db => db.Set<ReportText>().Where(text => text.ReportId == root.ReportId && text.OutlineSectionId == outline.Sections[2].OutlineSectionId).Select(text => text.Text).SingleAsync())).ShouldBe("Tự viết");
        (await PreparedAsync(await host.ReportAsync(period, units[0].AgencyId), outline)).ShouldNotContain(units[0].Name);
    }

    [Fact]
    public async Task RollUp_KilledMidway_HasDoneNothing_AndIsDoneWholeNextTime()
    {
        var (owner, units) = await host.CreateBodyAsync(2);
        await host.LogActivityAsync(units[0].Code, Conference(40));
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var period = await host.OpenAsync(outline);
        var (report, late, root) = (await host.ReportAsync(period, units[0].AgencyId), await host.ReportAsync(period, units[1].AgencyId), await host.ReportAsync(period, owner.AgencyId));
        using var officer = await host.OfficerOfAsync(units[0]);
        using var other = await host.OfficerOfAsync(units[1]);
        using var receiver = await host.OfficerOfAsync(owner);
        await officer.SendAsync(report);
        await other.SendAsync(late);
        await receiver.AcceptAsync(report);

        await Should.ThrowAsync<IOException>(() => host.InScopeAsync(async services =>
        {
            // Another report is accepted while it looks up its sentences, so it asks for them again once the figures are written and the reports noted: there it dies.
            var db = services.GetRequiredService<LoaDbContext>();
            var dying = new RollUp(db, new ReportPrefiller(db, services.GetServices<IFigure>(), [new Dying(() => receiver.AcceptAsync(late))]), services.GetRequiredService<Loa.Platform.Calendar>(), services.GetRequiredService<AuditScope>());
            await dying.RunAsync(await services.GetRequiredService<ReportDesk>().OpenAsync(await db.Set<Report>().SingleAsync(r => r.ReportId == root.ReportId), default), default);
        }));

        (await host.FigureAsync(root, outline.Figure("Hội nghị"))).ShouldSatisfyAllConditions(row => row.BelowValue.ShouldBeNull(), row => row.Value.ShouldBe(0));
        (await host.QueryAsync(db => db.Set<ReportTaken>().CountAsync(taken => taken.ParentReportId == root.ReportId))).ShouldBe(0);
        (await host.ReportAsync(period, owner.AgencyId)).RolledUpAt.ShouldBeNull();
        await receiver.RollUpAsync(root);
        (await host.FigureAsync(root, outline.Figure("Hội nghị"))).Value.ShouldBe(100);
    }

    private Task<string> PreparedAsync(Report report, ReportOutline outline) =>
        host.QueryAsync(db => db.Set<ReportText>().Where(text => text.ReportId == report.ReportId && text.OutlineSectionId == outline.Sections[1].OutlineSectionId).Select(text => text.Prepared).SingleAsync());

    private sealed class Dying(Func<Task> meanwhile) : INarrative
    {
        private bool isAsked;

        public string Key => "activities.forms";

        public string Title => Key;

        public async Task<IReadOnlyDictionary<Guid, string>> WriteAsync(NarrativeAsk ask, CancellationToken cancellationToken)
        {
            if (isAsked)
            {
                throw new IOException("killed");
            }

            isAsked = true;
            await meanwhile();
            return new Dictionary<Guid, string>();
        }
    }

    private static Action<Activity> Conference(int people) => activity =>
    {
        activity.HeldOn(Day, Day);
        (activity.Form, activity.People, activity.PeopleBy) = (CommunicationForm.Conference, people, ReachMethod.SignedList);
    };
}

public sealed class RollUpOnSqlite(SqliteHost host) : RollUpTests(host), IClassFixture<SqliteHost>;

public sealed class RollUpOnPostgres(PostgresHost host) : RollUpTests(host), IClassFixture<PostgresHost>;
