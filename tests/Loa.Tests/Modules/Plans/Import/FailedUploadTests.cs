using System.Net;
using Loa.Data;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import;
using Loa.Platform.Files;
using Loa.Platform.Jobs;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Plans.Import;

/// <summary>What becomes of a file that is no plan.</summary>
public abstract class FailedUploadTests(LoaHost host)
{
    [Fact]
    public async Task Failed_OnTheList_SaysWhatToDoAndIsReadAgainOrDiscardedInOneClick()
    {
        using var officer = await host.OfficerAsync();
        var importId = await FailAsync(officer, "hong.docx");
        var list = await officer.GetAsync(PlanLinks.Upload);
        list.TextOf($".drafts li:has(a[href='{PlanLinks.Review(importId)}'])").ShouldNotBeNull().ShouldContain("hãy mở bằng Word, lưu lại rồi thử lại");

        var again = await list.SubmitAsync(list.Form($"form[action='{PlanLinks.Review(importId)}?handler=Retry']"));
        again.Location.ShouldBe(PlanLinks.Review(importId));
        await WaitAsync(importId, ImportStatus.Failed);

        list = await officer.GetAsync(PlanLinks.Upload);
        await list.SubmitAsync(list.Form($"form[action='{PlanLinks.Review(importId)}?handler=Discard']"));
        var after = await officer.GetAsync(PlanLinks.Upload);
        after.Document.QuerySelector($".drafts a[href='{PlanLinks.Review(importId)}']").ShouldBeNull();
        after.TextOf("#flashes").ShouldNotBeNull().ShouldContain("hong.docx");
    }

    [Fact]
    public async Task Failed_ForThirtyDays_IsCleanedAwayWithItsFileAndTheRestStays()
    {
        using var officer = await host.OfficerAsync();
        var old = await FailAsync(officer, "cu.docx");
        var fresh = await FailAsync(officer, "moi.docx");
        var draft = await host.ImportAsync(officer, new PlanDocx { Reference = "421/KH-UBND" }.Write());
        await AgeAsync(old, draft);
        var path = await PathAsync(old);
        var kept = await PathAsync(draft);
        File.Exists(path).ShouldBeTrue();

        await CleanAsync();

        (await ImportsAsync()).ShouldBe([fresh, draft], ignoreOrder: true);
        File.Exists(path).ShouldBeFalse();
        File.Exists(kept).ShouldBeTrue("a draft refers to it");
        (await officer.GetAsync(PlanLinks.Review(old))).Status.ShouldBe(HttpStatusCode.NotFound);

        async Task<List<Guid>> ImportsAsync() => await host.QueryAsync(db => db.Set<PlanImport>().Where(i => i.PlanImportId == old || i.PlanImportId == fresh || i.PlanImportId == draft).Select(i => i.PlanImportId).ToListAsync());
    }

    [Fact]
    public async Task Failed_WhoseContentAnotherRefersTo_LeavesTheContent()
    {
        using var officer = await host.OfficerAsync();
        var content = Broken();
        var old = await FailAsync(officer, "mot.docx", content);
        var fresh = await FailAsync(officer, "hai.docx", content);
        await AgeAsync(old);
        var path = await PathAsync(fresh);

        await CleanAsync();

        File.Exists(path).ShouldBeTrue();
        (await host.QueryAsync(db => db.Set<PlanImport>().AnyAsync(i => i.PlanImportId == old))).ShouldBeFalse();
    }

    [Fact]
    public async Task Failed_AsksToBeCleanedAwayThirtyDaysLater()
    {
        using var officer = await host.OfficerAsync();
        var before = TimeProvider.System.GetUtcNow().UtcDateTime;

        await FailAsync(officer, "hen.docx");

        var jobs = await host.QueryAsync(db => db.Set<Job>().Where(job => job.Kind == ImportCleaning.Kind && job.State == JobState.Waiting).Select(job => job.RunAfter).ToListAsync());
        jobs.ShouldContain(at => at >= before + ImportCleaning.Patience);
        jobs.ShouldAllBe(at => at >= before);
    }

    private static byte[] Broken() => [.. "PK\u0003\u0004"u8, .. Guid.CreateVersion7().ToByteArray()];

    private async Task<Guid> FailAsync(TestBrowser officer, string name, byte[]? content = null)
    {
        content ??= Broken();
        (await officer.UploadAsync(content, name)).Status.ShouldBe(HttpStatusCode.BadRequest);
        return await host.QueryAsync(db => db.Set<PlanImport>().Where(i => i.FileName == name && i.Status == ImportStatus.Failed).OrderByDescending(i => i.CreatedAt).Select(i => i.PlanImportId).FirstAsync());
    }

    private async Task WaitAsync(Guid importId, ImportStatus status)
    {
        for (var i = 0; i < 300; i++)
        {
            if (await host.QueryAsync(db => db.Set<PlanImport>().AnyAsync(x => x.PlanImportId == importId && x.Status == status)))
                return;
            await Task.Delay(100);
        }

        throw new TimeoutException($"The import was not {status} within 30 s.");
    }

    /// <summary>As if thirty-one days had gone by.</summary>
    private async Task AgeAsync(params Guid[] imports)
    {
        var then = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-31);
        foreach (var id in imports)
        {
            var path = await PathAsync(id);
            await host.QueryAsync(async db =>
            {
                var fileId = await db.Set<PlanImport>().Where(i => i.PlanImportId == id).Select(i => i.FileId).SingleAsync();
                await db.Set<PlanImport>().Where(i => i.PlanImportId == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.EditedAt, then));
                return await db.Set<StoredFile>().Where(f => f.StoredFileId == fileId).ExecuteUpdateAsync(set => set.SetProperty(f => f.ReceivedAt, then));
            });
            File.SetLastWriteTimeUtc(path, then);
        }
    }

    private Task<string> PathAsync(Guid importId) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var fileId = await db.Set<PlanImport>().Where(i => i.PlanImportId == importId).Select(i => i.FileId).SingleAsync();
        return (await services.GetRequiredService<IFileContents>().LocalAsync(await db.Set<StoredFile>().Where(f => f.StoredFileId == fileId).Select(f => f.Sha256).SingleAsync(), default)).Path;
    });

    private Task CleanAsync() => host.InScopeAsync(services =>
        services.GetRequiredService<ImportCleaning>().RunAsync(new JobRun(new Job { Kind = ImportCleaning.Kind, Payload = "{}" }, (_, _) => Task.CompletedTask), CancellationToken.None));
}

public sealed class FailedUploadsOnSqlite(SqliteHost host) : FailedUploadTests(host), IClassFixture<SqliteHost>;

public sealed class FailedUploadsOnPostgres(PostgresHost host) : FailedUploadTests(host), IClassFixture<PostgresHost>;
