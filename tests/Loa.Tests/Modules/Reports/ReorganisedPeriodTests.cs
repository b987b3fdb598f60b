using System.Net;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Agencies.Changes;
using Loa.Modules.Reports;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Reports;

/// <summary>What becomes of a period that is open when agencies are reorganised.</summary>
public abstract class ReorganisedPeriodTests(LoaHost host)
{
    private static readonly DateOnly Turn = new(2026, 3, 1);

    [Fact]
    public async Task Merger_AfterOpening_WhatTheNewAgencyDoesIsCountedOnce()
    {
        var (owner, units) = await host.CreateBodyAsync(3);
        await LogAsync(units[0].Code, new DateOnly(2026, 2, 3));
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var period = await host.OpenAsync(outline, p => p.TreeOn = new DateOnly(2026, 2, 1));

        var joined = await MergeAsync(owner, [units[0], units[1]]);
        await LogAsync(joined.Code, new DateOnly(2026, 3, 5));

        var report = await host.ReportAsync(period, units[0].AgencyId);
        report.HolderAgencyId.ShouldBe(joined.AgencyId);
        using var heir = await host.OfficerOfAsync(joined);
        await RefreshAsync(heir, report);
        (await host.FigureAsync(report, outline.Figure("Hội nghị"))).OwnValue.ShouldBe(200, "what was done before the merger, and after it by the agency that came of it");
        (await CountedAsync(period, joined.AgencyId)).ShouldBe(1);
    }

    [Fact]
    public async Task NewAgency_AfterOpening_IsCountedAbove_AndCanBeAsked()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var period = await host.OpenAsync(outline, p => p.TreeOn = new DateOnly(2026, 2, 1));
        Agency? made = null;
        await host.InScopeAsync(services => services.GetRequiredService<Reorganiser>().RecordAsync(AgencyChangeKind.Establish, Turn, "QĐ thành lập", null,
            (tree, change) => made = Operations.Establish(tree, change, new NewAgency(TestData.Unique("m"), "Trung tâm mới", "TT mới", AgencyKind.Division, AgencyLevel.Province, units[0].AgencyId))));
        await LogAsync(made!.Code, new DateOnly(2026, 3, 5));

        var above = await host.ReportAsync(period, units[0].AgencyId);
        using var unit = await host.OfficerOfAsync(units[0]);
        await RefreshAsync(unit, above);
        (await host.FigureAsync(above, outline.Figure("Hội nghị"))).OwnValue.ShouldBe(100);

