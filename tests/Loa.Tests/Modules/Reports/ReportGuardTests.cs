using System.Net;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Modules.Plans;
using Loa.Modules.Reports;
using Loa.Platform;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Reports;

/// <summary>What must not happen to a report: written after it was sent, moved in a locked period, compared with something else.</summary>
public abstract class ReportGuardTests(LoaHost host)
{
    [Fact]
    public async Task Writing_WhileItIsSent_IsRefused_AndWhatWasSentStays()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var report = await host.ReportAsync(await host.OpenAsync(outline), units[0].AgencyId);
        using var officer = await host.OfficerOfAsync(units[0]);

        await host.InScopeAsync(async services =>
        {
            // One has it open and writes; the other sends it before the first one saves.
            var (db, desk) = (services.GetRequiredService<LoaDbContext>(), services.GetRequiredService<ReportDesk>());
            var open = await desk.OpenAsync(await db.Set<Report>().SingleAsync(r => r.ReportId == report.ReportId), default);
            desk.Write(open.TextOf(open.Sections[2]), "Viết sau khi gửi");
            await officer.SendAsync(report);
            await Should.ThrowAsync<DbUpdateConcurrencyException>(() => desk.SaveAsync(report.ReportId, default));
        });

        var sent = await host.QueryAsync(db => db.Set<ReportVersion>().SingleAsync(version => version.ReportId == report.ReportId));
        sent.Content.ShouldNotContain("Viết sau");
        (await host.QueryAsync(db => db.Set<ReportText>().CountAsync(text => text.ReportId == report.ReportId && text.Text != null))).ShouldBe(0);
    }

    [Fact]
    public async Task LockedPeriod_NothingIsTakenBack()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var period = await host.OpenAsync(await host.CreateOutlineAsync(owner.AgencyId));
        var report = await host.ReportAsync(period, units[0].AgencyId);
        using var officer = await host.OfficerOfAsync(units[0]);
        await officer.SendAsync(report);
        var before = await officer.GetAsync(ReportLinks.Report(report.ReportId));
        await host.QueryAsync(db => db.Set<ReportingPeriod>().Where(p => p.ReportingPeriodId == period.ReportingPeriodId).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PeriodState.Locked)));

        (await before.SubmitAsync(before.Form("form[action*='handler=TakeBack']"))).TextOf(".error-summary")!.ShouldContain("đã khóa");
        (await host.ReportAsync(period, units[0].AgencyId)).State.ShouldBe(ReportState.Sent);
        (await officer.GetAsync(ReportLinks.Report(report.ReportId))).Document.QuerySelector("form[action*='handler=TakeBack']").ShouldBeNull();
    }

    [Fact]
    public async Task Correction_OfANumeratorAlone_KeepsTheComputedDenominator()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId, o => o.Add(o.Sections[2], "Đúng hạn", f => (f.Origin, f.Source, f.IsShare, f.RollUp) = (FigureOrigin.Data, "tasks.on-time", true, RollUpRule.RatioOfSums)));
        var report = await host.ReportAsync(await host.OpenAsync(outline), units[0].AgencyId);
        await host.QueryAsync(db => db.Set<ReportFigure>().Where(row => row.ReportId == report.ReportId && row.FigureId == outline.Figure("Đúng hạn").FigureId).ExecuteUpdateAsync(set => set.SetProperty(row => row.OwnValue, 300).SetProperty(row => row.OwnOf, 800)));
        using var officer = await host.OfficerOfAsync(units[0]);
        var figure = outline.Figure("Đúng hạn").FigureId.ToString("N");
        var page = await officer.GetAsync(ReportLinks.Fill(report.ReportId));

        (await page.SubmitAsync(page.Form($"form:has([id='v-{figure}'])"), ($"Typed[{figure}].Value", "5"), ($"Typed[{figure}].Reason", "Ghi chậm"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await host.FigureAsync(report, outline.Figure("Đúng hạn"))).ShouldSatisfyAllConditions(row => row.Value.ShouldBe(500), row => row.Of.ShouldBe(800));
    }

    [Fact]
    public async Task Earlier_IsOfTheSameOutline_AndOfTheSameLength()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var (outline, other) = (await host.CreateOutlineAsync(owner.AgencyId), await host.CreateOutlineAsync(owner.AgencyId));
        var first = await host.OpenAsync(outline);
        await host.OpenAsync(outline, p => (p.Every, p.Number, p.To) = ("P6M", 1, new DateOnly(2026, 6, 14)));
        await host.OpenAsync(other, p => (p.Number, p.From, p.To) = (2, new DateOnly(2026, 3, 15), new DateOnly(2026, 6, 14)));
        var third = await host.OpenAsync(outline, p => (p.Number, p.From, p.To) = (3, new DateOnly(2026, 6, 15), new DateOnly(2026, 9, 14)));
        var report = await host.ReportAsync(third, units[0].AgencyId);

        var earlier = await host.InScopeAsync(services => services.GetRequiredService<ReportChecks>().EarlierAsync(report, third, default));

        earlier.Last.Values.Select(value => value.ReportingPeriodId).Distinct().ShouldBe([first.ReportingPeriodId]);
    }

    [Fact]
    public async Task Latest_OfReportsBelow_CountsWhereTheAgencyHasNoneOfItsOwn()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        await host.LogActivityAsync(units[0].Code, activity =>
        {
            activity.HeldOn(new DateOnly(2026, 2, 3), new DateOnly(2026, 2, 3));
            activity.Form = CommunicationForm.Conference;
        });
        var outline = await host.CreateOutlineAsync(owner.AgencyId, o => o.Add(o.Sections[1], "Hội nghị gần nhất", f => (f.Origin, f.Source, f.RollUp) = (FigureOrigin.Data, o.Figure("Hội nghị").Source, RollUpRule.Latest)));
        var period = await host.OpenAsync(outline);
        using var officer = await host.OfficerOfAsync(units[0]);
        using var receiver = await host.OfficerOfAsync(owner);
        await officer.SendAsync(await host.ReportAsync(period, units[0].AgencyId));
        await receiver.AcceptAsync(await host.ReportAsync(period, units[0].AgencyId));
        await receiver.RollUpAsync(await host.ReportAsync(period, owner.AgencyId));

        (await host.FigureAsync(await host.ReportAsync(period, owner.AgencyId), outline.Figure("Hội nghị gần nhất"))).Value.ShouldBe(100);
    }

    [Fact]
    public void PlanDuty_OfThePeriod_SaysTheDueDay()
    {
        PlanReporting Duty(ReportingPeriodKind kind, DateOnly due) => new() { PlanReportingId = Guid.CreateVersion7(), Text = "Báo cáo", Period = kind, Due = due };
        List<PlanReporting> duties = [Duty(ReportingPeriodKind.HalfYear, new DateOnly(2026, 5, 25)), Duty(ReportingPeriodKind.Year, new DateOnly(2026, 11, 20))];

        PeriodDesk.DueOf(duties, new CalendarPeriod(new CalendarInterval(6, CalendarUnit.Month), 2026, 1)).ShouldBe(new DateOnly(2026, 5, 25));
        PeriodDesk.DueOf(duties, new CalendarPeriod(new CalendarInterval(1, CalendarUnit.Year), 2026, 1)).ShouldBe(new DateOnly(2026, 11, 20));
        PeriodDesk.DueOf(duties, new CalendarPeriod(new CalendarInterval(1, CalendarUnit.Year), 2027, 1)).ShouldBeNull("the plan is of another year");
        PeriodDesk.DueOf(duties, new CalendarPeriod(new CalendarInterval(3, CalendarUnit.Month), 2026, 2)).ShouldBeNull();
    }
}

public sealed class ReportGuardsOnSqlite(SqliteHost host) : ReportGuardTests(host), IClassFixture<SqliteHost>;

public sealed class ReportGuardsOnPostgres(PostgresHost host) : ReportGuardTests(host), IClassFixture<PostgresHost>;
