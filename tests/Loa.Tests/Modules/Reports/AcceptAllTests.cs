using System.Net;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Modules.Reports;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Reports;

/// <summary>Every waiting report accepted by one click.</summary>
public abstract class AcceptAllTests(LoaHost host)
{
    [Fact]
    public async Task AcceptAll_TakesWhatCanBeAccepted_CountsTheRest_AndTellsTheWriters()
    {
        var (owner, units) = await host.CreateBodyAsync(3);
        await host.CreateAgencyAsync($"Tổ {TestData.Unique("to")}", AgencyKind.Division, AgencyLevel.Province, units[2].Code);
        var period = await host.OpenAsync(await host.CreateOutlineAsync(owner.AgencyId));
        var writer = await host.CreateUserAsync(Role.UnitOfficer, units[0].Code);
        var reports = await SendAsync(period, units);
        await ForgetMissingAsync(reports[2]);
        using var receiver = await host.OfficerOfAsync(owner);
        var root = await host.ReportAsync(period, owner.AgencyId);
        var page = await receiver.GetAsync(ReportLinks.Report(root.ReportId));

        (await page.SubmitAsync(page.Form("form[action*='handler=AcceptAll']"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await receiver.GetAsync(ReportLinks.Report(root.ReportId))).TextOf("#flashes")!.ShouldContain("Đã tiếp nhận 2 báo cáo; 1 báo cáo chưa tiếp nhận được");
        (await StatesAsync(reports)).ShouldBe([ReportState.Accepted, ReportState.Accepted, ReportState.Sent], "the third neither has the report below it nor names it");
        (await VersionAsync(reports[0])).ShouldSatisfyAllConditions(version => version.Verdict.ShouldBe(ReportVerdict.Accepted), version => version.JudgedById.ShouldNotBeNull());
        (await VersionAsync(reports[2])).Verdict.ShouldBe(ReportVerdict.None);
        (await ToldAsync(writer.Id)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(told => told.Title.ShouldBe($"Đã tiếp nhận báo cáo: {period.Title}"), told => told.Link.ShouldBe(ReportLinks.Report(reports[0].ReportId)));
    }

    [Fact]
    public async Task AcceptAll_AfterARollUp_MarksWhatIsNoLongerSo_AndNothingElse()
    {
        var (owner, units) = await host.CreateBodyAsync(3);
        var outline = await host.CreateOutlineAsync(owner.AgencyId, o => o.Add(o.Sections[1], "Chỉ của mình", f => (f.Origin, f.Source, f.RollUp) = (FigureOrigin.Data, ActivityFigure.KeyOf(ActivityMeasure.People), RollUpRule.None)));
        await host.LogActivityAsync(units[1].Code, activity =>
        {
            activity.HeldOn(new DateOnly(2026, 2, 3), new DateOnly(2026, 2, 3));
            activity.Form = CommunicationForm.Conference;
        });
        var period = await host.OpenAsync(outline);
        var root = await host.ReportAsync(period, owner.AgencyId);
        using var receiver = await host.OfficerOfAsync(owner);
        await receiver.AcceptAsync((await SendAsync(period, units.Take(1)))[0]);
        await receiver.RollUpAsync(root);
        (await host.FigureAsync(root, outline.Figure("Hội nghị"))).IsStale.ShouldBeFalse();
        var reports = await SendAsync(period, units.Skip(1));
        var page = await receiver.GetAsync(ReportLinks.Report(root.ReportId));

        (await page.SubmitAsync(page.Form("form[action*='handler=AcceptAll']"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await StatesAsync(reports)).ShouldBe([ReportState.Accepted, ReportState.Accepted]);
        (await host.FigureAsync(root, outline.Figure("Hội nghị"))).ShouldSatisfyAllConditions(row => row.IsStale.ShouldBeTrue(), row => row.BelowValue.ShouldBe(0, "nothing changes silently"));
        (await host.FigureAsync(root, outline.Figure("Chỉ của mình"))).IsStale.ShouldBeFalse("it takes nothing from below");
        (await host.FigureAsync(root, outline.Figure("Tin, bài nhập tay"))).IsStale.ShouldBeFalse("nobody below says anything of it");
        await receiver.RollUpAsync(root);
        (await host.FigureAsync(root, outline.Figure("Hội nghị"))).ShouldSatisfyAllConditions(row => row.IsStale.ShouldBeFalse(), row => row.BelowValue.ShouldBe(100));
    }

    [Fact]
    public async Task AcceptAll_ByTwoPeopleAtOnce_CountsEachReportOnce()
    {
        var (owner, units) = await host.CreateBodyAsync(3);
        var period = await host.OpenAsync(await host.CreateOutlineAsync(owner.AgencyId));
        var writer = await host.CreateUserAsync(Role.UnitOfficer, units[0].Code);
        var reports = await SendAsync(period, units);
        var root = await host.ReportAsync(period, owner.AgencyId);
        using var receiver = await host.OfficerOfAsync(owner);
        var (one, two) = (await receiver.GetAsync(ReportLinks.Report(root.ReportId)), await receiver.GetAsync(ReportLinks.Report(root.ReportId)));

        var answers = await Task.WhenAll(one.SubmitAsync(one.Form("form[action*='handler=AcceptAll']")), two.SubmitAsync(two.Form("form[action*='handler=AcceptAll']")));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Redirect);
        (await StatesAsync(reports)).ShouldBe([ReportState.Accepted, ReportState.Accepted, ReportState.Accepted]);
        (await ToldAsync(writer.Id)).ShouldHaveSingleItem();
    }

    private async Task<List<Report>> SendAsync(ReportingPeriod period, IEnumerable<Agency> units)
    {
        var sent = new List<Report>();
        foreach (var unit in units)
        {
            using var officer = await host.OfficerOfAsync(unit);
            sent.Add(await host.ReportAsync(period, unit.AgencyId));
            await officer.SendAsync(sent[^1]);
        }

        return sent;
    }

    /// <summary>As if the report below had been taken out after this one was sent with it.</summary>
    private Task ForgetMissingAsync(Report report) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var version = await db.Set<ReportVersion>().SingleAsync(v => v.ReportId == report.ReportId);
        version.Content = (ReportContent.Read(version.Content) with { Missing = [] }).Write();
        await db.SaveChangesAsync();
    });

    private async Task<List<ReportState>> StatesAsync(List<Report> reports)
    {
        var states = new List<ReportState>();
        foreach (var report in reports)
        {
            states.Add(await host.QueryAsync(db => db.Set<Report>().Where(r => r.ReportId == report.ReportId).Select(r => r.State).SingleAsync()));
        }

        return states;
    }

    private Task<ReportVersion> VersionAsync(Report report) => host.QueryAsync(db => db.Set<ReportVersion>().AsNoTracking().SingleAsync(version => version.ReportId == report.ReportId));

    private Task<List<Notification>> ToldAsync(Guid person) => host.QueryAsync(db => db.Set<Notification>().AsNoTracking().Where(n => n.UserId == person && n.Kind == ReportDesk.AcceptedKind).ToListAsync());
}

public sealed class AcceptAllOnSqlite(SqliteHost host) : AcceptAllTests(host), IClassFixture<SqliteHost>;

public sealed class AcceptAllOnPostgres(PostgresHost host) : AcceptAllTests(host), IClassFixture<PostgresHost>;
