using System.Net;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Reports;
using Loa.Platform.Jobs;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Reports;

/// <summary>Pages that change under the reader: pages within a page, and the progress of an opening.</summary>
public abstract class ReportPageTests(LoaHost host)
{
    private const string Rows = "section[aria-labelledby='tung-dong'] tbody tr";
    private const string Below = "#below tbody tr";

    [Fact]
    public async Task RowsOfAFigure_ArePagedApartFromTheReportsBelow()
    {
        var (owner, units) = await host.CreateBodyAsync(2);
        for (var i = 0; i < 51; i++)
        {
            await host.LogActivityAsync(owner.Code, activity =>
            {
                activity.HeldOn(new DateOnly(2026, 2, 3), new DateOnly(2026, 2, 3));
                activity.Form = CommunicationForm.Conference;
            });
        }

        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var root = await host.ReportAsync(await host.OpenAsync(outline), owner.AgencyId);
        using var officer = await host.OfficerOfAsync(owner);
        var address = ReportLinks.Figure(root.ReportId, outline.Figure("Hội nghị").FigureId);

        var first = await officer.GetAsync(address);
        var next = first.Document.QuerySelector("section[aria-labelledby='tung-dong'] nav a").ShouldNotBeNull().GetAttribute("href")!;
        var second = await officer.GetAsync(next);
        var below = await officer.GetAsync($"{address}?trang=2");

        Counts(first).ShouldBe((50, units.Count));
        next.ShouldBe($"{address}?dong=2");
        Counts(second).ShouldBe((1, units.Count));
        second.Document.QuerySelector("section[aria-labelledby='tung-dong'] nav a")!.GetAttribute("href").ShouldBe(address);
        Counts(below).ShouldBe((50, units.Count), "a page of the one does not turn the other");
    }

    [Fact]
    public async Task Opening_AsksForItsProgressOnly_UntilItFailsOrIsDone()
    {
        var (owner, _) = await host.CreateBodyAsync(1);
        var period = ReportFlow.Period(await host.CreateOutlineAsync(owner.AgencyId));
        var now = host.Services.GetRequiredService<Loa.Platform.Calendar>().UtcNow;
        var job = new Job { JobId = Guid.CreateVersion7(), Kind = OpenPeriodJob.Kind, Payload = "{}", State = JobState.Failed, Message = "Không đọc được dữ liệu.", RunAfter = now, CreatedAt = now, FinishedAt = now };
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            db.AddRange(period, job);
            await db.SaveChangesAsync();
        });
        using var officer = await host.OfficerOfAsync(owner);

        var opening = await officer.GetAsync(ReportLinks.Period(period.ReportingPeriodId));
        await host.QueryAsync(db => db.Set<ReportingPeriod>().Where(p => p.ReportingPeriodId == period.ReportingPeriodId).ExecuteUpdateAsync(set => set.SetProperty(p => p.JobId, job.JobId)));
        var failed = await officer.GetAsync(ReportLinks.Period(period.ReportingPeriodId));
        await host.QueryAsync(db => db.Set<ReportingPeriod>().Where(p => p.ReportingPeriodId == period.ReportingPeriodId).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PeriodState.Open)));
        var seen = await officer.GetAsync(ReportLinks.Period(period.ReportingPeriodId));
        officer.Headers.Add("HX-Request", "true");
        officer.Headers.Add("HX-Target", "tien-do");
        var asked = await officer.GetAsync(ReportLinks.Period(period.ReportingPeriodId));

        var status = opening.Document.QuerySelector("#tien-do[role=status]").ShouldNotBeNull();
        status.HasAttribute("hx-get").ShouldBeFalse("what is read out stays on the page");
        var asking = status.QuerySelector("[hx-get]").ShouldNotBeNull();
        asking.GetAttribute("hx-target").ShouldBe("#tien-do");
        asking.GetAttribute("hx-select").ShouldBe("#tien-do > *");
        failed.Document.QuerySelector("#tien-do [hx-get]").ShouldBeNull("nothing more will happen by itself");
        failed.TextOf("#tien-do")!.ShouldContain("Không đọc được dữ liệu.");
        failed.Document.QuerySelector("#tien-do form[action*='handler=Resume']").ShouldNotBeNull();
        seen.Status.ShouldBe(HttpStatusCode.OK);
        seen.Header("HX-Refresh").ShouldBeNull();
        asked.Header("HX-Refresh").ShouldBe("true", "who watched the progress gets the whole page");
    }

    private static (int Rows, int Below) Counts(TestPage page) => (page.Document.QuerySelectorAll(Rows).Length, page.Document.QuerySelectorAll(Below).Length);
}

public sealed class ReportPagesOnSqlite(SqliteHost host) : ReportPageTests(host), IClassFixture<SqliteHost>;

public sealed class ReportPagesOnPostgres(PostgresHost host) : ReportPageTests(host), IClassFixture<PostgresHost>;
