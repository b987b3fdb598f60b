using System.Net;
using Loa.Modules.Accounts;
using Loa.Modules.Notifications;
using Loa.Modules.Reports;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Reports;

/// <summary>More time for a report: asked for, granted, refused.</summary>
public abstract class ExtensionTests(LoaHost host)
{
    [Fact]
    public async Task Grant_AfterThePeriodWasMovedFurther_TakesNoDaysAway()
    {
        var (owner, report) = await BeginAsync();
        using var officer = await host.BrowseAsAsync(report.Writer.Email!, TestData.Password);
        using var receiver = await host.BrowseAsAsync(owner.Email!, TestData.Password);
        await AskAsync(officer, report.Report, host.Today().AddDays(9));
        var moved = host.Today().AddDays(15);
        await host.QueryAsync(db => db.Set<Report>().Where(r => r.ReportId == report.Report.ReportId).ExecuteUpdateAsync(set => set.SetProperty(r => r.DueOn, moved)));

        await DecideAsync(receiver, report.Report, grant: true);

        var now = await host.QueryAsync(db => db.Set<Report>().AsNoTracking().SingleAsync(r => r.ReportId == report.Report.ReportId));
        now.ShouldSatisfyAllConditions(r => r.DueOn.ShouldBe(moved), r => r.ExtensionReason.ShouldBeNull(), r => r.AskedUntil.ShouldBeNull());
        (await ToldAsync(report.Writer, ReportDesk.ReturnedKind)).ShouldBe([$"Được gia hạn báo cáo đến {Formats.Date(moved)}"]);
        await AskAsync(officer, report.Report, host.Today().AddDays(20));
        await DecideAsync(receiver, report.Report, grant: true);
        (await host.QueryAsync(db => db.Set<Report>().Where(r => r.ReportId == report.Report.ReportId).Select(r => r.DueOn).SingleAsync())).ShouldBe(host.Today().AddDays(20));
    }

    [Fact]
    public async Task SameDay_AskedAgainAfterARefusal_IsToldAgain_ToEachSide()
    {
        var (owner, report) = await BeginAsync();
        using var officer = await host.BrowseAsAsync(report.Writer.Email!, TestData.Password);
        using var receiver = await host.BrowseAsAsync(owner.Email!, TestData.Password);
        var until = host.Today().AddDays(9);
        for (var i = 0; i < 2; i++)
        {
            await AskAsync(officer, report.Report, until);
            await DecideAsync(receiver, report.Report, grant: false);
        }

        (await ToldAsync(owner, ReportDesk.SentKind)).Count(title => title.EndsWith($"xin gia hạn báo cáo đến {Formats.Date(until)}", StringComparison.Ordinal)).ShouldBe(2);
        (await ToldAsync(report.Writer, ReportDesk.ReturnedKind)).ShouldBe(["Không được gia hạn báo cáo", "Không được gia hạn báo cáo"]);
    }

    private async Task<(User Receiver, (User Writer, Report Report) Below)> BeginAsync()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var period = await host.OpenAsync(await host.CreateOutlineAsync(owner.AgencyId), p => p.DueOn = host.Today().AddDays(5));
        var (receiver, writer) = (await host.CreateUserAsync(Role.UnitOfficer, owner.Code), await host.CreateUserAsync(Role.UnitOfficer, units[0].Code));
        return (receiver, (writer, await host.ReportAsync(period, units[0].AgencyId)));
    }

    private static async Task AskAsync(TestBrowser officer, Report report, DateOnly until)
    {
        var page = await officer.GetAsync(ReportLinks.Report(report.ReportId));
        var asked = await page.SubmitAsync(page.Form("form[action*='handler=Ask']"), ("Until", Formats.Date(until)), ("Reason", "Chờ số liệu cấp xã"));
        asked.Status.ShouldBe(HttpStatusCode.Redirect, asked.TextOf("main"));
    }

    private static async Task DecideAsync(TestBrowser receiver, Report report, bool grant)
    {
        var page = await receiver.GetAsync(ReportLinks.Report(report.ReportId));
        var decided = await page.SubmitAsync(page.Form("form[action*='handler=Decide']"), ("Grant", grant ? "true" : "false"));
        decided.Status.ShouldBe(HttpStatusCode.Redirect, decided.TextOf("main"));
    }

    private Task<List<string>> ToldAsync(User person, string kind) => host.QueryAsync(db => db.Set<Notification>().Where(n => n.UserId == person.Id && n.Kind == kind).OrderBy(n => n.NotificationId).Select(n => n.Title).ToListAsync());
}

public sealed class ExtensionsOnSqlite(SqliteHost host) : ExtensionTests(host), IClassFixture<SqliteHost>;

public sealed class ExtensionsOnPostgres(PostgresHost host) : ExtensionTests(host), IClassFixture<PostgresHost>;