        using var officer = await host.OfficerOfAsync(owner);
        var page = await officer.GetAsync(ReportLinks.AddReport(period.ReportingPeriodId));
        (await page.SubmitAsync(page.Form("form.card"), ("AgencyId", made.AgencyId.ToString()), ("Reason", "Mới thành lập"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await host.RunOpeningAsync(period.ReportingPeriodId);
        (await host.FigureAsync(await host.ReportAsync(period, made.AgencyId), outline.Figure("Hội nghị"))).OwnValue.ShouldBe(100);
        (await host.FigureAsync(above, outline.Figure("Hội nghị"))).OwnValue.ShouldBe(0, "never in two reports");
    }

    [Fact]
    public async Task AcceptedReport_AndReceiving_PassToTheSuccessor_AndReturn()
    {
        var (owner, units) = await host.CreateBodyAsync(3);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var period = await host.OpenAsync(outline, p => (p.TreeOn, p.ThroughAgencyId) = (new DateOnly(2026, 2, 1), units[1].AgencyId));
        await host.SentAsync(period, units[0], new DateOnly(2026, 2, 20), ReportState.Accepted);

        var joined = await MergeAsync(owner, [units[0], units[1]]);
        (await host.ReportAsync(period, units[0].AgencyId)).HolderAgencyId.ShouldBe(joined.AgencyId, "else nobody could change it when it is returned");
        (await ThroughAsync(period)).ShouldBe(joined.AgencyId);
        var again = await MergeAsync(owner, [joined, units[2]], new DateOnly(2026, 3, 8));
        (await ThroughAsync(period)).ShouldBe(again.AgencyId);
        (await host.ReportAsync(period, units[0].AgencyId)).HolderAgencyId.ShouldBe(again.AgencyId);

        await TakeBackAsync(again);
        (await host.ReportAsync(period, units[0].AgencyId)).HolderAgencyId.ShouldBe(joined.AgencyId, "the earlier merger still holds");
        (await host.ReportAsync(period, units[2].AgencyId)).HolderAgencyId.ShouldBe(units[2].AgencyId);
        (await ThroughAsync(period)).ShouldBe(joined.AgencyId);
    }

    [Fact]
    public async Task Receiving_ReturnsToTheAgencyThatWasNamed()
    {
        var (owner, units) = await host.CreateBodyAsync(3);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var period = await host.OpenAsync(outline, p => (p.TreeOn, p.ThroughAgencyId) = (new DateOnly(2026, 2, 1), units[1].AgencyId));
        var joined = await MergeAsync(owner, [units[0], units[1]]);
        (await ThroughAsync(period)).ShouldBe(joined.AgencyId);

        await TakeBackAsync(joined);

        (await ThroughAsync(period)).ShouldBe(units[1].AgencyId, "and not the first of those that were merged");
    }

    [Fact]
    public async Task Foundation_OfAnAgencyThatReports_IsNotTakenBack()
    {
        var (owner, units) = await host.CreateBodyAsync(2);
        var joined = await MergeAsync(owner, units);
        var period = await host.OpenAsync(await host.CreateOutlineAsync(owner.AgencyId));

        (await Should.ThrowAsync<ChangeProblem>(() => TakeBackAsync(joined))).Message.ShouldNotBeNull();

        (await host.ReportAsync(period, joined.AgencyId)).HolderAgencyId.ShouldBe(joined.AgencyId);
        (await host.QueryAsync(db => db.Set<Agency>().CountAsync(agency => agency.AgencyId == joined.AgencyId))).ShouldBe(1);
    }

    [Fact]
    public async Task AddedAgency_TakesOverWhatItsPredecessorsDid_OnThePeriodsTree()
    {
        var (owner, units) = await host.CreateBodyAsync(3);
        await LogAsync(units[0].Code, new DateOnly(2026, 2, 3));
        var joined = await MergeAsync(owner, [units[0], units[1]]);
        await LogAsync(joined.Code, new DateOnly(2026, 3, 5));
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var period = await host.OpenAsync(outline, p => p.Target = AgencyTarget.Of(units[2].AgencyId, null));
        (await host.FigureAsync(await host.ReportAsync(period, owner.AgencyId), outline.Figure("Hội nghị"))).OwnValue.ShouldBe(200);
        using var officer = await host.OfficerOfAsync(owner);

        var page = await officer.GetAsync(ReportLinks.AddReport(period.ReportingPeriodId));
        (await page.SubmitAsync(page.Form("form.card"), ("AgencyId", joined.AgencyId.ToString()), ("Reason", "Bị sót"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await host.RunOpeningAsync(period.ReportingPeriodId);

        (await host.FigureAsync(await host.ReportAsync(period, joined.AgencyId), outline.Figure("Hội nghị"))).OwnValue.ShouldBe(200);
        (await host.FigureAsync(await host.ReportAsync(period, owner.AgencyId), outline.Figure("Hội nghị"))).OwnValue.ShouldBe(0);
    }

    private Task TakeBackAsync(Agency born) => host.InScopeAsync(async services =>
    {
        var change = await services.GetRequiredService<LoaDbContext>().Set<AgencyChange>().Include(c => c.Parts).SingleAsync(c => c.TakenBackAt == null && c.Parts.Any(part => part.AgencyId == born.AgencyId && part.Role == AgencyPartRole.Successor));
        await services.GetRequiredService<Reorganiser>().TakeBackAsync(change, "Ghi nhầm");
    });

    private async Task<Agency> MergeAsync(Agency owner, IReadOnlyList<Agency> ending, DateOnly? on = null)
    {
        Agency? joined = null;
        await host.InScopeAsync(services => services.GetRequiredService<Reorganiser>().RecordAsync(AgencyChangeKind.Merge, on ?? Turn, "NQ sáp nhập", null, (tree, change) =>
        {
            joined = Operations.Establish(tree, change, new NewAgency(TestData.Unique("hn"), "Đơn vị hợp nhất", "ĐV hợp nhất", AgencyKind.Division, AgencyLevel.Province, owner.AgencyId));
            Operations.Merge(tree, change, [.. ending.Select(agency => agency.AgencyId)], joined.AgencyId);
        }));
        return joined!;
    }

    private static async Task RefreshAsync(TestBrowser browser, Report report)
    {
        var page = await browser.GetAsync(ReportLinks.Fill(report.ReportId));
        (await page.SubmitAsync(page.Form("form[action*='handler=Refresh']"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private Task<Activity> LogAsync(string code, DateOnly day) => host.LogActivityAsync(code, activity =>
    {
        activity.HeldOn(day, day);
        activity.Form = CommunicationForm.Conference;
    });

    private Task<int> CountedAsync(ReportingPeriod period, Guid agencyId) => host.QueryAsync(db => db.Set<ReportAgency>().CountAsync(row => row.ReportingPeriodId == period.ReportingPeriodId && row.AgencyId == agencyId));

    private Task<Guid?> ThroughAsync(ReportingPeriod period) => host.QueryAsync(db => db.Set<ReportingPeriod>().Where(p => p.ReportingPeriodId == period.ReportingPeriodId).Select(p => p.ThroughAgencyId).SingleAsync());
}

public sealed class ReorganisedPeriodsOnSqlite(SqliteHost host) : ReorganisedPeriodTests(host), IClassFixture<SqliteHost>;

public sealed class ReorganisedPeriodsOnPostgres(PostgresHost host) : ReorganisedPeriodTests(host), IClassFixture<PostgresHost>;
