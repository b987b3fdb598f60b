using Loa.Data;
using Loa.Documents;
using Loa.Documents.Blocks;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Matching;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Import.Reading;

/// <summary>Reads a received file and makes its draft. Started again after a crash, it simply reads again.</summary>
internal sealed class ReadImportJob(LoaDbContext db, IServiceScopeFactory scopes, FileStore files, DocumentProcess reader, JobQueue jobs, ParentPlans parents, Calendar calendar, AuditScope audit) : IJobHandler
{
    public const string Kind = "plan-import.read";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(700);

    public sealed record Order(Guid ImportId);

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var importId = run.Payload<Order>().ImportId;
        var import = await db.Set<PlanImport>().FirstOrDefaultAsync(i => i.PlanImportId == importId, cancellationToken);
        if (import is not { Status: ImportStatus.Queued or ImportStatus.Reading })
            return;

        audit.Describe("Đọc tệp kế hoạch");
        import.Status = ImportStatus.Reading;
        await db.SaveChangesAsync(cancellationToken);
        var file = await db.Set<StoredFile>().SingleAsync(f => f.StoredFileId == import.FileId, cancellationToken);
        try
        {
            using var content = await files.LocalAsync(file, cancellationToken);
            var reading = await ReadAsync(importId, content.Path, run, cancellationToken);
            await FinishAsync(import, reading, cancellationToken);
        }
        catch (DocumentException e) when (cancellationToken.IsCancellationRequested)
        {
            // The server stops, not the officer: the job goes back to the queue.
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (DocumentException e)
        {
            await FailAsync(import, e, cancellationToken);
        }
    }

    /// <summary>A reading that never ended, because of a bug or because it took the server down with it.</summary>
    public async Task GiveUpAsync(JobRun run, CancellationToken cancellationToken)
    {
        var importId = run.Payload<Order>().ImportId;
        if (await db.Set<PlanImport>().FirstOrDefaultAsync(i => i.PlanImportId == importId, cancellationToken) is not { } import)
            return;
        audit.Describe("Đọc tệp kế hoạch");
        await FailAsync(import, new DocumentException(DocumentFailure.Damaged), cancellationToken);
    }

    private async Task FailAsync(PlanImport import, DocumentException problem, CancellationToken cancellationToken)
    {
        await db.Entry(import).ReloadAsync(cancellationToken);
        if (import.Status is not (ImportStatus.Queued or ImportStatus.Reading))
            return;
        import.Fail(problem.Message, problem.English, calendar.UtcNow);
        ImportCleaning.Schedule(jobs, calendar);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<StoredReading> ReadAsync(Guid importId, string path, JobRun run, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var progress = new LatestProgress();
        var watch = WatchAsync(importId, progress, run, stop);
        try
        {
            return await reader.ReadAsync(path, progress, stop.Token);
        }
        finally
        {
            await stop.CancelAsync();
            await watch;
        }
    }

    /// <summary>Shows how far the reading is, and ends it when the officer stopped it or threw the import away.</summary>
    private async Task WatchAsync(Guid importId, LatestProgress progress, JobRun run, CancellationTokenSource stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Look, stop.Token);
                await using var scope = scopes.CreateAsyncScope();
                var rows = scope.ServiceProvider.GetRequiredService<LoaDbContext>().Set<PlanImport>().Where(i => i.PlanImportId == importId);
                if (progress.Take() is { } step)
                {
                    await rows.ExecuteUpdateAsync(set => set.SetProperty(i => i.ReadDone, step.Done).SetProperty(i => i.ReadTotal, step.Total), stop.Token);
                    await run.ReportAsync(step.Total == 0 ? 0 : step.Done * 100 / step.Total);
                }

                if (await rows.Select(i => i.Status).FirstOrDefaultAsync(stop.Token) != ImportStatus.Reading)
                    await stop.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The reading ended.
        }
    }

    private async Task FinishAsync(PlanImport import, StoredReading reading, CancellationToken cancellationToken)
    {
        await db.Entry(import).ReloadAsync(cancellationToken);
        if (import.Status != ImportStatus.Reading)
            return;
        await db.Set<ImportReading>().Where(r => r.PlanImportId == import.PlanImportId).ExecuteDeleteAsync(cancellationToken);
        db.Add(new ImportReading { PlanImportId = import.PlanImportId, Json = reading.ToJson() });
        var draft = DraftBuilder.Build(reading.Content);
        import.SetDraft(draft);
        import.ParentPlanId ??= await parents.FindAsync(import, draft, cancellationToken);
        import.FromScan = reading.Source.IsScan;
        import.Status = ImportStatus.Draft;
        import.EditedAt = calendar.UtcNow;
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Pages may be recognised faster than the database should hear of it.</summary>
    private sealed class LatestProgress : IProgress<ReadProgress>
    {
        private readonly Lock _lock = new();
        private ReadProgress? _latest;

        public void Report(ReadProgress value)
        {
            lock (_lock)
                _latest = value;
        }

        public ReadProgress? Take()
        {
            lock (_lock)
                return (_latest, _latest = null).Item1;
        }
    }
}
