using System.Net;
using Loa.Data;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Reading;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Plans.Import;

/// <summary>Two people, or the reader and a person, at the same draft in the same moment; and what a crash leaves behind.</summary>
public abstract class ImportRaceTests(LoaHost host)
{
    [Fact]
    public async Task Issue_FourAtOnce_MakesOnePlan()
    {
        using var officer = await host.OfficerAsync();
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = "301/KH-UBND" }.Write());
        var page = await officer.GetAsync(PlanLinks.Confirm(importId));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.SubmitAsync(page.Form("main form:has([name=Revision])"), ("Accept", "true"))));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Redirect);
        var plans = await host.QueryAsync(db => db.Set<Plan>().Where(plan => plan.PlanImportId == importId).ToListAsync());
        plans.Count.ShouldBe(1);
        (await officer.OpenAsync(PlanLinks.Review(importId))).Text.ShouldContain("301/KH-UBND");
        var again = await page.SubmitAsync(page.Form("main form:has([name=Revision])"), ("Accept", "true"));
        again.Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.QueryAsync(db => db.Set<Plan>().CountAsync(plan => plan.PlanImportId == importId))).ShouldBe(1);
    }

    [Fact]
    public async Task Discard_WhileSomebodySaves_IsDoneAllTheSame()
    {
        using var officer = await host.OfficerAsync();
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = "302/KH-UBND" }.Write());

        var discarded = await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            var seen = await db.Set<PlanImport>().SingleAsync(i => i.PlanImportId == importId);
            await ChangeAsync(importId, i => i.EditedBy = "Người khác");
            return await services.GetRequiredService<PlanImports>().DiscardAsync(seen, CancellationToken.None);
        });

        discarded.ShouldBeTrue();
        var import = await FindAsync(importId);
        import.Status.ShouldBe(ImportStatus.Discarded);
        import.EditedBy.ShouldBe("Người khác");
    }

    [Fact]
    public async Task Discard_WhatAnotherJustIssued_LeavesThePlan()
    {
        using var officer = await host.OfficerAsync();
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = "303/KH-UBND" }.Write());

        var discarded = await host.InScopeAsync(async services =>
        {
            var seen = await services.GetRequiredService<LoaDbContext>().Set<PlanImport>().SingleAsync(i => i.PlanImportId == importId);
            await host.IssueAsync(officer, importId);
            return await services.GetRequiredService<PlanImports>().DiscardAsync(seen, CancellationToken.None);
        });

        discarded.ShouldBeFalse();
        (await FindAsync(importId)).Status.ShouldBe(ImportStatus.Issued);
    }

    [Fact]
    public async Task Reading_WhoseServerWasKilled_IsTakenUpAgain()
    {
        using var officer = await host.OfficerAsync();
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = "304/KH-UBND" }.Write());
        await LeaveAsKilledAsync(importId, attempts: 1);

        await host.WaitForDraftAsync(importId);

        (await FindAsync(importId)).Reference.ShouldBe("304/KH-UBND");
    }

    [Fact]
    public async Task Reading_ThatKillsEveryServer_FailsWhereTheOfficerSeesIt()
    {
        using var officer = await host.OfficerAsync();
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = "305/KH-UBND" }.Write());
        await LeaveAsKilledAsync(importId, attempts: JobWorker.MaxAttempts);

        for (var i = 0; i < 300 && (await FindAsync(importId)).Status == ImportStatus.Reading; i++)
        {
            await Task.Delay(100);
        }

        (await FindAsync(importId)).Status.ShouldBe(ImportStatus.Failed);
        (await officer.GetAsync(PlanLinks.Review(importId))).Document.QuerySelector("main form[action$='handler=Retry']").ShouldNotBeNull();
    }

    [Fact]
    public async Task EveryHandler_OfAnotherAgencysDraft_DoesNotExist()
    {
        using var officer = await host.OfficerAsync();
        var content = new PlanDocx { Reference = "306/KH-UBND" }.Write();
        var importId = await host.ImportAsync(officer, content);
        var confirm = await officer.GetAsync(PlanLinks.Confirm(importId));
        var other = await host.CreateUserAsync(Role.ProgrammeOfficer, "tg-syt");
        using var stranger = await host.BrowseAsAsync(other.Email!, TestData.Password);
        var upload = await stranger.GetAsync(PlanLinks.Upload);
        var token = upload.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fileId = (await FindAsync(importId)).FileId;
        var revision = confirm.Document.QuerySelector("[name=Revision]")!.GetAttribute("value")!;

        (await stranger.GetAsync(PlanLinks.ReviewOriginal(importId))).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var handler in (string[])["Item", "Act", "Add", "AllDuties", "Map", "Stop", "Retry", "Discard"])
        {
            await PostAsync($"{PlanLinks.Review(importId)}?handler={handler}", ("item", "t1"), ("version", "1"), ("act", "Remove"), ("section", "Tasks"), ("undo", "false"), ("name", "Sở Nội vụ"), ("target", "ngoai"));
        }

        await PostAsync(PlanLinks.Confirm(importId), ("Accept", "true"), ("Revision", revision));
        await PostAsync($"{PlanLinks.Upload}?handler=Restore&id={importId}");
        await PostAsync($"{PlanLinks.Upload}?handler=Again", ("fileId", fileId.ToString()));
        (await FindAsync(importId)).Status.ShouldBe(ImportStatus.Draft);

        // The same file is no hint that another agency has it.
        var sent = await stranger.UploadAsync(content);
        sent.Status.ShouldBe(HttpStatusCode.Redirect, "recognised only among the agency's own");
        sent.Location.ShouldNotBe(PlanLinks.Review(importId));

        async Task PostAsync(string address, params (string Name, string Value)[] fields)
        {
            using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
            (await stranger.PostAsync(address, form)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    /// <summary>As a killed server leaves it: the import reading, its job held by nobody alive.</summary>
    private Task LeaveAsKilledAsync(Guid importId, int attempts) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var import = await db.Set<PlanImport>().SingleAsync(i => i.PlanImportId == importId);
        (import.Status, import.Draft, import.Reference) = (ImportStatus.Reading, null, null);
        var job = services.GetRequiredService<JobQueue>().Enqueue(ReadImportJob.Kind, new ReadImportJob.Order(importId));
        (job.State, job.Attempts, job.LeaseId, job.LeaseUntil) = (JobState.Running, attempts, Guid.CreateVersion7(), job.CreatedAt.AddMinutes(-1));
        await db.SaveChangesAsync();
    });

    private Task ChangeAsync(Guid importId, Action<PlanImport> change) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        change(await db.Set<PlanImport>().SingleAsync(i => i.PlanImportId == importId));
        await db.SaveChangesAsync();
    });

    private Task<PlanImport> FindAsync(Guid importId) => host.QueryAsync(db => db.Set<PlanImport>().AsNoTracking().SingleAsync(i => i.PlanImportId == importId));
}

public sealed class ImportRacesOnSqlite(SqliteHost host) : ImportRaceTests(host), IClassFixture<SqliteHost>;

public sealed class ImportRacesOnPostgres(PostgresHost host) : ImportRaceTests(host), IClassFixture<PostgresHost>;
