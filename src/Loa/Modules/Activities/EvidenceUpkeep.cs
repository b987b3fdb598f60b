using Loa.Data;
using Loa.Modules.Notifications;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <summary>Once a day: uploads nobody finished go, links are looked at again each week, the scanner gets what it has not seen, and what was taken away is deleted after the administrator's period.</summary>
internal sealed class EvidenceUpkeep(LoaDbContext db, FileStore files, UploadParts parts, JobQueue jobs, Calendar calendar, AuditScope audit, IServiceProvider services) : IJobHandler
{
    public const string Kind = "evidence.upkeep";
    public static readonly TimeSpan UploadPatience = TimeSpan.FromDays(1);
    public static readonly TimeSpan LinkPause = TimeSpan.FromDays(7);
    private const int AtOnce = 500;

    public sealed record Order;

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        audit.Describe("Dọn minh chứng hằng ngày");
        await SweepUploadsAsync(cancellationToken);
        await LookAgainAsync(cancellationToken);
        await PurgeAsync(cancellationToken);
        files.SweepIncoming();
        await files.SweepAsync(calendar.UtcNow - FileCleaning.Patience, cancellationToken);
    }

    private async Task SweepUploadsAsync(CancellationToken cancellationToken)
    {
        var since = calendar.UtcNow - UploadPatience;
        foreach (var (uploadId, path) in parts.Abandoned(since))
        {
            if (uploadId is { } id)
                await db.Set<PartialUpload>().Where(upload => upload.PartialUploadId == id).ExecuteDeleteAsync(cancellationToken);
            File.Delete(path);
        }

        // Those of which nothing ever arrived.
        foreach (var id in await db.Set<PartialUpload>().Where(upload => upload.StartedAt < since).Select(upload => upload.PartialUploadId).ToListAsync(cancellationToken))
        {
            if (!File.Exists(parts.PathOf(id)))
                await db.Set<PartialUpload>().Where(upload => upload.PartialUploadId == id).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task LookAgainAsync(CancellationToken cancellationToken)
    {
        var before = calendar.UtcNow - LinkPause;
        var links = await db.Set<Evidence>().Where(evidence => evidence.Url != null && evidence.RemovedAt == null && evidence.LinkCheckedAt < before)
            .OrderBy(evidence => evidence.LinkCheckedAt).ThenBy(evidence => evidence.EvidenceId).Select(evidence => evidence.EvidenceId).Take(AtOnce * 4).ToListAsync(cancellationToken);
        links.ForEach(id => jobs.Enqueue(EvidenceLinkJob.Kind, new EvidenceLinkJob.Order(id)));
        if (services.GetService<IVirusScanner>() is not null)
        {
            // Came before there was a scanner; what it refused has a time and is not sent again.
            var unseen = await db.Set<Evidence>().Where(evidence => evidence.Scan == ScanState.Unscanned && evidence.ScannedAt == null && evidence.FileId != null && evidence.AddedAt < calendar.UtcNow.AddDays(-1))
                .OrderBy(evidence => evidence.EvidenceId).Select(evidence => evidence.EvidenceId).Take(AtOnce).ToListAsync(cancellationToken);
            unseen.ForEach(id => jobs.Enqueue(EvidenceFileJob.Kind, new EvidenceFileJob.Order(id)));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Rows first, each with its files' receptions; the contents follow where no other reception of them is left.</summary>
    private async Task PurgeAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<EvidenceRules>().Select(rules => rules.KeptDays).FirstOrDefaultAsync(cancellationToken) is not { } days)
            return;
        var before = calendar.UtcNow.AddDays(-days);
        while (await db.Set<Evidence>().Where(evidence => evidence.RemovedAt < before).OrderBy(evidence => evidence.EvidenceId).Take(AtOnce).ToListAsync(cancellationToken) is { Count: > 0 } gone)
        {
            audit.Describe("Xóa hẳn minh chứng đã bỏ quá thời hạn lưu giữ");
            db.RemoveRange(gone);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>Begins the upkeep of each day once, also with several servers.</summary>
internal sealed class EvidenceRound(LoaDbContext db, JobQueue jobs, Calendar calendar) : INotificationRound
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = calendar.VietnamToday;
        if (await db.Set<EvidenceRules>().Where(rules => rules.UpkeptOn == null || rules.UpkeptOn < today).ExecuteUpdateAsync(set => set.SetProperty(rules => rules.UpkeptOn, today), cancellationToken) == 0)
            return;
        jobs.Enqueue(EvidenceUpkeep.Kind, new EvidenceUpkeep.Order());
        await db.SaveChangesAsync(cancellationToken);
    }
}
