using Loa.Commands.Demo;
using Loa.Data;
using Loa.Data.Migrations;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Modules.Assessments;
using Loa.Modules.Exemplars;
using Loa.Modules.Plans;
using Loa.Modules.Reports;
using Loa.Modules.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Loa.Tests.Commands;

public sealed class DemoCommandTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("loa-demo-").FullName;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>The demo province goes through 1 July 2025, and its plan of this year is read, issued and worked on by the agencies that came of it.</summary>
    [Fact]
    public async Task Demo_OnAnEmptyFolder_TellsAYearOfTheProvinceAfterTheReorganisation()
    {
        var settings = new LoaSettings { DataFolder = folder, Database = $"Data Source={Path.Combine(folder, "loa.db")}" };
        await using var app = Program.CreateApplication(settings, builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
        await app.Services.GetRequiredService<Migrator>().MigrateAsync();
        await using var scope = app.Services.CreateAsyncScope();
        (await DemoCommand.SeedAsync(scope.ServiceProvider, default)).ShouldBeTrue();
        (await DemoCommand.SeedAsync(scope.ServiceProvider, default)).ShouldBeFalse("the database is not empty any more");

        await using var after = app.Services.CreateAsyncScope();
        var db = after.ServiceProvider.GetRequiredService<LoaDbContext>();
        var tree = after.ServiceProvider.GetRequiredService<AgencyTree>();
        (await tree.OnAsync(new DateOnly(2025, 6, 30))).Count(agency => agency.Level == AgencyLevel.Commune && agency.Kind == AgencyKind.PeoplesCommittee).ShouldBe(60);
        var present = await tree.OnAsync(new DateOnly(2025, 7, 1));
        present.Count(agency => agency.Level == AgencyLevel.Commune && agency.Kind == AgencyKind.PeoplesCommittee).ShouldBe(18);
        present.ShouldNotContain(agency => agency.Level == AgencyLevel.District);

        var plan = await db.Set<Plan>().Include(candidate => candidate.Tasks).ThenInclude(task => task.Agencies).SingleAsync(candidate => candidate.Reference == "12/KH-UBND");
        plan.Tasks.Count.ShouldBe(13);
        plan.Tasks.SelectMany(task => task.Agencies).ShouldNotContain(agency => agency.Resolution == AgencyResolution.Unresolved, "every name of the plan is known in the new tree");
        var work = await db.Set<Assignment>().Where(assignment => assignment.PlanId == plan.PlanId).ToListAsync();
        work.ShouldContain(assignment => assignment.State == AssignmentState.Done);
        work.ShouldContain(assignment => assignment.State == AssignmentState.Open);
        (await db.Set<Difficulty>().CountAsync()).ShouldBe(1);
        (await db.Set<ExtensionRequest>().CountAsync()).ShouldBe(1);
        var uptakes = await db.Set<PlanUptake>().Where(uptake => uptake.PlanId == plan.PlanId).ToListAsync();
        uptakes.Count(uptake => uptake.Way == UptakeWay.Written).ShouldBe(2);
        uptakes.Count(uptake => !uptake.IsAnswered).ShouldBeGreaterThan(20);
        (await db.Set<RoleGrant>().Where(grant => grant.AgencyId != null && db.Set<Agency>().Any(agency => agency.AgencyId == grant.AgencyId && agency.ValidTo != null)).CountAsync())
            .ShouldBe(0, "nobody works for an agency that ended");
        (await db.Set<ExemplarUse>().CountAsync()).ShouldBe(1, "a commune's model is applied elsewhere");
        (await db.Set<AssessmentAgency>().CountAsync()).ShouldBeGreaterThan(5);

        (await db.Set<ReportingPeriod>().CountAsync(period => period.State == PeriodState.Open)).ShouldBe(4);
        var last = (await db.Set<ReportingPeriod>().OrderBy(period => period.DueOn).Skip(2).FirstAsync()).ReportingPeriodId;
        var states = await db.Set<Report>().Where(report => report.ReportingPeriodId == last).Select(report => report.State).Distinct().ToListAsync();
        states.Order().ToArray().ShouldBe(Enum.GetValues<ReportState>(), "every page of reports has something to show");
        (await db.Set<Report>().CountAsync(report => report.RolledUpAt != null)).ShouldBe(3);
        (await db.Set<ReportFigure>().Where(figure => db.Set<Report>().Any(report => report.ReportId == figure.ReportId && report.ParentReportId == null && report.ReportingPeriodId == last)).SumAsync(figure => figure.BelowValue)).ShouldNotBeNull().ShouldBeGreaterThan(0);
        var reports = await db.Set<Report>().CountAsync();
        await ActivatorUtilities.CreateInstance<DemoReports>(after.ServiceProvider).WriteAsync(plan.PlanId, ReportReach.OfPlan, default);
        (await db.Set<Report>().CountAsync()).ShouldBe(reports, "told twice it changes nothing");
    }
}
